import { type Random, seededRandom } from '../../../scripts/generate/random.ts';

/** What a form is drawn to be before any of its cells: who files it, what for, what its columns are. */
export interface Plan {
  random: Random;
  /** An evaluation of what was done, or targets of what will be. */
  isEvaluation: boolean;
  isDepartment: boolean;
  year: number;
  organisation: string;
  supervisor: string;
  project: string;
  /** Decimals of its money. */
  places: number;
  /** Whether the caption or the labels print the unit of money. */
  unitInCaption: boolean;
  columns: PlannedColumn[];
  /** The label down beside the indicators; null where none is. */
  side: string | null;
  hasPoints: boolean;
  hasScores: boolean;
}

export type ColumnRole =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'description'
  | 'weight'
  | 'operator'
  | 'target'
  | 'unit'
  | 'actual'
  | 'score'
  | 'reason'
  | 'basis';

export interface PlannedColumn {
  role: ColumnRole;
  head: string;
  /** Columns of the grid that it takes. */
  width: number;
}

const places = ['云溪县', '柏川市', '青禾区', '临浦县', '石门镇'];
const offices = [
  '农业农村局',
  '文化和旅游局',
  '水务局',
  '教育局',
  '城市管理局',
  '第二中学',
  '疾病预防控制中心',
];
const supervisors = ['财政局', '人民政府', '发展和改革局', '卫生健康局'];
const projects = [
  '农村道路安全提升',
  '公共图书馆免费开放',
  '学生营养改善计划',
  '城区路灯维护',
  '老旧小区改造',
];

/** The fewest columns of a form: its fields and funds need them. */
const fewestColumns = 6;

export function planForm(seed: number): Plan {
  const random = seededRandom(seed);
  const isEvaluation = random.chance(0.5);
  const place = random.pick(places);
  const plan: Plan = {
    random,
    isEvaluation,
    isDepartment: random.chance(0.35),
    year: random.int(2021, 2025),
    organisation: place + random.pick(offices),
    supervisor: place + random.pick(supervisors),
    project: random.pick(projects) + random.pick(['项目', '', '补助资金', '经费']),
    places: random.pick([0, 1, 2, 2, 4]),
    unitInCaption: random.chance(0.66),
    columns: [],
    side: random.chance(0.6) ? random.pick(['绩效指标', '年度绩效指标', '绩\n效\n指\n标']) : null,
    hasPoints: random.chance(isEvaluation ? 0.9 : 0.4),
    hasScores: false,
  };
  plan.hasScores = isEvaluation && plan.hasPoints;
  plan.columns = columnsOf(plan);
  const width = plan.columns.reduce((sum, column) => sum + column.width, plan.side === null ? 0 : 1);
  plan.columns.at(-1)!.width += Math.max(0, fewestColumns - width);
  return plan;
}

function columnsOf(plan: Plan): PlannedColumn[] {
  const { random } = plan;
  const column = (role: ColumnRole, head: string): PlannedColumn => ({
    role,
    head,
    width: role === 'level3' || role === 'reason' ? random.int(1, 3) : 1,
  });
  const levels = levelHeads(random).map(([role, head]) => column(role, head));
  if (random.chance(0.15)) levels.push(column('description', random.pick(['指标解释', '指标说明'])));
  const values = valueHeads(plan).map(([role, head]) => column(role, head));
  const tail: PlannedColumn[] = [];
  if (plan.hasPoints) {
    const weight = column(
      'weight',
      random.pick(plan.isEvaluation ? ['分值', '权重', '指标分值'] : ['分值', '权重（%）']),
    );
    if (random.chance(0.3)) values.unshift(weight);
    else tail.push(weight);
  }
  if (plan.hasScores) tail.push(column('score', random.pick(['得分', '自评得分', '自评分', '单项得分'])));
  if (random.chance(plan.isEvaluation ? 0.8 : 0.4))
    tail.push(
      plan.isEvaluation
        ? column('reason', random.pick(['偏差原因分析及改进措施', '未完成原因分析', '备注']))
        : column('basis', random.pick(['指标值确定依据', '备注', '绩效标准'])),
    );
  return [...levels, ...values, ...tail];
}

function levelHeads(random: Random): [ColumnRole, string][] {
  if (random.chance(0.2))
    return [
      ['level1', '一级指标'],
      ['level3', random.pick(['指标名称', '三级指标'])],
    ];
  const heads = random.pick([
    ['一级指标', '二级指标', '三级指标'],
    ['一级指标', '二级指标', '指标名称'],
    ['一级指标', '二级指标', '指标内容'],
    ['一级', '二级', '三级'],
  ]);
  return [
    ['level1', heads[0]!],
    ['level2', heads[1]!],
    ['level3', heads[2]!],
  ];
}

function valueHeads({ random, isEvaluation }: Plan): [ColumnRole, string][] {
  const ownUnit = random.chance(0.3);
  const target = random.pick(
    isEvaluation
      ? ['年度指标值', '年初目标值', '目标值', '年度指标值（A）', '预期指标值']
      : ['指标值', '年度指标值', '目标值', '本年指标值'],
  );
  const heads: [ColumnRole, string][] = [['target', target]];
  if (ownUnit) {
    if (random.chance(0.6)) heads.unshift(['operator', random.pick(['指标性质', '符号'])]);
    heads.push(['unit', random.pick(['度量单位', '计量单位', '单位'])]);
  }
  if (isEvaluation)
    heads.push([
      'actual',
      random.pick(['实际完成值', '全年实际值', '完成值', '实际完成值（B）', '实际完成情况']),
    ]);
  return heads;
}
