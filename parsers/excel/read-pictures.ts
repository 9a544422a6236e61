import type { Block, Issue, SourceDocument } from '../../schemas/index.ts';
import { type Insertion, insertBlocks } from '../embedded/insert-blocks.ts';
import { type PictureReading, readPicture } from '../embedded/read-picture.ts';
import { reasonUnread } from '../embedded/reasons.ts';
import type { ParseResult } from '../parser.ts';
import { gridWarnings } from '../scan/grid/doubted-grids.ts';
import { reference, type Workbook } from './sheet.ts';

/** Pictures that are read in one workbook: more are illustrations, and no forms. */
const mostPictures = 30;

/** The workbook with the tables that its pictures show, each where its picture lies; what could not be read says why. */
export async function withPictures(source: SourceDocument, workbook: Workbook): Promise<ParseResult> {
  const insertions: Insertion[] = [];
  const unread = new Map<string, PictureReading>();
  const read = new Set<string>();
  const doubted: Issue[] = [];
  let left = mostPictures;
  for (const sheet of workbook.sheets) {
    for (const picture of sheet.pictures?.() ?? []) {
      if (left-- <= 0) break;
      const { row, column, width, height } = picture;
      const reading = await readPicture({ bytes: picture.bytes, width, height });
      if (reading.kind !== 'table') {
        unread.set(sheet.name, reading);
        continue;
      }
      read.add(sheet.name);
      const where = { zh: `工作表 ${sheet.name} 的图片`, en: `a picture on the sheet ${sheet.name}` };
      doubted.push(...gridWarnings(reading.gridDoubts, where, sheet.name));
      const ref = reference({ top: row, bottom: row, left: column, right: column });
      const before = placeOf(source.blocks, workbook, sheet.name, row);
      insertions.push({ before, ...reading, place: { sheet: sheet.name, ref } });
    }
  }
  if (insertions.length === 0 && unread.size === 0) return { status: 'read', source };
  insertions.sort((a, b) => a.before - b.before);
  const { blocks, lookAgain } = insertBlocks(source.blocks, insertions);
  const warnings = source.warnings.flatMap((warning) => aboutPictures(warning, read, unread));
  return {
    status: 'read',
    source: { ...source, blocks, warnings: [...warnings, ...doubted] },
    ...(lookAgain === undefined ? {} : { lookAgain }),
  };
}

function aboutPictures(
  warning: Issue,
  read: ReadonlySet<string>,
  unread: ReadonlyMap<string, PictureReading>,
): Issue[] {
  const { code, place, message } = warning;
  if (code !== 'picture_only' || place === null) return [warning];
  const why = reasonUnread(unread.get(place));
  // A sheet of several pictures is read in part where one of them is no table.
  if (read.has(place) && !unread.has(place)) return [];
  return [{ ...warning, message: { zh: message.zh + why.zh, en: message.en + why.en } }];
}

/** The block before which what begins in this row of the sheet stands. */
function placeOf(blocks: readonly Block[], { sheets }: Workbook, name: string, row: number): number {
  const order = new Map(sheets.map((sheet, i) => [sheet.name, i]));
  const own = order.get(name) ?? 0;
  const at = blocks.findIndex((block) => {
    const location = block.kind === 'grid' ? block.cells[0]?.location : block.location;
    const sheet = order.get(location?.sheet ?? '') ?? -1;
    const first = Number(/\d+/.exec(location?.ref ?? '')?.[0] ?? 1) - 1;
    return sheet > own || (sheet === own && first >= row);
  });
  return at < 0 ? blocks.length : at;
}
