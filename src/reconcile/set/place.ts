import type { Location } from '../../../schemas/index.ts';

/** A location as one short string: a set of filings keeps a million of them. */
export type Packed = string;

/** The fields in a fixed order; texts are written once and told by number. */
export function packer(): { pack: (at: Location) => Packed; unpack: (packed: Packed) => Location } {
  const sheets: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (sheet: string): number => {
    const known = numbers.get(sheet);
    if (known !== undefined) return known;
    numbers.set(sheet, sheets.length);
    return sheets.push(sheet) - 1;
  };
  return {
    pack: ({ block, grid, row, column, page, box, sheet, ref, table }) => {
      const corners = box === null ? '' : [box.x0, box.y0, box.x1, box.y1].join(',');
      const shown = sheet === null ? null : numberOf(sheet);
      return [block, grid, row, column, page, corners, shown, ref, table].map((part) => part ?? '').join(';');
    },
    unpack: (packed) => {
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
    },
  };
}
