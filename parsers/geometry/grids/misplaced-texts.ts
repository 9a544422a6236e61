import type { Glyph } from '../marks.ts';
import { isFigure } from '../rows/written-lines.ts';
import { halfRuledConfidence } from '../rulings/lattice-search.ts';
import type { TextLine } from '../texts/lines.ts';
import { areDigitsAlone } from './digits-alone.ts';
import type { PageCell, PageGrid } from './page-grid.ts';
import { ranTogether } from './run-together.ts';

/** Confidence of a grid whose texts do not stand as those of its cells would: below that of any other. */
export const misplacedConfidence = 0.5;

/** Two characters side by side are of two columns where the white between them is wider than this, in ems. */
const columnGap = 1.5;

/** The same of heads side by side below one over both: they fill their columns. */
const headGap = 0.6;

/** Sides or middles of the lines of one text agree to this much, and a text stands out of its cell by more, in ems. */
const sideDrift = 0.3;
const mostOut = 0.5;

/** Lines of one text are no nearer to each other than this, in ems. */
const leastPitch = 0.8;

/** A first line is set in by up to this, in ems. */
const indent = 2.6;

/** Why the places of texts in the grids of a page speak against cells that no lines draw out: `columns` run together, a text that stands `out` of its rows. */
export type Misplacement = 'columns' | 'rows';

/**
 * Whether the texts of a grid whose rows, columns or merged cells its texts told do not stand as they would in these: two side by side in one cell over
 * several columns, lines of one cell that have neither side nor middle in common, a text that reaches out of its rows, texts of one row that stand above one another. Null where all stand right.
 */
export function misplacement(grid: PageGrid): Misplacement | null {
  if (grid.method !== 'aligned') return null;
  const pitch = pitchOf(grid.cells);
  const centred = areCentred(grid.cells);
  const areDrawn = grid.confidence >= halfRuledConfidence;
  for (const cell of grid.cells) {
    const lines = cell.lines.filter(
      ({ glyphs }) => glyphs.length > 0 && glyphs.every(({ turn }) => turn === 0),
    );
    if (lines.length === 0) continue;
    if (holdsColumns(cell, lines, grid) || !areOfOneText(lines)) return 'columns';
    if (!areDrawn && lines.some(holdsTwo)) return 'columns';
    if (
      standsOut(cell, lines) ||
      (cell.rowSpan > 1 && (areApart(lines, pitch) || (centred && isOffMiddle(cell))))
    )
      return 'rows';
  }
  if (!areOfOneRow(grid.cells, areDrawn) || areDigitsAlone(grid.cells)) return 'rows';
  return areDrawn ? null : ranTogether(grid.cells);
}

/** A figure goes on in the next line only where it leaves no more room than this in its cell, in ems. */
const room = 1.2;

/** Whether the texts of each row stand beside each other: the lowest of them begins where the highest has not ended yet, and no figures over one another, nor, in columns that are drawn (`areDrawn`), texts, have each its text. */
function areOfOneRow(cells: readonly PageCell[], areDrawn: boolean): boolean {
  const rows = Map.groupBy(
    cells.filter(({ rowSpan, lines }) => rowSpan === 1 && lines.length > 0),
    ({ row }) => row,
  );
  return [...rows.values()].every((own) => {
    const lowest = Math.max(...own.map(({ lines }) => lines[0]!.box.y0));
    const figures = own.find(holdsFigures);
    const beside = figures && own.find((other) => other !== figures && standBeside(figures, other));
    const stacked = areDrawn ? own.filter(holdsEntries) : [];
    const alike = stacked.some((one, i) => stacked.some((other, k) => k > i && standBeside(one, other)));
    return !beside && !alike && own.every(({ lines }) => lowest < lines.at(-1)!.box.y1);
  });
}

/** Whether whole figures stand over one another: each has its decimals, or room for more digits behind it. */
function holdsFigures({ box, lines }: PageCell): boolean {
  if (lines.length < 2 || !lines.every(({ text }) => isFigure(text))) return false;
  const isRoomy = (line: TextLine): boolean => box.x1 - box.x0 > line.box.x1 - line.box.x0 + room * line.size;
  return lines.every(({ text }) => text.includes('.')) || lines.every(isRoomy);
}

/** Whether texts stand over one another in a cell none of which went on in the next line: there was room, and it does not end or begin as part of a longer one. */
function holdsEntries({ box, lines }: PageCell): boolean {
  const isRoomy = (line: TextLine): boolean =>
    box.x1 - box.x0 > line.box.x1 - line.box.x0 + 2 * room * line.size;
  return (
    lines.length > 1 &&
    lines.slice(0, -1).every((line) => isRoomy(line) && !/[。；;，、：:]$/.test(line.text)) &&
    lines.every(({ text }) => !/^[（(]/.test(text))
  );
}

/** Whether each line of a cell stands on that of another. */
function standBeside({ lines }: PageCell, other: PageCell): boolean {
  const isOn = (line: TextLine, i: number): boolean =>
    Math.abs(line.baseline - other.lines[i]!.baseline) < sideDrift * line.size;
  return lines.length === other.lines.length && lines.every(isOn);
}

/** Whether a line of a cell has white between its characters where columns of other rows part. */
function holdsColumns(
  { column, columnSpan }: PageCell,
  lines: readonly TextLine[],
  { xs }: PageGrid,
): boolean {
  const inner = xs.slice(column + 1, column + columnSpan);
  if (inner.length === 0) return false;
  const gap = lines.length > 1 ? headGap : columnGap;
  return lines.some(({ glyphs, size }) => {
    const signs = glyphs.filter(({ text }) => text.trim() !== '');
    const at = signs.flatMap(({ box }, i) =>
      i > 0 && box.x0 - signs[i - 1]!.box.x1 > gap * size ? [i] : [],
    );
    const parts = inner.some((x) => at.some((i) => x > signs[i - 1]!.box.x1 && x < signs[i]!.box.x0));
    return parts && !(columnSpan === xs.length - 1 && areFields(signs, at));
  });
}

/** Whether a line of a cell holds a label and another, or a figure, with the white of columns between them: 财政拨款　　　单位自有资金. */
function holdsTwo({ glyphs, size }: TextLine): boolean {
  const signs = glyphs.filter(({ text }) => text.trim() !== '');
  const at = signs.flatMap(({ box }, i) =>
    i > 0 && box.x0 - signs[i - 1]!.box.x1 > columnGap * size ? [i] : [],
  );
  const ends = [...at, signs.length];
  const pieces = ends.map((end, i) =>
    signs
      .slice(at[i - 1] ?? 0, end)
      .map(({ text }) => text)
      .join(''),
  );
  return (
    pieces.length === 2 && isLabel.test(pieces[0]!) && (isLabel.test(pieces[1]!) || isFigure(pieces[1]!))
  );
}

const isLabel = /^\p{Script=Han}{2,}$/u;

/** Whether each piece of a line has a colon: 填报单位：云溪县水务局　　单位：万元 stands in one cell over all columns. */
function areFields(signs: readonly Glyph[], at: readonly number[]): boolean {
  const ends = [...at, signs.length];
  return ends.every((end, i) => signs.slice(at[i - 1] ?? 0, end).some(({ text }) => /[:：]/.test(text)));
}

/** Whether lines follow each other as those of one text do, set to one side or in the middle of their cell. */
function areOfOneText(lines: readonly TextLine[]): boolean {
  return lines.slice(1).every((line, i) => {
    const { box, size } = line;
    const before = lines[i]!;
    if (line.baseline - before.baseline < leastPitch * Math.min(size, before.size)) return false;
    return lines.some((other) => {
      if (other === line) return false;
      const [left, right] = [box.x0 - other.box.x0, box.x1 - other.box.x1];
      const set = Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2);
      return set < sideDrift * size || (other === lines[0] && left < 0 && left > -indent * size);
    });
  });
}

function standsOut({ box }: PageCell, lines: readonly TextLine[]): boolean {
  return lines.some(
    (line) => line.box.y0 < box.y0 - mostOut * line.size || line.box.y1 > box.y1 + mostOut * line.size,
  );
}

/** Lines of one text are no farther apart than this, in the usual distance of such lines. */
const mostPitch = 1.18;

/** Whether lines stand as rows do, farther apart than those of one text. */
function areApart(lines: readonly TextLine[], pitch: number): boolean {
  return lines.slice(1).some(({ baseline }, i) => baseline - lines[i]!.baseline > mostPitch * pitch);
}

/** The usual distance of two lines of one cell, in points; Infinity where no cell of one row has two. */
function pitchOf(cells: readonly PageCell[]): number {
  const distances = cells
    .filter(({ rowSpan }) => rowSpan === 1)
    .flatMap(({ lines }) => lines.slice(1).map(({ baseline }, i) => baseline - lines[i]!.baseline))
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? Number.POSITIVE_INFINITY;
}

/** In a cell higher than its text by this share, the text may stand elsewhere than in the middle; it does where it is off by more ems than this. */
const roomy = 1.6;
const offMiddle = 0.5;

/** Share of the texts in such cells that stand in the middle, and fewest of them, where a table sets its texts there. */
const centredShare = 0.8;
const fewestCentred = 4;

/** Whether a table sets its texts in the middles of their cells, as far as cells higher than their texts tell. */
function areCentred(cells: readonly PageCell[]): boolean {
  const telling = cells.filter(
    (cell) => heightOf(cell) > 0 && cell.box.y1 - cell.box.y0 > roomy * heightOf(cell),
  );
  const off = telling.filter(isOffMiddle).length;
  return telling.length >= fewestCentred && off <= (1 - centredShare) * telling.length;
}

function isOffMiddle({ box, lines }: PageCell): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  return Math.abs(first.box.y0 + last.box.y1 - box.y0 - box.y1) / 2 > offMiddle * first.size;
}

function heightOf({ lines }: PageCell): number {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? last.box.y1 - first.box.y0 : 0;
}
