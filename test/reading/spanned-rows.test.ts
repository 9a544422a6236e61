import { describe, expect, test } from 'vitest';
import { withoutSpannedRows } from '../../src/reading/table/spanned-rows.ts';
import { counted, errorsIn, grid, read } from './drawing.ts';

describe('rows in which no cell begins', () => {
  test('go, and what covers them is as much less deep', () => {
    const made = withoutSpannedRows(
      grid(`
      | 合计 | 公务用车 | < |
      | ^ | 购置 | 运行 |
      | ^ | ^ | ^ |
      | 3 | 1 | 2 |`),
    );
    expect(made.rows).toBe(3);
    expect(made.cells.map(({ row, rowSpan, text }) => `${text} ${row}+${rowSpan}`)).toEqual([
      '合计 0+2',
      '公务用车 0+1',
      '购置 1+1',
      '运行 1+1',
      '3 2+1',
      '1 2+1',
      '2 2+1',
    ]);
  });

  test('a grid without them is left as it is', () => {
    const made = grid('| 合计 | 购置 |\n| ^ | 运行 |');
    expect(withoutSpannedRows(made)).toBe(made);
  });

  test('in the head of a table leave its columns their names', () => {
    const readout = read(
      '“三公”经费支出决算表',
      '某局2022年度    金额单位：万元',
      grid(`
      | 预算数 | < | < | < | 决算数 | < | < | < |
      | 合计 | 公务用车购置及运行费 | < | 公务接待费 | 合计 | 公务用车购置及运行费 | < | 公务接待费 |
      | ^ | 购置费 | 运行费 | ^ | ^ | 购置费 | 运行费 | ^ |
      | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
      | 12.5 | 1 | 8.5 | 3 | 10.2 | 0 | 8.2 | 2 |`),
    );
    expect(counted(readout)).toEqual([
      'budget 合计 budget 2022 12.5 万元 of=预算数',
      'budget 购置费 budget 2022 1 万元 of=公务用车购置及运行费',
      'budget 运行费 budget 2022 8.5 万元 of=公务用车购置及运行费',
      'budget 公务接待费 budget 2022 3 万元 of=预算数',
      'budget 合计 final 2022 10.2 万元 of=决算数',
      'budget 购置费 final 2022 0 万元 of=公务用车购置及运行费',
      'budget 运行费 final 2022 8.2 万元 of=公务用车购置及运行费',
      'budget 公务接待费 final 2022 2 万元 of=决算数',
    ]);
  });
});

describe('funds as heads of one row', () => {
  const form = (total: string) =>
    read(
      '项目支出绩效目标申报表',
      '（2022年度）',
      grid(`
      | 项目名称 | 读书资助 | < | < | < |
      | 预算单位 | 某局 | < | < | < |
      | 项目资金（万元） | 资金总额 | 财政拨款 | 其中：上级补助 | 其他资金 |
      | ^ | ${total} | 160 | 20 | 5 |
      | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 |
      | 产出指标 | 数量指标 | 资助人数 | ≥300人 | 100 |`),
    );

  test('are of the year, and 其中 is some of the fund in front of it', () => {
    const readout = form('165');
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2022 165 万元',
      'funding 财政拨款 current 2022 160 万元',
      'funding 上级补助 current 2022 20 万元 of=财政拨款',
      'funding 其他资金 current 2022 5 万元',
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('a slip in the total is one of it and its two funds', () => {
    expect(errorsIn(form('615')).join()).toContain('SUM-01');
  });
});
