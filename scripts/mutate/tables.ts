import type { Amount } from '../../schemas/index.ts';
import { between, column, type Family, figure } from './figures.ts';
import { draft, money, under } from './records.ts';

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
