import { expect, test } from 'vitest';
import type { Grid } from '../../schemas/index.ts';
import {
  blankFoot,
  filled,
  invisibleSigns,
  trailingBreaks,
  twoColumns,
  twoRows,
  unmerged,
  wideDigits,
  widened,
} from '../../scripts/generate/retyped-grids.ts';
import { tablesOf } from '../../src/reading/table/table.ts';
import { counted, document, grid, read } from './drawing.ts';

/** What a form says must not hang on how its texts and cells were typed. */
const department = () =>
  grid(`
  | 部门（单位）名称 | 青禾县图书馆 | < | < | < | < | < |
  | 部门总体资金情况 | 总体资金情况 | < | 当年金额 | 占比 | 近两年收支金额 | < |
  | ^ | ^ | ^ | ^ | ^ | 2031年 | 2032年 |
  | ^ | 收入构成 | 财政拨款 | 900.00 | 90% | 810.00 | 850.00 |
  | ^ | ^ | 单位资金 | 100.00 | 10% | 90.00 | 95.00 |
  | ^ | ^ | 合计 | 1000.00 | 100% | 900.00 | 945.00 |`);

const targets = () =>
  grid(`
  | 年度目标1： | 保持河道清洁。 | < | < | < |
  | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
  | ^ | 产出指标（50分） | 数量指标 | 清运漂浮物 | ≥1823吨 |
  | 年度目标2： | 保障堤防安全。 | < | < | < |
  | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
  | ^ | 产出指标（50分） | 数量指标 | 巡查堤防 | 56公里 |`);

test.each([
  ['blanks that widen its words', widened],
  ['digits as wide as its words', wideDigits],
  ['its merges lost', unmerged],
  ['its merged texts in every cell', filled],
])('a table of money says the same with %s', (_, change) => {
  const plain = counted(read('部门整体绩效目标申报表', '单位：万元', department()));
  expect(plain.filter((line) => line.includes(' 2033 '))).toHaveLength(3);
  expect(counted(read('部门整体绩效目标申报表', '单位：万元', change(department())))).toEqual(plain);
});

test('an allocation whose merges were lost or filled in keeps its codes, and a head over two columns of one figure is none of two', () => {
  const table = () =>
    grid(`
    | 项目单位 | 2130122-农业生产发展 | < | 2130108-病虫害控制 | 合计 | < |
    | ^ | 良种补助 | 地力补助 | 防疫员补助 | ^ | ^ |
    | 双槐镇 | 22.7 | 26.0 | | 48.7 | < |
    | 麦场乡 | 14.4 | 3.5 | 1.1 | 19.0 | < |
    | 合计 | 37.1 | 29.5 | 1.1 | 67.7 | < |`);
  const said = (given: Grid) => {
    const { filings, amounts } = read('2032年农业发展资金分配表', '单位：万元', given);
    return [
      filings[0]?.organisation,
      amounts.map(({ item, column_label: head, code, value }) => [item, head, code, value]),
    ];
  };
  const plain = said(table());
  expect(plain[0]).toBeNull();
  expect(plain[1]).toContainEqual(['双槐镇', '2130122-农业生产发展 / 地力补助', '2130122', 26]);
  expect(said(unmerged(table()))).toEqual(plain);
  expect(said(filled(table()))).toEqual(plain);
});

test('figures whose cells were merged over blanks keep their heads where the merges are lost', () => {
  const table = () =>
    grid(`
    | 项目名称 | 青禾县河道保洁 | < | < | < | < | < |
    | 项目资金（万元） | | 全年预算数 | < | 全年执行数 | < | 执行率 |
    | ^ | 年度资金总额 | 120.00 | < | 90.00 | < | 75% |
    | ^ | 其中：财政拨款 | 100.00 | < | 80.00 | < | 80% |
    | ^ | 其他资金 | 20.00 | < | 10.00 | < | 50% |`);
  const said = (given: Grid) => counted(read('2032年项目支出绩效自评表', given));
  const plain = said(table());
  expect(plain).toContain('funding 年度资金总额 executed 2032 90 万元');
  expect(said(unmerged(table()))).toEqual(plain);
  expect(said(filled(table()))).toEqual(plain);
});

test('a table of codes says the same where each of its columns is two of the sheet', () => {
  const table = grid(`
  | 科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出 |
  | 类 | 款 | 项 | ^ | ^ | ^ | ^ |
  | 208 | | | 社会保障和就业支出 | 30 | 20 | 10 |
  | | 05 | | 行政事业单位养老支出 | 30 | 20 | 10 |
  | | | 01 | 行政单位离退休 | 30 | 20 | 10 |`);
  const said = (given: Grid) => counted(read('2032年支出预算表', '单位：万元', given));
  const plain = said(table);
  expect(plain.filter((line) => line.includes('code=2080501'))).toHaveLength(3);
  expect(said(twoColumns(table))).toEqual(plain);
});

test('a total whose further names are strokes is one', () => {
  const list = (none: string) =>
    counted(
      read(
        '2032年项目支出明细表',
        '单位：万元',
        grid(`
        | 单位编码 | 单位名称 | 项目名称 | 项目类别 | 总计 | 当年拨款 | 上年结转 |
        | ${none} | 合计 | ${none} | ${none} | 300.00 | 260.00 | 40.00 |
        | 105001 | 青禾县教体局 | 薄弱学校改造 | 特定目标类 | 200.00 | 180.00 | 20.00 |
        | 105001 | 青禾县教体局 | 体育赛事 | 特定目标类 | 100.00 | 80.00 | 20.00 |`),
      ),
    );
  const plain = list('');
  expect(plain.filter((line) => line.includes('合计'))).not.toEqual([]);
  expect(list('—')).toEqual(plain);
  expect(list('/')).toEqual(plain);
});

test('rows of labels and answers that have blanks are no heads', () => {
  const form = grid(`
  | 项目名称 | 青禾县河道保洁 | | 主管部门 | 青禾县水务局 |
  | 项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 |
  | | 年度资金总额 | 100 | 90 | 90% |
  | | 其中：财政拨款 | 100 | 90 | 90% |`);
  const { filings, amounts } = read('2032年项目支出绩效自评表', form);
  expect(filings[0]).toMatchObject({ project: '青禾县河道保洁', supervisor: '青禾县水务局' });
  expect(amounts.map(({ column_label }) => column_label)).toEqual(
    expect.arrayContaining(['全年预算数', '执行率']),
  );
});

const scored = () =>
  grid(`
  | 项目名称 | 青禾县河道保洁 | < | < | < |
  | 一级指标 | 三级指标 | 指标值 | 分值 | 得分 |
  | 产出指标 | 清运漂浮物 | ≥1823吨 | 60 | 58 |
  | 效益指标 | 居民满意 | ≥90% | 40 | 40 |
  | 总分 | < | < | 100 | 98 |`);

test.each([
  ['a blank row at its foot', blankFoot],
  ['signs that nobody sees', invisibleSigns],
  ['line breaks behind its texts', trailingBreaks],
])('a table of scores says the same with %s', (_, change) => {
  const said = (given: Grid) => {
    const { filings, indicators } = read('2032年项目支出绩效自评表', given);
    return [filings[0]?.total_score, indicators.map(({ level3, weight, score }) => [level3, weight, score])];
  };
  const plain = said(scored());
  expect(plain[0]).toBe(98);
  expect(said(change(scored()))).toEqual(plain);
});

test.each([
  ['blanks that widen its words', widened],
  ['digits as wide as its words', wideDigits],
  ['rows of two rows of the sheet', twoRows],
  ['its merged texts in every cell', filled],
])('a table of targets says the same with %s', (_, change) => {
  const said = (given: Grid) =>
    read('部门整体绩效目标申报表（2032年）', given).indicators.map(
      ({ goal, level1, level1_weight, target }) => [goal, level1, level1_weight, target?.value],
    );
  const plain = said(targets());
  expect(plain).toEqual([
    ['保持河道清洁。', '产出指标', 50, 1823],
    ['保障堤防安全。', '产出指标', 50, 56],
  ]);
  expect(said(change(targets()))).toEqual(plain);
});

test('a title whose cell is merged less wide than half of its table is one above all else, and none beside a label', () => {
  const titled = (rows: string) => read(grid(rows)).filings.map(({ title }) => title);
  const body = `
  | 项目名称 | < | 青禾县河道保洁 | < | < | < |
  | 一级指标 | < | 二级指标 | 三级指标 | 指标值 | < |
  | 产出指标 | < | 数量指标 | 清运漂浮物 | ≥1823吨 | < |`;
  expect(titled(`\n| 2032年项目支出绩效目标表 | < | | | | |${body}`)).toEqual(['2032年项目支出绩效目标表']);
  expect(titled(`${body}\n| 项目绩效目标表 | < | | | | |`)).toEqual([null]);
});

test('heads and figures filled in over forty thousand rows, and a thousand sheets of one width, are not gone through again for each', () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `| 甲乙${i} | 甲乙${i} | ${i} | ${i} |`);
  const long = grid(['| 项目 | 项目 | 金额 | 金额 |', ...rows].join('\n'));
  const [table] = [...tablesOf(document(long)).values()];
  expect(table?.grid.cells.at(-1)).toMatchObject({ column: 2, columnSpan: 2 });
  const names = Array.from({ length: 40_000 }, (_, i) =>
    i % 2 ? '| 甲 | | 丙 | 丁 |' : '| | 乙 | 丙 | 丁 |',
  );
  expect(tablesOf(document(grid(names.join('\n')))).size).toBe(1);
  const sheet = grid(Array.from({ length: 40 }, (_, i) => `| a${i} | b | c | d | e | f |`).join('\n'));
  expect(tablesOf(document(...Array.from({ length: 1000 }, () => sheet))).size).toBe(1000);
});
