import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Sums with their parts on the same row; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const indicators = `
 | 一级指标 | 三级指标 | 指标值 | < | < | < |
 | 产出指标 | 统计报表数 | ≥120份 | < | < | < |
 | 效益指标 | 数据质量合格率 | ≥98% | < | < | < |`;

describe('其中 on the row of its sum', () => {
  test('belongs to whatever sum stands in front of it, and not to the row above', () => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      '金额单位：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年初预算数 | 1200 | 其中：项目支出 | 340 | 基本支出 | 860 |
 | 全年支出数 | 1180 | 其中：项目支出 | 330 | 基本支出 | 850 |
 | 年末结转结余 | 20 | 其中：项目支出结转 | 10 | 基本支出结转 | 10 | ${indicators}`),
    );
    expect(counted(readout)).toEqual([
      'funding 年初预算数 initial_budget 2024 1200 万元',
      'funding 项目支出 initial_budget 2024 340 万元 of=年初预算数',
      'funding 基本支出 initial_budget 2024 860 万元 of=年初预算数',
      'funding 全年支出数 executed 2024 1180 万元',
      'funding 项目支出 executed 2024 330 万元 of=全年支出数',
      'funding 基本支出 executed 2024 850 万元 of=全年支出数',
      'funding 年末结转结余 balance 2024 20 万元',
      'funding 项目支出结转 balance 2024 10 万元 of=年末结转结余',
      'funding 基本支出结转 balance 2024 10 万元 of=年末结转结余',
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('counts heads where its whole does', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2025年度） 金额：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年度预算总额 | 1,260.00 | 其中：基本支出 | 900.00 | < | < |
 | | | 项目支出 | 360.00 | < | < |
 | 在职人员编制数 | 40 | 其中：行政编制 | 28 | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('staff 行政编制 count 2025 28 人');
    expect(counted(readout)).toContain('funding 项目支出 current 2025 360 万元 of=年度预算总额');
    expect(wrong(readout)).toEqual([]);
  });

  test('may say when, beside sources that say from where', () => {
    const readout = read(
      '2025年度项目绩效目标申报表',
      grid(`
 | 项目名称 | 智慧社区 | < | < | < | < |
 | 资金总额（万元） | 300 | 其中：本年度 | 120 | < | < |
 | 资金来源 | 财政拨款 | 300 | < | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('funding 本年度 current 2025 120 万元 of=资金总额');
    expect(wrong(readout)).toEqual([]);
  });
});
