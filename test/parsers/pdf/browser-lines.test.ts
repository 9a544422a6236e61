import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

/** Rows of a table from one y (from the foot of the page) to another. */
function rows(names: readonly string[], bottom: number, top: number): string {
  const height = (top - bottom) / names.length;
  return drawTable(
    {
      xs: [30, 230, 400, 565],
      ys: [...names, ''].map((_, i) => 842 - top + i * height),
      cells: names.flatMap((name, row) =>
        [name, `${31 + row}.5`, '6'].map((text, column) => ({ row, column, lines: [text] })),
      ),
    },
    'strokes',
  );
}

const plain = { first: ['清淤长度', '更换闸门', '巡查次数'], second: ['维修水渠', '除草面积'] };
const whole = [...plain.first, ...plain.second].flatMap((name, row) => [
  `${row},0 ${name}`,
  `${row},1 ${31 + (row < 3 ? row : row - 3)}.5`,
  `${row},2 6`,
]);

interface Lines {
  head: (number: number) => string;
  foot: (number: number) => string;
}
const address = 'http://jx.yunxi.example/print?form=2025&unit=31004';
const browsers: Record<string, Lines> = {
  'date and title over the page, address and number beneath it': {
    head: () => show('11/29/26, 5:54 AM', 24, 818, 8) + show('项目绩效目标表', 270, 818, 8),
    foot: (number) => show(address, 24, 16, 8) + show(`${number}/2`, 555, 16, 8),
  },
  'the same in Chinese, over rows that reach into the margin': {
    head: () => show('2026/11/29 17:54', 34, 818, 8) + show('项目绩效目标表', 270, 818, 8),
    foot: (number) => show(address, 34, 30, 8) + show(`${number}/2`, 535, 30, 8),
  },
  'title and address over the page, number and date beneath it': {
    head: () => show('项目绩效目标表', 24, 818, 8) + show(address, 350, 818, 8),
    foot: (number) => show(`${number} / 2`, 24, 16, 8) + show('2026年11月29日 17:54:08', 480, 16, 8),
  },
};

test.each(Object.entries(browsers))('%s stays out of a table and parts none', async (_, { head, foot }) => {
  // Smaller than the lines of the browser, as on a page that was printed in half its size.
  const pages = [rows(plain.first, 26, 400), rows(plain.second, 640, 830)];
  const document = await readPdf(
    writePdf(pages.map((content, i) => ({ content: content + head(i + 1) + foot(i + 1), height: 842 }))),
  );
  expect(gridsOf(document).map(shape)).toEqual([whole]);
  const around = paragraphsOf(document);
  expect(around.map(({ role }) => role)).toEqual(Array(8).fill('furniture'));
  expect(around.map(({ text }) => text)).toContain('项目绩效目标表');
});

test('lines of a browser in a larger size than those of its one page are no heading', async () => {
  const { head, foot } = browsers['date and title over the page, address and number beneath it']!;
  const title = show('水渠修缮项目绩效目标表', 264, 700, 6);
  const document = await readPdf(
    writePdf([{ content: title + rows(plain.first, 600, 690) + head(1) + foot(1), height: 842 }]),
  );
  expect(paragraphsOf(document).map(({ text, role }) => [text, role])).toContainEqual([
    '水渠修缮项目绩效目标表',
    'heading',
  ]);
  expect(paragraphsOf(document).filter(({ role }) => role !== 'furniture')).toHaveLength(1);
});

test('an address in the last row of a table is an entry of it', async () => {
  const names = ['清淤长度', '更换闸门', 'http://jx.yunxi.example/31004'];
  const document = await readPdf(writePdf([{ content: rows(names, 26, 100), height: 842 }]));
  expect(shape(gridsOf(document)[0]!)).toContain('2,0 http://jx.yunxi.example/31004');
});
