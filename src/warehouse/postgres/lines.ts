import type { CellValue, ColumnType, Row, Table } from '../model/column.ts';
import { wellFormed } from '../well-formed.ts';

/** A row as a line of COPY's text format: cells between tabs, `\N` for null, backslashes before what has a meaning. */
export function copyLine(row: Row, { columns }: Table): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += '\t';
    line += copyCell(row[index]!, columns[index]!.type);
  }
  return `${line}\n`;
}

function copyCell(value: CellValue, type: ColumnType): string {
  if (value === null) return '\\N';
  if (typeof value === 'string' && type !== 'json') return escaped(value);
  if (type === 'texts') return escaped(arrayOf(value as string[]));
  if (type === 'integers') return `{${(value as number[]).join(',')}}`;
  if (typeof value === 'object' || type === 'json') return escaped(wellFormed(JSON.stringify(value)));
  return String(value);
}

const special = /[\\\n\r\t\0]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  // PostgreSQL stores no NUL.
  '\0': '\ufffd',
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t\0]/g, (character) => escapes[character]!) : text;
}

/** The notation of arrays: every text in quotation marks. */
function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
