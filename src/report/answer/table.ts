import type { TextRow } from '../../warehouse/model/records.ts';
import type { Answer } from '../../warehouse/reader.ts';
import { type Column, columnTable } from '../terminal/columns.ts';
import { displayWidth, pad, printable, wrap } from '../terminal/width.ts';
import { plainNumber } from './json.ts';

/** Narrowest that a column of texts gets beside others, terminal columns. */
const leastColumn = 8;
const gap = 2;

interface TableContext {
  width: number;
  say: (zh: string, en: string) => string;
}

/** An answer for people: a table where its columns fit, else a field a line; texts are made safe for a terminal. */
export async function answerAsTable(answer: Answer, { width, say }: TableContext): Promise<string> {
  const rows: string[][] = [];
  for await (const batch of answer.batches) for (const row of batch) rows.push(shown(answer, row));
  const count = say(`（${rows.length} 行）`, rows.length === 1 ? '(1 row)' : `(${rows.length} rows)`);
  const columns = answer.columns.map(({ name, isNumber }, index): Column => {
    const title = printable(name);
    if (isNumber) return { title, align: 'right' };
    const natural = Math.max(displayWidth(title), ...samples(rows, index));
    return { title, least: Math.min(natural, Math.max(leastColumn, displayWidth(title))) };
  });
  const needed = columns.reduce((sum, column, index) => {
    const least = column.least ?? Math.max(displayWidth(column.title), ...samples(rows, index));
    return sum + least + (index === 0 ? 0 : gap);
  }, 0);
  const lines = needed <= width ? columnTable(columns, rows, width) : records(columns, rows, width);
  return `${[...lines, count].join('\n')}\n`;
}

/** Rows that the widths of columns are measured on. */
const measured = 1000;

function samples(rows: string[][], index: number): number[] {
  return rows.slice(0, measured).map((row) => displayWidth(row[index]!));
}

function shown({ columns }: Answer, row: TextRow): string[] {
  return row.map((cell, index) => {
    if (cell === null) return '–';
    return columns[index]!.isNumber ? plainNumber(cell) : printable(cell);
  });
}

/** A field a line, an empty line between records. */
function records(columns: Column[], rows: string[][], width: number): string[] {
  const name = Math.max(0, ...columns.map(({ title }) => displayWidth(title)));
  return rows.flatMap((row) => [
    ...row.flatMap((cell, index) =>
      wrap(cell, Math.max(leastColumn, width - name - gap)).map(
        (line, at) => `${pad(at === 0 ? columns[index]!.title : '', name + gap)}${line}`,
      ),
    ),
    '',
  ]);
}
