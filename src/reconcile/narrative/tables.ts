import type { Amount } from '../../../schemas/index.ts';
import { magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import type { DocumentContext, FilingContext } from '../rule.ts';
import { type Concept, conceptOf, stem } from './concept.ts';

/** A figure of a table with the concept that it stands for. */
export interface Cell {
  amount: Amount;
  fact: Fact;
  concept: Concept;
  filing: FilingContext;
}

const CACHE = new WeakMap<DocumentContext, ReadonlyMap<string, readonly Cell[]>>();
const EXECUTED: ReadonlySet<Amount['measure']> = new Set(['executed', 'final']);
const NOT_MEASURED: ReadonlySet<Amount['measure']> = new Set(['rate', 'adjustment', 'balance']);

/** The money and head-count figures of a document by the stem of their names. */
export function cellsNamed(document: DocumentContext, name: string): readonly Cell[] {
  let index = CACHE.get(document);
  if (index === undefined) {
    index = indexOf(document);
    CACHE.set(document, index);
  }
  return index.get(stem(name)) ?? [];
}

function indexOf(document: DocumentContext): Map<string, Cell[]> {
  const index = new Map<string, Cell[]>();
  for (const filing of document.filings) {
    for (const amount of filing.amounts) {
      if (NOT_MEASURED.has(amount.measure)) continue;
      const fact = document.facts.amount(amount);
      const concept = conceptOf(amount.item);
      if (fact === null || concept === null) continue;
      const key = stem(concept.name);
      const cells = index.get(key);
      const cell = { amount, fact, concept, filing };
      if (cells === undefined) index.set(key, [cell]);
      else cells.push(cell);
    }
  }
  return index;
}

/** Whether a cell measures what the words ask for: planned or carried out. */
export function measures({ amount }: Cell, measure: Concept['measure']): boolean {
  return measure === null || (measure === 'executed') === EXECUTED.has(amount.measure);
}

export function bothMoney(a: Fact, b: Fact): boolean {
  return moneySize(a.unit) !== null && moneySize(b.unit) !== null;
}

/** Whether two figures can be one at the precision that each is printed with. */
export function agrees(a: Fact, b: Fact): boolean {
  return apart(a, b) <= (a.half + truncation(a)) * a.factor + (b.half + truncation(b)) * b.factor;
}

/** Prose cuts figures off as often as it rounds them: one more half unit. */
function truncation({ half }: Fact): bigint {
  return half;
}

export function apart(a: Fact, b: Fact): bigint {
  return magnitude(a.value * a.factor - b.value * b.factor);
}
