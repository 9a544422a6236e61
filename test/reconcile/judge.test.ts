import { describe, expect, it } from 'vitest';
import type { Edit, LinearEdit } from '../../src/reconcile/edits/edit.ts';
import { equationOf } from '../../src/reconcile/edits/equation.ts';
import { evaluate } from '../../src/reconcile/edits/evaluate.ts';
import { judge } from '../../src/reconcile/edits/judge.ts';
import { ratioEdit } from '../../src/reconcile/edits/ratios.ts';
import type { Fact } from '../../src/reconcile/facts/fact.ts';
import { factBook } from '../../src/reconcile/facts/facts.ts';
import { amount, at, filing } from './records.ts';

/** Facts of one table: columns of three figures, the last of which is the sum. */
function columns(cents: readonly (readonly [number, number, number])[]): [Fact, Fact, Fact][] {
  const amounts = cents.map((column, c) =>
    column.map((value, r) => amount({ item: `项${r}`, value: value / 100, source: { value: at(r, c) } })),
  );
  const book = factBook(amounts.flat());
  return amounts.map((column) => column.map((each) => book.amount(each)!) as [Fact, Fact, Fact]);
}

const says = { zh: '', en: '' };
const sum = ([a, b, total]: [Fact, Fact, Fact], method: LinearEdit['method']): LinearEdit => ({
  type: 'linear',
  rule: 'SUM-01',
  filingId: 'f0',
  documentId: 'd',
  method,
  relation: '=',
  says,
  terms: [
    { fact: total, coefficient: 1n, role: 'total' },
    { fact: a, coefficient: -1n, role: 'part' },
    { fact: b, coefficient: -1n, role: 'part' },
  ],
  constant: 0n,
});

describe('what an edit is judged to be', () => {
  const exact = Array.from({ length: 24 }, () => [111, 222, 333] as const);
  const facts = columns([[111, 222, 334], ...exact]);

  it('asks the other sums of the table only where the edit is of its regime', () => {
    const of = (method: LinearEdit['method']) =>
      judge(facts.map((column, i) => sum(column, i === 0 ? method : 'T2')))[0]?.verdict;
    expect(of('T2')).toBe('improbable');
    expect(of('T1')).toBe('consistent');
  });

  it('cannot tell of a rate of nothing', () => {
    const [[none, some, rate]] = columns([[0, 111, 222]]) as [[Fact, Fact, Fact]];
    const edit: Edit = ratioEdit(filing(), {
      rule: 'PCT-01',
      says,
      rate,
      numerator: some,
      denominator: none,
    });
    expect(judge([edit])).toMatchObject([{ verdict: 'not_evaluated', reason: 'denominator is zero' }]);
  });

  it('prints a mean with two more places than its own', () => {
    const [[a, b, mean]] = columns([[800, 875, 900]]) as [[Fact, Fact, Fact]];
    const edit = sum([a, b, mean], 'T1');
    const terms = edit.terms.map((term, i) =>
      i === 0 ? { ...term, coefficient: 3n, role: 'mean' } : { ...term, role: 'given' },
    );
    const of = evaluate({ ...edit, terms });
    expect(of === null ? null : equationOf(of)).toBe('9 ≠ (8 + 8.75) ÷ 2 = 5.5833');
  });
});
