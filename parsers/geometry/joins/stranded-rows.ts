import type { PageGrid } from '../grids/page-grid.ts';
import type { Glyph } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';

/** How near, in ems, the last line of such a row stands to the first line that is drawn, and how far apart the texts of two cells stand. */
const nearest = 2.5;
const apart = 0.6;

/** Texts in so many columns are a row; in fewer, or where labels with their values stand there, they may be a caption. */
const fewestColumns = 3;
const labelled = /[:：]/;

/**
 * Whether texts stand in the columns of a table right above its first line, side by side, where the table before goes on: the rest of a row
 * that the page's end cuts, whose sides the writer does not draw. `glyphs`: the upright ones outside all tables.
 */
export function hasStrandedRow(
  grid: PageGrid,
  before: PageGrid,
  glyphs: readonly Glyph[],
  { partDrift, lineDrift }: GeometrySettings,
): boolean {
  const { xs, box } = grid;
  if (xs.length < fewestColumns) return false;
  const [left, right] = [before.xs[0]!, before.xs.at(-1)!];
  if (Math.abs(right - xs.at(-1)!) > partDrift || xs[0]! < left - partDrift) return false;
  if (firstRow(grid) === firstRow(before)) return false;
  let lowest: Glyph | null = null;
  for (const glyph of glyphs)
    if (isWritten(glyph) && glyph.baseline <= box.y0 && glyph.baseline > (lowest?.baseline ?? -Infinity))
      lowest = glyph;
  if (!lowest || box.y0 - lowest.baseline > nearest * lowest.size) return false;
  const { baseline, size } = lowest;
  const line = glyphs.filter((glyph) => Math.abs(glyph.baseline - baseline) <= lineDrift * size);
  const pieces = piecesOf(line);
  // A label left of the rows draws no side where its row is cut.
  const sides = xs[0]! > left + partDrift ? [left, ...xs] : xs;
  const columns = new Set(pieces.map((piece) => columnOf(piece, sides, size)));
  if (columns.has(-1) || pieces.every(({ length }) => length === 1)) return false;
  const labels = pieces.filter((piece) => piece.some(({ text }) => labelled.test(text))).length;
  return columns.size >= fewestColumns ? labels < 2 : columns.size === 2 && labels === 0;
}

const isWritten = ({ text }: Glyph): boolean => text.trim() !== '';

const firstRow = ({ cells }: PageGrid): string =>
  cells
    .filter(({ row }) => row === 0)
    .map(({ text }) => text)
    .join('|');

function piecesOf(line: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.filter(isWritten).sort((a, b) => a.box.x0 - b.box.x0)) {
    const piece = pieces.at(-1);
    if (piece && glyph.box.x0 - piece.at(-1)!.box.x1 <= apart * glyph.size) piece.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces;
}

/** The column that holds a text; -1 where none does. */
function columnOf(piece: readonly Glyph[], xs: readonly number[], size: number): number {
  const edge = size / 8;
  const [x0, x1] = [piece[0]!.box.x0, piece.at(-1)!.box.x1];
  return xs.findIndex((x, i) => i + 1 < xs.length && x0 >= x - edge && x1 <= xs[i + 1]! + edge);
}
