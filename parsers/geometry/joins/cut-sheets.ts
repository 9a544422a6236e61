import type { PageLayout } from '../layout.ts';
import type { TextLine } from '../texts/lines.ts';
import type { PageText } from '../texts/paragraphs.ts';
import type { LogicalCell, LogicalGrid } from './logical-grid.ts';
import { repeatedLabels, withoutColumns } from './repeated-labels.ts';

/** Lines across of both halves of a sheet lie at the same heights, and both begin at the same margin, to this many points. */
const drift = 1;
const marginDrift = 3;

/** Fewest rows that show that two grids are halves of one. */
const fewestRows = 4;

/** Share of the lines across that both halves must have, where neither has all lines of the other. */
const sharedRows = 0.8;

/** Tables of halves that were put together: the seam is told by the rows alone. */
const joinedConfidence = 0.85;

type Item = LogicalGrid | PageText;

/** A sheet that is put together: its first page as it was read, and the page that stands at its right so far. */
interface Sheet {
  first: LogicalGrid;
  last: LogicalGrid;
}

/**
 * Sheets wider than their paper, which a workbook prints cut between columns, the columns behind them on pages of their own: all
 * have the same rows at the same heights, and the others have neither a name of their own nor the columns of the first, but for labels
 * that are repeated on every page. `lefts`: of pages that hold the columns behind those of another, which that is.
 */
export function withoutCuts(
  items: readonly Item[],
  pages: readonly PageLayout[],
  lefts: ReadonlyMap<number, number>,
): Item[] {
  const gone = new Set<Item>();
  const halves = new Map<string, number>();
  const grids = items.filter((item) => item.kind === 'grid');
  const putTogether = (restOf: (sheet: Sheet, right: LogicalGrid) => LogicalGrid | null): void => {
    for (const left of grids) {
      const sheet = { first: { ...left }, last: left };
      const next = (): LogicalGrid | undefined => {
        for (const other of grids) {
          if (other === left || gone.has(left) || gone.has(other)) continue;
          const known = lefts.get(other.parts[0]!.page);
          const isOfAnother = known !== undefined && known !== sheet.last.parts[0]!.page;
          const rest = isOfAnother ? null : restOf(sheet, other);
          if (!rest) continue;
          halves.set(pagesOf(sheet.last, other), other.xs.length - rest.xs.length);
          sheet.last = { ...other };
          gone.add(other);
          return rest;
        }
        return undefined;
      };
      for (let rest = next(); rest; rest = next()) putBehind(left, rest);
    }
  };
  putTogether((sheet, right) => goesOnBehind(sheet, right, pages));
  // Where a page is the other half of one, what is too small to tell by itself goes on as well.
  if (halves.size > 0)
    putTogether(({ last }, right) =>
      halves.get(pagesOf(last, right)) === 0 && haveSameHeights(last, right) ? right : null,
    );
  return items.filter((item) => !gone.has(item));
}

const pagesOf = (left: LogicalGrid, right: LogicalGrid): string =>
  `${left.parts[0]!.page} ${right.parts[0]!.page}`;

/** What of a grid goes on behind a sheet: all of it, or the columns behind the labels that are repeated. */
function goesOnBehind(
  { first, last }: Sheet,
  right: LogicalGrid,
  pages: readonly PageLayout[],
): LogicalGrid | null {
  if (!haveSameHeights(last, right) || !haveSameRows(last, right)) return null;
  if (!haveSameMargins(last, right, pages)) return null;
  const repeated = repeatedLabels(first, right);
  if (repeated > 0) return hasSameName(first, right, pages) ? withoutColumns(first, right, repeated) : null;
  const isRest = !haveSameColumns(first, right) && !hasLabels(first, right) && lacksName(first, right, pages);
  return isRest ? right : null;
}

/** Whether both begin at the same margin, or stand in the middle of their pages. */
function haveSameMargins(left: LogicalGrid, right: LogicalGrid, pages: readonly PageLayout[]): boolean {
  if (Math.abs(left.xs[0]! - right.xs[0]!) <= marginDrift) return true;
  return [left, right].every(({ xs, parts: [part] }) => {
    const page = pages.find(({ number }) => number === part!.page);
    return page !== undefined && Math.abs(xs[0]! + xs.at(-1)! - page.width) <= 2 * marginDrift;
  });
}

/** Whether the parts of both begin and end at the same heights, those of the second on later pages. */
function haveSameHeights(left: LogicalGrid, right: LogicalGrid): boolean {
  if (left.parts.length !== right.parts.length) return false;
  if (left.parts.length > 1 && left.rows !== right.rows) return false;
  return left.parts.every((part, i) => {
    const other = right.parts[i]!;
    return other.page > part.page && near(other.box.y0, part.box.y0) && near(other.box.y1, part.box.y1);
  });
}

/** Whether lines across lie at the same heights; some of one half may not be drawn in the other, where a cell spans rows. */
function haveSameRows(left: LogicalGrid, right: LogicalGrid): boolean {
  if (left.parts.length > 1) return left.rows >= fewestRows;
  const [fewer, more] = [left.last.ys, right.last.ys].sort((a, b) => a.length - b.length) as [
    number[],
    number[],
  ];
  const shared = fewer.filter((y) => more.some((other) => near(y, other)));
  const isEnough = shared.length === fewer.length || shared.length >= sharedRows * more.length;
  return shared.length > fewestRows && isEnough;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= drift;

/** The same form once more, of another unit. */
function haveSameColumns(left: LogicalGrid, right: LogicalGrid): boolean {
  return (
    left.xs.length === right.xs.length && left.xs.every((x, i) => Math.abs(x - right.xs[i]!) <= marginDrift)
  );
}

/** Whether the first column tells what its rows are: numbers that count them, or labels that the first column of the other has as well. */
function hasLabels(left: LogicalGrid, right: LogicalGrid): boolean {
  const first = (grid: LogicalGrid): string[] =>
    grid.cells.filter(({ column, text }) => column === 0 && text !== '').map(({ text }) => text);
  const [labels, own] = [new Set(first(left)), first(right)];
  const numbers = own.filter((text, i) => Number(text) === Number(own[i - 1]) + 1);
  const shared = own.filter((text) => labels.has(text));
  return numbers.length * 2 > own.length || shared.length > 1;
}

/** Whether a table on a page stands as low as the one that has its name over it, with no name over itself, or with no more than the end of that. */
function lacksName(left: LogicalGrid, right: LogicalGrid, pages: readonly PageLayout[]): boolean {
  const [names, rests] = [textsOver(left, pages), textsOver(right, pages)];
  const edge = left.xs.at(-1)!;
  const isRest = (text: PageText): boolean =>
    text.box.x0 < right.xs[0]! + text.size &&
    names.some(({ box, size }) => near(box.y0, text.box.y0) && box.x1 > edge - 2 * size);
  const [head, title] = [left, right].map(({ cells, xs }) =>
    cells.find(({ row, columnSpan }) => row === 0 && columnSpan === xs.length - 1),
  );
  // A head over all columns of the second half is no name.
  const isNamed =
    title?.doubt === null && title.text !== '' && (head !== undefined || title.text.endsWith('表'));
  // The name may be the first row of the first half, whose cell is blank in the second.
  const isWithin = head !== undefined && head.text !== '' && title?.text === '' && title.doubt === null;
  if ((names.length === 0 && !isWithin) || isNamed || !rests.every(isRest)) return false;
  for (const text of rests) text.role = 'furniture';
  return true;
}

/** Whether a table whose labels are those of another has no name over it, or that of the other again. */
function hasSameName(left: LogicalGrid, right: LogicalGrid, pages: readonly PageLayout[]): boolean {
  const [names, rests] = [textsOver(left, pages), textsOver(right, pages)];
  // Line by line: a long one that the page cuts off behind the labels looks as if it went on in the next.
  const shown = names.flatMap(({ lines }) => lines);
  const isKnown = ({ text, box }: TextLine): boolean =>
    shown.some((line) => line.text.includes(text) && near(line.box.y0, box.y0));
  if (!rests.every(({ lines }) => lines.every(isKnown))) return false;
  for (const text of rests) text.role = 'furniture';
  return true;
}

/** What stands over the first part of a table on its page. */
function textsOver({ parts: [part] }: LogicalGrid, pages: readonly PageLayout[]): PageText[] {
  const items = pages.find(({ number }) => number === part!.page)?.items ?? [];
  return items.filter(
    (item): item is PageText =>
      item.kind === 'text' && item.role !== 'furniture' && item.box.y1 < part!.box.y0 + drift,
  );
}

/** Adds the columns of one half behind those of the other; cells that the seam cuts are one again. */
function putBehind(left: LogicalGrid, right: LogicalGrid): void {
  if (right.parts.length === 1) alignRows(left, right);
  const columns = left.xs.length - 1;
  const shift = left.xs.at(-1)! - right.xs[0]!;
  const cut = new Set<LogicalCell>();
  for (const cell of left.cells) {
    if (cell.column + cell.columnSpan !== columns) continue;
    const rest = right.cells.find(
      ({ row, column, rowSpan }) => column === 0 && row === cell.row && rowSpan === cell.rowSpan,
    );
    if (!rest || !isCutOff(cell, rest, left, right)) continue;
    cell.text = joined(cell.text, rest.text);
    cell.columnSpan += rest.columnSpan;
    cell.lines = [...cell.lines, ...rest.lines];
    cell.places = [...cell.places, ...rest.places];
    cell.doubt ??= rest.doubt;
    cut.add(rest);
  }
  const behind = right.cells
    .filter((cell) => !cut.has(cell))
    .map((cell) => ({ ...cell, column: cell.column + columns }));
  left.cells = [...left.cells, ...behind].sort((a, b) => a.row - b.row || a.column - b.column);
  left.xs = [...left.xs, ...right.xs.slice(1).map((x) => x + shift)];
  left.reach = [
    ...left.reach,
    ...right.reach.slice(1).map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  ];
  left.parts = [...left.parts, ...right.parts];
  left.confidence = Math.min(left.confidence, right.confidence, joinedConfidence);
}

/** Gives both halves the rows of either. */
function alignRows(left: LogicalGrid, right: LogicalGrid): void {
  const ys = [...left.last.ys];
  for (const y of right.last.ys) if (!ys.some((other) => near(y, other))) ys.push(y);
  ys.sort((a, b) => a - b);
  for (const grid of [left, right]) {
    const rowAt = grid.last.ys.map((y) => ys.findIndex((other) => near(y, other)));
    grid.cells = grid.cells.map((cell) => {
      const row = rowAt[cell.row]!;
      return { ...cell, row, rowSpan: rowAt[cell.row + cell.rowSpan]! - row };
    });
    grid.rows = ys.length - 1;
    grid.parts = grid.parts.map((part) => ({ ...part, endRow: grid.rows }));
    grid.last = { ...grid.last, ys };
  }
}

/**
 * Whether the seam cuts a cell: both of its halves are cut off, or its text was written in the first, and the second is blank over several
 * columns, or it was written in the second, in the middle of both.
 */
function isCutOff(cell: LogicalCell, rest: LogicalCell, left: LogicalGrid, right: LogicalGrid): boolean {
  if (cell.doubt !== null && rest.doubt !== null) return true;
  if (cell.text === '') return isInMiddle(cell, rest, left, right);
  if (rest.text !== '' || rest.columnSpan < 2) return false;
  return rest.columnSpan === right.xs.length - 1 || cell.columnSpan > 1;
}

/** Whether the text of the second half of a cell stands in the middle of both, and not in that of its own. */
function isInMiddle(cell: LogicalCell, rest: LogicalCell, left: LogicalGrid, right: LogicalGrid): boolean {
  if (rest.lines.length === 0) return false;
  const width = left.xs.at(-1)! - left.xs[cell.column]!;
  const [x0, x1] = [right.xs[0]!, right.xs[rest.columnSpan]!];
  const own =
    Math.min(...rest.lines.map(({ box }) => box.x0)) + Math.max(...rest.lines.map(({ box }) => box.x1));
  return width > 4 * marginDrift && Math.abs(own - (x0 - width + x1)) <= marginDrift;
}

/** Two halves of a text, of which both pages may show the character that the seam runs through. */
function joined(before: string, behind: string): string {
  for (let shared = Math.min(before.length, behind.length); shared > 0; shared--)
    if (before.endsWith(behind.slice(0, shared))) return before + behind.slice(shared);
  return before + behind;
}
