import { displayWidth, pad, truncate, truncateMiddle } from './width.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Shortened first where the line is too narrow, down to this many columns; without it the column keeps its width. */
  least?: number;
  /** `middle` keeps the end of a text that is shortened (file names). */
  cut?: 'end' | 'middle';
}

/** A cell: a text, or a text with the function that colours it once it has its width. */
export type Entry = string | { text: string; paint: (text: string) => string };

const gap = 2;

/** Lines of a table that fits into `width` columns: titles, a rule, rows. */
export function columnTable(columns: Column[], rows: Entry[][], width: number): string[] {
  const widths = fitted(columns, rows, width);
  const line = (entries: Entry[]) =>
    entries
      .map((entry, index) => {
        const { text, paint } = typeof entry === 'string' ? { text: entry, paint: undefined } : entry;
        const column = columns[index]!;
        const size = widths[index]!;
        const cut = column.cut === 'middle' ? truncateMiddle(text, size) : truncate(text, size);
        const padded = pad(cut, size, column.align);
        return paint ? paint(padded) : padded;
      })
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    '─'.repeat(widths.reduce((sum, size) => sum + size, gap * (columns.length - 1))),
    ...rows.map(line),
  ];
}

/** Natural widths, the shrinkable columns cut by their share of what is too much. */
function fitted(columns: Column[], rows: Entry[][], width: number): number[] {
  const widths = columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(textOf(row[index]!))), displayWidth(column.title)),
  );
  let excess = widths.reduce((sum, size) => sum + size, gap * (columns.length - 1)) - width;
  while (excess > 0) {
    let widest = -1;
    for (const [index, column] of columns.entries()) {
      const shrinkable = column.least !== undefined && widths[index]! > column.least;
      if (shrinkable && (widest < 0 || widths[index]! > widths[widest]!)) widest = index;
    }
    if (widest < 0) break;
    widths[widest]! -= 1;
    excess -= 1;
  }
  return widths;
}

function textOf(entry: Entry): string {
  return typeof entry === 'string' ? entry : entry.text;
}
