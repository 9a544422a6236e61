import type { Message } from '../../../schemas/index.ts';
import { keptWith } from '../remembered.ts';
import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { listsChanges, listsPart, projectKey } from '../set/names.ts';
import { asIn, cell, formName, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { type EvaluatedPair, evaluatedPairs, listedAs, listedProjects } from '../set/siblings.ts';
import { plannedTotal } from '../set/totals.ts';
import { fundingOf } from '../set/years.ts';

/** The budget that a self-evaluation starts from is the one that its targets were approved with. */
export const XDOC_09: SetRule = {
  id: 'XDOC-09',
  scope: 'set',
  kind: 'cross_document',
  title: {
    zh: '自评表、监控表的年初预算与目标表不一致',
    en: 'Initial budget differs from the target form',
  },
  explanation: {
    zh: '同一单位、同一项目（或部门整体）、同一年度，自评表、监控表的年初预算数应等于绩效目标表的年度资金总额；只是其中当年财政拨款相等的也算一致；没有目标表的，与同一单位同年项目预算（决算）表所列该项目的预算比较（只列一种资金、采购的表，多于年初预算数时才算不一致）；与全年（调整后）预算数相等、项目预算表又没有同样列明的作提示，没有年初预算数的不作判断。',
    en: 'The initial budget of a self-evaluation or a monitoring form is the total of the target form of the unit, project and year. The fiscal part of the year alone agrees too; where there is no target form, the budget that a table of projects of the unit and year lists for it is taken (of one fund, or of purchases, only where it is more); a total that equals the adjusted budget, and that no list of projects has as its budget, is noted, and without an initial budget nothing is said.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '目标表年度资金总额 120 万元，自评表年初预算数 102 万元',
    en: 'a total of 120 in the target form, 102 as the initial budget when evaluated',
  },
  check: ({ index }) => {
    const pairs = evaluatedPairs(index);
    const paired = new Set(pairs.map(({ evaluated }) => evaluated));
    const others = index.filings.filter((filing) => isEvaluated(filing) && !paired.has(filing));
    return [
      ...pairs.flatMap((pair) => compare(index, pair)),
      ...others.flatMap((evaluated) => compareWithLists(index, evaluated)),
    ];
  },
};

const isEvaluated = ({ family, project }: FilingDigest): boolean =>
  (family === 'evaluation' || family === 'monitoring') && project !== '';

/** Lists of the year's projects that name the budget of its beginning. */
const initialLists = keptWith((tables: readonly FilingDigest[]) =>
  tables.filter(({ formType }) => formType === 'budget_table').map(listedProjects),
);

/** Without a target form the list of projects tells what the budget was; one list that agrees is enough, for each may count its own sources. */
function compareWithLists(index: SetIndex, evaluated: FilingDigest): Outcome[] {
  const initial = fundingOf(evaluated, 'initial_budget');
  if (initial === null) return [];
  const listed = initialLists(index.ofUnit(evaluated, 'money')).flatMap((list) => {
    const found = listedAs(list, evaluated.project);
    const measures = listsChanges(list.department) ? FIRST : INITIAL;
    const budget =
      found?.surely === true ? found.budgets.find(({ measure }) => measures.has(measure)) : undefined;
    return budget !== undefined && comparable(budget.unit, initial.unit)
      ? [{ list: list.department, budget }]
      : [];
  });
  const own = [initial, ...fiscalParts(evaluated)];
  if (listed.some(({ budget }) => own.some((one) => isOne(one, budget)))) return [passed(evaluated.filingId)];
  const first = listed.find(
    ({ list, budget }) => !listsPart(list) || sized(budget).value > sized(initial).value,
  );
  if (first === undefined)
    return listed.length === 0 ? [] : [notEvaluated(evaluated.filingId, 'the list has a part of the budget')];
  const annual = fundingOf(evaluated, 'annual_budget');
  const adjusted = annual !== null && listed.some(({ budget }) => isOne(budget, annual));
  return [differ(index, first.list, evaluated, first.budget, initial, adjusted)];
}

function compare(index: SetIndex, { planned, evaluated }: EvaluatedPair): Outcome[] {
  const budget = plannedTotal(planned);
  const initial = fundingOf(evaluated, 'initial_budget');
  if (budget === null || initial === null) return [];
  if (!comparable(budget.unit, initial.unit)) return [notEvaluated(evaluated.filingId, 'units differ')];
  const left = [budget, ...fiscalParts(planned)];
  const fiscal = fiscalParts(evaluated);
  const annual = fundingOf(evaluated, 'annual_budget');
  if (left.some((one) => isOne(one, initial) || fiscal.some((other) => isOne(one, other))))
    return [passed(evaluated.filingId)];
  if (planned.isOwn !== evaluated.isOwn && evaluated.project === '')
    return [notEvaluated(evaluated.filingId, 'one may be of the whole department')];
  const adjusted =
    annual !== null && left.some((one) => isOne(one, annual)) && !isListed(index, planned, budget);
  return [differ(index, planned, evaluated, budget, initial, adjusted)];
}

function differ(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  budget: SetAmount,
  initial: SetAmount,
  /** The target form has the budget as it was adjusted. */
  adjusted: boolean,
): Outcome {
  const form = formName(evaluated);
  const [now, want] = [sized(initial), sized(budget)];
  const subject = evaluated.projectName ?? evaluated.organisationName ?? '';
  const list = planned.family === 'targets' ? null : (planned.title ?? '项目表');
  const source: Message =
    list === null
      ? { zh: `目标表的${budget.item}`, en: 'in the target form' }
      : { zh: `“${list}”所列`, en: `in “${list}”` };
  return report(evaluated, {
    ...(adjusted ? { verdict: 'explained', severity: 'info' } : { verdict: 'improbable' }),
    message: {
      zh: `“${subject}”${form.zh}的年初预算数为 ${shown(initial)}，${source.zh}为 ${shown(budget)}${adjusted ? '，等于全年预算数' : ''}`,
      en: `“${subject}” has an initial budget of ${shown(initial)} in the ${form.en} and ${shown(budget)}${adjusted ? ', its adjusted budget,' : ''} ${source.en}`,
    },
    evidence: [
      cell(index, evaluated, 'initial', initial.item, initial),
      cell(index, planned, list === null ? 'target form' : 'list', budget.item, budget),
    ],
    operands: ['initial budget', evaluated.project, initial.key],
    expected: inUnitOf(want.value, initial),
    actual: initial.value,
    difference: inUnitOf(now.value - want.value, initial),
    tolerance: inUnitOf(now.half + want.half, initial),
    hypotheses: asIn(
      evaluated,
      initial,
      want.value,
      list === null
        ? { zh: '与批复的目标表一致', en: 'as the target form has it' }
        : { zh: '与所列预算一致', en: 'as the list has it' },
    ),
  });
}

/** Whether the list of the year's projects has the budget of the target form too: then it is that of the beginning, and not an adjusted one. */
function isListed(index: SetIndex, planned: FilingDigest, budget: SetAmount): boolean {
  if (planned.project === '') return false;
  const lists = [...index.ofUnit(planned, 'money'), ...index.ofUnit(planned, 'targets')];
  return lists.some((list) =>
    list.amounts.some(
      (amount) =>
        INITIAL.has(amount.measure) &&
        (amount.section === 'budget' || amount.section === 'projects') &&
        amount.fund === null &&
        amount.year === planned.year &&
        projectKey(amount.project) === planned.project &&
        isOne(amount, budget),
    ),
  );
}

const FIRST: ReadonlySet<SetAmount['measure']> = new Set(['initial_budget']);
const INITIAL: ReadonlySet<SetAmount['measure']> = new Set(['initial_budget', 'current', 'budget']);

const isOne = (a: SetAmount, b: SetAmount): boolean =>
  comparable(a.unit, b.unit) && isSame(sized(a), sized(b));

const PLANNED: ReadonlySet<SetAmount['measure']> = new Set(['current', 'budget', 'initial_budget']);

/** The money of the year alone, where the other form counts what was carried over. */
function fiscalParts({ amounts, year }: FilingDigest): SetAmount[] {
  return amounts.filter(
    (amount) =>
      amount.section === 'funding' &&
      !amount.isTop &&
      amount.value !== 0 &&
      PLANNED.has(amount.measure) &&
      (amount.year === null || amount.year === year) &&
      /(?:财政|当年|本年|预算)/.test(amount.item) &&
      !/结转|结余/.test(amount.item),
  );
}
