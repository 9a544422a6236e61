import type { Column, Table } from '../model/column.ts';
import { quoted } from './csv.ts';

/** What every column of an export means, as CSV: a row a column. */
export function dictionaryCsv(tables: readonly Table[]): string {
  const rows = tables.flatMap((table) =>
    table.columns.map((column) => [
      table.name,
      column.name,
      column.type,
      keyOf(table, column),
      column.nullable ? 'yes' : 'no',
      column.oneOf?.join(' ') ?? '',
      column.comment,
    ]),
  );
  const header = ['table', 'column', 'type', 'key', 'may_be_empty', 'values', 'meaning'];
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** The same for people, as Markdown. */
export function dictionaryMarkdown(tables: readonly Table[]): string {
  const parts = tables.map((table) => {
    const rows = table.columns.map((column) => {
      const values = column.oneOf === null ? '' : ` One of ${column.oneOf.map(code).join(', ')}.`;
      const type = `${column.type}${column.nullable ? '' : ', never empty'}`;
      return `| \`${column.name}\` | ${type} | ${escaped(column.comment + values)} |`;
    });
    const key = `Key: ${table.key.map(code).join(', ')}.`;
    return [
      `## ${table.name}`,
      '',
      table.comment,
      '',
      key,
      '',
      '| column | type | meaning |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `# Data dictionary\n\n${parts.join('\n\n')}\n`;
}

function keyOf({ key }: Table, { name }: Column): string {
  return key.includes(name) ? 'yes' : 'no';
}

function code(text: string): string {
  return `\`${text}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
