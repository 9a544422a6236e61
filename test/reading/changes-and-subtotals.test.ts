import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** Points after a change, and what a level comes to. Every name and figure is invented. */
test('the points of a row are those after a change, whose form is made in the middle of its year', () => {
  const drawn = (points: string) =>
    read(
      '2031年度项目支出绩效目标中期调整表',
      grid(`
 | 二级指标 | 三级指标 | 调整前 | < | 调整后 | < |
 | ^ | ^ | 指标值 | 分值 | 指标值 | 分值 |
 | 数量指标 | 提升公园 | 8个 | 60 | 6个 | ${points} |
 | 质量指标 | 验收合格率 | 100% | 30 | 100% | 50 |`),
    );
  const [row] = drawn('40').indicators;
  expect([row?.section, row?.target?.value, row?.weight]).toEqual(['annual', 6, 40]);
  expect(row?.remark?.split('；').sort()).toEqual(['调整前分值：60', '调整前指标值：8个']);
  expect(errorsIn(drawn('40'))).toEqual([]);
  expect(errorsIn(drawn('70'))).toEqual(['WGT-01']);
});

test('小计 below the rows of a level says what the level has and got', () => {
  const drawn = (points = '40', score = '38') =>
    read(
      '2031年度部门整体支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 计划 | 完成 | 权重 | 得分 |
 | 履职效能 | 重点任务 | 科普展览 | 12场 | 12场 | 20 | 20 |
 | ^ | ^ | 科普进校园 | 30次 | 27次 | 20 | 18 |
 | ^ | 小计 | < | < | < | ${points} | ${score} |
 | 管理效率 | 资产管理 | 资产盘点率 | 100% | 100% | 60 | 60 |
 | ^ | 小计 | < | < | < | 60 | 60 |
 | 合计 | < | < | < | < | 100 | 98 |`),
    );
  expect(
    drawn().indicators.map(({ level1_score, level1_weight, level3 }) => [
      level3,
      level1_weight,
      level1_score,
    ]),
  ).toEqual([
    ['科普展览', 40, 38],
    ['科普进校园', 40, 38],
    ['资产盘点率', 60, 60],
  ]);
  expect(errorsIn(drawn())).toEqual([]);
  expect(errorsIn(drawn('50'))).not.toEqual([]);
  const { findings } = reconcile(drawn('40', '35'));
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)).not.toEqual([]);
});
