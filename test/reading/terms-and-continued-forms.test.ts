import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, line, read } from './drawing.ts';

/** Values at both ends of a year, forms that go on below a second title, what is left of a fund. Every name and figure is invented. */
test('年初值 | 全年值 is what was aimed at and what came of it', () => {
  const [row] = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 二级指标 | 三级指标 | 计算公式 | 年初值 | 全年值 | 分值 | 得分 |
 | 数量指标 | 更新雨量计 | 实际台数 | ≥60台 | 62台 | 10 | 10 |`),
  ).indicators;
  expect([row?.target?.value, row?.actual?.value]).toEqual([60, 62]);
});

test('the year stands in a column beside the projects of a list', () => {
  const { filings } = read(
    '绩效目标导出表',
    grid(`
 | 年度 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 2031 | 图书采购 | 产出指标 | 数量指标 | 采购图书 | ≥8000册 | 30 |
 | 2031 | 校舍维修 | 产出指标 | 数量指标 | 维修校舍 | ≥12间 | 40 |`),
  );
  expect(filings.map(({ project, year }) => [project, year])).toEqual([
    ['图书采购', 2031],
    ['校舍维修', 2031],
  ]);
});

test('what is left at the end of a year is no part of what was spent in it', () => {
  const readout = read(
    '2031年度社会保险基金预算绩效目标表',
    '单位：万元',
    grid(`
 | 基金名称 | 居民养老保险基金 | < | < |
 | 基金预算情况 | 项目 | 上年执行数 | 本年预算数 |
 | ^ | 本年收入 | 12,600.00 | 13,230.00 |
 | ^ | 其中：保险费收入 | 3,200.00 | 3,360.00 |
 | ^ | 本年支出 | 9,800.00 | 10,290.00 |
 | ^ | 年末滚存结余 | 22,400.00 | 25,340.00 |
 | 二级指标 | 三级指标 | 指标值 | < |
 | 数量指标 | 参保人数 | ≥21万人 | < |`),
  );
  expect(readout.amounts.filter(({ item }) => item === '年末滚存结余').map(({ parent }) => parent)).toEqual([
    null,
    null,
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('by how many points two scores differ is no money', () => {
  const readout = read(
    '绩效自评抽查复核情况表',
    grid(`
 | 序号 | 项目名称 | 自评得分 | 复核得分 | 差异 | 差异原因 |
 | 1 | 旅游推广 | 95.5 | 90 | -5.5 | 佐证不足 |
 | 2 | 文物修缮 | 88.5 | 86 | -2.5 | 时效未达标 |`),
  );
  expect(readout.amounts).toEqual([]);
  expect(reconcile(readout).findings.map(({ rule }) => rule)).not.toContain('UNI-01');
});

describe('a form whose title is numbered', () => {
  const head = grid(`
 | 项目名称 | 小区改造 | 实施单位 | 东岭市房产中心 |
 | 预算执行率 | 95.00% | 执行率得分（10分） | 9.5 |`);
  const rows = `
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 改造小区 | 26个 | 26个 | 90 | 90 |
 | 总分 | < | < | < | < | 100 | 99.5 |`;

  test('goes on below the next number where that does not say whose it is', () => {
    for (const [first, second] of [
      ['2031年度项目支出绩效自评表（一）', '2031年度项目支出绩效自评表（二）'],
      ['2031年度项目支出绩效自评表', '2031年度项目支出绩效自评表（续）'],
    ]) {
      const readout = read(line(first ?? ''), head, line(second ?? ''), grid(rows));
      expect(readout.filings).toMatchObject([{ project: '小区改造', total_score: 99.5 }]);
      expect(errorsIn(readout)).toEqual([]);
    }
  });

  test('is another form where it does', () => {
    const other = grid(` | 项目名称 | 路灯改造 | < | < | < | < | < |${rows}`);
    const { filings } = read(
      line('2031年度项目支出绩效自评表（一）'),
      head,
      line('2031年度项目支出绩效自评表（二）'),
      other,
    );
    expect(filings.map(({ project }) => project)).toEqual(['小区改造', '路灯改造']);
  });
});
