/** Rows and columns of a sheet (ECMA-376 leaves them to the program; these are those of Excel, WPS and LibreOffice). */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** `C` for 2: columns count from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `C5`: rows and columns count from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B3:D4`, or `B3` where it is one cell. */
export function rangeName(row: number, column: number, rows: number, columns: number): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as formulas and links write it. */
export function quotedName(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
