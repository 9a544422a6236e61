import type { Answer } from '../../warehouse/reader.ts';

/** An answer as JSON, one object a line; figures as numbers, where a number of JSON holds them to the last digit. */
export async function* answerAsJson({ columns, batches }: Answer): AsyncGenerator<string> {
  for await (const rows of batches)
    yield rows
      .map((row) => {
        const fields = columns.map(({ name, isNumber }, index) => {
          const cell = row[index]!;
          const value = cell === null ? 'null' : isNumber ? numberText(cell) : JSON.stringify(cell);
          return `${JSON.stringify(name)}:${value}`;
        });
        return `{${fields.join(',')}}\n`;
      })
      .join('');
}

/** Digits as they are, without the zeros that a decimal column fills up with; NaN and infinities have no number in JSON. */
function numberText(text: string): string {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return JSON.stringify(text);
  return plainNumber(text);
}

export function plainNumber(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
