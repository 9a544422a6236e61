import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Strokes below a level's name, forms of characters that labels have elsewhere, the rate of a total. Every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const told = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message.zh}`);
const levels = ({ indicators }: Readout): string[] =>
  indicators.map(({ level1, level2, level3 }) => `${level1}/${level2}/${level3}`);

test('a stroke below the name of a level stands for it like a blank, with its points', () => {
  const form = (points: string): Readout =>
    read(
      '2030年度部门整体支出绩效评价评分表',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 |
 | 投入 | 20 | 目标设定 | 8 | 绩效目标合理性 | ${points} | 4 |
 | -- | -- | -- | -- | 绩效指标明确性 | 4 | 3 |
 | -- | -- | 预算配置 | 12 | 在职人员控制率 | 12 | 12 |
 | 过程 | 40 | 预算执行 | 40 | 预算完成率 | 40 | 38 |
 | 产出 | 40 | 职责履行 | 40 | 重点工作完成率 | 40 | 40 |
 | 合计 | 100 | / | 100 | / | 100 | 97 |`),
    );
  expect(levels(form('4')).slice(0, 3)).toEqual([
    '投入/目标设定/绩效目标合理性',
    '投入/目标设定/绩效指标明确性',
    '投入/预算配置/在职人员控制率',
  ]);
  expect(told(form('4'))).toEqual([]);
  expect(told(form('6')).join()).toContain('“目标设定”分值');
});

test('a stroke beside a first level of its own is no name of the level above', () => {
  const readout = read(
    '2030年度项目支出绩效目标表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 清运垃圾 | ≥900吨 |
 | 效益指标 | — | 水质达标率 | ≥90% |
 | 效益指标 | — | 漂浮物减少率 | ≥30% |`),
  );
  expect(levels(readout).slice(1)).toEqual(['效益指标//水质达标率', '效益指标//漂浮物减少率']);
  const { findings } = reconcile(readout);
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)).toEqual(['STR-02']);
});

test('labels in the forms that other fonts have are read', () => {
  const readout = read(
    '項目支出績效自評表',
    grid(`
 | 一級指標 | 二級指標 | 三級指標 | 年度指標値 | 實際完成値 | 分值 | 得分 |
 | 産出指標 | 數量指標 | 保潔河道長度 | ≥36公里 | 34公里 | 50 | 47 |`),
  );
  expect(readout.indicators).toMatchObject([{ target: { value: 36 }, actual: { value: 34 } }]);
});

test('the rate of the total is read and held against its score and points', () => {
  const form = (rate: string): Readout =>
    read(
      '2030年度项目支出绩效评价评分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 | 得分率 |
 | 决策 | 立项 | 立项依据 | 10 | 9 | 90.00% |
 | 过程 | 资金管理 | 预算执行 | 20 | 18 | 90.00% |
 | 产出 | 数量 | 保洁长度 | 40 | 38 | 95.00% |
 | 效益 | 社会效益 | 水质改善 | 30 | 26.7 | 89.00% |
 | 合计 | < | < | 100 | 91.7 | ${rate} |`),
    );
  expect(form('91.70%').filings[0]?.other_totals).toEqual([
    { label: '得分率', of: 'score_rate', value: 91.7 },
  ]);
  expect(told(form('91.70%'))).toEqual([]);
  expect(told(form('94.70%')).join()).toContain('SCR-13 合计得分率');
});
