import { expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Names that hold a value, a level or points; every name and figure is invented. */
type Readout = ReturnType<typeof read>;

test('受益人数≥1200人 as the name where no column gives the values', () => {
  const rows = (last: string): string => `
 | 序号 | 一级指标 | 二级指标 | 三级指标 |${last === '' ? '' : ' 指标值 |'}
 | 1 | 产出指标 | 数量指标 | 受益人数≥1200人 |${last}
 | 2 | 效益指标 | 社会效益指标 | 体质达标率≥92% |${last}
 | 3 | 满意度指标 | 服务对象满意度指标 | 家长满意度 |${last}`;
  const named = (last: string) =>
    read('2032年项目绩效目标表', grid(rows(last))).indicators.map(({ level3, target }) => [
      level3,
      target?.op,
      target?.value,
    ]);
  expect(named('')).toEqual([
    ['受益人数', '>=', 1200],
    ['体质达标率', '>=', 92],
    ['家长满意度', undefined, undefined],
  ]);
  expect(named(' 达标 |')[0]).toEqual(['受益人数≥1200人', null, null]);
});

test('【产出】 in front of a name is its level', () => {
  const readout = read(
    '项目支出绩效自评表',
    grid(`
 | 指标 | 年度目标值 | 实际完成值 | 分值 | 得分 |
 | 【产出】抽检批次 | 1200批次 | 1260批次 | 60 | 60 |
 | 【社会效益】投诉下降率 | ≥5% | 5.6% | 30 | 30 |
 | 【专项】群众满意度 | ≥88% | 90% | 10 | 10 |`),
  );
  expect(readout.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
    ['产出', null, '抽检批次'],
    [null, '社会效益', '投诉下降率'],
    [null, null, '【专项】群众满意度'],
  ]);
});

test('scores of a hundred beside what they come to by weight', () => {
  const form = (first: string): Readout =>
    read(
      '2031年度绩效自评综合得分表',
      grid(`
 | 评价维度 | 权重 | 自评得分 | 加权得分 |
 | 项目决策 | 40% | 96 | ${first} |
 | 项目效益 | 60% | 95 | 57 |
 | 综合得分 | 100% | | 95.4 |`),
    );
  expect(form('38.4').filings[0]?.total_score).toBe(95.4);
  expect(errorsIn(form('38.4'))).toEqual([]);
  expect(errorsIn(form('48.4'))).not.toEqual([]);
});

test('合计（100分） prints the points of all', () => {
  const readout = read(
    '部门整体支出绩效评价指标评分表',
    grid(`
 | 一级指标及分值 | 三级指标及分值 | 评分标准 | 自评得分 |
 | 投入（40分） | 绩效目标合理性（40分） | 符合得满分 | 38 |
 | 产出（60分） | 重点工作办结率（60分） | 按比例 | 57 |
 | 合计（100分） | （100分） | | 95 |`),
  );
  expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: 95 });
});

test('资金名称 beside heads of money and of goals is a list of funds', () => {
  const readout = read(
    '海岬县水务局2031年度专项资金绩效自评情况表',
    grid(`
 | 资金名称 | 下达文号 | 下达金额（万元） | 支出金额（万元） | 结余（万元） | 资金使用率 | 绩效目标 | 完成情况 |
 | 中央水利发展资金 | 财农〔2031〕12号 | 2600 | 2548 | 52 | 98% | 治理河道8公里 | 治理8.2公里 |
 | 县级饮水安全 | 财预〔2031〕7号 | 150 | 141 | 9 | 94% | 维修管网12公里 | 维修12公里 |
 | 合计 | | 2750 | 2689 | 61 | 97.78% | | |`),
  );
  expect(readout.filings[0]?.project).toBeNull();
  expect(counted(readout).slice(0, 3)).toEqual([
    'projects 中央水利发展资金 current 2031 2600 万元 of=合计',
    'projects 中央水利发展资金 executed 2031 2548 万元 of=合计',
    'projects 中央水利发展资金 balance 2031 52 万元 of=合计',
  ]);
});

test('类型 | 名称 between 绩效指标 and the values: the second names, the first is a level', () => {
  const readout = read(
    '部门预算绩效目标表（部门整体 2033年度）',
    grid(`
 | 部门名称 | 海岬区审计局 | < | < | < | < |
 | 绩效指标 | 类型 | 名称 | 数值 | 单位 | 权重 |
 | 产出指标 | 数量 | 审计项目完成数 | 18 | 个 | 40 |
 | ^ | 质量 | 报告合格率 | ≥95 | % | 20 |
 | 效益指标 | 社会效益 | 促进增收节支 | ≥2000 | 万元 | 40 |`),
  );
  expect(readout.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
    ['产出指标', '数量', '审计项目完成数'],
    ['产出指标', '质量', '报告合格率'],
    ['效益指标', '社会效益', '促进增收节支'],
  ]);
});

test('申报金额 | 评审金额 | 核减金额 in pairs are sums each', () => {
  const readout = read(
    '项目预算绩效评审表',
    grid(`
 | 项目名称 | 数字图书馆建设 | 申报单位 | 海岬区图书馆 |
 | 申报金额 | 268.00万元 | 评审金额 | 231.50万元 |
 | 核减金额 | 36.50万元 | 备注 | 无 |`),
  );
  expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
    ['申报金额', 268],
    ['评审金额', 231.5],
    ['核减金额', 36.5],
  ]);
});

test('points that stand behind a name are found in the cell of that name', () => {
  const readout = read(
    '项目绩效评价评分表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 评分标准 | 得分 |
 | 决策（40分） | 资金投入（40分） | 预算编制科学性（25分） | 缺一项扣5分 | 25 |
 | ^ | ^ | 资金分配合理性（15分） | 缺一项扣5分 | 15 |
 | 产出（60分） | 产出数量（60分） | 实际完成率（60分） | 计满分 | 60 |`),
  );
  expect(
    readout.indicators.map(({ weight, source }) => [weight, source.weight?.row, source.weight?.column]),
  ).toEqual([
    [25, 1, 2],
    [15, 2, 2],
    [60, 3, 2],
  ]);
});
