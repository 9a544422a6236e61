import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { readPdf } from './reading.ts';
import { hexOf } from './text-writers.ts';

const xs = [60, 144, 228, 312];
const ys = [640, 660, 680, 700];
const lines = [
  ...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys[3]} l S\n`),
  ...ys.map((y) => `${xs[0]} ${y} m ${xs[3]} ${y} l S\n`),
].join('');

/** A row whose cells are parts of one array: to the next it moves by `gap` points. */
function rowAtOnce(cells: readonly string[], x: number, y: number, gap: number): string {
  const parts = cells.map(
    (text) =>
      `<${hexOf(
        Array.from(text, (c) => c.charCodeAt(0)),
        4,
      )}>`,
  );
  return `BT /F2 10 Tf 1 0 0 1 ${x} ${y} Tm [${parts.join(` ${-100 * gap} `)}] TJ ET\n`;
}

async function textsOf(content: string): Promise<string[]> {
  const { blocks } = await readPdf(writePdf([{ content: `0.5 w\n${lines}${content}` }]));
  return blocks.flatMap((block) => (block.kind === 'grid' ? block.cells.map(({ text }) => text) : []));
}

const head = ['目标实际完成情况', '本年度预算执行数', '上年度预算执行数'];
const filled = xs
  .slice(0, 3)
  .flatMap((x, i) => [
    show(['清淤渠道', '更换闸门', '植树'][i]!, x + 4, 666, 10),
    show(['32', '14', '500'][i]!, x + 4, 646, 10),
  ]);

describe('a row that is set at once', () => {
  test('is parted at the borders that its gaps lie over', async () => {
    expect((await textsOf(rowAtOnce(head, 62, 686, 4) + filled.join(''))).slice(0, 3)).toEqual(head);
  });

  test('stays one text where it only runs over a border', async () => {
    const [first, second] = await textsOf(
      rowAtOnce(['目标实际完成情况', '表'], 62, 686, 0) + filled.join(''),
    );
    expect([first, second]).toEqual(['目标实际完成情况表', '']);
  });

  test('stays one text where it is spread over a border', async () => {
    const [first, second] = await textsOf(rowAtOnce([...'目标完成情况表'], 62, 686, 4) + filled.join(''));
    expect([first, second].join('').replaceAll(' ', '')).toBe('目标完成情况表');
    expect([first, second]).toContain('');
  });
});

describe('a small digit above or below the line behind a figure', () => {
  const noted = (figure: string, size: number, up: number): Promise<string[]> =>
    textsOf(
      filled.join('') +
        show(figure, 64, 686, 10) +
        show('1', 64 + figure.length * 5.56 - (figure.includes('.') ? 2.78 : 0) + 0.3, 686 + up, size),
    );
  test('is no digit of it', async () => {
    expect((await noted('14.99', 5.8, 3.8))[0]).toBe('14.99¹');
    expect((await noted('14.99', 5.8, -2))[0]).toBe('14.99₁');
  });
  test.each([
    [10, 0],
    [9, 1],
  ])('is one where it is as large or stands level (%i points, %i up)', async (size, up) => {
    expect((await noted('14.99', size, up))[0]).toBe('14.991');
  });
});
