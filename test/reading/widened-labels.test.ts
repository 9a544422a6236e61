import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Labels with blanks between their characters, figures of full width, strokes in blank corners. Every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const told = (readout: Readout): string[] => reconcile(readout).findings.map(({ rule }) => rule);

describe('blanks between the characters of a label', () => {
  test('part no head of a column from the words that a rate is known by', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      '单位：万元',
      grid(`
 | 资 金 来 源 | 计 划 安 排 | 实 际 到 位 | 到 位 率 | 实 际 支 出 |
 | 省 级 财 政 | 60 | 57 | 95% | 51.3 |
 | 市 级 财 政 | 140 | 133 | 95% | 126.35 |
 | 合 计 | 200 | 190 | 95% | 177.65 |`),
    );
    expect(told(readout)).not.toContain('PCT-05');
  });

  test('are no part of the name of an indicator or of its unit', () => {
    const readout = read(
      '2031年度项目支出绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 |
 | 产 出 指 标 | 数 量 指 标 | 减 灾 巡 查 人 次 | ≥ | 4.8 | 万 人 次 |
 | ^ | 质 量 指 标 | 管 护 到 位 率 | ≥ | 95 | 百 分 比 |
 | 效 益 指 标 | 经 济 效 益 指 标 | 减 少 农 业 损 失 | ≥ | 300 | 万 元 |`),
    );
    expect(readout.indicators.map(({ level1, level3, target }) => [level1, level3, target?.unit])).toEqual([
      ['产出指标', '减灾巡查人次', '万人次'],
      ['产出指标', '管护到位率', '百分比'],
      ['效益指标', '减少农业损失', '万元'],
    ]);
    expect(told(readout)).not.toContain('TXT-03');
    expect(told(readout)).not.toContain('IND-04');
  });
});

describe('figures of full width', () => {
  test('are points and score of the execution', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 库区绿化 | < | < | < | < |
 | 项目预算执行情况（万元） | 全年预算数 | ５６０．００ | 全年执行数 | ５３２．００ | < |
 | ^ | 预算执行率 | ９５．００％ | 分值 | １０ | < |
 | ^ | 得分 | ９．５０ | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 得分 |
 | 产出指标 | 数量指标 | 栽植苗木 | ≥30亩 | 31亩 | 20 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_rate: 95 });
  });

  test('add up places like others', () => {
    const { indicators } = read(
      '2031年度转移支付绩效目标自评表（分县区）',
      grid(`
 | 县区 | 下达资金（万元） | 支出资金（万元） | 产出指标 | < | 满意度指标 |
 | ^ | ^ | ^ | 改造户数（户） | 验收合格率（%） | 群众满意度（%） |
 | 甲山县 | 620 | 589 | 310 | 100 | 96 |
 | 乙河县 | 480 | 480 | 240 | 100 | 95 |
 | 合计 | 1100 | 1069 | ５５０ | | |`),
    );
    expect(indicators.filter(({ scope }) => scope === undefined).map(({ target }) => target?.value)).toEqual([
      550,
    ]);
  });
});

describe('a corner that a stroke fills', () => {
  for (const stroke of ['/', '—', '-'])
    test(`${stroke} is as blank as another`, () => {
      const { amounts, filings } = read(
        '2031年度项目支出绩效自评表',
        grid(`
 | 项目名称 | < | 库区绿化 | < | < | < | < |
 | 项目资金（万元） | ${stroke} | ${stroke} | 年初预算数 | 全年预算数 | 全年执行数 | 得分 |
 | ^ | 年度资金总额 | < | 20 | 30 | 27 | 9 |
 | ^ | 其中：财政拨款 | < | 20 | 30 | 27 | — |`),
      );
      expect(amounts.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
        'initial_budget 20',
        'annual_budget 30',
        'executed 27',
        'initial_budget 20',
        'annual_budget 30',
        'executed 27',
      ]);
      expect(filings[0]?.execution_score).toBe(9);
    });
});
