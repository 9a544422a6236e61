import { type GridBuilder, gridBuilder } from '../../../scripts/generate/grid-builder.ts';
import { line, type Section } from '../../../scripts/generate/page.ts';
import type { View } from './view.ts';
import type { Goal, ProjectYear } from './world.ts';

/** What a form tells of one project: the truth of its year, or with a slip. */
export interface Told extends ProjectYear {
  year: number;
}

const sign = ({ op, target, words }: Goal): string =>
  target === null ? words : `${op === '＝' ? '＝' : op}${target}`;

export function projectTargets(view: View, told: Told): Section {
  const { random, money } = view;
  const grid = gridBuilder(6);
  const wide = (label: string, text: string) => grid.row(label, { text, columnSpan: 5 });
  wide('项目名称', view.project(told, told.year));
  grid.row('主管部门', { text: view.supervisor, columnSpan: 2 }, random.pick(['实施单位', '预算单位']), {
    text: view.unit,
    columnSpan: 2,
  });
  const funds: [string, number][] = [
    [random.pick(['年度资金总额', '年度资金总额：']), told.initial],
    ['其中：财政拨款', told.initial - told.carried],
    [random.pick(['上年结转资金', '其他资金']), told.carried],
  ];
  funds.forEach(([label, sum], i) => {
    const cells = [
      { text: label, columnSpan: 2 },
      { text: money(sum), columnSpan: 3 },
    ];
    if (i === 0) grid.row({ text: `项目资金（${view.moneyUnit}）`, rowSpan: 3 }, ...cells);
    else grid.row(...cells);
  });
  wide('年度目标', `保障${told.name}有序开展。`);
  grid.row('一级指标', '二级指标', '三级指标', '指标值', '度量单位', '权重');
  goalRows(grid, told.goals, (goal) => [
    sign(goal),
    goal.target === null ? '' : goal.unit,
    String(goal.weight),
  ]);
  const title = random.pick(['项目支出绩效目标申报表', '项目支出绩效目标表']);
  return {
    name: '目标表',
    blocks: [line('title', title), line('caption', `（${told.year}年度）`), grid.finish()],
  };
}

/** One figure a row of 项目资金: initial, annual, executed. */
function fundRows(
  grid: GridBuilder,
  view: View,
  told: Told,
  heads: readonly string[],
  spent: number,
  tail: readonly string[],
): void {
  const { money } = view;
  const share = (sum: number) => Math.round((sum * told.carried) / Math.max(told.initial, 1));
  const parts = [told.initial, told.annual, spent].map((sum) => [sum, sum - share(sum), share(sum)]);
  const head = { text: `项目资金（${view.moneyUnit}）`, rowSpan: 4 };
  grid.row(head, { text: '', columnSpan: 2 }, ...heads);
  ['年度资金总额', '其中：财政拨款', '上年结转资金'].forEach((label, i) => {
    const cells = parts.map((part) => money(part[i]!));
    grid.row({ text: label, columnSpan: 2 }, ...cells, ...(i === 0 ? tail : tail.map(() => '—')));
  });
}

const rateOf = (spent: number, annual: number): string => `${((100 * spent) / annual).toFixed(2)}%`;

export function monitoring(view: View, told: Told): Section {
  const { random } = view;
  const months = random.pick(['1-6月', '1-7月']);
  const grid = gridBuilder(8);
  grid.row('项目名称', { text: view.project(told, told.year), columnSpan: 7 });
  grid.row('主管部门', { text: view.supervisor, columnSpan: 3 }, '实施单位', {
    text: view.unit,
    columnSpan: 3,
  });
  const heads = ['年初预算数', '全年预算数', `${months}执行数`, `${months}执行率`, '全年预计执行数'];
  const rate = rateOf(told.midSpent, told.annual);
  fundRows(grid, view, told, heads, told.midSpent, [rate, view.money(told.annual)]);
  grid.row(
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '度量单位',
    `${months}完成情况`,
    '全年预计完成情况',
    '备注',
  );
  goalRows(grid, told.goals, (goal) => [
    sign(goal),
    goal.target === null ? '' : goal.unit,
    goal.midway === null ? '有序推进' : String(goal.midway),
    goal.target === null ? goal.words : String(goal.target),
    '',
  ]);
  const title = random.pick(['项目支出绩效运行监控表', '项目支出绩效目标执行监控表']);
  return {
    name: '监控表',
    blocks: [line('title', title), line('caption', `（${told.year}年度）`), grid.finish()],
  };
}

export const executionScore = ({ spent, annual }: Told): string =>
  String(Number(Math.min(10, (10 * spent) / annual).toFixed(2)));

export const totalScore = (told: Told): string =>
  (Number(executionScore(told)) + told.goals.reduce((sum, { weight }) => sum + weight, 0)).toFixed(2);

export function selfEvaluation(view: View, told: Told): Section {
  const grid = gridBuilder(9);
  grid.row({ text: '项目名称' }, { text: view.project(told, told.year), columnSpan: 8 });
  grid.row('主管部门', { text: view.supervisor, columnSpan: 3 }, '实施单位', {
    text: view.unit,
    columnSpan: 4,
  });
  const heads = ['年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'];
  fundRows(grid, view, told, heads, told.spent, [
    '10',
    rateOf(told.spent, told.annual),
    executionScore(told),
  ]);
  grid.row(
    '年度总体目标',
    { text: `保障${told.name}有序开展。`, columnSpan: 4 },
    { text: '已完成。', columnSpan: 4 },
  );
  grid.row(
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '度量单位',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  );
  goalRows(grid, told.goals, (goal) => [
    sign(goal),
    goal.target === null ? '' : goal.unit,
    goal.actual === null ? goal.words : String(goal.actual),
    String(goal.weight),
    String(goal.weight),
    '',
  ]);
  grid.row({ text: '总分', columnSpan: 6 }, '100', totalScore(told), '');
  const title = view.random.pick(['项目支出绩效自评表', '部门预算项目支出绩效自评表']);
  return {
    name: '自评表',
    landscape: true,
    blocks: [line('title', title), line('caption', `（${told.year}年度）`), grid.finish()],
  };
}

/** Rows of goals, levels merged. */
export function goalRows(grid: GridBuilder, goals: readonly Goal[], cells: (goal: Goal) => string[]): void {
  goals.forEach((goal, i) => {
    const before = goals[i - 1];
    const same = (test: (a: Goal, b: Goal) => boolean) => {
      let count = 1;
      while (goals[i + count] !== undefined && test(goals[i + count]!, goal)) count++;
      return count;
    };
    const first = before === undefined || before.level1 !== goal.level1;
    const second = first || before.level2 !== goal.level2;
    grid.row(
      ...(first ? [{ text: goal.level1, rowSpan: same((a, b) => a.level1 === b.level1) }] : []),
      ...(second
        ? [{ text: goal.level2, rowSpan: same((a, b) => a.level1 === b.level1 && a.level2 === b.level2) }]
        : []),
      goal.name,
      ...cells(goal),
    );
  });
}
