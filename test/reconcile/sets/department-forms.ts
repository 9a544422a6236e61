import { gridBuilder } from '../../../scripts/generate/grid-builder.ts';
import { line, type Section } from '../../../scripts/generate/page.ts';
import { goalRows } from './project-forms.ts';
import type { View } from './view.ts';
import { type ProjectYear, type Sum, sumOf, type UnitYear } from './world.ts';

const projectsOf = (of: UnitYear, sum: (project: ProjectYear) => Sum): Sum => sumOf(of.projects.map(sum));

/** Planned, adjusted and spent by 基本支出 and 项目支出. */
export function wholeOf(of: UnitYear) {
  const initial = { basic: of.staff + of.office, projects: projectsOf(of, (p) => p.initial) };
  const annual = { basic: of.annualBasic, projects: projectsOf(of, (p) => p.annual) };
  const spent = { basic: of.spentBasic, projects: projectsOf(of, (p) => p.spent) };
  return { initial, annual, spent };
}

export type PriorColumn = 'planned' | 'spent';

/** `before` is the unit a year and two years earlier; `prior` what the columns of those years tell. */
export function departmentTargets(
  view: View,
  of: UnitYear,
  before: readonly (UnitYear | undefined)[],
  prior: PriorColumn,
): Section {
  const { money } = view;
  const { initial } = wholeOf(of);
  const priors = before.map((year) =>
    year === undefined ? null : wholeOf(year)[prior === 'planned' ? 'initial' : 'spent'],
  );
  const share = (sum: Sum) => `${((100 * sum) / (initial.basic + initial.projects)).toFixed(2)}%`;
  const grid = gridBuilder(7);
  grid.row('部门（单位）名称', { text: view.unit, columnSpan: 6 });
  grid.row(
    { text: '部门总体资金情况', rowSpan: 5 },
    { text: '总体资金情况', rowSpan: 2, columnSpan: 2 },
    { text: '当年金额', rowSpan: 2 },
    { text: '占比', rowSpan: 2 },
    { text: '近两年收支金额', columnSpan: 2 },
  );
  grid.row(`${of.year - 2}年`, `${of.year - 1}年`);
  const lines: [string, (whole: { basic: Sum; projects: Sum }) => Sum][] = [
    ['支出合计', ({ basic, projects }) => basic + projects],
    ['基本支出', ({ basic }) => basic],
    ['项目支出', ({ projects }) => projects],
  ];
  lines.forEach(([label, sum], i) => {
    const cells = [
      label,
      money(sum(initial)),
      share(sum(initial)),
      ...priors.map((whole) => (whole === null ? '' : money(sum(whole)))),
    ];
    grid.row(...(i === 0 ? [{ text: '支出构成', rowSpan: 3 }, ...cells] : cells));
  });
  grid.row(
    { text: '项目支出情况', rowSpan: of.projects.length + 1 },
    '项目名称',
    '支出项目类别',
    '项目总预算',
    '项目本年度预算',
    { text: '项目主要支出方向和用途', columnSpan: 2 },
  );
  for (const project of of.projects) {
    const cells = [
      view.project(project, of.year),
      '特定目标类',
      money(project.initial),
      money(project.initial),
    ];
    grid.row(...cells, { text: '保障工作开展', columnSpan: 2 });
  }
  grid.row('年度目标', { text: '完成全年各项任务。', columnSpan: 6 });
  const goals = gridBuilder(7);
  goals.row(
    { text: '年度绩效指标', rowSpan: of.goals.length + 1 },
    '一级指标',
    '二级指标',
    '三级指标',
    '预期当年实现值',
    '计量单位',
    '备注',
  );
  goalRows(goals, of.goals, ({ op, target, words, unit }) => [
    target === null ? words : `${op}${target}`,
    target === null ? '' : unit,
    '',
  ]);
  return {
    name: '部门目标',
    blocks: [
      line('title', '部门整体支出绩效目标申报表'),
      line('caption', `预算年度：${of.year}    单位：${view.moneyUnit}`),
      grid.finish(),
      goals.finish(),
    ],
  };
}

export function departmentSelfEvaluation(view: View, of: UnitYear): Section {
  const { money } = view;
  const { initial, annual, spent } = wholeOf(of);
  const all = (whole: { basic: Sum; projects: Sum }) => whole.basic + whole.projects;
  const grid = gridBuilder(9);
  grid.row({ text: '部门（单位）名称', columnSpan: 2 }, { text: view.unit, columnSpan: 7 });
  const heads = ['年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'];
  grid.row({ text: `部门整体支出（${view.moneyUnit}）`, rowSpan: 4 }, { text: '', columnSpan: 2 }, ...heads);
  const rate = all(spent) / all(annual);
  const points = Number(Math.min(10, 10 * rate).toFixed(2));
  const rows: [string, Sum[], string[]][] = [
    [
      '年度资金总额',
      [all(initial), all(annual), all(spent)],
      ['10', `${(100 * rate).toFixed(2)}%`, String(points)],
    ],
    ['其中：基本支出', [initial.basic, annual.basic, spent.basic], ['—', '', '—']],
    ['项目支出', [initial.projects, annual.projects, spent.projects], ['—', '', '—']],
  ];
  for (const [label, sums, tail] of rows)
    grid.row({ text: label, columnSpan: 2 }, ...sums.map(money), ...tail);
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
  goalRows(grid, of.goals, ({ op, target, words, unit, actual, weight }) => [
    target === null ? words : `${op}${target}`,
    target === null ? '' : unit,
    actual === null ? words : String(actual),
    String(weight),
    String(weight),
    '',
  ]);
  grid.row({ text: '总分', columnSpan: 6 }, '100', (90 + points).toFixed(2), '');
  return {
    name: '部门自评',
    landscape: true,
    blocks: [line('title', '部门整体支出绩效自评表'), line('caption', `（${of.year}年度）`), grid.finish()],
  };
}

/** 收入支出决算总表 and the final figures of each project. */
export function finalAccounts(view: View, of: UnitYear, withProjects: boolean): Section[] {
  const { money, random } = view;
  const { initial, annual, spent } = wholeOf(of);
  const grid = gridBuilder(4);
  const caption = `编制单位：${view.unit}    ${of.year}年度    单位：${view.moneyUnit}`;
  grid.row('项目', '年初预算数', '调整预算数', '决算数');
  const total = random.pick(['本年支出合计', '支出合计']);
  for (const [label, pick] of [
    ['基本支出', ({ basic }: { basic: Sum; projects: Sum }) => basic],
    ['项目支出', ({ projects }: { basic: Sum; projects: Sum }) => projects],
    [total, ({ basic, projects }: { basic: Sum; projects: Sum }) => basic + projects],
  ] as const)
    grid.row(label, ...[initial, annual, spent].map((whole) => money(pick(whole))));
  const accounts: Section = {
    name: '支出决算',
    blocks: [
      line('title', random.pick(['支出决算表', '部门支出决算总表'])),
      line('caption', caption),
      grid.finish(),
    ],
  };
  if (!withProjects) return [accounts];
  const list = gridBuilder(4);
  list.row('项目名称', '年初预算数', '调整预算数', '决算数');
  for (const project of of.projects)
    list.row(
      view.project(project, of.year),
      money(project.initial),
      money(project.annual),
      money(project.spent),
    );
  list.row('合计', money(initial.projects), money(annual.projects), money(spent.projects));
  const projects: Section = {
    name: '项目决算',
    blocks: [line('title', '项目支出决算表'), line('caption', caption), list.finish()],
  };
  return [accounts, projects];
}

/** 部门预算项目支出表. */
export function projectList(view: View, of: UnitYear): Section {
  const { money } = view;
  const grid = gridBuilder(4);
  grid.row('项目名称', '合计', '一般公共预算', '上年结转');
  for (const project of of.projects)
    grid.row(
      view.project(project, of.year),
      money(project.initial),
      money(project.initial - project.carried),
      money(project.carried),
    );
  const { projects } = wholeOf(of).initial;
  const carried = projectsOf(of, (p) => p.carried);
  grid.row('合计', money(projects), money(projects - carried), money(carried));
  const caption = `预算单位：${view.unit}    ${of.year}年    单位：${view.moneyUnit}`;
  return {
    name: '项目支出表',
    blocks: [line('title', '部门预算项目支出表'), line('caption', caption), grid.finish()],
  };
}
