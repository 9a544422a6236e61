import type { Issue } from '../../schemas/index.ts';
import { decodeText } from '../decode.ts';
import { guessDelimiter } from '../delimiter.ts';
import { issue } from '../issue.ts';
import { emptyLayout, filledIndexes, type StoredCell, type Workbook } from './sheet.ts';
import { withWholeThousands } from './split-thousands.ts';

/** Delimited text as a workbook of one sheet. Fields are texts as they stand: nothing in them is taken for a number. */
export function readDelimited(bytes: Uint8Array, name: string): Workbook | Issue {
  const decoded = decodeText(bytes);
  if (decoded === null) return issue('corrupt', '文本编码无法识别', 'the text is in no known encoding');
  const text = decoded.text.replace(/^\ufeff/, '');
  const delimiter = guessDelimiter(text, 'any') ?? ',';
  const layout = emptyLayout();
  const rows: StoredCell[][] = [];
  const counts: number[] = [];
  let number = -1;
  const read = [...records(text, delimiter)];
  const whole = delimiter === ',' ? withWholeThousands(read) : null;
  for (const fields of whole?.records ?? read) {
    number++;
    counts.push(fields.length);
    // Programs write lines of blanks down to the last row of a sheet.
    if (fields.every((field) => field.trim() === '')) continue;
    const row: StoredCell[] = [];
    for (const [column, field] of fields.entries())
      if (field.trim() !== '') row[column] = { t: 's', v: fieldText(field) };
    const filled = filledIndexes(row);
    if (filled.length > 1) layout.bordered.set(number, stretch(filled));
    rows[number] = row;
  }
  const sheet = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '') || 'Sheet1';
  return {
    sheets: [{ name: sheet, number: 1, hidden: false, rows, merges: [], layout, hasPicture: () => false }],
    failed: [],
    isCut: endsInRecord(text, counts),
    joinedRecords: whole?.joined ?? 0,
    lostRecords: whole?.lost ?? 0,
  };
}

/** All records have as many fields, and the last has fewer and no line end, or it ends within a sign: a download was cut off. */
function endsInRecord(text: string, counts: readonly number[]): boolean {
  const [first = 0] = counts;
  const last = counts.at(-1) ?? 0;
  if (text.endsWith('\ufffd')) return true;
  if (counts.length < fewestRecords || last >= first || /[\r\n]$/.test(text)) return false;
  return counts.every((count, at) => count === first || at === counts.length - 1);
}
const fewestRecords = 3;

/** `="0012"` and a tab beside a number keep Excel from reading one; neither is part of the text. */
function fieldText(field: string): string {
  const text = field.replace(/^\t+|\t+$/g, '');
  const [, quoted] = /^="((?:[^"]|"")*)"$/.exec(text) ?? [];
  return quoted === undefined ? text : quoted.replaceAll('""', '"');
}

/** A record is one row of a table from its first field to its last: what was merged on the sheet came out as blanks. */
function stretch(filled: readonly number[]): number[] {
  const first = filled[0] ?? 0;
  return Array.from({ length: (filled.at(-1) ?? 0) - first + 1 }, (_, i) => first + i);
}

/** Records and fields of RFC 4180, with any delimiter and any line end; a quote inside a bare field is a sign like any other. */
function* records(text: string, delimiter: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quotedField(text, at) : bareField(text, at, delimiter);
    fields.push(field);
    at = end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) fields.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    yield fields;
    fields = [];
  }
  if (fields.length > 0) yield fields;
}

function bareField(text: string, start: number, delimiter: string): [string, number] {
  let end = start;
  for (; end < text.length; end++) {
    const sign = text[end];
    if (sign === delimiter || sign === '\n' || sign === '\r') break;
  }
  return [text.slice(start, end), end];
}

/** To the closing quote; doubled quotes are one. What follows it up to the next delimiter belongs to the field. */
function quotedField(text: string, start: number): [string, number] {
  let field = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    at = quote + 2;
  }
}
