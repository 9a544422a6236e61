import type { Amount, Indicator } from '../../../schemas/index.ts';
import type { LinearEdit, Term } from '../edits/edit.ts';
import type { Fact } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import { normalised } from '../keys.ts';
import {
  type DocumentContext,
  type DocumentRule,
  edited,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';
import { commonSize } from '../sums/sums.ts';

/** One concept in two tables: a project's budget, and the target of the indicator of its name. */
export const XTB_01: DocumentRule = {
  id: 'XTB-01',
  scope: 'document',
  kind: 'cross_table',
  title: { zh: '同一项目在两处的金额不一致', en: 'One project has two amounts' },
  explanation: {
    zh: '项目预算与同名绩效指标的目标值说的是同一笔钱：等于或不低于的目标不得与预算冲突；以总预算作年度上限的作警告。',
    en: 'The budget of a project and the target of the indicator of its name speak of one sum: a target of = or ≥ must agree with it; a yearly cap that repeats the total budget is a warning.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '项目预算 3480 万元，同名指标 ≥3840 万元',
    en: 'project budget 3480, indicator of its name ≥3840',
  },
  check,
};

interface Named {
  indicator: Indicator;
  fact: Fact;
}

function check(document: DocumentContext): Outcome[] {
  const projects = projectsOf(document);
  if (projects.size === 0) return [];
  const outcomes: Outcome[] = [];
  const groups = new Map<string, { project: Budget; named: Named[] }>();
  for (const context of document.filings) {
    for (const indicator of context.indicators) {
      const named = moneyTarget(context, indicator);
      const project = named === null ? undefined : projectOf(projects, indicator, context);
      if (named === null || project === undefined) continue;
      const key = `${project.name}|${indicator.target?.op}|${named.fact.text}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { project, named: [named] });
      else group.named.push(named);
    }
  }
  for (const { project, named } of groups.values()) outcomes.push(compare(project, named));
  return outcomes;
}

interface Budget {
  name: string;
  current: Fact;
  total: Fact | null;
}

/** Budgets of the listed projects by name; figures of the year before totals over all years. */
function projectsOf({ filings, facts }: DocumentContext): Map<string, Budget> {
  const budgets = new Map<string, Budget>();
  const all = filings.flatMap((context) => context.amounts.filter((amount) => amount.section === 'projects'));
  const named = (amount: Amount): string => normalised(amount.project ?? amount.item);
  for (const amount of all) {
    const fact = facts.amount(amount);
    if (fact === null || amount.role === 'total' || amount.parent_id !== null) continue;
    const name = named(amount);
    const known = budgets.get(name);
    if (amount.measure === 'total_budget') {
      if (known === undefined) budgets.set(name, { name, current: fact, total: fact });
      else known.total = fact;
    } else if (
      amount.measure === 'current' ||
      amount.measure === 'annual_budget' ||
      amount.measure === 'budget'
    ) {
      budgets.set(name, { name, current: fact, total: known?.total ?? null });
    }
  }
  return budgets;
}

function moneyTarget({ facts }: FilingContext, indicator: Indicator): Named | null {
  const { target } = indicator;
  if (target === null || target.kind !== 'number' || moneySize(target.unit) === null) return null;
  const fact = facts.quantity(indicator, 'target');
  return fact === null ? null : { indicator, fact };
}

/** The project of an indicator's own name, else the one that its 二级指标 names, if no other money target stands there. */
function projectOf(
  projects: ReadonlyMap<string, Budget>,
  indicator: Indicator,
  context: FilingContext,
): Budget | undefined {
  const own = projects.get(normalised(indicator.level3));
  if (own !== undefined) return own;
  const level2 = normalised(indicator.level2);
  for (const [name, budget] of projects) {
    if (name.length < SHORTEST_NAME || !level2.includes(name)) continue;
    const money = context.indicators.filter(
      (row) =>
        row.level2 === indicator.level2 &&
        row.section === indicator.section &&
        moneySize(row.target?.unit ?? null) !== null,
    );
    if (money.length === 1) return budget;
  }
  return undefined;
}

/** A name of three characters (专项款) stands in too many levels to say which project is meant. */
const SHORTEST_NAME = 4;

function compare(project: Budget, named: readonly Named[]): Outcome {
  const { indicator, fact } = named[0]!;
  const op = indicator.target?.op ?? '=';
  const budget = project.current;
  const target = fact.value * fact.factor;
  const planned = budget.value * budget.factor;
  const slack = fact.half * fact.factor + budget.half * budget.factor;
  const equal = target - planned <= slack && planned - target <= slack;
  if (equal) return passed(fact.filingId);
  if (op === '>=' || op === '>')
    return planned > target ? passed(fact.filingId) : edited(equality(project, named, 'error'));
  if (op === '=') return edited(equality(project, named, 'error'));
  if (planned > target) return edited(equality(project, named, 'error'));
  const total = project.total;
  const repeatsTotal = total !== null && total !== budget && total.value * total.factor === target;
  return repeatsTotal ? edited(equality(project, named, 'warning')) : passed(fact.filingId);
}

function equality(project: Budget, named: readonly Named[], severity: 'error' | 'warning'): LinearEdit {
  const { indicator, fact } = named[0]!;
  const budget = project.current;
  const size = commonSize([fact, budget]);
  const witnesses: Term[] = named
    .slice(1)
    .map((twin) => ({ fact: twin.fact, coefficient: 1n, role: 'target' }));
  if (severity === 'warning' && project.total !== null) {
    witnesses.push({ fact: project.total, coefficient: 1n, role: 'total budget' });
  }
  const sign = fact.text;
  return {
    type: 'linear',
    rule: 'XTB-01',
    filingId: fact.filingId,
    documentId: fact.documentId,
    method: 'T1',
    relation: '=',
    severity,
    soft: true,
    says: {
      zh: `项目“${budget.label}”的预算与指标“${indicator.level3 ?? ''}”的目标值（${sign}）应一致`,
      en: `the budget of project “${budget.label}” should agree with the target of “${indicator.level3 ?? ''}” (${sign})`,
    },
    terms: [
      { fact: budget, coefficient: budget.factor / size, role: 'budget' },
      { fact, coefficient: -(fact.factor / size), role: 'target' },
    ],
    constant: 0n,
    witnesses,
  };
}
