import type { Amount, Quantity } from '../../schemas/index.ts';
import type { Random } from '../generate/random.ts';
import { between, column, type Family, shareOf, shares, split, spreadPoints } from './figures.ts';
import { type Draft, draft, indicator, money, under } from './records.ts';

/** 部门整体: 收入构成 and 支出构成 with 占比 and two prior years, and the list of projects. */
export const departmentShares: Family = (random, regime) => {
  const made = draft({ form_type: 'department_targets' });
  const places = between(random, 1, 2);
  let row = 3;
  const totals = new Map<number, number>();
  for (const section of ['income', 'expenditure'] as const) {
    const count = section === 'income' ? between(random, 2, 4) : between(random, 2, 3);
    const names = Array.from(
      { length: count },
      (_, i) => `${section === 'income' ? '资金' : '支出'}${'甲乙丙丁'[i]}`,
    );
    const first = row;
    for (const year of [2031, 2030, 2029]) {
      const known = totals.get(year);
      const cut = known === undefined ? column(random, regime, count) : split(random, known, count);
      totals.set(year, cut.total);
      const printed = year === 2031 ? shares(cut.parts, cut.total, regime, places) : null;
      const measure = year === 2031 ? 'current' : 'prior';
      const at = year === 2031 ? 4 : 2033 - year + 4;
      cut.parts.forEach((cents, i) => {
        const share = printed === null ? {} : shareOf(printed[i]!, places);
        money(made, cents, first + i, at, { item: names[i]!, section, measure, year, ...share });
      });
      const share = printed === null ? {} : { share: 100, share_raw: '100%' };
      money(made, cut.total, first + count, at, {
        item: '合计',
        role: 'total',
        section,
        measure,
        year,
        ...share,
      });
    }
    row = first + count + 2;
  }
  return made;
};

const LEVELS = [
  ['产出指标', '数量指标', 50],
  ['产出指标', '质量指标', 50],
  ['产出指标', '时效指标', 50],
  ['效益指标', '社会效益指标', 30],
  ['效益指标', '可持续影响指标', 30],
  ['满意度指标', '服务对象满意度指标', 10],
] as const;

/** 项目自评: funds over four columns, points by level, scores and totals. */
export const selfEvaluation: Family = (random, regime) => {
  const made = draft({ form_type: 'project_self_evaluation', has_execution_weight_field: true });
  const items = ['财政拨款', '上年结转资金', '其他资金'];
  const annual = column(random, regime, items.length);
  const initial = random.chance(0.6) ? annual : column(random, regime, items.length);
  const share = random.chance(0.6) ? 1 : between(random, 60, 99) / 100;
  const spent = annual.parts.map((part) => Math.floor(part * share));
  const executed = share === 1 ? annual : { parts: spent, total: spent.reduce((a, b) => a + b, 0) };
  const columns = { initial_budget: initial, annual_budget: annual, executed };
  Object.entries(columns).forEach(([name, { parts, total }], c) => {
    const fields = { section: 'funding', measure: name as Amount['measure'] } as const;
    const whole = money(made, total, 3, 4 + c, { item: '年度资金总额', ...fields });
    under(
      whole,
      parts.map((cents, i) => money(made, cents, 4 + i, 4 + c, { item: items[i]!, ...fields })),
    );
  });
  points(random, made, Math.round((1000 * executed.total) / Math.max(1, annual.total)) / 100);
  return made;
};

function points(random: Random, made: Draft, execution: number): void {
  let row = 10;
  let scored = 0;
  const groups = new Map<string, number>();
  for (const [level1] of LEVELS) groups.set(level1, (groups.get(level1) ?? 0) + 1);
  for (const top of ['产出指标', '效益指标', '满意度指标']) {
    const seconds = LEVELS.filter(([level1]) => level1 === top);
    const whole = seconds[0]![2];
    const rows = seconds.flatMap((second) =>
      Array.from({ length: top === '满意度指标' ? 1 : between(random, 1, 3) }, () => second),
    );
    const weights = spreadPoints(random, whole, rows.length);
    rows.forEach(([level1, level2], i) => {
      const weight = weights[i]!;
      const score = random.chance(0.7) ? weight : Math.max(0, weight - between(random, 1, 3));
      scored += score;
      indicator(made, row, { level1, level2, level1_weight: whole, weight, score });
      row += 1;
    });
  }
  Object.assign(made.filing, {
    execution_weight: 10,
    execution_score: execution,
    total_weight: 100,
    total_score: Math.round((scored + execution) * 100) / 100,
  });
}

/** 评分表: points in the names of two levels and of every indicator, a score column and its total. */
export const scoringFramework: Family = (random) => {
  const made = draft({ form_type: 'scoring_framework', money_unit: null });
  let row = 10;
  let total = 0;
  const tops = spreadPoints(random, 100, 4);
  tops.forEach((top, t) => {
    const seconds = spreadPoints(random, top, Math.min(top, between(random, 1, 3)));
    seconds.forEach((second, s) => {
      for (const weight of spreadPoints(random, second, Math.min(second, between(random, 1, 4)))) {
        const score = random.chance(0.7) ? weight : Math.max(0, weight - 1);
        total += score;
        indicator(made, row, {
          level1: `一级${t}`,
          level2: `二级${t}${s}`,
          level1_weight: top,
          level2_weight: second,
          weight,
          score,
        });
        row += 1;
      }
    });
  });
  made.filing.total_score = total;
  return made;
};

const quantity = (value: number, unit: string): Quantity => ({
  raw: `=${value}${unit}`,
  kind: 'number',
  op: '=',
  value,
  upper: null,
  unit,
  base_value: null,
  base_unit: null,
});

/** 项目目标: funds, weights of 90, unit cost × persons × times. */
export const projectTargets: Family = (random) => {
  const made = draft({ form_type: 'project_targets', project: '示例项目' });
  const price = between(random, 11, 980);
  const persons = between(random, 20, 3000);
  const cents = (price * persons * 12) / 100;
  const value = Math.round(cents * 100) / 10_000;
  const whole = money(made, null, 3, 4, { item: '年度预算总额', section: 'funding', measure: 'current' });
  whole.value = value;
  whole.raw = String(value);
  const other = random.chance(0.5) ? 0 : Math.floor(cents * 0.3);
  const parts = [
    money(made, null, 4, 4, { item: '财政拨款', section: 'funding', measure: 'current' }),
    money(made, other, 5, 4, { item: '其他资金', section: 'funding', measure: 'current' }),
  ];
  parts[0]!.value = Number((value - other / 100).toFixed(4));
  parts[0]!.raw = String(parts[0]!.value);
  under(whole, parts);
  const weights = spreadPoints(random, 90, 6);
  const rows: [string, string, Quantity][] = [
    ['产出指标', '数量指标', quantity(persons, '人')],
    ['产出指标', '数量指标', quantity(12, '次')],
    ['产出指标', '质量指标', quantity(100, '%')],
    ['成本指标', '经济成本指标', quantity(price, '元/人/月')],
    ['效益指标', '社会效益指标', quantity(95, '%')],
    ['满意度指标', '满意度指标', quantity(98, '%')],
  ];
  rows.forEach(([level1, level2, target], i) => {
    indicator(made, 10 + i, { section: 'annual', level1, level2, target, weight: weights[i]! });
  });
  return made;
};
