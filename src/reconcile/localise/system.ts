import { demand } from '../edits/demand.ts';
import { type Edit, type RatioEdit, termsOf } from '../edits/edit.ts';
import { evaluate, type Interval } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import type { Exact } from '../facts/exact.ts';
import { type Fact, revised } from '../facts/fact.ts';

/** The edits of a document that could be evaluated, and which of them speak of a fact. */
export interface System {
  of: ReadonlyMap<Fact, readonly Judgement[]>;
  /** Facts by the row that they stand in. */
  rows: () => ReadonlyMap<string, readonly Fact[]>;
}

export function systemOf(judgements: readonly Judgement[]): System {
  const of = new Map<Fact, Judgement[]>();
  for (const judgement of judgements) {
    if (judgement.evaluation === null) continue;
    for (const { fact } of termsOf(judgement.edit)) {
      const list = of.get(fact);
      if (list === undefined) of.set(fact, [judgement]);
      else if (list.at(-1) !== judgement) list.push(judgement);
    }
  }
  let rows: Map<string, Fact[]> | null = null;
  return {
    of,
    rows: () => {
      rows ??= Map.groupBy(of.keys(), rowOf);
      return rows;
    },
  };
}

export function rowOf({ filingId, source }: Fact): string {
  return `${filingId}|${source.grid}|${source.row}`;
}

export const hasFailed = ({ verdict }: Judgement): boolean =>
  verdict === 'impossible' || verdict === 'improbable';

/** Failed edits that share a fact with one another; each cluster is solved by itself. */
export function clustersOf(failed: readonly Judgement[]): Judgement[][] {
  const clusters: { edits: Judgement[]; facts: Set<Fact> }[] = [];
  for (const judgement of failed) {
    const facts = termsOf(judgement.edit).map(({ fact }) => fact);
    const touching = clusters.filter((cluster) => facts.some((fact) => cluster.facts.has(fact)));
    const home = touching[0] ?? { edits: [], facts: new Set<Fact>() };
    if (touching.length === 0) clusters.push(home);
    for (const other of touching.slice(1)) {
      home.edits.push(...other.edits);
      for (const fact of other.facts) home.facts.add(fact);
      clusters.splice(clusters.indexOf(other), 1);
    }
    home.edits.push(judgement);
    for (const fact of facts) home.facts.add(fact);
  }
  return clusters.map(({ edits }) => edits);
}

/** The values of a fact that an edit asks for, in the regime of its table. */
export function asks({ edit, exact }: Judgement, fact: Fact, lenient = false): Interval | null {
  return demand(edit, fact, exact, lenient);
}

/** Whether rates over the base of this one are known to be cut, not rounded. */
export function isCutOver(system: System, { denominator }: RatioEdit): boolean {
  const others = system.of.get(denominator.fact) ?? [];
  return others.some(({ edit, explanation }) => edit.type === 'ratio' && explanation === 'truncated');
}

/** Whether an edit holds once some facts read otherwise. */
export function holdsWith(
  { edit, exact }: Judgement,
  values: ReadonlyMap<Fact, Exact>,
  clones: ReadonlyMap<Fact, Fact> = NO_CLONES,
): boolean {
  const evaluation = evaluate(patched(edit, values, clones));
  return evaluation !== null && (exact ? evaluation.exactly : evaluation.within);
}

/** The same edit over other values. */
export function patched(
  edit: Edit,
  values: ReadonlyMap<Fact, Exact>,
  clones: ReadonlyMap<Fact, Fact> = NO_CLONES,
): Edit {
  const put = <T extends { fact: Fact }>(term: T): T => {
    const value = values.get(term.fact);
    return value === undefined
      ? term
      : { ...term, fact: clones.get(term.fact) ?? revised(term.fact, { value }) };
  };
  if (edit.type === 'linear') return { ...edit, terms: edit.terms.map(put) };
  if (edit.type === 'product') return { ...edit, amount: put(edit.amount), factors: edit.factors.map(put) };
  return {
    ...edit,
    rate: put(edit.rate),
    numerator: put(edit.numerator),
    denominator: put(edit.denominator),
  };
}

const NO_CLONES: ReadonlyMap<Fact, Fact> = new Map();

/** The system with the tolerance of rounding left to every sum. */
export function loosened(
  system: System,
  failed: readonly Judgement[],
): { system: System; failed: Judgement[] } {
  const copies = new Map<Judgement, Judgement>();
  const loose = (judgement: Judgement): Judgement => {
    const kept = copies.get(judgement) ?? { ...judgement, exact: false };
    copies.set(judgement, kept);
    return kept;
  };
  const facts = new Set(failed.flatMap(({ edit }) => termsOf(edit).map(({ fact }) => fact)));
  const of = new Map<Fact, readonly Judgement[]>(system.of);
  for (const fact of facts) of.set(fact, (system.of.get(fact) ?? []).map(loose));
  return { system: { of, rows: system.rows }, failed: failed.map(loose) };
}
