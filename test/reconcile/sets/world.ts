import { counties } from '../../../scripts/generate/names.ts';
import type { Random } from '../../../scripts/generate/random.ts';
import { topics } from '../../../scripts/generate/topics.ts';

/** Money is told in whole hundreds of 元: 0.01 万元. */
export type Sum = number;

export interface Goal {
  level1: string;
  level2: string;
  name: string;
  op: string;
  /** Null for a target in words. */
  target: number | null;
  words: string;
  unit: string;
  weight: number;
  actual: number | null;
  /** Reached by the middle of the year. */
  midway: number | null;
}

/** What is true of a project in a year, whatever form tells it. */
export interface ProjectYear {
  name: string;
  code: string | null;
  initial: Sum;
  /** 全年预算数, after adjustments. */
  annual: Sum;
  carried: Sum;
  spent: Sum;
  midSpent: Sum;
  goals: Goal[];
}

export interface UnitYear {
  year: number;
  staff: Sum;
  office: Sum;
  annualBasic: Sum;
  spentBasic: Sum;
  projects: ProjectYear[];
  goals: Goal[];
  posts: number;
  persons: number;
}

export interface Unit {
  county: string;
  /** Without the county. */
  agency: string;
  code: string;
  years: UnitYear[];
}

/** A unit over some years: projects go on, are merged, split or grow a second phase; budgets are adjusted, money is carried over. */
export function inventUnit(random: Random, firstYear: number, years: number): Unit {
  const topic = random.pick(topics);
  const coded = random.chance(0.5);
  const names = inventNames(
    random,
    topic.projects.map(({ name }) => name),
  );
  const unit: Unit = {
    county: random.pick(counties),
    agency: topic.agency,
    code: String(random.int(101, 899)) + String(random.int(1, 9)).padStart(3, '0'),
    years: [],
  };
  const codes = new Map(
    names.map((name) => [
      name,
      coded ? `51${random.int(1000, 9999)}31T${String(random.int(1e8, 9e8)).padStart(12, '0')}` : null,
    ]),
  );
  const kept = new Map<string, ProjectYear>();
  for (let i = 0; i < years; i++) {
    const listed = i === 0 || random.chance(0.6) ? names : names.slice(0, -1);
    const projects = listed.map((name) =>
      inventProject(random, name, codes.get(name)!, kept.get(name), topic),
    );
    for (const project of projects) kept.set(project.name, project);
    const last = unit.years.at(-1);
    const staff = moved(random, last?.staff, 200_00, 900_00);
    const office = moved(random, last?.office, 30_00, 150_00);
    const annualBasic = staff + office + random.pick([0, 0, random.int(1_00, 40_00)]);
    unit.years.push({
      year: firstYear + i,
      staff,
      office,
      annualBasic,
      spentBasic: annualBasic - random.pick([0, random.int(10, 9_00)]),
      projects,
      goals: inventGoals(random, topic.projects[0]!, unit.years.at(-1)?.goals),
      posts: random.int(30, 60),
      persons: random.int(18, 30),
    });
  }
  return unit;
}

/** A sum near that of last year. */
const moved = (random: Random, last: Sum | undefined, least: Sum, most: Sum): Sum =>
  last === undefined ? random.int(least, most) : Math.round(last * (0.9 + 0.25 * random.next()));

/** Names of projects, some of them near one another. */
function inventNames(random: Random, names: readonly string[]): string[] {
  const made = [...names];
  if (random.chance(0.4)) made.push(`${made[0]}（二期）`);
  if (random.chance(0.3)) made.push(`${made.at(-1)!.replace(/（二期）$/, '')}监理`);
  if (random.chance(0.3)) made.push('信息系统运行维护', '信息系统建设');
  if (random.chance(0.2) && made.length > 2) made.push(`${made[0]}及${made[1]}`);
  return random.sample(made, Math.min(made.length, random.int(2, 5)));
}

type Pool = (typeof topics)[number];

function inventProject(
  random: Random,
  name: string,
  code: string | null,
  before: ProjectYear | undefined,
  topic: Pool,
): ProjectYear {
  const own = topic.projects.find((project) => name.startsWith(project.name)) ?? random.pick(topic.projects);
  const initial =
    before === undefined
      ? random.int(20_00, 600_00)
      : Math.round(before.initial * (0.85 + 0.4 * random.next()));
  const annual = initial + random.pick([0, 0, random.int(1_00, 30_00), -random.int(1_00, 9_00)]);
  const spent = annual - random.pick([0, random.int(0, Math.floor(annual * 0.04))]);
  return {
    name,
    code,
    initial,
    annual,
    carried: random.pick([0, random.int(1_00, Math.floor(initial / 3))]),
    spent,
    midSpent: Math.floor(spent * (0.4 + 0.3 * random.next())),
    goals: inventGoals(random, own, before?.goals),
  };
}

/** Goals that make 90 points; those of last year come back, not below what was reached. */
function inventGoals(
  random: Random,
  of: Pool['projects'][number],
  before: readonly Goal[] | undefined,
): Goal[] {
  if (before !== undefined) {
    const again = before.map((goal) => {
      const target = goal.actual === null ? goal.target : raised(random, goal);
      return { ...goal, target, ...reached(random, target, goal.unit) };
    });
    return again;
  }
  const goal = (
    level1: string,
    level2: string,
    weight: number,
    name: string,
    op: string,
    target: number | null,
    unit: string,
    words = '',
  ): Goal => ({
    level1,
    level2,
    name,
    op,
    target,
    words,
    unit,
    weight,
    ...reached(random, target, unit),
  });
  const measured = (list: Pool['projects'][number]['quantity'], count: number) =>
    random.sample(list, Math.min(count, list.length));
  const numbers = [
    ...measured(of.quantity, 2).map((one) => ['数量指标', one] as const),
    ...measured(of.quality, 1).map((one) => ['质量指标', one] as const),
    ...measured(of.timeliness, 1).map((one) => ['时效指标', one] as const),
  ];
  const each = numbers.length === 4 ? [15, 15, 10, 10] : [20, 15, 15];
  const output = numbers.map(([level2, one], i) =>
    goal(
      '产出指标',
      level2,
      each[i] ?? 10,
      one.name,
      one.op === '=' ? '＝' : one.op === '<=' ? '≤' : '≥',
      random.int(one.min, one.max),
      one.unit,
    ),
  );
  const rest = 50 - output.reduce((sum, { weight }) => sum + weight, 0);
  output[0]!.weight += rest;
  const social = random.pick(of.social);
  const sustained = random.pick(of.sustained);
  return [
    ...output,
    goal('效益指标', '社会效益指标', 15, social.name, '', null, '', random.pick(social.texts)),
    goal('效益指标', '可持续影响指标', 15, sustained.name, '', null, '', random.pick(sustained.texts)),
    ...of.satisfaction
      .slice(0, 1)
      .map((one) => goal('满意度指标', '服务对象满意度指标', 10, one.name, '≥', random.int(85, 95), '%')),
  ];
}

function raised(random: Random, { actual, target, unit }: Goal): number {
  const least = Math.max(actual ?? 0, target ?? 0);
  return unit === '%' ? Math.min(100, least) : least + random.int(0, Math.ceil(least / 10));
}

function reached(random: Random, target: number | null, unit: string): Pick<Goal, 'actual' | 'midway'> {
  if (target === null) return { actual: null, midway: null };
  const actual =
    unit === '%' ? Math.min(100, target + random.int(0, 3)) : target + random.int(0, Math.floor(target / 12));
  return { actual, midway: unit === '%' ? target : Math.floor(actual / 2) };
}

export const sumOf = (sums: readonly Sum[]): Sum => sums.reduce((a, b) => a + b, 0);
