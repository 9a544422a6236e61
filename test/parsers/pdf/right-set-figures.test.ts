import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 8;
const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[,.\s]/.test(sign) ? 0.25 : /[\d()—-]/.test(sign) ? 0.5 : 1), 0) *
  size;
const centred = (text: string, x0: number, x1: number, y: number): string =>
  show(text, (x0 + x1 - width(text)) / 2, y, size);
const rightSet = (text: string, x1: number, y: number): string => show(text, x1 - 3 - width(text), y, size);
const rule = (x0: number, x1: number, y: number): string => `0.7 w ${x0} ${y} m ${x1} ${y} l S\n`;

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

test('a short head over figures that are set to the right stands in their column, with an index of columns below it', async () => {
  const xs = [30, 120, 180, 275, 370, 465, 560];
  const body = [
    ['教育支出', '1,373.27', '1,118.12', '273.62', '844.50', '255.15'],
    ['普通教育', '1,373.27', '1,118.12', '273.62', '844.50', '255.15'],
    ['学前教育', '550.00', '550.00', '0.00', '550.00', '0.00'],
    ['小学教育', '823.27', '568.12', '273.62', '294.50', '255.15'],
  ];
  const row = (cells: readonly string[], y: number): string =>
    show(cells[0]!, xs[0]! + 3, y, size) +
    cells
      .slice(1)
      .map((text, i) => rightSet(text, xs[i + 2]!, y))
      .join('');
  const under = ['小计', '人员经费', '公用经费'];
  const content = [
    centred('科目名称', xs[0]!, xs[1]!, 684),
    centred('合计', xs[1]!, xs[2]!, 684),
    centred('基本支出', xs[2]!, xs[5]!, 690),
    ...under.map((text, i) => centred(text, xs[i + 2]!, xs[i + 3]!, 678)),
    centred('项目支出', xs[5]!, xs[6]!, 684),
    centred('栏次', xs[0]!, xs[1]!, 664),
    ...['1', '2', '3', '4', '5'].map((text, i) => centred(text, xs[i + 1]!, xs[i + 2]!, 664)),
    ...body.map((cells, i) => row(cells, 651 - 13 * i)),
    rule(xs[0]!, xs[6]!, 700),
    rule(xs[2]!, xs[5]!, 687),
    rule(xs[0]!, xs[6]!, 674),
    rule(xs[0]!, xs[6]!, 606),
  ].join('');
  const [grid, ...others] = await read(content);
  expect(others).toEqual([]);
  expect(grid!.slice(0, 7)).toEqual([
    '0,0 2×1 科目名称',
    '0,1 2×1 合计',
    '0,2 1×3 基本支出',
    '0,5 2×1 项目支出',
    '1,2 小计',
    '1,3 人员经费',
    '1,4 公用经费',
  ]);
  expect(grid!.slice(13, 19)).toEqual(body[0]!.map((text, c) => `3,${c} ${text}`));
});

test('the line under a last row that begins and ends with a short word leads from no title to its page', async () => {
  const rows = [
    ['单位名称', '合计', '基本支出', '项目支出'],
    ['幼儿园', '625.72', '625.72', '—'],
    ['教研中心', '102.30', '50.67', '51.63'],
    ['合  计', '728.02', '676.39', '—'],
  ];
  const xs = [40, 200, 320, 440, 560];
  const at = (r: number): number => 700 - 15 * r;
  const content = rows.map((cells, r) =>
    cells
      .map((text, c) =>
        c === 0 && r > 0
          ? text.includes(' ')
            ? show('合', 43, at(r) - 11, size) + show('计', 43 + 2 * size, at(r) - 11, size)
            : show(text, 43, at(r) - 11, size)
          : r === 0
            ? centred(text, xs[c]!, xs[c + 1]!, at(r) - 11)
            : rightSet(text, xs[c + 1]!, at(r) - 11),
      )
      .join(''),
  );
  const rules = [0, 1, 2, 3, 4].map((r) => rule(xs[0]!, xs[4]!, at(r)));
  const [grid] = await read([...content, ...rules].join(''));
  expect(grid!.slice(-4).map((cell) => cell.replace(/^(\d,\d).*?([^ ]+)$/, '$1 $2'))).toEqual([
    '3,0 计',
    '3,1 728.02',
    '3,2 676.39',
    '3,3 —',
  ]);
});
