import { describe, expect, test } from 'vitest';
import { grid, read, told } from './drawing.ts';

/** Layouts that counties and cities print; every name and figure is invented. */
describe('steps with their times', () => {
  test('months below 开始时间 are no money, whatever stands above them', () => {
    const { amounts, texts } = read(
      '2031年项目支出绩效目标申报表',
      grid(`
 | 项目预算（万元） | 资金总额 | 420 | < | < |
 | ^ | 其他资金 | 120 | < | < |
 | 项目实施进度计划 | 项目实施进度 | 开始时间 | 完成时间 | 备注 |
 | ^ | 1.选址 | 2031.1 | 2031.3 | |
 | ^ | 2.建设 | 2031.4 | 2031.10 | |`),
    );
    expect(amounts.map(({ value }) => value)).toEqual([420, 120]);
    expect(texts.filter(({ role }) => role === 'task').map(({ text }) => text)).toEqual([
      '1.选址；开始时间：2031.1；完成时间：2031.3',
      '2.建设；开始时间：2031.4；完成时间：2031.10',
    ]);
  });
});

describe('names that are figures', () => {
  const rows = (body: string) =>
    read('2031年项目绩效目标表', grid(`\n | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |\n${body}`));

  test('below their own levels and with a value behind them they name an indicator', () => {
    const readout = rows(`
 | 项目完成指标 | 数量指标 | 保洁河道 | 12公里 | |
 | 项目完成指标 | 成本指标 | 15万元。 | 15万元。 | |
 | 效益指标 | 受益老人 | 60岁以上 | 1.5万人 | |
 | ^ | 社会效益 | 覆盖率 | 85% | |`);
    expect(told(readout)).toEqual([
      'annual 项目完成指标/数量指标/保洁河道 =12公里 ∅',
      'annual 项目完成指标/成本指标/15万元。 =15万元 ∅',
      'annual 效益指标/受益老人/60岁以上 =1.5万人 ∅',
      'annual 效益指标/社会效益/覆盖率 =85% ∅',
    ]);
  });

  test('a row whose cells moved is told, also where its values are no bare figures', () => {
    const { filings, indicators } = rows(`
 | 产出指标 | 数量指标 | 养护里程 | 12公里 | |
 | 巡检次数 | 24次 | 约1.5万人次 | | |`);
    expect(indicators).toHaveLength(1);
    expect(filings[0]!.unread_rows).toBe(1);
  });
});

describe('heads', () => {
  test('预计当年实现 and 本年度计划水平 say what is aimed at, 上年度实际水平 what was', () => {
    const values = (heads: string) =>
      read(
        '2031年绩效目标申报表',
        grid(`
 | 二级指标 | 三级指标 | ${heads} | 指标解释 |
 | 数量指标 | 督查次数 | 38次 | 40次 | 计数 |`),
      ).indicators.map(({ prior, target }) => [prior.map(({ raw }) => raw), target?.raw]);
    expect(values('上年 | 预计当年实现')).toEqual([[['38次'], '40次']]);
    expect(values('上年度实际水平 | 本年度计划水平')).toEqual([[['38次'], '40次']]);
  });
});

describe('sums that say what they are made of', () => {
  test.each(['854万（道路400万元，水渠454万元）', '854万854万（道路400万元，水渠454万元）'])('%s', (said) => {
    const { amounts } = read(
      '2031年绩效目标申报表',
      grid(`
 | 资金情况（万元） | 年度资金总额： | ${said} |
 | ^ | 其中：财政拨款 | 854 |
 | ^ | 其他资金 | |`),
    );
    expect(amounts.map(({ item, value }) => [item, value])).toEqual([
      ['年度资金总额', 854],
      ['财政拨款', 854],
    ]);
  });
});
