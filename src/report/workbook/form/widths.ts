import type { KeptGrid } from '../../../../schemas/index.ts';
import { textWidths } from '../../table/column-widths.ts';

/** Points of a page that a character of a column's width takes. */
const pointsPerCharacter = 5.2;
/** Characters: a column must hold a figure and is better wrapped beyond. */
const narrowest = 6;
const widest = 60;

/** Widths of the columns of a form's sheet: as drawn on the page, else by the texts; of several tables the widest. */
export function sheetWidths(grids: readonly KeptGrid[]): number[] {
  const count = Math.max(0, ...grids.map(({ columns }) => columns));
  const each = grids.map(widthsOf);
  return Array.from({ length: count }, (_, column) =>
    Math.min(widest, Math.max(narrowest, ...each.map((widths) => widths[column] ?? 0))),
  );
}

function widthsOf({ columns, widths, cells }: KeptGrid): number[] {
  if (widths.length === columns) return widths.map((width) => round(width / pointsPerCharacter));
  return textWidths({
    columns,
    cells: cells.map(([, column, , columnSpan, text]) => ({ column, columnSpan, text })),
  }).map((width) => round(width + 2));
}

function round(width: number): number {
  return Math.round(width * 10) / 10;
}
