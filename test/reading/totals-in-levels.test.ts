import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

const rows = `
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 培训期数 | ≥12期 | 12期 | 60 | 60 |
 | 效益指标 | 社会效益指标 | 就业率 | ≥60% | 63% | 40 | 39.5 |`;

describe('合计 under the third level', () => {
  test('is that of all rows where none follows and nothing stands beside it', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`${rows}
 | | | 合计 | | | 100 | 99.5 |
 | 备注 | 无 | < | < | < | < | < |`),
    );
    expect(readout.filings[0]).toMatchObject({ total_score: 99.5 });
    expect(readout.indicators.map(({ level1_weight }) => level1_weight)).toEqual([null, null]);
    const errors = reconcile(readout).findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('is no sum of money beside 备注, the label of the row below it', () => {
    const readout = read(
      '2031年度项目支出绩效目标申报表',
      '单位：万元',
      grid(`
 | 项目名称 | 乡村道路养护 | < | < | < |
 | 预算执行情况 | 年度资金总额：452万元 | < | < | < |
 | 绩效指标 | 一级指标 | 三级指标 | 分值 | 年度指标值 |
 | ^ | 产出指标 | 养护里程 | 60 | ≥60公里 |
 | ^ | 效益指标 | 受益人数 | 40 | ≥5200人 |
 | 备注 | | 合 计 | 100 | |`),
    );
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([['年度资金总额', 452]]);
    expect(readout.indicators).toHaveLength(2);
  });

  test('is not that of all rows where another stands above it', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 培训期数 | ≥12期 | 12期 | 60 | 60 |
 | | | 合计 | | | 60 | 60 |
 | 效益指标 | 社会效益指标 | 就业率 | ≥60% | 63% | 40 | 39.5 |
 | | | 合计 | | | 40 | 39.5 |`),
    );
    expect(readout.filings[0]!.total_score).toBeNull();
    expect(readout.indicators).toHaveLength(2);
  });
});
