import { describe, expect, test } from 'vitest';
import { counted, grid, read } from './drawing.ts';

/** 2000 is a year over a column and a sum of money beneath it; every name and figure is invented. */
test.each(['63.9..8.9', '639.8)9', '639.89)'])(
  'digits with points or marks that no number has (%s) are a figure that is not known, and name no row',
  (damaged) => {
    const readout = read(
      '项目支出绩效目标申报表（2024年度）',
      grid(`
 | 资金总额（万元） | 合计 | 财政拨款 | 专户资金 | 单位资金 |
 | ^ | 639.89 | ${damaged} | 0 | 12 |`),
    );
    expect(readout.amounts.map(({ item, raw, value }) => [item, raw, value])).toEqual([
      ['合计', '639.89', 639.89],
      ['财政拨款', damaged, null],
      ['专户资金', '0', 0],
      ['单位资金', '12', 12],
    ]);
  },
);

describe('whole figures that look like years', () => {
  test('beside the label of a fund', () => {
    const readout = read(
      '项目支出绩效目标申报表（2024年度）',
      grid(`
 | 项目名称 | 河道整治 | < |
 | 项目资金（万元） | 年度资金总额 | 2010 |
 | ^ | 其中：财政拨款 | 2000 |
 | ^ | 其他资金 | 10 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 current 2024 2010 万元',
      'funding 财政拨款 current 2024 2000 万元 of=年度资金总额',
      'funding 其他资金 current 2024 10 万元 of=年度资金总额',
    ]);
  });

  test('under heads of stages, where every figure of the table is one', () => {
    const readout = read(
      '项目支出绩效自评表（2023年度）',
      grid(`
 | 项目名称 | 河道整治 | < | < | < |
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额 | 2000 | 2010 | 2005 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2023 2000 万元',
      'funding 年度资金总额 annual_budget 2023 2010 万元',
      'funding 年度资金总额 executed 2023 2005 万元',
    ]);
  });

  test('in one of two sides of a budget', () => {
    const readout = read(
      '2024年收支预算总表',
      '单位：万元',
      grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 预算数 | 项目 | 预算数 |
 | 财政拨款 | 1500.5 | 农林水支出 | 2010 |
 | 收入合计 | 1500.5 | 支出合计 | 2010 |`),
    );
    expect(counted(readout)).toContain('budget 农林水支出 budget 2024 2010 万元 of=支出合计');
  });

  test('years over columns stay heads', () => {
    const readout = read(
      '基础数据表',
      '单位：万元',
      grid(`
 | 项目 | 2022 | 2023 |
 | 公用经费 | 80.5 | 2000 |`),
    );
    expect(counted(readout)).toEqual([
      'base_data 公用经费 budget 2022 80.5 万元',
      'base_data 公用经费 budget 2023 2000 万元',
    ]);
  });
});
