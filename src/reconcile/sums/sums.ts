import type { Amount, Message } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/index.ts';
import type { LinearEdit, Term } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { isFact } from '../edits/points.ts';
import { magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Whole } from '../figures/amounts.ts';
import type { FilingContext } from '../rule.ts';

export interface SumSettings {
  rule: string;
  relation: '=' | '<=';
  says?: Message;
  severity?: LinearEdit['severity'];
  soft?: boolean;
  open?: boolean;
  /** Figures that are taken off the parts: 本年支出 in 年初结转 + 本年收入 − 本年支出. */
  less?: readonly Amount[];
}

/** whole = Σ parts, in the order printed; null where the whole is blank, no part has a figure, one was not read or nothing says how large one is. */
export function sumEdit(
  context: FilingContext,
  whole: Amount,
  parts: readonly Amount[],
  settings: SumSettings,
): LinearEdit | null {
  const { facts, filing } = context;
  if ([...parts, ...(settings.less ?? [])].some(isUnread)) return null;
  const total = facts.amount(whole);
  const figures = parts
    .filter((part) => !isTakenOff(part))
    .map((part) => facts.amount(part))
    .filter(isFact);
  const less = [...parts.filter(isTakenOff), ...(settings.less ?? [])];
  const taken = less.map((part) => facts.amount(part)).filter(isFact);
  if (total === null || figures.length + taken.length === 0 || figures.includes(total)) return null;
  if (lacksUnit([total, ...figures, ...taken])) return null;
  let size = total.factor;
  for (const { factor } of [...figures, ...taken]) if (factor < size) size = factor;
  const left = settings.relation === '=' ? 1n : -1n;
  const terms: Term[] = [termOf(total, left, size, 'total')];
  for (const fact of figures) terms.push(termOf(fact, -left, size, 'part'));
  for (const fact of taken) terms.push(termOf(fact, left, size, 'part'));
  const edit: LinearEdit = {
    type: 'linear',
    rule: settings.rule,
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T2',
    relation: settings.relation,
    says: settings.says ?? saysSum(whole, [...figures, ...taken], settings.relation),
    terms,
    constant: 0n,
  };
  if (settings.severity !== undefined) edit.severity = settings.severity;
  if (settings.soft !== undefined) edit.soft = settings.soft;
  if (settings.open !== undefined) edit.open = settings.open;
  return edit;
}

/**
 * A cell of a recognised page with writing in which no figure was read, a formula whose result is not known, a figure that is damaged (20,00),
 * that may be two (240 000), may be more or less (▲35.20) or stands among words (20.00，另见附表), words in its place (涉密): it is missing, and not nought.
 * A sum in the numerals of cheques that differs from the figure beside it is no such cell: it is wrong.
 */
export const isUnread = ({ value, raw, doubts }: Amount): boolean =>
  value === null &&
  (doubts?.value !== undefined || (readQuantity(raw).kind !== 'blank' && !ofCheques.test(raw)));
const ofCheques = /[壹贰叁肆伍陆柒捌玖拾佰仟]/;

/** 540 beside 1080万元: a figure without a unit next to one that is not in the smallest is of a size that nothing says. */
function lacksUnit(facts: readonly Fact[]): boolean {
  return facts.some(({ unit }) => unit === null) && facts.some(({ factor }) => factor !== 1n);
}

/** 减：累计折旧 below 固定资产原值, without a sign of its own. */
const isTakenOff = ({ label, value }: Amount): boolean =>
  value !== null && value > 0 && /^[\s（(]*减\s*[:：]/.test(label);

/** A fact in units of the smallest one, so that coefficients stay small. */
function termOf(fact: Fact, sign: bigint, size: bigint, role: string): Term {
  return { fact, coefficient: fact.factor === size ? sign : sign * (fact.factor / size), role };
}

function saysSum(whole: Amount, parts: readonly Fact[], relation: '=' | '<='): Message {
  const name = whole.year === null ? whole.item : `${whole.item}（${whole.year}年）`;
  if (relation === '<=')
    return { zh: `${name}应不小于其中各项之和`, en: `${name} should be no less than its parts` };
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return {
      zh: `${name}应等于其下唯一填有数字的“${only.label}”`,
      en: `${name} should be “${only.label}”, the only part with a figure`,
    };
  const count = parts.length;
  return { zh: `${name}应等于${count}项之和`, en: `${name} should be the sum of its ${count} parts` };
}

/** The largest unit that divides all units of the terms, so that coefficients stay small. */
export function commonSize(facts: readonly Fact[]): bigint {
  let least = facts[0]?.factor ?? 1n;
  for (const { factor } of facts) if (factor < least) least = factor;
  return least;
}

/**
 * The reading of a whole under which it closes, else the one that the structure suggests. A table is written once and
 * closes in its own way: running totals, subtotals inside the list, marks of two depths.
 */
export function bestReading(context: FilingContext, of: Whole, settings: SumSettings): LinearEdit | null {
  if (of.whole === null) return null;
  const first = sumEdit(context, of.whole, of.parts, settings);
  if (first === null || evaluate(first)?.within === true) return first;
  for (const parts of of.alternatives()) {
    const other = sumEdit(context, of.whole, parts, settings);
    if (other !== null && other.terms.length > 1 && evaluate(other)?.within === true) return other;
  }
  if (of.certain || settings.severity !== undefined) return first;
  return isFar(first) && of.covers !== true ? null : { ...first, severity: 'warning' };
}

/** Of a sum that only the place of its total suggests: where it misses by more than half, it is no sum of these parts. */
function isFar(edit: LinearEdit): boolean {
  const of = evaluate(edit);
  return of !== null && magnitude(of.residual) * 2n > magnitude(of.actual);
}
