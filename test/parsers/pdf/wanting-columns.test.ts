import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [pitch, size] = [22, 9];
const ends = [0, 250, 340, 430];
const widthOf = (text: string): number => text.length * size * (text > '\u00ff' ? 1 : 0.5);

/** Rows with lines across alone, from `top` down: a name, three figures set to the right, a remark. */
const drawn = (rows: readonly (readonly string[])[], top: number): string =>
  Array.from(
    { length: rows.length + 1 },
    (_, i) => `0.5 w 60 ${top - i * pitch} m 530 ${top - i * pitch} l S\n`,
  ).join('') +
  rows
    .map((row, r) =>
      row
        .map((text, c) => {
          const x = c === 0 ? 64 : c === 4 ? 450 : ends[c]! - widthOf(text);
          return text ? show(text, x, top - r * pitch - 14, size) : '';
        })
        .join(''),
    )
    .join('');

const rows = Array.from({ length: 30 }, (_, r) => [
  `第${r + 1}号渠道`,
  `${120 + 7 * r}.50`,
  `${90 + 5 * r}.2${r % 9}`,
  `${11 + r}.40`,
  r % 4 === 1 ? '延期' : '',
]);
const later = rows.slice(0, 5).map(([name, ...figures]) => [`${name}支渠`, ...figures.slice(0, 3), '']);

test('a column that is blank on a later page is one of the table, and takes no figure of the one beside it', async () => {
  const head = ['名称', '预算数', '执行数', '结余', '备注'];
  const [grid, ...more] = gridsOf(
    await readPdf(writePdf([{ content: drawn([head, ...rows], 780) }, { content: drawn(later, 800) }])),
  );
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(
    [head, ...rows, ...later].flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim())),
  );
});
