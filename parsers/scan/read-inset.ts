import type { Box } from '../../schemas/index.ts';
import type { PageItem } from '../geometry/layout.ts';
import type { Glyph, PageMarks } from '../geometry/marks.ts';
import { layoutOf } from '../geometry/page-layout.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { cleanPage, type PagePicture } from './clean-page.ts';
import type { GridDoubt } from './grid/check-grid.ts';
import { withGridDoubts } from './grid/doubted-grids.ts';
import { linelessTables } from './grid/lineless-tables.ts';
import { barePicture, type DrawnPicture, redOfPage } from './image/page-picture.ts';
import { readUpright, type ScannedPage } from './read-page.ts';
import { readScannedPage } from './read-scan.ts';
import { movedBox } from './scanned-pages.ts';
import { besideTextLayer } from './text-layer.ts';
import { withTypedText } from './typed-text.ts';

/** Pictures that stand on a digital page, and the box that they cover there, in points. */
export interface Inset {
  box: Box;
  pictures: DrawnPicture[];
  /** The page is written on it: it is a scanned form that was filled in by a program, or a coloured page. */
  isGround: boolean;
}

/** A table that was read from a picture on a digital page; boxes are those of the page, `scan` is the picture as a page of its own. */
export interface InsetTable {
  kind: 'table';
  box: Box;
  items: PageItem[];
  gridDoubts: GridDoubt[];
  scan: ScannedPage;
  /** The characters of the page that stand in its cells or over its writing. */
  taken: ReadonlySet<Glyph>;
}

/** `no_table`: what could be read of its text, if anything. */
export type InsetReading = InsetTable | { kind: 'no_table'; text: string };

/** Filled cells from which a grid is a table: two boxes in a drawing are none. */
const fewestCells = 4;

/** Below this a character of a photograph or a drawing is none. */
const legible = 0.8;

/** A picture on a page as that of a page of its own. */
export function insetPicture({ number, rotation }: PageMarks, { box, pictures }: Inset): PagePicture {
  const { x0, y0 } = box;
  const own = { number, width: box.x1 - x0, height: box.y1 - y0, rotation };
  const moved = pictures.map(({ pixels, frame: [a, b, c, d, e, f] }) => ({
    pixels,
    frame: [a, b, c, d, e - x0, f - y0] as const,
  }));
  const { page: picture, taken: marks } = barePicture(moved, own.width, own.height);
  return { ...own, picture, marks, red: redOfPage(moved, picture, own.width, own.height) };
}

/** Reads a picture on a digital page as a page of its own, with what is typed on it, and puts what it holds where it stands. */
export async function readInset(
  page: PageMarks,
  inset: Inset,
  settings: GeometrySettings,
): Promise<InsetReading> {
  const { width, height, glyphs: typed, leftOut } = page;
  const { box, isGround } = inset;
  const { x0, y0 } = box;
  const source = insetPicture(page, inset);
  if (!(await isWritten(source, settings, isGround))) return { kind: 'no_table', text: '' };
  const onPage = (of: Box): Box => movedBox(of, x0, y0);
  const read = await readScannedPage(source, settings);
  const seen = {
    ...read,
    readings: besideTextLayer({ ...read, back: (of) => onPage(read.back(of)) }, leftOut),
  };
  const { scan, taken } = withTypedText(seen, typed, settings, { x: x0, y: y0 });
  const { glyphs, rulings } = scan.marks;
  const marks = {
    ...scan.marks,
    width,
    height,
    glyphs: glyphs.map((glyph) => ({ ...glyph, box: onPage(glyph.box), baseline: glyph.baseline + y0 })),
    rulings: rulings.map((ruling) => {
      const [along, across] = ruling.orientation === 'h' ? [x0, y0] : [y0, x0];
      const { position, start, end } = ruling;
      return { ...ruling, position: position + across, start: start + along, end: end + along };
    }),
  };
  const layout = layoutOf(marks, settings);
  const moved = scan.gridDoubts.map((doubt) => ({
    ...doubt,
    box: onPage(doubt.box),
    ...(doubt.rows === undefined ? {} : { rows: onPage(doubt.rows) }),
  }));
  const gridDoubts = [...moved, ...linelessTables([layout], (scan.marked ?? []).map(onPage))];
  const { items } = withGridDoubts(layout, gridDoubts);
  if (items.some(isTable)) return { kind: 'table', box, items, gridDoubts, scan, taken };
  return { kind: 'no_table', text: legibleText(scan) };
}

/** Lines across that the table of a form has at least. */
const fewestRulings = 3;

/** Lines that are tried of a picture without rulings, the longest, and the characters in them from which it is one of writing. */
const sampleLines = 10;
const fewestCharacters = 20;

/** Whether a picture is worth reading: a photograph has hundreds of lines that are none. */
async function isWritten(
  source: PagePicture,
  settings: GeometrySettings,
  isGround: boolean,
): Promise<boolean> {
  const ready = cleanPage(source, settings);
  const across = ready.rulings.filter(({ orientation }) => orientation === 'h').length;
  if (Math.max(across, ready.rulings.length - across) >= fewestRulings) return true;
  if (isGround) return false;
  return legibleText(await readUpright(source, ready, settings, sampleLines)).length >= fewestCharacters;
}

const legibleText = ({ readings }: ScannedPage): string =>
  readings
    .filter(({ confidence, text }) => confidence >= legible && text.length > 1)
    .map(({ text }) => text)
    .join(' ');

function isTable(item: PageItem): boolean {
  if (item.kind !== 'grid' || item.xs.length < 3 || item.ys.length < 3) return false;
  return item.cells.filter(({ lines }) => lines.length > 0).length >= fewestCells;
}
