import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';

/**
 * Whether texts that stand in columns are blocks of lines side by side, no rows: addresses, or one list that goes on in the next
 * column. `xs` are the lines down between the columns.
 */
export function areTextsBeside(run: readonly Segment[], xs: readonly number[]): boolean {
  const columns = xs
    .slice(1)
    .map((x1, i) => run.filter(({ box }) => (box.x0 + box.x1) / 2 > xs[i]! && (box.x0 + box.x1) / 2 < x1));
  return (columns[0] ?? []).some(({ text }) => reachesSomeone(text)) || isListInColumns(columns);
}

/** Whether a line says where someone is reached. Where the first column does, which names the rows of a table, it names none. */
function reachesSomeone(text: string): boolean {
  return (
    /^(?:tel|telephone|phone|fax|telefax|mobile)\b[.:]?\s*[+(]?\d[\d\s()/–-]{4,}/i.test(text) ||
    /^(?:e-?mail\s*:?\s*)?[^\s@]+@[^\s@]+\.[a-z]+$/i.test(text)
  );
}

/** Fewest columns of a list whose widths tell: those of a table have what their texts need. */
const fewestColumns = 3;

/** Columns of a list begin this far apart, each as the others, in points; most of its lines begin with their column. */
const drift = 1;
const flushShare = 0.6;

/** Most figures among the entries of a list, and how far its columns differ: in the mean length of an entry, and in the share with numbers. */
const mostFigures = 0.1;
const mostLonger = 1.5;
const mostNumbered = 0.3;

/** Whether columns of one width hold entries of one kind. */
function isListInColumns(columns: readonly (readonly Segment[])[]): boolean {
  if (columns.length < fewestColumns || columns.some((column) => column.length < 2)) return false;
  const starts = columns.map((column) => Math.min(...column.map(({ box }) => box.x0)));
  const pitch = starts[1]! - starts[0]!;
  if (starts.some((start, i) => i > 0 && Math.abs(start - starts[i - 1]! - pitch) > drift)) return false;
  const isFlush = (column: readonly Segment[], i: number): boolean =>
    shareOf(column, ({ box }) => box.x0 - starts[i]! <= drift) >= flushShare;
  if (!columns.every(isFlush) || shareOf(columns.flat(), ({ text }) => isFigure(text)) > mostFigures)
    return false;
  const lengths = columns.map(
    (column) => column.reduce((sum, { text }) => sum + text.length, 0) / column.length,
  );
  const numbered = columns.map((column) => shareOf(column, ({ text }) => /\d/.test(text)));
  return (
    Math.max(...lengths) <= mostLonger * Math.min(...lengths) &&
    Math.max(...numbered) - Math.min(...numbered) <= mostNumbered
  );
}

function shareOf(pieces: readonly Segment[], counts: (piece: Segment) => boolean): number {
  return pieces.filter(counts).length / pieces.length;
}
