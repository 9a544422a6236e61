import { type Identity, type IndicatorContent, inventIdentity, inventIndicators, split } from '../content.ts';
import { type Figure, figure, numberOf, type Rounding, shareOf, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import type { Random } from '../random.ts';
import { nameSlip, sumFinding, transpose } from '../slips.ts';

/** How the printed shares were made from the figures. */
export type Regime = 'exact' | 'half-up' | 'truncated' | 'plugged';

export interface MoneyLine {
  item: string;
  current: Figure;
  share: Figure;
  /** The year before the last, and the last. */
  prior: [Figure, Figure];
}

export interface DepartmentContent {
  identity: Identity;
  income: MoneyLine[];
  expenditure: MoneyLine[];
  projects: { name: string; kind: string; use: string; total: Figure; current: Figure }[];
  goal: string;
  indicators: IndicatorContent[];
  regime: Regime;
}

export function inventDepartment(random: Random, regime: Regime, shareDecimals: number): DepartmentContent {
  const identity = inventIdentity(random);
  const exact = regime === 'exact';
  const step = exact ? 10_00 : 1;
  const total = figure(exact ? 1000_00 : random.int(180_00, 9800_00), 2);
  const grained = (count: number, zeros = 0.3) =>
    split(random, figure(total.scaled / step, 2), count, zeros).map((part) => figure(part.scaled * step, 2));
  const past = (part: Figure, years: number) =>
    figure(Math.round((part.scaled * (100 - years * random.int(1, 6))) / 100), 2);
  const block = (items: readonly string[], parts: Figure[]): MoneyLine[] => {
    const lines = items.map((item, i) => ({
      item,
      current: parts[i]!,
      share: figure(0, shareDecimals),
      prior: [past(parts[i]!, 2), past(parts[i]!, 1)] as [Figure, Figure],
    }));
    return withShares(totalled(lines), regime, shareDecimals);
  };
  const incomeItems = random.chance(0.5)
    ? ['财政拨款', '财政专户管理资金', '单位资金']
    : ['财政拨款', '其他资金'];
  const [staff, running, ...projects] = grained(2 + identity.topic.projects.length, 0);
  const targeted = sumOf(projects);
  const spending: [string, Figure][] = random.chance(0.5)
    ? [
        ['人员类项目支出', staff!],
        ['运转类项目支出', running!],
        ['特定目标类项目支出', targeted],
      ]
    : [
        ['基本支出', sumOf([staff!, running!])],
        ['项目支出', targeted],
      ];
  const income = block(incomeItems, grained(incomeItems.length));
  const expenditure = block(
    spending.map(([item]) => item),
    spending.map(([, part]) => part),
  );
  expenditure.at(-1)!.prior = [...income.at(-1)!.prior];
  rebalance(expenditure);
  const lead = identity.topic.projects[0]!;
  return {
    identity,
    regime,
    income,
    expenditure,
    projects: identity.topic.projects.map((project, i) => ({
      name: project.name,
      kind: random.pick(['经常性项目', '一次性项目']),
      use: project.use,
      total: projects[i]!,
      current: projects[i]!,
    })),
    goal: lead.goal,
    indicators: inventIndicators(random, lead, {
      generation: 'since-2021',
      budget: projects[0]!,
      unit: '万元',
      rich: true,
    }).filter(({ branch }) => branch !== 'cost'),
  };
}

function totalled(lines: MoneyLine[]): MoneyLine[] {
  const sum = (of: (line: MoneyLine) => Figure) => sumOf(lines.map(of));
  const total: MoneyLine = {
    item: '合计',
    current: sum((l) => l.current),
    share: figure(0, 0),
    prior: [sum((l) => l.prior[0]), sum((l) => l.prior[1])],
  };
  return [...lines, total];
}

/** Income and expenditure of an earlier year agree: the last part takes what is left. */
function rebalance(lines: MoneyLine[]): void {
  const total = lines.at(-1)!;
  for (const year of [0, 1] as const) {
    const parts = lines.slice(0, -1);
    let rest = total.prior[year].scaled;
    parts.forEach((part, i) => {
      const value = i === parts.length - 1 ? rest : Math.min(rest, part.prior[year].scaled);
      part.prior[year] = figure(value, 2);
      rest -= value;
    });
  }
}

function withShares(lines: MoneyLine[], regime: Regime, decimals: number): MoneyLine[] {
  const total = lines.at(-1)!.current;
  const rounding: Rounding = regime === 'truncated' ? 'truncated' : 'half-up';
  for (const one of lines) one.share = shareOf(one.current, total, decimals, rounding);
  if (regime === 'plugged') {
    const parts = lines.slice(0, -1);
    const largest = parts.reduce((a, b) => (b.current.scaled > a.current.scaled ? b : a));
    const others = sumOf(parts.filter((part) => part !== largest).map(({ share }) => share)).scaled;
    largest.share = figure(100 * 10 ** decimals - others, decimals);
  }
  return lines;
}

export const departmentSlips = ['transposed_total', 'share_wrong', 'missing_name', 'project_budget'] as const;

export function plantDepartmentSlip(
  content: DepartmentContent,
  slip: string | undefined,
  random: Random,
): ExpectedFinding[] {
  const total = content.income.at(-1)!;
  if (slip === 'transposed_total') {
    const victim = content.expenditure[0]!;
    const wrong = transpose(victim.current, random);
    if (!wrong) return [];
    const right = sumOf(content.expenditure.slice(0, -1).map(({ current }) => current));
    const was = victim.current;
    victim.current = wrong;
    const now = sumOf(content.expenditure.slice(0, -1).map(({ current }) => current));
    return [
      sumFinding(`支出构成 with ${victim.item} ${numberOf(was)} typed as ${numberOf(wrong)}`, right, now, 0),
    ];
  }
  if (slip === 'share_wrong') {
    const victim = content.expenditure[0]!;
    const right = victim.share;
    victim.share = figure(
      right.scaled > 5 * 10 ** right.decimals
        ? right.scaled - 3 * 10 ** right.decimals
        : right.scaled + 3 * 10 ** right.decimals,
      right.decimals,
    );
    return [
      {
        kind: 'share',
        rule: 'PCT-01',
        what: `${victim.item} printed ${numberOf(victim.share)} %, ${numberOf(victim.current)} of ${numberOf(total.current)} is ${numberOf(right)} %`,
        numbers: [numberOf(victim.current), numberOf(total.current), numberOf(victim.share)],
        form: 0,
        level: 'error',
      },
    ];
  }
  if (slip === 'project_budget') {
    const victim = content.projects[0]!;
    const wrong = transpose(victim.current, random);
    if (!wrong) return [];
    victim.current = wrong;
    victim.total = wrong;
    const listed = sumOf(content.projects.map(({ current }) => current));
    const stated = content.expenditure.at(-2)!.current;
    return [
      {
        ...sumFinding('项目支出情况 against the project line of 支出构成', stated, listed, 0, 'SUM-04'),
        level: 'warning',
      },
    ];
  }
  if (slip !== 'missing_name') return [];
  // The same indicators stand in the long-term table and in the annual one.
  const finding = nameSlip(content.indicators, random, 0);
  return [finding, finding];
}
