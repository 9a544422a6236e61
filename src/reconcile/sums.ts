import type { Amount, Message } from '../../schemas/index.ts';
import type { Whole } from './amounts.ts';
import type { LinearEdit, Term } from './edit.ts';
import { evaluate } from './evaluate.ts';
import type { Fact } from './fact.ts';
import type { FilingContext } from './rule.ts';

export interface SumSettings {
  rule: string;
  relation: '=' | '<=';
  says?: Message;
  severity?: LinearEdit['severity'];
  soft?: boolean;
  open?: boolean;
}

/** whole = Σ parts, in the order printed; null where the whole is blank or no part has a figure. */
export function sumEdit(
  context: FilingContext,
  whole: Amount,
  parts: readonly Amount[],
  settings: SumSettings,
): LinearEdit | null {
  const { facts, filing } = context;
  const total = facts.amount(whole);
  const figures = parts.map((part) => facts.amount(part)).filter((fact): fact is Fact => fact !== null);
  if (total === null || figures.length === 0 || figures.includes(total)) return null;
  const size = commonSize([total, ...figures]);
  const term = (fact: Fact, sign: bigint, role: string): Term => ({
    fact,
    coefficient: fact.factor === size ? sign : sign * (fact.factor / size),
    role,
  });
  const left = settings.relation === '=' ? 1n : -1n;
  return {
    type: 'linear',
    rule: settings.rule,
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T2',
    relation: settings.relation,
    says: settings.says ?? saysSum(whole, figures.length, settings.relation),
    terms: [term(total, left, 'total'), ...figures.map((fact) => term(fact, -left, 'part'))],
    constant: 0n,
    ...(settings.severity === undefined ? {} : { severity: settings.severity }),
    ...(settings.soft === undefined ? {} : { soft: settings.soft }),
    ...(settings.open === undefined ? {} : { open: settings.open }),
  };
}

function saysSum(whole: Amount, parts: number, relation: '=' | '<='): Message {
  const name = whole.year === null ? whole.item : `${whole.item}（${whole.year}年）`;
  if (relation === '<=') return { zh: `${name}应不小于其中项之和`, en: `${name} holds its parts` };
  return { zh: `${name}应等于${parts}项之和`, en: `${name} is the sum of its ${parts} parts` };
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
  return of.certain || settings.severity !== undefined ? first : { ...first, severity: 'warning' };
}
