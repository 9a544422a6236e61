import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CellObject, WorkSheet } from 'xlsx';
import type { ColumnType, Table } from '../model/column.ts';
import type { WarehouseReader } from '../reader.ts';
import type { Exported } from './export.ts';
import { exportedTables, selectFlat } from './tables.ts';

/** Rows of a sheet with its header, and characters of a cell (ECMA-376 leaves both to the program; these are Excel's). */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

/** One workbook, a sheet a table, and another where a table has more rows than a sheet. Texts are typed as texts: none is a formula. */
export async function exportXlsx(
  reader: WarehouseReader,
  folder: string,
  conditionOf: (table: string) => string,
): Promise<Exported> {
  const { utils, write } = await import('xlsx');
  const book = utils.book_new();
  const exported: Exported = new Map();
  for (const table of exportedTables()) {
    const rows: CellObject[][] = [];
    for await (const batch of reader.rows(selectFlat(table, conditionOf(table.name), reader.engine)))
      for (const row of batch) rows.push(table.columns.map(({ type }, index) => cellOf(row[index]!, type)));
    exported.set(table.name, rows.length);
    for (let start = 0, part = 1; start === 0 || start < rows.length; start += mostRows - 1, part += 1) {
      const sheet = sheetOf(table, rows.slice(start, start + mostRows - 1), utils.encode_range);
      utils.book_append_sheet(book, sheet, part === 1 ? table.name : `${table.name} ${part}`);
    }
  }
  const draft = join(folder, `.hedui.xlsx.${process.pid}.tmp`);
  try {
    await writeFile(draft, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
    await rename(draft, join(folder, 'hedui.xlsx'));
  } finally {
    await rm(draft, { force: true });
  }
  return exported;
}

type EncodeRange = (start: { r: number; c: number }, end: { r: number; c: number }) => string;

function sheetOf(table: Table, rows: CellObject[][], encodeRange: EncodeRange): WorkSheet {
  const header = table.columns.map(({ name }): CellObject => ({ t: 's', v: name }));
  const range = encodeRange({ r: 0, c: 0 }, { r: rows.length, c: header.length - 1 });
  return { '!data': [header, ...rows], '!ref': range, '!autofilter': { ref: range } };
}

const numeric: ReadonlySet<ColumnType> = new Set(['integer', 'bigint', 'decimal', 'share']);

function cellOf(text: string | null, type: ColumnType): CellObject {
  if (text === null) return { t: 'z' };
  if (numeric.has(type)) return { t: 'n', v: Number(text) };
  if (type === 'boolean') return { t: 'b', v: text === 'true' || text === 't' };
  return { t: 's', v: text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…` };
}
