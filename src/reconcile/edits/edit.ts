import type { Message, Severity } from '../../../schemas/index.ts';
import type { Exact } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';

/** A fact in an equation, with the factor that it stands there with and its part for the reader: total, part, weight … */
export interface Term {
  fact: Fact;
  coefficient: bigint;
  role: string;
}

interface EditBase {
  rule: string;
  filingId: string | null;
  documentId: string;
  method: Tolerance;
  /** Severity of a breach, where it is not the rule's own. */
  severity?: Severity;
  /** A fact that breaks a hard edit is refuted as a correction; breaking a soft one only costs. */
  soft?: boolean;
  /** Facts that the reader needs to see beside the terms. */
  witnesses?: Term[];
  /** What the equation says in the form's own words: 合计 = 财政拨款 + 单位资金. */
  says: Message;
  /** A cell that is blank and would hold what is missing: the weight of 预算执行率. */
  blank?: { fact: Fact };
  /** Edits of one whole (the shares of one total) are judged together. */
  group?: string;
  /** Other names under which the same figures may be told, kept for the message. */
  note?: Message;
}

/** Σ coefficient · fact + constant = 0, or ≤ 0. Holds sums, weight sums, score sums, equalities, bounds. */
export interface LinearEdit extends EditBase {
  type: 'linear';
  relation: '=' | '<=';
  terms: Term[];
  constant: Exact;
  /** Constants that would be as right, where the form does not print its base: 100 or 90. */
  otherConstants?: readonly Exact[];
  /** What the figures behind the terms can be off by, beyond the terms' own precision: amounts behind shares. */
  slack?: Exact;
  /** The left side prints what the rest has to make up by a norm: 100 points. */
  norm?: true;
  /** Parts may be missing from the list: a positive rest may be a row that is not printed. */
  open?: boolean;
}

/** rate = 100 · numerator / denominator, the rate in per cent. Holds shares and ratios. */
export interface RatioEdit extends EditBase {
  type: 'ratio';
  /** The rate is what the numerator is above the denominator: 100 · (numerator − denominator) / denominator. */
  growth?: true;
  /** An operand that is what it says, to however few digits: a target. */
  exact?: 'numerator' | 'denominator';
  rate: Term;
  numerator: Term;
  denominator: Term;
}

/** amount = Π factors, each scaled by its coefficient. Holds unit cost × count × times. */
export interface ProductEdit extends EditBase {
  type: 'product';
  amount: Term;
  factors: Term[];
  /** Whole numbers that no cell prints: 12 months, 4 quarters. */
  multiplier: bigint;
  /** `<=`: the product may stay below the amount. */
  relation: '=' | '<=';
}

export type Edit = LinearEdit | RatioEdit | ProductEdit;

/** The left side of any edit: total, rate, amount. */
export function leftOf(edit: Edit): Term {
  if (edit.type === 'linear') return edit.terms[0]!;
  return edit.type === 'ratio' ? edit.rate : edit.amount;
}

/** The terms of any edit, the left side (total, rate, amount) first. */
export function termsOf(edit: Edit): readonly Term[] {
  if (edit.type === 'linear') return edit.terms;
  if (edit.type === 'ratio') return [edit.rate, edit.numerator, edit.denominator];
  return [edit.amount, ...edit.factors];
}

/**
 * T0 exact · T1 interval with column precision · T2 T1 under the table's inferred regime · T3 statistical ·
 * T4 ratio band · TS a matter of wording.
 */
export type Tolerance = 'T0' | 'T1' | 'T2' | 'T3' | 'T4' | 'TS';
