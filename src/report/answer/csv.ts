import { harmless, quoted } from '../../warehouse/export/csv.ts';
import type { Answer } from '../../warehouse/reader.ts';
import { plainNumber } from './json.ts';

/** An answer as CSV (RFC 4180), texts made harmless for sheets. */
export async function* answerAsCsv({ columns, batches }: Answer): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => quoted(harmless(name))).join(',')}\r\n`;
  for await (const rows of batches)
    yield rows
      .map((row) => {
        const cells = row.map((cell, index) => {
          if (cell === null) return '';
          return columns[index]!.isNumber ? plainNumber(cell) : quoted(harmless(cell));
        });
        return `${cells.join(',')}\r\n`;
      })
      .join('');
}
