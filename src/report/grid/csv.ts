import type { Grid } from '../../../schemas/index.ts';

/** Grids as CSV (RFC 4180), one below the other with an empty line between; a merged cell fills its first place only. */
export function gridsAsCsv(grids: Grid[]): string {
  return grids.map(gridAsCsv).join('\r\n');
}

function gridAsCsv(grid: Grid): string {
  const rows = Array.from({ length: grid.rows }, () => new Array<string>(grid.columns).fill(''));
  for (const { row, column, text } of grid.cells) rows[row]![column] = quoted(text);
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
