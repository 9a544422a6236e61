import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 9;
const top = 700;
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 1 : 0.556), 0) * size;
const centred = (text: string, middle: number, y: number): string =>
  show(text, middle - widthOf(text) / 2, y, size);
const rule = (y: number): string => `0.8 w 50 ${y} m 530 ${y} l S\n`;

const indicators = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '县乡道路小修保养里程', '32公里'],
  ['产出指标', '质量指标', '路面修补材料验收合格率', '100%'],
  ['产出指标', '时效指标', '汛前桥涵检测按期完成率', '100%'],
  ['效益指标', '社会效益', '沿线群众出行条件的改善', '明显'],
  ['效益指标', '生态效益', '公路沿线环境整洁的程度', '良好'],
  ['满意度', '满意指标', '沿线群众对养护的满意度', '95%'],
];

describe('columns that figures side by side show', () => {
  test('part the two of a row whose other texts write across', async () => {
    const funds = [
      ['项目总额', '合计', '财政拨款', '单位资金'],
      ['961.43', '231.43', '730.00', '0.00'],
    ];
    const middles = [85, 190, 335, 400].map((x, i) => (i === 1 ? 300 : i === 2 ? 360 : i === 3 ? 480 : x));
    const rows = [
      ...funds.map((row, r) => row.map((text, c) => centred(text, middles[c]!, top - r * 20)).join('')),
      ...indicators.map((row, r) =>
        row.map((text, c) => centred(text, [85, 185, 330, 480][c]!, top - (r + 2) * 20)).join(''),
      ),
    ];
    const rules = Array.from({ length: rows.length + 1 }, (_, i) => rule(top + 13 - i * 20));
    const [grid] = gridsOf(await readPdf(writePdf([{ content: rules.join('') + rows.join('') }])));
    expect(shape(grid!).filter((cell) => cell.startsWith('1,'))).toEqual([
      '1,0 961.43',
      '1,1',
      '1,2 231.43',
      '1,3 730.00',
      '1,4 0.00',
    ]);
    expect(shape(grid!)).toContain('3,2 1×2 县乡道路小修保养里程');
  });
});

test('texts at the side of a column and in its middle, never beside each other, are of one column', async () => {
  const columns = [85, 185, 0, 480];
  const rows = [
    centred('全年预算数', 340, top) + centred('执行数', 480, top),
    ...['58.27', '58.27', '0', '0'].map(
      (text, r) => centred(text, 340, top - (r + 1) * 18) + centred(text, 480, top - (r + 1) * 18),
    ),
    ...indicators.map((row, r) =>
      row
        .map((text, c) =>
          c === 2
            ? r === 0
              ? centred(text, 340, top - (r + 5) * 18)
              : show(text.slice(0, 7), 250, top - (r + 5) * 18, size)
            : centred(text, columns[c]!, top - (r + 5) * 18),
        )
        .join(''),
    ),
  ];
  const rules = Array.from({ length: rows.length + 1 }, (_, i) => rule(top + 12 - i * 18));
  const [grid] = gridsOf(await readPdf(writePdf([{ content: rules.join('') + rows.join('') }])));
  expect(grid!.columns).toBe(4);
});

test('a blank between Chinese and a figure narrower than a character parts two columns', async () => {
  const sides = ['一般公共服务支出', '教育支出', '农林水支出', '交通运输支出', '住房保障支出'];
  const figures = ['3966.84', '908.42', '1477.44', '820.10', '6352.70'];
  const content = sides
    .map(
      (text, r) =>
        show(sides[sides.length - 1 - r]!, 60, top - r * 18, size) +
        show(figures[r]!, 200 - widthOf(figures[r]!), top - r * 18, size) +
        show(text, 203, top - r * 18, size) +
        show(figures[r]!, 360 - widthOf(figures[r]!), top - r * 18, size),
    )
    .join('');
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(shape(grid!).slice(0, 4)).toEqual([
    '0,0 住房保障支出',
    '0,1 3966.84',
    '0,2 一般公共服务支出',
    '0,3 3966.84',
  ]);
});
