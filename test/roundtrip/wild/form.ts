import { type CellInput, type GridBuilder, gridBuilder } from '../../../scripts/generate/grid-builder.ts';
import { line, type PageBlock, type Section } from '../../../scripts/generate/page.ts';
import { type DrawnAmount, drawFunds } from './funds.ts';
import { type DrawnIndicator, drawIndicators } from './indicators.ts';
import { type ColumnRole, type Plan, planForm } from './plan.ts';

/** What is printed on a form. */
export interface WildForm {
  section: Section;
  filing: Record<string, string | number | null>;
  indicators: (Omit<DrawnIndicator, 'level2' | 'weight'> & {
    level2: string | null;
    weight: number | null;
    score: number | null;
  })[];
  amounts: DrawnAmount[];
}

/** A form that agrees with itself, its layout drawn by lot: labels, order and width of columns, merged or repeated levels, notes and blank rows. */
export function wildForm(seed: number): WildForm {
  const plan = planForm(seed);
  const { random } = plan;
  const columns = plan.columns.reduce((sum, { width }) => sum + width, plan.side === null ? 0 : 1);
  const title = titleOf(plan);
  const captions = title.includes(String(plan.year)) ? [] : [`（${plan.year}年度）`];
  const ownCaption = random.chance(0.3);
  const caption = [
    ownCaption ? `${random.pick(['填报单位', '单位名称', '填报单位（盖章）'])}：${plan.organisation}` : '',
    plan.unitInCaption ? random.pick(['单位：万元', '金额单位：万元']) : '',
  ].filter(Boolean);
  if (caption.length > 0) captions.push(caption.join('　　　　'));
  const grid = gridBuilder(columns);
  const inTable = random.chance(0.35);
  if (inTable) for (const text of [title, ...captions]) grid.row({ text, columnSpan: columns });
  const { supervisor } = drawFields(plan, grid, ownCaption);
  const funds = drawFunds(plan, columns);
  for (const row of funds.rows) grid.row(...row);
  drawGoals(plan, grid);
  const weight = funds.execution?.weight ?? 0;
  const indicators = drawTable(plan, grid, 100 - weight);
  const score = funds.execution?.score ?? 0;
  const total = Number((100 - weight + score).toFixed(2));
  const hasTotal = plan.hasPoints && random.chance(0.6) && drawTotal(plan, grid, total);
  const blocks: PageBlock[] = inTable
    ? []
    : [line('title', title), ...captions.map((text) => line('caption', text))];
  blocks.push(grid.finish());
  if (random.chance(0.5)) blocks.push(line('note', '填报人：周明远　　　　联系电话：0713-6325518'));
  return {
    section: { name: 'Sheet1', blocks },
    filing: {
      organisation: plan.organisation,
      project: plan.isDepartment ? null : plan.project,
      supervisor,
      year: plan.year,
      execution_weight: funds.execution?.weight ?? null,
      execution_score: funds.execution?.score ?? null,
      total_score: hasTotal && plan.hasScores ? total : null,
    },
    indicators,
    amounts: funds.amounts,
  };
}

function titleOf({ random, isDepartment, isEvaluation, year }: Plan): string {
  if (isDepartment)
    return random.pick(
      isEvaluation
        ? [`${year}年度部门整体支出绩效自评表`, '部门整体支出绩效自评表']
        : ['部门整体支出绩效目标申报表', `${year}年部门整体支出绩效目标表`],
    );
  return random.pick(
    isEvaluation
      ? ['项目支出绩效自评表', `${year}年度项目支出绩效自评表`, '部门预算项目支出绩效自评表']
      : ['项目支出绩效目标表', `${year}年项目支出绩效目标申报表`, `${year}年度绩效目标表`],
  );
}

/** Labels and their answers, one or two to a row. */
function drawFields(plan: Plan, grid: GridBuilder, ownCaption: boolean): { supervisor: string | null } {
  const { random, isDepartment } = plan;
  const supervised = !isDepartment && random.chance(0.7);
  const pairs: [string, string][] = [];
  if (!isDepartment) pairs.push(['项目名称', plan.project]);
  if (supervised) pairs.push([random.pick(['主管部门', '项目主管部门', '主管单位']), plan.supervisor]);
  if (!ownCaption) {
    const labels = isDepartment
      ? ['部门（单位）名称', '部门名称', '单位名称', '预算部门名称']
      : ['实施单位', '项目实施单位', '项目单位', '预算单位'];
    pairs.push([random.pick(labels), plan.organisation]);
  }
  const others: [string, string][] = [
    ['项目负责人', '周明远'],
    ['联系电话', '0713-6325518'],
    ['项目类别', random.pick(['常年性项目', '一次性项目'])],
    ['项目起止时间', `${plan.year}年1月-${plan.year}年12月`],
    ['项目属性', random.pick(['新增项目', '延续项目'])],
  ];
  pairs.push(...random.sample(others, random.int(0, 4)));
  const width = Math.floor(grid.columns / 4);
  for (let at = 0; at < pairs.length; ) {
    const [first, second] = [pairs[at]!, pairs[at + 1]];
    const besides = second !== undefined && random.chance(0.6);
    const cells: CellInput[] = [{ text: first[0], columnSpan: width }];
    if (besides)
      cells.push(
        { text: first[1], columnSpan: width },
        { text: second[0], columnSpan: width },
        { text: second[1], columnSpan: grid.columns - 3 * width },
      );
    else cells.push({ text: first[1], columnSpan: grid.columns - width });
    grid.row(...cells);
    at += besides ? 2 : 1;
  }
  return { supervisor: supervised ? plan.supervisor : null };
}

function drawGoals({ random, isEvaluation }: Plan, grid: GridBuilder): void {
  const goal = '完成年度各项任务，提升公共服务能力，保障群众基本需求。';
  if (!isEvaluation) {
    const width = Math.max(1, Math.floor(grid.columns / 5));
    const label = random.pick(['年度绩效目标', '年度总体目标', '总体目标', '绩效目标']);
    grid.row({ text: label, columnSpan: width }, { text: goal, columnSpan: grid.columns - width });
  } else if (random.chance(0.7)) {
    const half = Math.floor((grid.columns - 1) / 2);
    const rest = grid.columns - 1 - half;
    grid.row(
      { text: random.pick(['年度总体目标', '总体目标']), rowSpan: 2 },
      { text: random.pick(['预期目标', '年初设定目标']), columnSpan: half },
      { text: random.pick(['实际完成情况', '全年实际完成情况']), columnSpan: rest },
    );
    grid.row({ text: goal, columnSpan: half }, { text: '已按计划完成全部任务。', columnSpan: rest });
  }
}

const signs: Record<string, string>[] = [
  { '>=': '≥', '<=': '≤', '=': '=' },
  { '>=': '≥', '<=': '≤', '=': '' },
  { '>=': '>=', '<=': '<=', '=': '=' },
  { '>=': '大于等于', '<=': '小于等于', '=': '等于' },
];

/** The table of indicators; the side label may end before its rows do, as where rows were added. */
function drawTable(plan: Plan, grid: GridBuilder, points: number): WildForm['indicators'] {
  const { random, columns, hasPoints, hasScores, side } = plan;
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const drawn = drawIndicators(plan, points);
  const style = random.pick(['merged', 'merged', 'repeated', 'blank']);
  const sign = random.pick(signs);
  const mark = random.pick(['', '', '指标N：', 'N.']);
  const inNames = hasPoints && random.chance(0.25);
  const short =
    side !== null && style !== 'merged' && random.chance(0.2) ? random.int(1, drawn.length - 1) : 0;
  const sideCell = { text: side ?? '', rowSpan: drawn.length + 1 - short };
  grid.row(
    ...(side === null ? [] : [sideCell]),
    ...columns.map(({ head, width }) => ({ text: head, columnSpan: width })),
  );
  drawn.forEach((indicator, at) => {
    const before = drawn[at - 1];
    const begins1 = before?.level1 !== indicator.level1;
    const begins2 = begins1 || before?.level2 !== indicator.level2;
    const of1 = drawn.filter(({ level1 }) => level1 === indicator.level1);
    const of2 = of1.filter(({ level2 }) => level2 === indicator.level2);
    const share = of1.reduce((sum, { weight }) => sum + weight, 0);
    const { actual, name, target, weight, words } = indicator;
    const figure = (value: number) => `${value}${has('unit') ? '' : target!.unit}`;
    const operator = target === null ? '' : sign[target.operator]!;
    const printed: Partial<Record<ColumnRole, string>> = {
      level1: indicator.level1 + (inNames ? `（${share}分）` : ''),
      level2: indicator.level2,
      level3: mark.replace('N', String(of2.indexOf(indicator) + 1)) + name,
      description: `反映${name}情况`,
      operator: operator || (target === null ? '' : '='),
      target: target === null ? words! : (has('operator') ? '' : operator) + figure(target.value),
      unit: target?.unit ?? '',
      actual: target === null ? words! : figure(actual ?? 0),
      weight: String(weight),
      score: String(weight),
    };
    const cells = columns.flatMap(({ role, width }): CellInput[] => {
      const level =
        role === 'level1' ? { begins: begins1, rows: of1.length } : { begins: begins2, rows: of2.length };
      const isLevel = role === 'level1' || role === 'level2';
      if (isLevel && style === 'merged' && !level.begins) return [];
      const blank = isLevel && style === 'blank' && !level.begins;
      const rowSpan = isLevel && style === 'merged' ? level.rows : 1;
      return [{ text: blank ? '' : (printed[role] ?? ''), columnSpan: width, rowSpan }];
    });
    grid.row(...(at >= drawn.length - short ? [''] : []), ...cells);
  });
  return drawn.map((indicator) => ({
    ...indicator,
    level2: has('level2') ? indicator.level2 : null,
    weight: hasPoints ? indicator.weight : null,
    score: hasScores ? indicator.weight : null,
  }));
}

/** 总分 | 100 | 98.50 below the indicators. */
function drawTotal({ columns, random, side }: Plan, grid: GridBuilder, total: number): true {
  const at = columns.findIndex(({ role }) => role === 'weight');
  const before = columns.slice(0, at).reduce((sum, { width }) => sum + width, side === null ? 0 : 1);
  grid.row(
    { text: random.pick(['总分', '合计', '合　计']), columnSpan: before },
    ...columns.slice(at).map(({ role, width }) => ({
      text: role === 'weight' ? '100' : role === 'score' ? String(total) : '',
      columnSpan: width,
    })),
  );
  return true;
}
