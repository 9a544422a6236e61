import type { Location } from '../../../schemas/index.ts';

/** A location as one short string: a set of filings keeps a million of them. */
export type Packed = string;

/** The fields in a fixed order; names of sheets are written once, into the list given, and told by number. */
export function packPlace(
  { block, grid, row, column, page, box, sheet, ref, table }: Location,
  sheets: string[],
): Packed {
  const corners = box === null ? '' : `${box.x0},${box.y0},${box.x1},${box.y1}`;
  const shown = sheet === null ? '' : numberOf(sheet, sheets);
  const cell = `${block};${grid ?? ''};${row ?? ''};${column ?? ''}`;
  return `${cell};${page ?? ''};${corners};${shown};${ref ?? ''};${table ?? ''}`;
}

function numberOf(sheet: string, sheets: string[]): number {
  const known = sheets.indexOf(sheet);
  return known >= 0 ? known : sheets.push(sheet) - 1;
}

export function unpackPlace(packed: Packed, sheets: readonly string[]): Location {
  const parts = packed.split(';');
  const number = (i: number): number | null => (parts[i] === '' ? null : Number(parts[i]));
  const [x0, y0, x1, y1] = (parts[5] ?? '').split(',').map(Number);
  const isBoxed = x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined;
  const sheet = number(6);
  return {
    block: number(0) ?? 0,
    grid: number(1),
    row: number(2),
    column: number(3),
    page: number(4),
    box: isBoxed ? { x0, y0, x1, y1 } : null,
    sheet: sheet === null ? null : (sheets[sheet] ?? null),
    ref: parts[7] === '' ? null : (parts[7] ?? null),
    table: number(8),
  };
}
