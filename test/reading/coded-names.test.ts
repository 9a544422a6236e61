import { describe, expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Codes before names, rows across a side label, lists of unlike length; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const named = ({ indicators }: Readout): string[] =>
  indicators.map(
    ({ level1, level2, level3, weight, score }) =>
      `${level1}/${level2}/${level3} ${weight ?? '∅'} ${score ?? '∅'}`,
  );

describe('codes in front of names', () => {
  const scores = (last: number): Readout =>
    read(
      '财政项目支出绩效评价评分表',
      grid(`
 | 指标名称 | 分值 | 评分标准 | 得分 |
 | A决策 | 40 | | 38 |
 | A1项目立项 | 20 | | 20 |
 | A11立项依据 | 12 | 符合得满分 | 12 |
 | A12立项程序 | 8 | 规范得满分 | 8 |
 | A2绩效目标 | 20 | | 18 |
 | A21目标合理 | 20 | 合理得满分 | 18 |
 | B产出 | 60 | | 55 |
 | B11完成率 | 60 | 按比例 | ${last} |
 | 合计 | 100 | | 93 |`),
    );

  test('a code that the next goes on from is that of a group', () => {
    expect(named(scores(55))).toEqual([
      'A决策/A1项目立项/A11立项依据 12 12',
      'A决策/A1项目立项/A12立项程序 8 8',
      'A决策/A2绩效目标/A21目标合理 20 18',
      'B产出/null/B11完成率 60 55',
    ]);
    expect(errorsIn(scores(55))).toEqual([]);
  });

  test('a score that does not add up is told', () => {
    expect(errorsIn(scores(50))).toContain('SCR-02');
  });

  test('1 over 1.1 and 1.2, but not 1 over 11', () => {
    const rows = (second: string): string[] =>
      named(
        read(
          '部门整体支出绩效评价评分表',
          grid(`
 | 评价指标 | 分值 | 评价标准 | 得分 |
 | 1预算编制 | 40 | | 38 |
 | ${second}编制完整性 | 40 | 完整得满分 | 38 |
 | 2履职效益 | 60 | | 57 |
 | 2.1群众满意度 | 60 | ≥90% | 57 |
 | 合计 | 100 | | 95 |`),
        ),
      );
    expect(rows('1.1')).toEqual(['1预算编制/null/1.1编制完整性 40 38', '2履职效益/null/2.1群众满意度 60 57']);
    expect(rows('11')).toHaveLength(3);
  });
});

test('（一） in a column of ordinals is that of a group over 1 and 2', () => {
  const readout = read(
    '项目支出绩效评价打分表',
    '项目名称：老旧管网改造 专家姓名：________',
    grid(`
 | 序号 | 评价指标 | 满分 | 打分 | 评分依据 |
 | （一） | 项目决策 | 40 | 37 | |
 | 1 | 立项依据 | 20 | 19 | 依据充分 |
 | 2 | 绩效目标 | 20 | 18 | 目标基本明确 |
 | （二） | 项目效果 | 60 | 55 | |
 | 3 | 社会效益 | 40 | 37 | 漏损率下降 |
 | 4 | 满意度 | 20 | 18 | 调查满意度88% |
 | | 合计 | 100 | 92 | |`),
  );
  expect(named(readout)).toEqual([
    '项目决策/null/立项依据 20 19',
    '项目决策/null/绩效目标 20 18',
    '项目效果/null/社会效益 40 37',
    '项目效果/null/满意度 20 18',
  ]);
  expect(readout.filings[0]?.project).toBe('老旧管网改造');
  expect(errorsIn(readout)).toEqual([]);
});

test('rates of two funds side by side are each of their own figures', () => {
  const table = (rate: string): string[] =>
    errorsIn(
      read(
        '社会保险基金预算执行情况表（2031年度）',
        '单位：万元',
        grid(`
 | 项目 | 养老保险基金 | < | < | 失业保险基金 | < | < |
 | ^ | 预算数 | 执行数 | 执行率 | 预算数 | 执行数 | 执行率 |
 | 一、收入 | 68000 | 68950 | 101.40% | 4200 | 4116 | ${rate} |
 | 二、支出 | 66500 | 66300 | 99.70% | 3600 | 3510 | 97.50% |`),
      ),
    );
  expect(table('98.00%')).toEqual([]);
  expect(table('101.40%')).toEqual(['PCT-05']);
});

test('预算执行率 across the side label and the levels is a row of the table', () => {
  const readout = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 项目名称 | 免疫规划 | < | < | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | ^ | 产出指标（60分） | 数量指标 | 接种剂次 | ≥46万剂次 | 47.2万剂次 | 60 | 60 |
 | ^ | 效益指标（30分） | 社会效益指标 | 接种率 | ≥95% | 97.1% | 30 | 30 |
 | 预算执行率（10分） | < | < | < | 100% | 99.14% | 10 | 9.91 |
 | 合计 | < | < | < | < | < | 100 | 99.91 |`),
  );
  expect(readout.filings[0]).toMatchObject({
    execution_weight: 10,
    execution_score: 9.91,
    execution_rate: 99.14,
    total_score: 99.91,
  });
  expect(errorsIn(readout)).toEqual([]);
});

test('合计 below the shorter of two lists adds up that list', () => {
  const readout = read(
    '整体支出绩效自评表（2031年度）',
    grid(`
 | 单位名称 | 海岬市博物馆 | < | < | < |
 | 年度预算（万元） | 按收入性质分 | < | 按支出性质分 | < |
 | ^ | 一般公共预算 | 1260 | 基本支出 | 820 |
 | ^ | 政府性基金拨款 | 0 | 项目支出 | 520 |
 | ^ | 其他资金 | 80 | | |
 | ^ | 合计 | 1340 | 合计 | 1340 |`),
  );
  expect(counted(readout).filter((each) => /支出|合计 /.test(each))).toEqual([
    'funding 基本支出 current 2031 820 万元 of=合计',
    'funding 项目支出 current 2031 520 万元 of=合计',
    'funding 合计 current 2031 1340 万元',
    'funding 合计 current 2031 1340 万元',
  ]);
});

test('优 | 良 | 中 | 差 in a list of offices are how many, and no money', () => {
  const readout = read(
    '部门预算项目支出绩效自评情况统计表',
    '填报单位：海岬区财政局　　单位：个、万元',
    grid(`
 | 部门名称 | 自评项目数 | 自评项目金额 | 自评等级 | < | < | < |
 | ^ | ^ | ^ | 优 | 良 | 中 | 差 |
 | 区教育局 | 46 | 12860.5 | 40 | 5 | 1 | 0 |
 | 区卫健局 | 32 | 8635.2 | 27 | 4 | 1 | 0 |
 | 合计 | 78 | 21495.7 | 67 | 9 | 2 | 0 |`),
  );
  expect(readout.amounts.map(({ value }) => value)).toEqual([12860.5, 8635.2, 21495.7]);
  expect(readout.filings[0]?.organisation).toBe('海岬区财政局');
});
