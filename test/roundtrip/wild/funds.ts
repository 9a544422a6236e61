import type { CellInput } from '../../../scripts/generate/grid-builder.ts';
import type { Plan } from './plan.ts';

/** A sum as a form prints it, and the measures that it may be read as. */
export interface DrawnAmount {
  item: string;
  measures: string[];
  value: number;
}

export interface DrawnFunds {
  rows: CellInput[][];
  amounts: DrawnAmount[];
  /** Points of the execution and what it got; null where they are not printed. */
  execution: { weight: number; score: number } | null;
}

const stages: Record<string, string[]> = {
  年初预算数: ['initial_budget'],
  全年预算数: ['annual_budget'],
  '全年预算数（A）': ['annual_budget'],
  全年执行数: ['executed'],
  '全年执行数（B）': ['executed'],
  预算数: ['annual_budget', 'budget'],
  执行数: ['executed'],
};

interface Sources {
  names: string[];
  plan: number[];
  done: number[];
}

/** The funds of a form over `columns` columns: a table of stages where it evaluates, a list, a line or a row of sources where it plans. */
export function drawFunds(plan: Plan, columns: number): DrawnFunds {
  const sources = drawSources(plan);
  if (!plan.isEvaluation) return drawTargets(plan, sources, columns);
  const { random } = plan;
  const heads = random.pick([
    ['年初预算数', '全年预算数', '全年执行数'],
    ['全年预算数', '全年执行数'],
    ['预算数', '执行数'],
    ['年初预算数', '全年预算数（A）', '全年执行数（B）'],
  ]);
  const rate = heads.some((head) => head.endsWith('（A）')) ? '执行率（B/A）' : '执行率';
  const hasPoints = plan.hasScores && random.chance(0.85);
  const scored = hasPoints
    ? random.pick([
        ['分值', rate, '得分'],
        [rate, '分值', '得分'],
      ])
    : [rate];
  if (columns < 2 + heads.length + scored.length) return drawPairs(plan, sources, columns);
  return drawStages(plan, sources, columns, heads, scored);
}

function drawSources({ random, places }: Plan): Sources {
  const others = random.sample(['上年结转资金', '单位自有资金', '其他资金'], random.int(0, 2));
  const sum = (most: number) =>
    Number((random.int(1, most) + random.int(0, 99) / 100).toFixed(Math.min(places, 2)));
  const plan = [sum(400), ...others.map(() => sum(60))];
  const done = plan.map((value) => (random.chance(0.6) ? value : Number((value * 0.9).toFixed(places))));
  return { names: ['财政拨款', ...others], plan, done };
}

const total = (values: readonly number[], { places }: Plan): number =>
  Number(values.reduce((sum, value) => sum + value, 0).toFixed(places));

/** 年度资金总额 | 其中：财政拨款 | 其他资金, as they are printed. */
const labelsOf = ({ random }: Plan, names: readonly string[]): string[] => [
  '年度资金总额',
  ...names.map(
    (name, at) => (at === 0 ? random.pick(['其中：', '其中:']) : random.pick(['　　　', ''])) + name,
  ),
];

const sideLabel = ({ isDepartment, isEvaluation, unitInCaption }: Plan): string =>
  (isDepartment ? (isEvaluation ? '年度预算执行情况' : '年度资金情况') : '项目资金') +
  (unitInCaption ? '' : '（万元）');

function drawStages(
  plan: Plan,
  { names, plan: planned, done }: Sources,
  columns: number,
  heads: readonly string[],
  scored: readonly string[],
): DrawnFunds {
  const { random, places } = plan;
  const labels = labelsOf(plan, names);
  const width = columns - 1 - heads.length - scored.length;
  const [whole, spent] = [total(planned, plan), total(done, plan)];
  const weight = scored.includes('分值') ? 10 : null;
  const score = weight === null ? null : Number(((weight * spent) / whole).toFixed(2));
  const said: Record<string, string> = { 分值: String(weight), 得分: String(score) };
  const amounts: DrawnAmount[] = [];
  const rows: CellInput[][] = [
    [
      { text: sideLabel(plan), rowSpan: labels.length + 1 },
      { text: '', columnSpan: width },
      ...heads,
      ...scored,
    ],
  ];
  for (const [at, label] of labels.entries()) {
    const figures = heads.map((head) => {
      const isDone = stages[head]![0] === 'executed';
      const value = at === 0 ? (isDone ? spent : whole) : (isDone ? done : planned)[at - 1]!;
      amounts.push({ item: at === 0 ? label : names[at - 1]!, measures: stages[head]!, value });
      return value.toFixed(places);
    });
    const rest = scored.map((head) =>
      at > 0 ? random.pick(['—', '-', '', '/']) : (said[head] ?? `${((100 * spent) / whole).toFixed(2)}%`),
    );
    rows.push([{ text: label, columnSpan: width }, ...figures, ...rest]);
  }
  return { rows, amounts, execution: weight === null ? null : { weight, score: score! } };
}

function drawPairs(plan: Plan, { plan: planned, done }: Sources, columns: number): DrawnFunds {
  const width = Math.floor(columns / 4);
  const unit = plan.unitInCaption ? '' : '（万元）';
  const [whole, spent] = [total(planned, plan), total(done, plan)];
  const row: CellInput[] = [
    { text: `全年预算数${unit}`, columnSpan: width },
    { text: whole.toFixed(plan.places), columnSpan: width },
    { text: `全年执行数${unit}`, columnSpan: width },
    { text: spent.toFixed(plan.places), columnSpan: columns - 3 * width },
  ];
  const amounts = [
    { item: '', measures: ['annual_budget'], value: whole },
    { item: '', measures: ['executed'], value: spent },
  ];
  return { rows: [row], amounts, execution: null };
}

function drawTargets(plan: Plan, { names, plan: planned }: Sources, columns: number): DrawnFunds {
  const { random, places, unitInCaption } = plan;
  const values = [total(planned, plan), ...planned];
  const amounts = ['年度资金总额', ...names].map((item, at) => ({
    item,
    measures: ['current'],
    value: values[at]!,
  }));
  const width = Math.max(1, Math.floor(columns / 4));
  const style = random.pick(['list', 'line', 'row']);
  if (style === 'line') {
    const printed = (at: number) => `${values[at]!.toFixed(places)}${unitInCaption ? '万元' : ''}`;
    const parts = names.map((name, at) => name + printed(at + 1)).join('；');
    const text = `年度资金总额：${printed(0)}\n其中：${parts}`;
    return {
      rows: [
        [
          { text: sideLabel(plan), columnSpan: width },
          { text, columnSpan: columns - width },
        ],
      ],
      amounts,
      execution: null,
    };
  }
  if (style === 'row' && columns >= values.length + 1) {
    const first = { text: sideLabel(plan), rowSpan: 2, columnSpan: columns - values.length };
    const rows = [[first, '合计', ...names], values.map((value) => value.toFixed(places))];
    return { rows, amounts: amounts.with(0, { ...amounts[0]!, item: '合计' }), execution: null };
  }
  const named = Math.max(1, Math.floor(columns / 3));
  const rows = labelsOf(plan, names).map((label, at): CellInput[] => [
    ...(at === 0 ? [{ text: sideLabel(plan), columnSpan: width, rowSpan: values.length }] : []),
    { text: label, columnSpan: named },
    { text: values[at]!.toFixed(places), columnSpan: columns - width - named },
  ]);
  return { rows, amounts, execution: null };
}
