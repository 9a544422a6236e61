import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../parsers/geometry/marks.ts';
import { labelSpans } from '../../../parsers/geometry/rows/label-spans.ts';
import type { WrittenLine } from '../../../parsers/geometry/rows/written-line.ts';
import { alignedStarts } from '../../../parsers/geometry/texts/aligned-starts.ts';
import type { TextLine } from '../../../parsers/geometry/texts/lines.ts';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

// Forms between three lines, set as browsers set them: to the left of wide columns, each row one line high.
const size = 10;
const pitch = 17;
const top = 700;

type Row = readonly string[];
const rule = (row: number, x0 = 50, x1 = 790): string => {
  const y = top + 0.75 * pitch - row * pitch;
  return `0.8 w ${x0} ${y} m ${x1} ${y} l S\n`;
};
const setAt = (rows: readonly Row[], lefts: readonly number[]): string =>
  rows
    .flatMap((row, r) => row.map((text, c) => (text ? show(text, lefts[c]!, top - r * pitch, size) : '')))
    .join('');

async function cellsOf(content: string): Promise<string[]> {
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content, width: 842, height: 780 }])));
  expect(more).toEqual([]);
  return shape(grid!);
}

const asCells = (rows: readonly Row[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim()));

describe('rows one line high between three lines', () => {
  test('labels and heads below them are rows, for their columns had room', async () => {
    const rows = [
      ['项目编码', '53000032210000001', '项目名称', '学生营养改善'],
      ['预算部门', '松原县教育体育局', '资金总额', '12,600,000.00元'],
      ['绩效目标', '保障1.26万名学生', '', ''],
      ['序号', '一级指标', '二级指标', '三级指标'],
      ['1', '产出指标', '数量指标', '受益学生人数≥12600人'],
      ['2', '产出指标', '质量指标', '食品安全合格率=100%'],
      ['3', '效益指标', '社会效益指标', '学生体质达标率≥92%'],
    ];
    const content = rule(0) + rule(1) + rule(rows.length) + setAt(rows, [54, 200, 400, 600]);
    expect(await cellsOf(content)).toEqual(asCells(rows));
  });

  test('values with units over one another are rows beside a label in the middle of both', async () => {
    const rows = [
      ['产出指标', '数量指标', '接待读者', '≥30万人次', '31万人次'],
      ['', '', '保护遗产', '15项', '15项'],
      ['', '质量指标', '投诉办结率', '100%', '100%'],
      ['效益指标', '社会效益', '收入增长', '≥6%', '7%'],
      ['满意度指标', '服务对象', '游客满意度', '≥92%', '94%'],
    ];
    const lefts = [54, 180, 320, 460, 620];
    const head = ['一级指标', '二级指标', '三级指标', '指标值', '完成值'];
    const inMiddle =
      show('产出指标', lefts[0]!, top - 2 * pitch, size) +
      show('数量指标', lefts[1]!, top - 1.5 * pitch, size);
    const others = rows.map((row, r) =>
      r < 2 ? ['', '', ...row.slice(2)] : r === 2 ? ['', ...row.slice(1)] : row,
    );
    const content = rule(0) + rule(1) + rule(6) + inMiddle + setAt([head, ...others], lefts);
    const cells = await cellsOf(content);
    expect(cells).toContain('1,1 2×1 数量指标');
    expect(cells.filter((cell) => / (?:≥30万人次|15项)$/.test(cell))).toEqual([
      '1,3 ≥30万人次',
      '2,3 15项',
      '2,4 15项',
    ]);
  });

  test('columns of figures that leave other rows blank show them', async () => {
    const lefts = [54, 110, 160, 320, 440, 560, 690];
    const heads = ['', '', '科目名称', '合计', '基本支出', '项目支出', '经营支出'];
    const body = [
      ['合计', '', '', '2860.50', '1640.30', '1220.20', '0'],
      ['213', '', '农林水支出', '2560.20', '1340.00', '1220.20'],
      ['213', '01', '行政运行', '1340.00', '1340.00', ''],
      ['213', '05', '森林培育', '820.20', '', '820.20'],
      ['213', '34', '防灾减灾', '400.00', '', '400.00'],
      ['221', '', '住房保障', '300.30', '300.30', ''],
      ['221', '01', '住房公积金', '300.30', '300.30', ''],
    ];
    const content =
      rule(0) +
      rule(1, 50, 156) +
      rule(2, 156) +
      rule(2 + body.length) +
      show('科目编码', 54, top, size) +
      heads.map((text, c) => (text ? show(text, lefts[c]!, top - pitch / 2, size) : '')).join('') +
      setAt([[], ['类', '款'], ...body], lefts);
    const cells = await cellsOf(content);
    expect(cells.filter((cell) => /^\d,3 \d[\d.]*$/.test(cell)).map((cell) => cell.split(' ')[1])).toEqual(
      body.map((row) => row[3]),
    );
  });

  test('names at the top of their groups stay in their rows', async () => {
    const rows = [
      ['一级指标', '二级指标', '三级指标', '评价标准', '得分'],
      ['决策', '立项', '立项依据', '依据充分得满分', '4'],
      ['', '', '立项程序', '程序规范得满分', '3'],
      ['', '目标', '目标合理性', '合理得满分', '3'],
      ['', '', '指标明确性', '明确得满分', '3.5'],
      ['过程', '资金', '资金到位率', '按比率', '5'],
      ['', '', '预算执行率', '按比率', '9.2'],
      ['', '管理', '制度健全性', '健全得满分', '8'],
      ['产出', '数量', '完成率', '按比率', '19'],
      ['', '质量', '合格率', '按比率', '15'],
    ];
    const content = rule(0) + rule(1) + rule(rows.length) + setAt(rows, [54, 180, 320, 460, 640]);
    expect(await cellsOf(content)).toEqual(asCells(rows));
  });

  test('a head over its parts, beside others in the middle of both, spans them', async () => {
    const body = [
      ['数量指标', '改造里程', '120', '130', '140'],
      ['质量指标', '验收合格率', '100', '100', '100'],
      ['时效指标', '完工及时率', '95', '95', '95'],
      ['效益指标', '受益村数', '46', '50', '52'],
    ];
    const lefts = [54, 200, 360, 500, 640];
    const heads =
      ['二级指标', '三级指标'].map((text, c) => show(text, lefts[c]!, top - pitch / 2, size)).join('') +
      show('指标值', lefts[2]!, top, size);
    const years = ['2032年', '2033年', '2034年'].map((text, c) =>
      show(text, lefts[c + 2]!, top - pitch, size),
    );
    const content =
      rule(0) + rule(2) + rule(2 + body.length) + heads + years.join('') + setAt([[], [], ...body], lefts);
    expect(await cellsOf(content)).toEqual([
      '0,0 2×1 二级指标',
      '0,1 2×1 三级指标',
      '0,2 1×3 指标值',
      '1,2 2032年',
      '1,3 2033年',
      '1,4 2034年',
      ...asCells(body).map((cell) => cell.replace(/^\d/, (row) => `${Number(row) + 2}`)),
    ]);
  });
});

test('a head apart by a narrow white is of the column whose texts begin under it, three lines of text below each other', () => {
  const glyph = (text: string, x0: number, line: number): Glyph => ({
    text,
    box: { x0, x1: x0 + size, y0: line * pitch, y1: line * pitch + size },
    baseline: line * pitch + size,
    size,
    turn: 0,
    font: 'F',
    bold: false,
    colour: '#000000',
    run: line,
    cut: false,
  });
  const [left, start] = [100, 166];
  const head = [...'下达金额万元'].map((text, i) => glyph(text, left + i * size, 0));
  const next = glyph('支', start, 0);
  const body = (line: number): Glyph[] => [glyph('2', left, line), glyph('3', start, line)];
  const lines = Array.from({ length: 10 }, (_, line) => ({
    glyphs: line === 0 ? [...head, next] : line % 3 === 0 ? body(line) : [glyph('续', left, line)],
  }));
  expect([...alignedStarts(lines as TextLine[], 1)]).toEqual([next]);
});

test('names as wide as each other, each in the middle of its row, are not one label over these and the blank row below', () => {
  const bounds = [0, 20, 40, 60, 80];
  const names = ['东城区', '西城区', '南湖县'].map((text, i): WrittenLine => {
    const [y0, y1] = [i * 20 + (i ? 5 : 6), i * 20 + 15.6];
    const sides = { x0: 100, x1: 130, width: 30, first: 1, last: 1, size };
    const told = { upright: false, figure: false, full: true, torn: false, section: false, next: null };
    return { ...sides, ...told, y0, y1, middle: (y0 + y1) / 2, text };
  });
  expect(labelSpans(names, bounds, 20, [false, false, false, false]).bounds.slice(0, 3)).toEqual([0, 20, 40]);
});
