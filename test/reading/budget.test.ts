import { describe, expect, test } from 'vitest';
import { counted, grid, read } from './drawing.ts';

describe('budget tables', () => {
  test('income and expenditure side by side, with funds, marks and totals', () => {
    const readout = read(
      '财政拨款收支总表',
      '2023年  单位：万元',
      grid(`
      | 收入 | < | 支出 | < | < | < |
      | 项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 |
      | 一、本年收入 | 120.50 | 一、本年支出 | 130.50 | 110.50 | 20.00 |
      | 一般公共预算资金 | 120.50 | 农林水支出 | 130.50 | 110.50 | 20.00 |
      | 二、上年结转 | 10.00 | 二、结转下年 | | | |
      | 收入合计 | 130.50 | 支出合计 | 130.50 | 110.50 | 20.00 |
    `),
    );
    expect(counted(readout)).toEqual([
      'budget 本年收入 budget 2023 120.5 万元 of=收入合计',
      'budget 本年支出 budget 2023 130.5 万元 of=支出合计',
      'budget 本年支出 budget 2023 110.5 万元 fund=一般公共预算 of=支出合计',
      'budget 本年支出 budget 2023 20 万元 fund=政府性基金预算 of=支出合计',
      'budget 一般公共预算资金 budget 2023 120.5 万元 of=本年收入',
      'budget 农林水支出 budget 2023 130.5 万元 of=本年支出',
      'budget 农林水支出 budget 2023 110.5 万元 fund=一般公共预算 of=本年支出',
      'budget 农林水支出 budget 2023 20 万元 fund=政府性基金预算 of=本年支出',
      'budget 上年结转 budget 2023 10 万元 of=收入合计',
      'budget 收入合计 budget 2023 130.5 万元',
      'budget 支出合计 budget 2023 130.5 万元',
      'budget 支出合计 budget 2023 110.5 万元 fund=一般公共预算',
      'budget 支出合计 budget 2023 20 万元 fund=政府性基金预算',
    ]);
  });

  test('classification codes in three columns are joined and give the outline', () => {
    const readout = read(
      '2026年预算单位支出预算总表',
      '编制单位：云溪县司法局      单位：元',
      grid(`
      | 项目 | < | < | < | 支出预算 | < | < |
      | 功能分类科目编码 | < | < | 功能分类科目名称 | 合计 | 基本支出 | 项目支出 |
      | 类 | 款 | 项 | ^ | ^ | ^ | ^ |
      | 204 | | | 公共安全支出 | 1,000.00 | 400.00 | 600.00 |
      | 204 | 06 | | 司法 | 1,000.00 | 400.00 | 600.00 |
      | 204 | 06 | 01 | 行政运行 | 400.00 | 400.00 | 0.00 |
      | 合计 | < | < | < | 1,000.00 | 400.00 | 600.00 |
    `),
    );
    expect(counted(readout).filter((each) => each.includes('行政运行') || each.includes('司法 '))).toEqual([
      'budget 司法 budget 2026 1000 元 code=20406 of=公共安全支出',
      'budget 司法 budget 2026 400 元 code=20406 of=公共安全支出',
      'budget 司法 budget 2026 600 元 code=20406 of=公共安全支出',
      'budget 行政运行 budget 2026 400 元 code=2040601 of=司法',
      'budget 行政运行 budget 2026 400 元 code=2040601 of=司法',
      'budget 行政运行 budget 2026 0 元 code=2040601 of=司法',
    ]);
    expect(readout.amounts.map((each) => each.column_label).slice(0, 3)).toEqual([
      '支出预算 / 合计',
      '支出预算 / 基本支出',
      '支出预算 / 项目支出',
    ]);
    expect(readout.amounts[0]?.parent_id).toBe(readout.amounts[9]?.amount_id);
    expect(readout.filings[0]).toMatchObject({ organisation: '云溪县司法局', money_unit: '元' });
  });

  test('final accounts number their columns in a row of their own and put the total first', () => {
    const readout = read(
      '收入决算表',
      '公开02表',
      '部门：云溪县司法局   2022年度   金额单位：万元',
      grid(`
      | 项目 | < | < | < | 本年收入合计 | 财政拨款收入 |
      | 功能分类科目编码 | < | < | 科目名称 | ^ | ^ |
      | 类 | 款 | 项 | 栏次 | 1 | 2 |
      | ^ | ^ | ^ | 合计 | 1,500.25 | 1,500.25 |
      | 204 | < | < | 公共安全支出 | 1,500.25 | 1,500.25 |
      | 20406 | < | < | 司法 | 1,500.25 | 1,500.25 |
    `),
    );
    expect(counted(readout).filter((_, k) => k % 2 === 0)).toEqual([
      'budget 合计 final 2022 1500.25 万元',
      'budget 公共安全支出 final 2022 1500.25 万元 code=204 of=合计',
      'budget 司法 final 2022 1500.25 万元 code=20406 of=公共安全支出',
    ]);
    expect(readout.filings[0]?.organisation).toBe('云溪县司法局');
  });

  test('a table without row names is named by its heads, four rows of them', () => {
    const readout = read(
      '2022年度“三公”经费支出决算表',
      '单位：万元',
      grid(`
      | 预算数 | < | < | < | 决算数 | < | < | < |
      | 合计 | 公务用车购置及运行费 | < | 公务接待费 | 合计 | 公务用车购置及运行费 | < | 公务接待费 |
      | ^ | 小计 | 运行费 | ^ | ^ | 小计 | 运行费 | ^ |
      | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
      | 12.00 | 9.00 | 9.00 | 3.00 | 10.50 | 8.50 | 8.50 | 2.00 |
    `),
    );
    expect(counted(readout).slice(0, 5)).toEqual([
      'budget 合计 budget 2022 12 万元 of=预算数',
      'budget 小计 budget 2022 9 万元 of=公务用车购置及运行费',
      'budget 运行费 budget 2022 9 万元 of=公务用车购置及运行费',
      'budget 公务接待费 budget 2022 3 万元 of=预算数',
      'budget 合计 final 2022 10.5 万元 of=决算数',
    ]);
    const [total, subtotal, running] = readout.amounts;
    expect([subtotal?.parent_id, running?.parent_id]).toEqual([total?.amount_id, subtotal?.amount_id]);
  });

  test('a rate of the adjusted budget is no share of a whole', () => {
    const { amounts } = read(
      '2020年一般公共预算收入执行情况表',
      '单位：万元',
      grid(`
      | 项 目 | 2019年决算数 | 2020年执行数 | < | < |
      | ^ | ^ | 金额 | 占调整预算% | 比上年增长% |
      | 一、税收收入 | 401 | 431 | 100 | 7.48 |
      | 增值税 | 266 | 292 | 100 | 9.77 |
      | 本年收入合计 | 401 | 431 | 100 | 7.48 |
    `),
    );
    expect(amounts.every((each) => each.share === null)).toBe(true);
    expect(amounts.map((each) => [each.measure, each.year]).slice(0, 4)).toEqual([
      ['final', 2019],
      ['executed', 2020],
      ['rate', 2020],
      ['rate', 2020],
    ]);
  });

  test('an allocation names its projects in the heads, codes above them', () => {
    const { amounts } = read(
      '2025年农业发展资金分配表',
      '单位：万元',
      grid(`
      | 项目单位 | 2130122-农业生产发展 | < | 合计 |
      | ^ | 新品种示范 | 耕地保护 | ^ |
      | 石桥镇 | 10 | | 10 |
      | 合计 | 10 | 8.5 | 18.5 |
    `),
    );
    expect(amounts.map((each) => [each.item, each.project, each.code, each.value, each.role])).toEqual([
      ['石桥镇', '新品种示范', '2130122', 10, 'part'],
      ['石桥镇', null, null, 10, 'part'],
      ['合计', '新品种示范', '2130122', 10, 'total'],
      ['合计', '耕地保护', '2130122', 8.5, 'total'],
      ['合计', null, null, 18.5, 'total'],
    ]);
  });

  test('quantities and unit prices are no money', () => {
    const readout = read(
      '2024年政府采购预算表',
      '单位：元',
      grid(`
      | 采购项目名称 | 计量单位 | 数量 | 单价 | 采购预算 |
      | 办公电脑 | 台 | 15 | 6000 | 90000 |
    `),
    );
    expect(counted(readout)).toEqual(['budget 办公电脑 budget 2024 90000 元']);
  });
});
