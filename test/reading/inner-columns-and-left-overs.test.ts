import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Columns within others, what was left over, counts of pupils and points in cells of their own. Every name and figure is invented. */
test('a column within another is no part of 合计, and what an institution had left is', () => {
  const drawn = (total: string) =>
    read(
      '2031年部门收入总表',
      '单位名称：云岭师范学院　　单位：万元',
      grid(`
 | 科目编码 | 科目名称 | 合计 | 一般公共预算拨款收入 | 事业收入 | < | 其他收入 | 使用非财政拨款结余 |
 | ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | ^ | ^ |
 | 205 | 教育支出 | ${total} | 600.00 | 300.00 | 250.00 | 90.00 | 40.00 |
 | 20502 | 普通教育 | 1030.00 | 600.00 | 300.00 | 250.00 | 90.00 | 40.00 |
 | 208 | 社会保障和就业支出 | 150.00 | 100.00 | 50.00 | | | |
 | 20805 | 行政事业单位养老支出 | 150.00 | 100.00 | 50.00 | | | |
 | 合计 | < | 1180.00 | 700.00 | 350.00 | 250.00 | 90.00 | 40.00 |`),
    );
  expect(errorsIn(drawn('1030.00'))).toEqual([]);
  expect(errorsIn(drawn('1130.00'))).not.toEqual([]);
  expect(counted(drawn('1030.00'))).toContain('budget 合计 budget 2031 40 万元 fund=使用非财政拨款结余');
});

test('寄宿生数 counts pupils, 以前年度 is no year before the last', () => {
  const readout = read(
    '2030年度公用经费测算表',
    '单位：万元',
    grid(`
 | 学校名称 | 寄宿生数 | 标准（元） | 应安排金额 | 以前年度已拨 | 本年拨付 |
 | 城关中学 | 420 | 300 | 12.60 | 2.00 | 10.60 |
 | 双河中学 | 150 | 300 | 4.50 | 0.50 | 4.00 |`),
  );
  const lines = counted(readout);
  expect(lines).toContain('budget 城关中学 count 2030 420 人');
  expect(lines.filter((line) => line.includes(' 2028 '))).toEqual([]);
});

test('points of a level in a cell of their own are told where they stand', () => {
  const drawn = read(
    '2030年项目绩效评价得分表',
    grid(`
 | 一级指标 | 分值 | 三级指标 | 分值 | 得分 |
 | 产出 | 65 | 改造泵站 | 30 | 30 |
 | ^ | ^ | 清淤河道 | 30 | 28 |
 | 效益 | 40 | 受益村庄 | 40 | 40 |`),
  );
  const told = reconcile(drawn).findings.find(({ rule }) => rule === 'WGT-02');
  expect(told?.evidence.map(({ source }) => [source?.row, source?.column])).toContainEqual([1, 1]);
});

test('分配进度 is of what was shared out, and none of what was spent; 受益人次 are no money', () => {
  const drawn = () =>
    read(
      '2030年直达资金使用情况台账',
      '单位：万元',
      grid(`
 | 资金名称 | 下达金额 | 已分配金额 | 分配进度 | 已支出金额 | 支出进度 | 惠民人次 |
 | 困难群众救助 | 3200.00 | 3200.00 | 100.00% | 3040.00 | 95.00% | 28460 |
 | 公共卫生服务 | 800.00 | 600.00 | 75.00% | 400.00 | 50.00% | 3120 |
 | 合计 | 4000.00 | 3800.00 | 95.00% | 3440.00 | 86.00% | 31580 |`),
    );
  expect(errorsIn(drawn())).toEqual([]);
  expect(counted(drawn()).filter((line) => line.includes(' 人次'))).toHaveLength(3);
});

test('a caption of 部门/单位 names whose table it is, 受益学生数 how many there are', () => {
  const table = read(
    '项目支出表',
    '部门/单位：云岭市疾控中心　　单位：万元',
    grid('| 项目名称 | 合计 |\n | 疫苗冷链 | 620.00 |\n | 合计 | 620.00 |'),
  );
  expect(table.filings[0]?.organisation).toBe('云岭市疾控中心');
  const form = read(
    '2032年项目支出绩效目标表',
    grid(`
 | 项目名称 | 营养午餐 | < | < | < |
 | 受益学生数 | 1248 | 年度资金总额（万元） | 85 | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 产出指标 | 数量指标 | 供餐学校 | 12所 | 90 |`),
  );
  expect(counted(form)).toContain('staff 受益学生数 count 2032 1248 人');
});

test('a rate beside several plans is of the one that all other rows are of', () => {
  const drawn = (rate: string, other = '66.67%') =>
    read(
      '2030年直达资金使用情况台账',
      '单位：万元',
      grid(`
 | 资金名称 | 下达金额 | 已分配金额 | 已支出金额 | 支出进度 |
 | 困难群众救助 | 3200.00 | 3200.00 | 3040.00 | ${rate} |
 | 公共卫生服务 | 800.00 | 600.00 | 400.00 | 50.00% |
 | 农业救灾 | 600.00 | 500.00 | 400.00 | ${other} |
 | 合计 | 4600.00 | 4300.00 | 3840.00 | 83.48% |`),
    );
  expect(errorsIn(drawn('95.00%'))).toEqual([]);
  expect(errorsIn(drawn('98.00%'))).toEqual(['PCT-05']);
  // 400 ÷ 500: the rows are not of one plan.
  expect(errorsIn(drawn('98.00%', '80.00%'))).toEqual([]);
});
