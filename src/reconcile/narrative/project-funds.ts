import type { Amount, TextRecord } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { type Fact, revised } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import { type DocumentContext, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { conceptOf } from './concept.ts';
import { isNear, mismatch } from './mismatch.ts';
import { sumOf } from './part-sums.ts';
import { isOfOtherTime } from './part-year.ts';
import { formNamed, isOfReport, namesAnother } from './reports.ts';
import { agrees, bothMoney, type Cell } from './tables.ts';

type Measure = 'initial_budget' | 'annual_budget' | 'executed';

/** What a report calls the money of its project, without a name of its own. */
const NAMED: readonly [Measure, RegExp][] = [
  ['initial_budget', /^(?:本|该)?(?:项目)?年初(?:安排)?预算(?:数|资金|安排)?$/],
  ['annual_budget', /^(?:本|该)?(?:项目)?(?:全年|调整后?)预算数?$/],
  [
    'executed',
    /^(?:本|该)?(?:项目)?(?:资金(?:执行|使用|支出)情况)?(?:全年执行|(?:全年|累计)?实际(?:支出|执行)|(?:全年|累计|共)支出|累计(?:执行|使用))数?$/,
  ],
];

/** Words in front of a figure that its name leaves out: 全年预算 is read as 预算. */
const WHOLE_YEAR = /全年(?:预算|执行|支出)数?[为是：:]?$/;

/** Which money of its project or department a figure of a report states; null where it states none. */
function measureStated(
  { figures, relations, text }: TextRecord,
  index: number,
  project: string | null,
): Measure | null {
  const { item, role, op, offset, base_unit: unit } = figures[index]!;
  if (item === null || role !== 'stated' || op !== '=' || unit !== '元') return null;
  if (relations.some(({ kind, from }) => from === index && kind === 'part_of')) return null;
  const before = text.slice(Math.max(0, offset - 8), offset);
  const whole = normalised(WHOLE_YEAR.test(before) && !item.includes('全年') ? `全年${item}` : item);
  const own = normalised(project);
  const name = own !== '' && whole.startsWith(own) ? whole.slice(own.length) : whole;
  if (own !== '' && /^(?:项目)?执行数$/.test(name)) return 'executed';
  return NAMED.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** The budgets and the spending that a report states, against the total of the one self-evaluation that belongs to it. */
export function projectFunds(document: DocumentContext, nearness: number): Outcome[] {
  const forms = document.filings.filter(({ filing }) => /self_evaluation$/.test(filing.form_type));
  if (forms.length === 0) return [];
  const stated = claimsOf(document).flatMap((claim): Stated[] => {
    if (claim.filing !== null) return [];
    const own = forms.filter(({ filing }) => isOfReport(document, claim.text, filing));
    const several = own.length > 1;
    return claim.text.figures.flatMap((figure, index): Stated[] => {
      const form = several ? formOf(claim.text, figure.offset, own) : own[0];
      if (form === undefined || (!several && namesAnother(claim.text, figure.offset, form.filing))) return [];
      const measure = measureStated(claim.text, index, several ? form.filing.project : null);
      if (measure === null || (figure.year !== null && figure.year !== form.filing.year)) return [];
      if (measure === 'executed' && isOfOtherTime(claim.text, figure.offset)) return [];
      return [{ claim, index, measure, form }];
    });
  });
  const groups = Map.groupBy(stated, ({ form, measure }) => `${form.filing.filing_id}|${measure}`);
  return [...groups.values()].flatMap((group) => compare(group, nearness));
}

/** 项目2个，全年预算数230万元，全年执行数220万元, where the document holds the self-evaluations of just so many: what these add up to. */
export function fundsOfAll(document: DocumentContext): LinearEdit[] {
  const forms = document.filings.filter(({ filing }) => filing.form_type === 'project_self_evaluation');
  if (forms.length < 2 || !forms.every(({ filing }) => filing.project !== null)) return [];
  return claimsOf(document).flatMap((claim) =>
    claim.filing !== null
      ? []
      : claim.text.figures.flatMap((figure, index): LinearEdit[] => {
          const measure = measureStated(claim.text, index, null);
          if (measure === null || countBefore(claim.text, figure.offset) !== forms.length) return [];
          const fact = factOf(claim, index);
          if (fact === null) return [];
          const parts = forms.map((form) => {
            const cell = totalOf(form, measure);
            return cell === null ? null : form.facts.amount(cell.amount);
          });
          return parts.every((part) => part !== null)
            ? [{ ...sumOf(claim, fact, parts, '='), severity: 'warning' }]
            : [];
        }),
  );
}

/** Characters before a figure in which its sentence says how many projects it is of. */
const COUNTED = 200;

function countBefore({ text }: TextRecord, offset: number): number | null {
  const sentence =
    text
      .slice(Math.max(0, offset - COUNTED), offset)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  const counted = /项目(?:支出)?(?:共计?)?(\d{1,3})个|(?<![\d.])(\d{1,3})个(?:[一二]级)?(?:预算)?项目/
    .exec(sentence)
    ?.slice(1)
    .find(Boolean);
  return counted === undefined ? null : Number(counted);
}

/** Of several forms the one whose project the text names in front of a figure, with nothing but its money between. */
function formOf(
  text: TextRecord,
  offset: number,
  forms: readonly FilingContext[],
): FilingContext | undefined {
  const named = formNamed(
    text,
    offset,
    forms.map(({ filing }) => filing),
  );
  return named === null ? undefined : forms.find(({ filing }) => filing === named);
}

interface Stated {
  claim: Claim;
  index: number;
  measure: Measure;
  form: FilingContext;
}

/** One of several statements that agrees is the one that is meant. */
function compare(group: readonly Stated[], nearness: number): Outcome[] {
  const { claim, index, measure, form } = group[0]!;
  const id = form.filing.filing_id;
  const cell = totalOf(form, measure);
  if (cell === null) return [];
  const facts = group.map((one) => factOf(one.claim, one.index)).filter((fact) => fact !== null);
  if (facts.some((fact) => bothMoney(fact, cell.fact) && agrees(fact, cell.fact))) return [passed(id)];
  const fact = factOf(claim, index);
  if (fact === null || !bothMoney(fact, cell.fact)) return [notEvaluated(id, 'units differ')];
  if (!isNear(cell.fact, fact, nearness) || (measure === 'executed' && isSpentOnPart(claim, fact)))
    return [notEvaluated(id, 'figures of another scope')];
  return [mismatch(claim, index, fact, cell)];
}

/** 农机购置补贴到位1058万元，累计支出1058万元: what a row of another table spent. */
function isSpentOnPart({ document }: Claim, fact: Fact): boolean {
  return document.filings.some(({ amounts, facts }) =>
    amounts.some((amount) => {
      const cell = SPENT.has(amount.measure) ? facts.amount(amount) : null;
      return cell !== null && bothMoney(fact, cell) && agrees(fact, cell);
    }),
  );
}

const SPENT: ReadonlySet<Amount['measure']> = new Set(['executed', 'final']);

/** The only total that a form has of a measure. */
function totalOf(form: FilingContext, measure: Measure): Cell | null {
  const isTotal = (amount: Amount): boolean =>
    amount.section === 'funding' &&
    amount.measure === measure &&
    amount.fund === null &&
    (amount.role === 'total' || amount.parent_id === null);
  const [amount, other] = form.amounts.filter(isTotal);
  if (amount === undefined || other !== undefined) return null;
  const fact = form.facts.amount(amount);
  const concept = conceptOf(amount.item);
  if (fact === null || concept === null) return null;
  const { item, column_label: column } = amount;
  return {
    amount,
    fact: column === null ? fact : revised(fact, { label: `${item} ${column}` }),
    concept,
    filing: form,
  };
}
