import type { PageCell } from './page-grid.ts';

/** Fewest rows of nothing but single digits that show that a code was cut into its digits. */
const fewestRows = 2;

/** Whether rows hold single digits alone: 2 over 0 and 1, for the column of codes was too narrow for 201, are rows of none. */
export function areDigitsAlone(cells: readonly PageCell[]): boolean {
  const rows = Map.groupBy(
    cells.filter(({ lines }) => lines.length > 0),
    ({ row }) => row,
  );
  const cut = [...rows.values()].filter((own) =>
    own.every(({ rowSpan, lines }) => rowSpan === 1 && lines.every(({ text }) => /^\d$/.test(text))),
  );
  return cut.length >= fewestRows;
}
