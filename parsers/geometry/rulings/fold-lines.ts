import type { PageMarks, Ruling } from '../marks.ts';

/** A line from edge to edge ends this near to both edges of the page, in points. */
const atEdge = 4;

/** Dashes of one line leave no wider gaps than this, are shorter than the second, and lie this near to one level, in points. */
const widestGap = 12;
const longestDash = 24;
const level = 0.3;

/** A sheet is folded along so many lines of one direction at most. */
const mostFolds = 3;

/**
 * Leaves out the lines along which a sheet is folded or cut: from edge to edge of the page, whole or dashed, where no other line of
 * the table reaches an edge. Tables that fill their page have sides at its edges, or more rows than folds.
 */
export function withoutFoldLines<T extends Pick<PageMarks, 'rulings' | 'width' | 'height'>>(marks: T): T {
  const { rulings, width, height } = marks;
  const folds = new Set([...foldsOf(rulings, 'h', width, height), ...foldsOf(rulings, 'v', height, width)]);
  return folds.size === 0 ? marks : { ...marks, rulings: rulings.filter((ruling) => !folds.has(ruling)) };
}

/** Fold lines of one direction on a page that is `length` long in it and `across` wide. */
function foldsOf(
  rulings: readonly Ruling[],
  orientation: Ruling['orientation'],
  length: number,
  across: number,
): Ruling[] {
  const reaches = ({ start, end }: Ruling): boolean => start < atEdge || end > length - atEdge;
  const own = rulings.filter((ruling) => ruling.orientation === orientation);
  const positions = own.filter(reaches).map(({ position }) => position);
  if (positions.length === 0) return [];
  const levels = levelsOf(own, positions);
  const folds = levels.map((lines) => through(lines, length)).filter((lines) => lines.length > 0);
  if (folds.length === 0 || folds.length > mostFolds || folds.length < levels.length) return [];
  const isAtSide = (position: number, size: number): boolean => position < atEdge || position > size - atEdge;
  // What ends at a line along the edge is a row or a column of a frame.
  const hasSides = rulings.some(({ orientation: other, position }) =>
    isAtSide(position, other === orientation ? across : length),
  );
  return hasSides ? [] : folds.flat();
}

/** The lines on each of some levels, from the start. */
function levelsOf(lines: readonly Ruling[], positions: readonly number[]): Ruling[][] {
  const sorted = [...positions].sort((a, b) => a - b);
  const levels = sorted.filter((position, i) => i === 0 || position - sorted[i - 1]! > level);
  if (levels.length > 2 * mostFolds) return levels.map(() => []);
  return levels.map((at) =>
    lines.filter(({ position }) => Math.abs(position - at) <= level).sort((a, b) => a.start - b.start),
  );
}

/** Those lines of a level that run from edge to edge of the page: whole, or as dashes; a column may have its lines on the same level. */
function through(lines: readonly Ruling[], length: number): Ruling[] {
  const whole = lines.filter(({ start, end }) => start < atEdge && end > length - atEdge);
  if (whole.length > 0) return whole;
  const dashes = lines.filter(({ start, end }) => end - start < longestDash);
  let reached = 0;
  for (const { start, end } of dashes) {
    if (start - reached > widestGap) return [];
    reached = Math.max(reached, end);
  }
  return reached > length - atEdge - widestGap ? dashes : [];
}
