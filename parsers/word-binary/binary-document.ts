import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import { wordAt } from './bytes.ts';
import type { Fib, StructureName } from './fib.ts';
import { type Characters, readCharacters } from './pieces.ts';
import { readFonts, readStyles, type Style } from './style-sheet.ts';

/** The streams of a file and what its tables say, before any text is written. */
export interface BinaryDocument extends Characters {
  fib: Fib;
  main: Uint8Array;
  table: Uint8Array;
  data: Uint8Array;
  styles: (Style | null)[];
  fonts: string[];
  /** A structure of the table stream; empty where there is none. */
  structure: (name: StructureName) => Uint8Array;
  /** Changes of properties at a place of the Data stream; none where it holds none. */
  groupAt: (place: number) => Uint8Array;
  /** What was lost, each thing once. */
  losses: Issue[];
  lose: (what: Loss) => void;
  /** Whether its text ends before its pieces do. */
  isCut: boolean;
}

const empty = new Uint8Array();

/** Null where no text is to be had. */
export function openDocument(
  fib: Fib,
  streams: Pick<BinaryDocument, 'main' | 'table' | 'data'>,
): BinaryDocument | null {
  const losses: Issue[] = [];
  const told = new Set<string>();
  const lose = (what: Loss): void => {
    if (!told.has(what)) losses.push(lost(what));
    told.add(what);
  };
  const structure = (name: StructureName): Uint8Array => {
    const { offset, bytes } = fib.place(name);
    if (bytes === 0) return empty;
    if (offset + bytes > streams.table.length) lose(name);
    return streams.table.subarray(offset, offset + bytes);
  };
  const characters = readCharacters(structure('pieces'), streams.main, fib.characters);
  if (characters === null || characters.text === '') return null;
  const { main, footnotes, endnotes, boxes } = fib.stories;
  const wanted = Math.max(
    main.end,
    ...[footnotes, endnotes, boxes].map(({ start, end }) => (end > start ? end : 0)),
  );
  const isCut = characters.text.length < wanted;
  if (isCut)
    losses.push(
      issue(
        'page_failed',
        `文件不完整：正文只有 ${characters.text.length} 个字符，应有 ${wanted} 个`,
        `the file is cut off: ${characters.text.length} characters of its text are there, of ${wanted}`,
      ),
    );
  return {
    fib,
    ...streams,
    ...characters,
    styles: readStyles(structure('styles')),
    fonts: readFonts(structure('fonts')),
    structure,
    groupAt: longGroups(streams.data, () => lose('longGroups')),
    losses,
    lose,
    isCut,
  };
}

/** Bytes of long groups that are read of one document. A wide table has some thousand a row. */
const mostGroupBytes = 2 ** 28;

/** Groups that stand in the Data stream, each led by its length ([MS-DOC] 2.9.210 PrcData). */
function longGroups(data: Uint8Array, missed: () => void): (place: number) => Uint8Array {
  let left = mostGroupBytes;
  return (place) => {
    const bytes = wordAt(data, place);
    left -= bytes;
    if (left < 0 || place + 2 + bytes > data.length) {
      missed();
      return empty;
    }
    return data.subarray(place + 2, place + 2 + bytes);
  };
}

/** A structure, groups of properties, rows whose cells are not those that they define or pictures in the Data stream, or texts of boxes without a place. */
type Loss = StructureName | 'longGroups' | 'rows' | 'pictures' | 'boxes';

const names: Partial<Record<Loss, [zh: string, en: string]>> = {
  styles: ['样式', 'styles'],
  characterPages: ['字符格式', 'the formatting of characters'],
  paragraphPages: ['段落与表格格式', 'the formatting of paragraphs and tables'],
  pieces: ['文字的分段', 'the pieces of its text'],
  lists: ['自动编号', 'list numbers'],
  listOverrides: ['自动编号', 'list numbers'],
  drawings: ['图形', 'drawings'],
  drawingAnchors: ['图形', 'drawings'],
  longGroups: ['段落与表格格式', 'the formatting of paragraphs and tables'],
  rows: ['表格行的单元格', 'the cells of rows of a table'],
  pictures: ['图片', 'pictures'],
  boxTexts: ['文本框', 'texts in boxes'],
  boxes: ['文本框', 'texts in boxes'],
};

function lost(name: Loss): Issue {
  const [zh, en] = names[name] ?? ['一个结构', 'a structure'];
  return issue(
    'page_failed',
    `文件的一部分已损坏或缺失：${zh}`,
    `a part of the file is damaged or missing: ${en}`,
    name,
  );
}
