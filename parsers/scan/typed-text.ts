import type { Box } from '../../schemas/index.ts';
import type { Glyph, PageMarks } from '../geometry/marks.ts';
import { ruledGrids } from '../geometry/rulings/ruled-grids.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import type { PlacedReading, ScannedPage } from './read-page.ts';
import { movedBox } from './scanned-pages.ts';
import { fromLeft, inDoubtOf, plain } from './text-layer.ts';

/** A scan with what was typed on it, and the characters that it took from the page. */
export interface TypedPage {
  scan: ScannedPage;
  taken: ReadonlySet<Glyph>;
}

/** A character on the levelled picture, the cell that it stands in and the writing that it stands over; -1 where it stands in or over none. */
interface Placed {
  typed: Glyph;
  glyph: Glyph;
  cell: number;
  writing: number;
}

/**
 * A scan with the text that a program set over its picture, as it is seen: a form that was printed, scanned and filled in. In a cell it is
 * text of the cell, and certain. Over writing of the picture one hides the other: the picture stays, and is in doubt where the two differ.
 * Text beside the grids is left to the page. `corner`: where the picture stands on the page that the text is of, in points.
 */
export function withTypedText(
  scan: ScannedPage,
  typed: readonly Glyph[],
  settings: GeometrySettings,
  corner = { x: 0, y: 0 },
): TypedPage {
  const cells = ruledGrids(scan.marks.rulings, settings).lattices.flatMap(({ cells }) =>
    cells.map(({ box }) => box),
  );
  const placed = typed.flatMap((glyph) => placeOf(glyph, corner, scan, cells));
  if (placed.length === 0) return { scan, taken: new Set() };
  const over = new Map<number, Glyph[]>();
  const inCells: Glyph[] = [];
  // A text that is wider than the writing under it is over it as a whole.
  for (const text of Map.groupBy(placed, ({ glyph, cell }) => `${glyph.run} ${cell}`).values()) {
    const writing = text.find((one) => one.writing >= 0)?.writing ?? -1;
    const glyphs = text.map(({ glyph }) => glyph);
    if (writing < 0) inCells.push(...glyphs);
    else over.set(writing, [...(over.get(writing) ?? []), ...glyphs]);
  }
  const glyphs = [...scan.marks.glyphs, ...inRunsOf(inCells, scan)];
  const readings = scan.readings.map((reading, i) => besideTyped(reading, over.get(i) ?? []));
  const taken = new Set(placed.map((one) => one.typed));
  return { scan: { ...scan, marks: { ...scan.marks, glyphs }, readings }, taken };
}

/** What a text is worth that nobody recognised. */
const certain = 1;

/** Share of a page's height at its head and foot where page numbers and the lines of scanning programs stand. */
const margin = 0.06;

/** A scanned page with all that was typed on it: a title beside the grids too, but nothing in the margins. */
export function typedOn(
  scan: ScannedPage,
  { glyphs, height }: PageMarks,
  settings: GeometrySettings,
): ScannedPage {
  const typed = glyphs.filter(({ box }) => box.y0 > margin * height && box.y1 < (1 - margin) * height);
  const { scan: filled, taken } = withTypedText(scan, typed, settings);
  const beside = typed.flatMap((glyph) => {
    const box = taken.has(glyph) ? null : levelled(glyph.box, scan.back);
    return box === null ? [] : [movedGlyph(glyph, box.x0 - glyph.box.x0, box.y0 - glyph.box.y0)];
  });
  if (beside.length === 0) return filled;
  return {
    ...filled,
    marks: { ...filled.marks, glyphs: [...filled.marks.glyphs, ...inRunsOf(beside, filled)] },
  };
}

/** Characters in runs behind those of a scan. */
function inRunsOf(glyphs: readonly Glyph[], { marks }: ScannedPage): Glyph[] {
  const runs = marks.glyphs.reduce((most, { run }) => Math.max(most, run), -1) + 1;
  return glyphs.map((glyph) => ({ ...glyph, run: runs + glyph.run }));
}

function besideTyped(reading: PlacedReading, glyphs: readonly Glyph[]): PlacedReading {
  const text = fromLeft(glyphs);
  if (text === '' || text === plain(reading.text)) return reading;
  return inDoubtOf(reading, { text, by: 'text', confidence: certain }, `${text} is set over the writing`);
}

/** Where a character stands in a scan; nowhere beside its cells and its writing. */
function placeOf(
  typed: Glyph,
  corner: { x: number; y: number },
  { readings, back }: ScannedPage,
  cells: readonly Box[],
): Placed[] {
  const shown = movedGlyph(typed, -corner.x, -corner.y);
  const box = levelled(shown.box, back);
  if (box === null) return [];
  const writing = readings.findIndex(({ text, box: of }) => text !== '' && holdsMiddle(of, box));
  const cell = cells.findIndex((of) => holdsMiddle(of, box));
  const glyph = movedGlyph(shown, box.x0 - shown.box.x0, box.y0 - shown.box.y0);
  return writing < 0 && cell < 0 ? [] : [{ typed, glyph, cell, writing }];
}

function movedGlyph(glyph: Glyph, dx: number, dy: number): Glyph {
  const across = glyph.turn === 0 || glyph.turn === 180 ? dy : dx;
  return { ...glyph, box: movedBox(glyph.box, dx, dy), baseline: glyph.baseline + across };
}

/** Points that a box may be off by when it is taken back to the page. */
const near = 0.5;

/** A box of the page as shown, on the levelled page; null where the page was turned otherwise. */
function levelled(shown: Box, back: ScannedPage['back']): Box | null {
  let box = shown;
  for (let pass = 0; pass < 4; pass++) {
    const seen = back(box);
    const [dx, dy] = [
      middle(shown.x0, shown.x1) - middle(seen.x0, seen.x1),
      middle(shown.y0, shown.y1) - middle(seen.y0, seen.y1),
    ];
    if (Math.abs(dx) < near && Math.abs(dy) < near) return box;
    box = movedBox(box, dx, dy);
  }
  return null;
}

const middle = (a: number, b: number): number => (a + b) / 2;

function holdsMiddle({ x0, x1, y0, y1 }: Box, box: Box): boolean {
  const [x, y] = [middle(box.x0, box.x1), middle(box.y0, box.y1)];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
