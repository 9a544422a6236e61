import { expect, it } from 'vitest';
import type { RatioEdit, Term } from '../../../src/reconcile/edits/edit.ts';
import { judge } from '../../../src/reconcile/edits/judge.ts';
import { exact } from '../../../src/reconcile/facts/exact.ts';
import type { Fact } from '../../../src/reconcile/facts/fact.ts';
import { atPrintedPrecision } from '../../../src/reconcile/settle/printed-precision.ts';
import { at } from '../records.ts';

let index = 0;

/** A figure of a table of whole numbers with rates of two decimals beside them. */
function term(value: number, places: number, role: string): Term {
  index += 1;
  const fact: Fact = {
    index,
    key: `f${index}`,
    filingId: 'f0',
    documentId: 'd0',
    field: role === 'rate' ? 'share' : 'value',
    label: role,
    text: String(value),
    value: exact(value),
    printed: value,
    places,
    half: exact(0.5 * 10 ** -places),
    step: exact(10 ** -places),
    unit: null,
    factor: 1n,
    column: `0|${role}`,
    table: '0',
    source: at(index, 0),
    confidence: 1,
  };
  return { fact, coefficient: 1n, role };
}

const growth = (rate: number, now: number, before: number): RatioEdit => ({
  type: 'ratio',
  growth: true,
  rule: 'PCT-09',
  filingId: 'f0',
  documentId: 'd0',
  method: 'T1',
  says: { zh: '增减率', en: 'growth' },
  rate: term(rate, 2, 'rate'),
  numerator: term(now, 0, 'now'),
  denominator: term(before, 0, 'before'),
});

const exactRates = [growth(2.87, 3366, 3272), growth(-5.81, 876, 930), growth(25.68, 465, 370)];
const verdictOfLast = (...edits: RatioEdit[]) => atPrintedPrecision(judge(edits), () => null).at(-1)?.verdict;

it('leaves a rate no room for rounding of its operands where the other rates of its table take none', () => {
  expect(verdictOfLast(...exactRates, growth(-2.42, 1168, 1197))).toBe('consistent');
  expect(verdictOfLast(...exactRates, growth(-2.47, 1168, 1197))).toBe('impossible');
});

it('leaves it where nothing is known of the others, or one of them was made before rounding', () => {
  expect(verdictOfLast(growth(-2.47, 1168, 1197))).toBe('consistent');
  expect(verdictOfLast(...exactRates, growth(3.05, 1001, 971), growth(-2.47, 1168, 1197))).toBe('consistent');
});
