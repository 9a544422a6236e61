import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { type Allotted, allottedTo } from '../set/allotments.ts';
import { comparable, inUnitOf, isSame, sized, sum } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';

/** What a unit is allotted for a project by notices is within the budget of the project. */
export const XDOC_10: SetRule = {
  id: 'XDOC-10',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '下达金额与项目预算不符', en: 'Money allotted differs from the project’s budget' },
  explanation: {
    zh: '资金分配表、下达通知分给某单位某项目的金额（分批下达的合计），应等于该单位同年项目目标表或自评表的年度资金总额、财政拨款或全年预算数；少于预算的可能还有其他批次，作提示，多于预算的作警告。',
    en: 'What the lists of allocation give a unit for a project, all batches together, is the total, the fiscal part or the adjusted budget of its target form or self-evaluation of the year. Less may leave batches to come and is a note, more is a warning.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '分配表下达 68 万元，项目目标表年度资金总额 62 万元',
    en: '68 allotted, a total of 62 in the target form',
  },
  check: ({ index }) => allottedTo(index).flatMap((allotted) => compare(index, allotted)),
};

const PLANNED: ReadonlySet<SetAmount['measure']> = new Set([
  'current',
  'budget',
  'initial_budget',
  'annual_budget',
  'arrived',
]);

function compare(index: SetIndex, { forms, shares }: Allotted): Outcome[] {
  const budgets = forms.flatMap((form) =>
    form.amounts
      .filter(({ section, measure }) => section === 'funding' && PLANNED.has(measure))
      .map((figure) => ({ form, figure })),
  );
  const given = sum(shares.map(({ figure }) => figure));
  const like = budgets.filter(({ figure }) => comparable(figure.unit, shares[0]!.figure.unit));
  const [first] = like;
  const { filingId } = shares[0]!.list;
  if (first === undefined) return [notEvaluated(filingId, 'units differ')];
  if (like.some(({ figure }) => isSame(sized(figure), given))) return [passed(filingId)];
  const top = like.reduce((a, b) => (sized(b.figure).value > sized(a.figure).value ? b : a));
  return [differ(index, shares, given.value, top)];
}

function differ(
  index: SetIndex,
  shares: Allotted['shares'],
  given: bigint,
  { form, figure }: { form: FilingDigest; figure: SetAmount },
): Outcome {
  const { list, figure: first } = shares[0]!;
  const want = sized(figure);
  const more = given > want.value;
  const told = shares.length === 1 ? shown(first) : `${inUnitOf(given, first)}${first.unit ?? ''}`;
  return report(list, {
    verdict: more ? 'improbable' : 'explained',
    severity: more ? 'warning' : 'info',
    message: {
      zh: `“${form.projectName}”下达${first.item} ${told}，${more ? '多于' : '少于'}“${form.title ?? '项目表'}”的${figure.item} ${shown(figure)}`,
      en: `${told} is allotted to ${first.item} for “${form.projectName}”, ${more ? 'more' : 'less'} than the ${shown(figure)} of “${form.title ?? 'its form'}”`,
    },
    evidence: [
      ...shares.map((share) => cell(index, share.list, 'allotted', share.figure.item, share.figure)),
      cell(index, form, 'project form', figure.item, figure),
    ],
    operands: ['allotted', form.organisation, form.project],
    expected: inUnitOf(want.value, first),
    actual: inUnitOf(given, first),
    difference: inUnitOf(given - want.value, first),
    tolerance: null,
  });
}
