import type { Amount, Quantity } from '../../schemas/index.ts';
import type { Random } from '../generate/random.ts';
import { type Draft, draft, indicator, money, place, under } from './records.ts';

/** How the figures of a generated table were cut to two decimals. */
export type Regime = 'exact' | 'rounded' | 'truncated' | 'plugged';

/** A clean filing of a family: every equation of it holds at its printed precision. */
export type Family = (random: Random, regime: Regime) => Draft;

const between = (random: Random, low: number, high: number): number => random.int(low, high);

/** Hundredths of a figure of two to seven digits, as budgets have them. */
function figure(random: Random): number {
  const digits = between(random, 3, 7);
  const value = between(random, 10 ** (digits - 1), 10 ** digits - 1);
  return random.chance(0.25) ? Math.round(value / 100) * 100 : value;
}

/** True values in ten-thousandths of 万元 (元), printed in hundredths by the regime. */
function column(random: Random, regime: Regime, count: number): { parts: number[]; total: number } {
  const zero = (i: number): boolean => count > 2 && i > 0 && random.chance(0.15);
  if (regime === 'exact' || regime === 'plugged') {
    const parts = Array.from({ length: count }, (_, i) => (zero(i) ? 0 : figure(random)));
    return { parts, total: parts.reduce((a, b) => a + b, 0) };
  }
  const cut = regime === 'rounded' ? Math.round : Math.floor;
  const yuan = Array.from({ length: count }, (_, i) =>
    zero(i) ? 0 : figure(random) * 100 + between(random, 0, 99),
  );
  const total = yuan.reduce((a, b) => a + b, 0);
  return { parts: yuan.map((part) => cut(part / 100)), total: cut(total / 100) };
}

/** A quotient that is whole must not fall below itself in binary. */
const NUDGE = 1e-9;

/** Shares in units of 10^-places per cent, cut by the regime; plugged: the largest takes what is left of 100. */
function shares(parts: readonly number[], total: number, regime: Regime, places: number): number[] {
  const unit = 10 ** places;
  const cut = regime === 'truncated' ? Math.floor : Math.round;
  const cutShares = parts.map((part) => cut((part * 100 * unit) / total + NUDGE));
  if (regime === 'plugged') {
    const largest = parts.indexOf(Math.max(...parts));
    const rest = cutShares.reduce((sum, share, i) => (i === largest ? sum : sum + share), 0);
    cutShares[largest] = 100 * unit - rest;
  }
  return cutShares.map((share) => share / unit);
}

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

const shareOf = (share: number, places: number): Partial<Amount> => ({
  share,
  share_raw: `${share.toFixed(places)}%`,
});

function split(random: Random, total: number, count: number): { parts: number[]; total: number } {
  const parts: number[] = [];
  let rest = total;
  for (let i = 1; i < count; i++) {
    const part = Math.floor(rest * (0.1 + 0.8 * random.next()));
    parts.push(part);
    rest -= part;
  }
  return { parts: [...parts, rest], total };
}

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

function spreadPoints(random: Random, whole: number, count: number): number[] {
  const weights: number[] = [];
  let rest = whole;
  for (let left = count; left > 1; left--) {
    const most = rest - (left - 1);
    const even = Math.max(1, Math.round(rest / left));
    const weight = Math.min(
      most,
      Math.max(1, random.chance(0.5) ? even : between(random, 1, Math.max(1, 2 * even - 1))),
    );
    weights.push(weight);
    rest -= weight;
  }
  return [...weights, rest];
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

/** 部门预算: classes, sections and items by code, over 合计, 基本支出 and 项目支出. */
export const budgetTable: Family = (random, regime) => {
  const made = draft({ form_type: 'budget_table' });
  const columns = ['合计', '基本支出', '项目支出'].map((name) => `支出预算 / ${name}`);
  const cut = regime === 'rounded' ? Math.round : regime === 'truncated' ? Math.floor : null;
  const scale = cut === null ? 1 : 100;
  let row = 3;
  const sum = [0, 0, 0];
  const put = (values: readonly number[], item: string, fields: Partial<Amount>): Amount[] => {
    const made_ = columns.map((column_label, c) =>
      money(made, cut === null ? values[c]! : cut(values[c]! / scale), row, 4 + c, {
        item,
        column_label,
        ...fields,
      }),
    );
    row += 1;
    return made_;
  };
  for (let k = 0; k < between(random, 2, 4); k++) {
    const items = Array.from({ length: between(random, 2, 4) }, () => {
      const basic = random.chance(0.3)
        ? 0
        : figure(random) * scale + (scale > 1 ? between(random, 0, 99) : 0);
      const project = random.chance(0.3)
        ? 0
        : figure(random) * scale + (scale > 1 ? between(random, 0, 99) : 0);
      return [basic + project, basic, project];
    });
    const whole = [0, 1, 2].map((c) => items.reduce((total, item) => total + item[c]!, 0));
    const head = put(whole, `功能类${k}`, { code: `20${k}` });
    items.forEach((item, i) => {
      const own = put(item, `功能项${k}${i}`, { code: `20${k}0${i}`, depth: 1 });
      own.forEach((part, c) => {
        under(head[c]!, [part]);
      });
    });
    whole.forEach((value, c) => {
      sum[c]! += value;
    });
  }
  put(sum, '合计', { role: 'total' });
  return made;
};

/** 资金分配表: units by projects, with totals of rows and columns. */
export const allocation: Family = (random, regime) => {
  const made = draft({ form_type: 'allocation_table' });
  const width = between(random, 2, 5);
  const height = between(random, 3, 12);
  const exactRegime = regime === 'plugged' ? 'exact' : regime;
  const scale = exactRegime === 'exact' ? 1 : 100;
  const cut = (value: number): number =>
    exactRegime === 'truncated' ? Math.floor(value / scale) : Math.round(value / scale);
  const cells = Array.from({ length: height }, () =>
    Array.from({ length: width }, () =>
      random.chance(0.35)
        ? 0
        : between(random, 10, 99_999) * scale + (scale > 1 ? between(random, 0, 99) : 0),
    ),
  );
  const rows = [
    ...cells,
    Array.from({ length: width }, (_, c) => cells.reduce((sum, cell) => sum + cell[c]!, 0)),
  ];
  rows.forEach((values, r) => {
    const last = r === height;
    const item = last ? '合计' : `乡镇${r}`;
    const all = [...values, values.reduce((a, b) => a + b, 0)];
    all.forEach((value, c) => {
      const column_label = c === width ? '合计' : `项目${c}`;
      const blank = value === 0 && !last && c < width;
      const fields = { item, column_label, fund: null, role: last ? ('total' as const) : ('item' as const) };
      if (!blank) money(made, cut(value), 3 + r, 4 + c, { ...fields, section: 'budget' });
    });
  });
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

/** 基础数据: 三公 and its parts over three columns, head-counts and their rate. */
export const baseData: Family = (random, regime) => {
  const made = draft({ form_type: 'base_data' });
  const measures: [Amount['measure'], number][] = [
    ['final', 2030],
    ['budget', 2031],
    ['final', 2031],
  ];
  measures.forEach(([measure, year], c) => {
    const cars = column(random, regime, 2);
    const travel = random.chance(0.5) ? 0 : between(random, 100, 9999);
    const guests = between(random, 100, 9999);
    const fields = { section: 'base_data', measure, year } as const;
    const whole = money(made, cars.total + travel + guests, 3, 4 + c, { item: '三公经费', ...fields });
    const vehicles = money(made, cars.total, 4, 4 + c, { item: '公务用车购置和维护经费', ...fields });
    const buy = money(made, cars.parts[0]!, 5, 4 + c, {
      item: '公车购置',
      label: '其中：公车购置',
      ...fields,
    });
    const run = money(made, cars.parts[1]!, 6, 4 + c, { item: '公车运行维护', ...fields });
    const abroad = money(made, travel, 7, 4 + c, { item: '出国经费', ...fields });
    const reception = money(made, guests, 8, 4 + c, { item: '公务接待', ...fields });
    under(whole, [vehicles, abroad, reception]);
    under(vehicles, [buy, run]);
  });
  const posts = between(random, 10, 400);
  const staff = Math.max(1, posts - between(random, 0, Math.floor(posts / 5)));
  const count = { section: 'staff', measure: 'count', unit: '人' } as const;
  const people = (value: number, column_: number, item: string): Amount =>
    Object.assign(money(made, null, 12, column_, { item, ...count }), { value, raw: String(value) });
  people(posts, 4, '编制数');
  people(staff, 5, '实际在职人数');
  const rate = Math.round((staff / posts) * 1000) / 10;
  Object.assign(money(made, null, 12, 6, { item: '控制率', section: 'staff', measure: 'rate', unit: '%' }), {
    value: rate,
    raw: `${rate.toFixed(1)}%`,
  });
  return made;
};

export const families: Readonly<Record<string, Family>> = {
  departmentShares,
  selfEvaluation,
  scoringFramework,
  budgetTable,
  allocation,
  projectTargets,
  baseData,
};

export { place };
