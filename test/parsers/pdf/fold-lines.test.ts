import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const texts = [
  ['指标', '单位', '目标值', '权重'],
  ['清淤长度', '公里', '32', '5'],
  ['合格率', '%', '95', '6'],
];
/** Its second column line lies in the middle of the page, as the fold does. */
const drawn = (xs: number[], ys: number[]): string =>
  drawTable(
    {
      xs,
      ys,
      cells: texts.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
    },
    'strokes',
  );
const form = `${drawn([60, 180, 297.5, 420, 535], [60, 90, 120, 150])}\n${show('项目绩效目标表', 245, 800, 15)}`;
const cells = texts.flatMap((row, r) => row.map((text, column) => `${r},${column} ${text}`));

const upright = '0.5 w 297.5 0 m 297.5 842 l S';
const level = '0.5 w 0 737 m 595 737 l S';

describe('lines along which a sheet is folded', () => {
  test.each([
    ['upright', upright],
    ['level', level],
    ['both', `${upright} ${level}`],
    ['dashed', `[3 3] 0 d ${upright} ${level} [] 0 d`],
  ])('are none of its table: %s', async (_, folds) => {
    const document = await readPdf(writePdf([{ content: `${form}\n${folds}` }]));
    const [grid, ...more] = gridsOf(document);
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(cells);
    expect(paragraphsOf(document).map(({ text, role }) => [text, role])).toEqual([
      ['项目绩效目标表', 'heading'],
    ]);
  });

  test('are not told from the lines of a table that fills its page', async () => {
    const whole = drawn([0, 150, 300, 450, 595], [0, 280, 560, 842]);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: whole }])));
    expect(shape(grid!)).toEqual(cells);
  });
});

describe('a table that the edge of its page cuts off', () => {
  const read = async (width: number) => {
    const document = await readPdf(writePdf([{ content: form, width }]));
    return { document, grid: gridsOf(document)[0]! };
  };

  test('is in question where texts of its rows lie beyond', async () => {
    const { document, grid } = await read(460);
    expect(document.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
    expect(grid.confidence).toBe(0.5);
  });

  test('is sure where none do', async () => {
    const { document, grid } = await read(536);
    expect(document.warnings).toEqual([]);
    expect(grid.confidence).toBe(1);
  });
});
