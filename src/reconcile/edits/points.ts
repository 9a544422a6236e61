import type { Indicator, Message, Severity } from '../../../schemas/index.ts';
import { type Exact, exact } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { FilingContext } from '../rule.ts';
import type { LinearEdit, Term } from './edit.ts';

export interface PointSum {
  rule: string;
  says: Message;
  /** The printed total; a constant base where none is printed. */
  total: Fact | null;
  base: Exact;
  parts: readonly Fact[];
  role: string;
  note?: Message;
  severity?: Severity;
  soft?: boolean;
  witnesses?: Term[];
  blank?: { fact: Fact };
  /** Bases that would be as right. */
  otherBases?: readonly Exact[];
  /** The printed total is a base. */
  norm?: true;
}

/** total = Σ parts, or Σ parts = base, exactly: points are never rounded. */
export function pointSum({ filing }: FilingContext, sum: PointSum): LinearEdit {
  const { total, parts, role } = sum;
  const left: Term[] = total === null ? [] : [{ fact: total, coefficient: 1n, role: 'total' }];
  return {
    type: 'linear',
    rule: sum.rule,
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T0',
    relation: '=',
    says: sum.says,
    terms: [...left, ...parts.map((fact) => ({ fact, coefficient: total === null ? 1n : -1n, role }))],
    constant: total === null ? -sum.base : 0n,
    ...(sum.note === undefined ? {} : { note: sum.note }),
    ...(sum.severity === undefined ? {} : { severity: sum.severity }),
    ...(sum.soft === undefined ? {} : { soft: sum.soft }),
    ...(sum.otherBases === undefined ? {} : { otherConstants: sum.otherBases.map((base) => -base) }),
    ...(sum.norm === undefined ? {} : { norm: sum.norm }),
    ...(sum.blank === undefined ? {} : { blank: sum.blank }),
    ...(sum.witnesses === undefined ? {} : { witnesses: sum.witnesses }),
  };
}

/**
 * Whether the printed total is above its parts by the customary points of 预算执行率: its score or rate is printed, its points stand in no cell.
 */
export function leavesExecution({ filing, profile }: FilingContext, printed: Fact, parts: Exact): boolean {
  const isTold = filing.execution_score !== null || filing.execution_rate !== null;
  const isScored = filing.execution_weight === null && isTold;
  return isScored && printed.value - parts === exact(profile.weightBase.execution);
}

/**
 * Whether the row 总分 takes the 预算执行率 in below a column: its points or score with those of the indicators make the printed total, and
 * without them they do not.
 */
export function countsExecution(
  { facts, filing, indicators }: FilingContext,
  column: 'weight' | 'score',
): boolean {
  const printed = facts.filing(filing, column === 'weight' ? 'total_weight' : 'total_score');
  const own = facts.filing(filing, column === 'weight' ? 'execution_weight' : 'execution_score');
  if (printed === null || own === null || own.value === 0n) return false;
  const others = total(indicators.map((row) => facts.indicator(row, column)).filter(isFact));
  return others + own.value === printed.value;
}

const EXTRA = /加分|减分|扣分项|附加[分项]|奖励分|奖惩|一票否决/;

/** 加分项, 减分项: points beyond the hundred of the form, and below zero where they take off. */
export function isExtra({ level1, level2, level3 }: Indicator): boolean {
  return [level1, level2, level3].some((name) => name !== null && EXTRA.test(name));
}

export const isFact = (fact: Fact | null): fact is Fact => fact !== null;

export function total(facts: readonly Fact[]): Exact {
  return facts.reduce((sum, fact) => sum + fact.value, 0n);
}
