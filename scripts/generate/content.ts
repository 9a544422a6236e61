import { type Figure, figure, sumOf } from './decimal.ts';
import { counties, people, phone } from './names.ts';
import type { Random } from './random.ts';
import { type Measured, type ProjectTopic, type Topic, topics, type Worded } from './topics.ts';
import type { Value } from './values.ts';

/** Where an indicator stands: keys that each template names in its own words. */
export type Branch =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'sustained'
  | 'satisfaction';

export interface IndicatorContent {
  branch: Branch;
  name: string;
  target: Value;
  /** Values of the year before the last and of the last year. */
  prior: [Value, Value];
  actual: Value;
  weight: number;
  score: number;
  basis: string;
  category: string;
  rule: string;
  evidence: string;
  deviation: string;
  description: string;
}

export interface Identity {
  place: string;
  topic: Topic;
  organisation: string;
  organisationCode: string;
  supervisor: string;
  supervisorCode: string;
  year: number;
  filedOn: string;
  person: string;
  phone: string;
}

/** `2022` was the year in which cost became a branch of its own; forms of both generations are in use. */
export type Generation = 'before-2021' | 'since-2021';

export function inventIdentity(random: Random): Identity {
  const place = random.pick(counties);
  const topic = random.pick(topics);
  const year = random.int(2019, 2026);
  const supervisorCode = String(random.int(101, 699));
  return {
    place,
    topic,
    organisation: place + topic.agency,
    organisationCode: `${supervisorCode}00${random.int(1, 9)}`,
    supervisor: place + topic.supervisor,
    supervisorCode,
    year,
    filedOn: `${year - 1}-${String(random.int(10, 12))}-${String(random.int(10, 28))}`,
    person: random.pick(people),
    phone,
  };
}

const basisWords = ['计划标准', '历史标准', '行业标准', '预算支出标准'] as const;
const ruleWords = ['按照正常比例赋分', '直接赋分', '按评判等级赋分', '满意度赋分'] as const;
const evidenceWords = ['工作资料', '原始凭证', '说明材料', '统计报表'] as const;

/** Indicators of a project: at least one of every branch that the generation of the template has. */
export function inventIndicators(
  random: Random,
  project: ProjectTopic,
  options: { generation: Generation; budget: Figure; unit: string; rich?: boolean },
): IndicatorContent[] {
  const some = <T>(list: readonly T[], most: number) =>
    random.sample(list, random.int(1, Math.min(most, list.length)));
  const most = options.rich ? 3 : 2;
  const measured = (branch: Branch, list: readonly Measured[]) =>
    some(list, most).map((source) => measuredIndicator(random, branch, source));
  const worded = (branch: Branch, list: readonly Worded[]) =>
    some(list, most).map((source) => wordedIndicator(random, branch, source));
  const optional = (list: IndicatorContent[]) => (options.rich || random.chance(0.4) ? list : []);
  return [
    ...measured('quantity', project.quantity),
    ...measured('quality', project.quality),
    ...measured('timeliness', project.timeliness),
    costIndicator(random, options.budget, options.unit),
    ...optional(worded('economic', project.economic)),
    ...worded('social', project.social),
    ...optional(worded('ecological', project.ecological)),
    ...optional(worded('sustained', project.sustained)),
    ...measured('satisfaction', project.satisfaction),
  ];
}

function measuredIndicator(random: Random, branch: Branch, source: Measured): IndicatorContent {
  const aim = random.int(source.min, source.max);
  const number = (op: '=' | '>=' | '<=', n: number): Value => ({
    kind: 'number',
    op,
    digits: String(n),
    unit: source.unit,
  });
  const percent = source.unit === '%';
  const near = (n: number) => (percent ? Math.min(100, n) : n);
  const spreadOf = percent ? 2 : Math.max(1, Math.floor(aim / 20));
  const past = () => number('=', near(Math.max(1, aim - random.int(0, spreadOf))));
  if (!percent && source.op !== '=' && aim >= 100 && random.chance(0.15)) {
    return { ...extras(random), branch, name: source.name, ...rangeAround(aim, source.unit) };
  }
  if (!percent && aim >= 5000 && random.chance(0.5)) {
    return { ...extras(random), branch, name: source.name, ...inTenThousands(random, aim, source) };
  }
  return {
    ...extras(random),
    branch,
    name: source.name,
    target: number(source.op ?? '>=', aim),
    prior: [past(), past()],
    actual: number(
      '=',
      source.op === '=' ? aim : near(aim + random.int(0, percent ? 2 : Math.floor(aim / 20))),
    ),
  };
}

/** 1--1.2 instead of one figure; reached in its middle. */
function rangeAround(aim: number, unit: string): Pick<IndicatorContent, 'target' | 'prior' | 'actual'> {
  const reached: Value = { kind: 'number', op: '=', digits: String(aim), unit };
  const target: Value = { kind: 'range', from: String(aim - 10), to: String(aim + 20), unit };
  return { target, prior: [reached, reached], actual: reached };
}

/** 1.75万人 instead of 17500人. */
function inTenThousands(
  random: Random,
  aim: number,
  { unit, op }: Measured,
): Pick<IndicatorContent, 'target' | 'prior' | 'actual'> {
  const value = (operator: '=' | '>=' | '<=', hundreds: number): Value => ({
    kind: 'number',
    op: operator,
    digits: String(hundreds / 100),
    unit: `万${unit}`,
  });
  const hundreds = Math.round(aim / 100);
  const past = () => value('=', hundreds - random.int(0, 3));
  return { target: value(op ?? '>=', hundreds), prior: [past(), past()], actual: value('=', hundreds) };
}

function wordedIndicator(random: Random, branch: Branch, source: Worded): IndicatorContent {
  const aim: Value = { kind: 'text', text: random.pick(source.texts) };
  return { ...extras(random), branch, name: source.name, target: aim, prior: [aim, aim], actual: aim };
}

function costIndicator(random: Random, budget: Figure, unit: string): IndicatorContent {
  const digits = String(Number((budget.scaled / 10 ** budget.decimals).toFixed(budget.decimals)));
  const aim: Value = { kind: 'number', op: '<=', digits, unit };
  return {
    ...extras(random),
    branch: 'cost',
    name: '项目总成本控制数',
    target: aim,
    prior: [{ kind: 'blank' }, { kind: 'blank' }],
    actual: { ...aim, op: '=' },
  };
}

function extras(random: Random) {
  return {
    weight: 0,
    score: 0,
    basis: random.pick(basisWords),
    category: random.chance(0.5) ? '绩效基本型' : '绩效创新型',
    rule: random.pick(ruleWords),
    evidence: random.pick(evidenceWords),
    deviation: '',
    description: '',
  };
}

const outcome: readonly Branch[] = ['economic', 'social', 'ecological', 'sustained'];

/** The national splits: 50/30/10 with cost among the outputs, 20/40/20/10 with cost of its own; 10 more are left to the execution rate. */
export function weigh(indicators: IndicatorContent[], generation: Generation): void {
  const groups: [readonly Branch[], number][] =
    generation === 'since-2021'
      ? [
          [['cost'], 20],
          [['quantity', 'quality', 'timeliness'], 40],
          [outcome, 20],
          [['satisfaction'], 10],
        ]
      : [
          [['quantity', 'quality', 'timeliness', 'cost'], 50],
          [outcome, 30],
          [['satisfaction'], 10],
        ];
  for (const [branches, points] of groups) {
    const members = indicators.filter(({ branch }) => branches.includes(branch));
    const each = Math.floor(points / members.length);
    members.forEach((member, i) => {
      member.weight = i === 0 ? points - each * (members.length - 1) : each;
      member.score = member.weight;
    });
  }
}

/** Parts that add up to a total, none of them negative; later ones may be 0. */
export function split(random: Random, total: Figure, count: number, zeros = 0.3): Figure[] {
  let rest = total.scaled;
  const parts = Array.from({ length: count }, (_, i) => {
    if (i === count - 1) return 0;
    const part = i > 0 && random.chance(zeros) ? 0 : Math.floor(rest * (0.35 + 0.5 * random.next()));
    rest -= part;
    return part;
  });
  parts[count - 1] = rest;
  return parts.map((scaled) => figure(scaled, total.decimals));
}

export const inventBudget = (random: Random, decimals = 2): Figure =>
  figure(
    random.int(20, 900) * 10 ** decimals + (random.chance(0.6) ? random.int(1, 10 ** decimals - 1) : 0),
    decimals,
  );

export const totalOf = sumOf;
