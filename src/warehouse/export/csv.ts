import type { ColumnType, Table } from '../model/column.ts';
import type { TextRow } from '../model/records.ts';

/**
 * A sheet takes a text that begins so for a formula, or strips what stands before such a sign. Full-width signs count too. A sign alone is
 * none: the `=` of a target is asked for as it is.
 */
const formula = /^(?:[\t\r]|[\s\u200b\ufeff]*[=+\-@＝＋－＠].)/su;

/** A text that no sheet takes for a formula: with an apostrophe in front where it begins like one. */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A decimal without the zeros that its column fills up with. */
function trimmedDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The cell of a column in CSV: texts harmless, figures plain, so that they stay figures. */
function csvCell(text: string | null, type: ColumnType): string {
  if (text === null) return '';
  if (type === 'decimal') return trimmedDecimal(text);
  if (type === 'integer' || type === 'bigint' || type === 'share') return text;
  return quoted(harmless(text));
}

/** RFC 4180 §2: quotation marks around commas, line breaks and quotation marks; an empty text, unlike null, has them too. */
export function quoted(text: string): string {
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvHeader({ columns }: Pick<Table, 'columns'>): string {
  return `${columns.map(({ name }) => name).join(',')}\r\n`;
}

export function csvLine({ columns }: Pick<Table, 'columns'>, row: TextRow): string {
  return `${columns.map(({ type }, index) => csvCell(row[index]!, type)).join(',')}\r\n`;
}
