import { describe, expect, it } from 'vitest';
import { UCQ_01 } from '../../../src/reconcile/rules/ucq-01.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const form = (
  price: ReturnType<typeof quantity>,
  counts: ReturnType<typeof quantity>[],
  budget: number | null,
  name = '补贴标准',
) => ({
  amounts: [amount({ item: '年度预算总额', value: budget, section: 'funding' })],
  indicators: [
    ...counts.map((target) => indicator({ level2: '数量指标', target })),
    indicator({ level1: '成本指标', level2: '经济成本指标', level3: name, target: price }),
  ],
});

describe('UCQ-01, unit cost × count × times is the budget', () => {
  it('passes', () => {
    const given = form(quantity(40, '元/人/月'), [quantity(1000, '人'), quantity(12, '次')], 48);
    expect(check(given, UCQ_01).findings).toEqual([]);
  });
  it('passes in 万元 where no unit of the budget is printed', () => {
    const told = (value: number) => {
      const given = form(quantity(780, '元/人'), [quantity(12_500, '人')], value);
      return check({ ...given, amounts: given.amounts.map((each) => ({ ...each, unit: null })) }, UCQ_01)
        .findings.length;
    };
    expect([told(975), told(9_750_000), told(875)]).toEqual([0, 0, 1]);
  });
  it('fails with price, counts and budget', () => {
    const given = form(quantity(45.5, '元/人/月'), [quantity(900, '人'), quantity(12, '次')], 52);
    const { findings } = check(given, UCQ_01);
    expect(findings).toMatchObject([{ kind: 'unit_cost', severity: 'error', expected: 49.14, actual: 52 }]);
    expect(figuresOf(findings[0])).toEqual([52, 45.5, 900, 12]);
  });
  it('passes where what was reached of the bounds makes up what was spent', () => {
    const of = (spent: number) => {
      const price = { ...quantity(1800, '元/人'), op: '<=' as const };
      const given = form(price, [{ ...quantity(180, '人'), op: '>=' as const }], 32, '人均经费');
      const [people, cost] = given.indicators;
      const indicators = [
        { ...people!, actual: quantity(186, '人') },
        { ...cost!, actual: quantity(1703, '元/人') },
      ];
      const executed = amount({ item: '年度执行数', value: spent, section: 'funding', measure: 'executed' });
      return check({ amounts: [...given.amounts, executed], indicators }, UCQ_01).findings.length;
    };
    expect([of(31.68), of(30.1)]).toEqual([0, 1]);
  });
  it('warns where the least that is paid is above the budget, whatever else is counted', () => {
    const told = (price: number, op: '=' | '<=' = '=') => {
      const people = { ...quantity(1320, '人'), op: '>=' as const };
      const given = form({ ...quantity(price, '元/人'), op }, [people, quantity(860, '套')], 165);
      return check(given, UCQ_01).findings.map(({ severity }) => severity);
    };
    expect(told(1520)).toEqual(['warning']);
    expect(told(1100)).toEqual([]);
    expect(told(1520, '<=')).toEqual([]);
  });
  it('passes where a product of bounds is one of the sources of the budget', () => {
    const price = { ...quantity(3750, '元/亩'), op: '<=' as const };
    const given = form(price, [{ ...quantity(800, '亩'), op: '>=' as const }], 360);
    const part = (value: number) =>
      amount({ item: '财政衔接资金', value, section: 'funding', role: 'part', parent_id: 'a0' });
    const told = (value: number) =>
      check({ ...given, amounts: [...given.amounts, part(value)] }, UCQ_01).findings.length;
    expect([told(300), told(290)]).toEqual([0, 1]);
  });
  it('takes for whom it is from the name where the unit says only how often', () => {
    const counts = [quantity(200, '天'), quantity(7800, '人')];
    expect(check(form(quantity(5, '元/天'), counts, 780, '生均标准'), UCQ_01).findings).toEqual([]);
    const { findings } = check(form(quantity(5, '元/天'), counts, 870, '生均标准'), UCQ_01);
    expect(findings).toMatchObject([{ severity: 'error', expected: 780 }]);
    expect(check(form(quantity(5, '元/天'), counts.slice(0, 1), 780, '生均标准'), UCQ_01).findings).toEqual(
      [],
    );
    expect(
      check(form(quantity(5, '元/天'), counts.slice(0, 1), 0.2, '租金标准'), UCQ_01).findings,
    ).toHaveLength(1);
    expect(check(form(quantity(50, '元/人'), counts.slice(1), 39, '年人均月标准'), UCQ_01).findings).toEqual(
      [],
    );
  });
  it('warns where one of them is a bound', () => {
    const given = form(quantity(780, '元/生/年'), [quantity(5000, '人', '<=')], 300);
    expect(check(given, UCQ_01).findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('leaves the most that each may get alone where the budget keeps it', () => {
    const of = (budget: number) =>
      check(form(quantity(40, '万元/个', '<='), [quantity(420, '个', '>=')], budget, '村均补助标准'), UCQ_01);
    expect(of(15600).coverage[0]).toMatchObject({
      reasons: { 'a limit of what is paid, and kept': 1 },
    });
    expect(of(17600).findings).toMatchObject([{ severity: 'warning', expected: 16800 }]);
  });
  it('leaves floors alone that a larger budget covers', () => {
    const of = (budget: number) =>
      check(form(quantity(50, '元/人/月', '>='), [quantity(8600, '人', '>=')], budget), UCQ_01);
    expect(of(620).findings).toEqual([]);
    expect(of(620).coverage[0]).toMatchObject({ reasons: { 'both are floors that the budget keeps': 1 } });
    expect(of(480).findings).toMatchObject([{ severity: 'warning', expected: 516 }]);
  });
  it('takes bounds below half of the budget for one of its items, and half of it not', () => {
    const of = (budget: number) =>
      check(form(quantity(350, '元/盏', '<='), [quantity(8000, '盏', '>=')], budget), UCQ_01);
    expect(of(561).coverage[0]).toMatchObject({ reasons: { 'one item of several in the budget': 1 } });
    expect(of(560).findings).toMatchObject([{ severity: 'warning', expected: 280 }]);
    const exact = form(quantity(350, '元/盏'), [quantity(8000, '盏')], 2800);
    expect(check(exact, UCQ_01).findings).toMatchObject([{ severity: 'error' }]);
  });
  it('takes bounds beside other things that are counted for one of the items of the budget', () => {
    const priced = quantity(20, '万元/公里', '<=');
    const counts = [quantity(42, '公里', '>='), quantity(2, '座')];
    expect(check(form(priced, counts, 960), UCQ_01).coverage[0]).toMatchObject({
      reasons: { 'the budget pays for other things too': 1 },
    });
    expect(check(form(priced, counts, 840), UCQ_01).coverage[0]).toMatchObject({ consistent: 1 });
    const unread = form(priced, counts, 960);
    const doubt = { text: '#NAME?', reason: 'error value #NAME?', alternatives: [] };
    Object.assign(unread.indicators[1]!, { target: null, doubts: { target: doubt } });
    expect(check(unread, UCQ_01).findings).toEqual([]);
    expect(check(form(priced, counts.slice(0, 1), 960), UCQ_01).findings).toHaveLength(1);
    expect(
      check(form(quantity(20, '万元/公里'), [quantity(42, '公里'), quantity(2, '座')], 960), UCQ_01).findings,
    ).toMatchObject([{ severity: 'error' }]);
  });
  it('takes a price and a count below the budget for one of its items beside other counts, but not where one digit closes it', () => {
    const told = (km: number) =>
      check(form(quantity(6.8, '万元/公里'), [quantity(km, '公里'), quantity(14, '座')], 306), UCQ_01)
        .findings.length;
    expect([told(26), told(40), told(50)]).toEqual([0, 1, 1]);
  });
  it('asks the budget that was changed in the year too', () => {
    const { indicators, amounts } = form(quantity(280, '万元/公里'), [quantity(12.5, '公里')], 3600);
    const changed = amount({
      item: '年度预算总额',
      value: 3500,
      section: 'funding',
      measure: 'annual_budget',
    });
    expect(check({ indicators, amounts: [...amounts, changed] }, UCQ_01).findings).toEqual([]);
    expect(check({ indicators, amounts }, UCQ_01).findings).toHaveLength(1);
  });
  it('asks the budget of the year of the form, where others stand beside it', () => {
    const { indicators } = form(quantity(280, '万元/公里'), [quantity(12.5, '公里')], 0);
    const of = (year: number, value: number) =>
      amount({ item: '合计', section: 'funding', measure: 'current', year, value });
    const given = (own: number) => ({ indicators, amounts: [of(2030, 3600), of(2031, own)] });
    expect(check(given(3500), UCQ_01).findings).toEqual([]);
    expect(check(given(3600), UCQ_01).findings).toHaveLength(1);
  });
  it('may be for one line of what the budget is spent on, and is never for one of its sources', () => {
    const { indicators, amounts } = form(quantity(10, '万元/公里'), [quantity(28, '公里')], 350);
    const part = (item: string) =>
      amount({ item, section: 'funding', value: 280, parent_id: amounts[0]!.amount_id, depth: 1 });
    expect(check({ indicators, amounts: [...amounts, part('波形护栏')] }, UCQ_01).findings).toEqual([]);
    expect(check({ indicators, amounts: [...amounts, part('财政拨款')] }, UCQ_01).findings).toHaveLength(1);
  });
  it('is on the edge of the rounding of the price: a note', () => {
    const given = form(quantity(0.42, '万元/次'), [quantity(12, '次')], 5);
    expect(check(given, UCQ_01).findings).toMatchObject([
      { severity: 'info', verdict: 'explained', expected: 5.04 },
    ]);
  });
  it('takes a price without a unit of its own for what the form counts, several rows together', () => {
    const given = form(
      quantity(120, '万元', '<='),
      [quantity(2, 'km'), quantity(2, 'km')],
      500,
      '硬化补助标准',
    );
    const { findings } = check(given, UCQ_01);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 480 }]);
  });
  it('counts a period that no row counts', () => {
    const given = form(quantity(3.75, '万元'), [quantity(70, '万次')], 15, '每季度发放补贴数');
    expect(check(given, UCQ_01)).toMatchObject({ findings: [], coverage: [{ consistent: 1 }] });
  });
  it('cannot tell without a count or a budget', () => {
    expect(check(form(quantity(40, '元/户'), [quantity(9, '人')], 48), UCQ_01).coverage[0]).toMatchObject({
      reasons: { 'no count of 户': 1 },
    });
    expect(check(form(quantity(40, '元/人'), [quantity(9, '人')], null), UCQ_01).coverage[0]).toMatchObject({
      not_evaluated: 1,
    });
  });
});
