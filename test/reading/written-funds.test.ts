import { describe, expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Funds in words beside their label; every name and figure is invented. */
describe('written funds', () => {
  const form = (label: string, text: string) => {
    const readout = read(
      '2024年度项目绩效目标表',
      grid(`
 | 项目名称 | 道路修缮 | < | < |
 | 起止时间 | 2024年度 | < | < |
 | ${label} | ${text} | < | < |
 | 项目实施进度计划 | 项目实施内容 | 开始时间 | 完成时间 |
 | ^ | 1、勘察设计 | 2023 | 2024 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 道路长度 | 30公里 |`),
    );
    return {
      amounts: readout.amounts.map(({ depth, item, unit, value }) => `${depth} ${item} ${value}${unit}`),
      told: readout.warnings.map(({ code }) => code),
    };
  };

  test('a year beside 起止时间 heads no column of years below it', () => {
    expect(form('资金总额', '80万元')).toEqual({ amounts: ['0 资金总额 80万元'], told: [] });
  });

  test('what one cell holds, brackets within lists too', () => {
    expect(form('资金总额及构成', '合计100万元（中央60万元、省30万元、市10万元）').amounts).toEqual([
      '0 合计 100万元',
      '1 中央 60万元',
      '1 省 30万元',
      '1 市 10万元',
    ]);
    expect(
      form('资金来源', '一般公共预算100万元（其中：中央直达资金30万元），政府性基金0万元').amounts,
    ).toEqual(['0 一般公共预算 100万元', '0 中央直达资金 30万元', '0 政府性基金 0万元']);
    expect(form('资金来源', '本级财政资金100.5万元').amounts).toEqual(['0 本级财政资金 100.5万元']);
  });

  test('what follows a bracket right away, where lines ran together', () => {
    const text =
      '总额 120万元 一、财政拨款:90万元(其中:上级财政资金:60万元;本级财政:30万元)二、自有资金:0万元 三、其他:30万元';
    expect(form('资金总额及构成', text).amounts.map((amount) => amount.replace(/^\d /, ''))).toEqual([
      '总额 120万元',
      '财政拨款 90万元',
      '上级财政资金 60万元',
      '本级财政 30万元',
      '自有资金 0万元',
      '其他 30万元',
    ]);
  });

  test('parts that nobody knows as sources, where they make up the whole and nowhere else', () => {
    expect(form('项目投资', '总投资1200万元（其中设备费800万元，安装费400万元）').amounts).toEqual([
      '0 总投资 1200万元',
      '1 设备费 800万元',
      '1 安装费 400万元',
    ]);
    expect(form('项目投资', '总投资1200万元（其中设备费800万元，安装费300万元）')).toEqual({
      amounts: [],
      told: ['figures_left_out'],
    });
  });

  test('a sum and words about it', () => {
    expect(form('项目资金', '100万元，全部为财政拨款').amounts).toEqual(['0 项目资金 100万元']);
    expect(form('项目资金', '100万元，其中80万元为财政拨款')).toEqual({
      amounts: [],
      told: ['figures_left_out'],
    });
  });

  test('sums that are not understood are told as left out', () => {
    for (const label of ['资金来源', '项目资金', '资金总额及构成'])
      expect(form(label, '80万元(财政)+20万元(自筹)=100万元')).toEqual({
        amounts: [],
        told: ['figures_left_out'],
      });
    expect(form('资金测算依据', '10台×0.5万元=5万元').told).toEqual([]);
  });
});
