import { describe, expect, it } from 'vitest';
import { revised } from '../../src/reconcile/facts/fact.ts';
import { factBook } from '../../src/reconcile/facts/facts.ts';
import { amount, indicator } from './records.ts';

describe('the facts of a form', () => {
  const twice = () => {
    const amounts = [amount({ item: '培训费', value: 3 }), amount({ item: '培训费', value: 5 })];
    return { amounts, book: factBook(amounts) };
  };

  it('have keys by the order in which they were asked for, whichever key is looked at first', () => {
    const { amounts, book } = twice();
    const [first, second] = [book.amount(amounts[1]!)!, book.amount(amounts[0]!)!];
    expect(second.key).toBe(`${first.key}#2`);
    const again = twice();
    const one = again.book.amount(again.amounts[1]!)!;
    const { key } = one;
    expect(again.book.amount(again.amounts[0]!)!.key).toBe(`${key}#2`);
    expect(key).toBe(first.key);
  });

  it('are made once, and not of a blank cell', () => {
    const { amounts, book } = twice();
    expect(book.amount(amounts[0]!)).toBe(book.amount(amounts[0]!));
    expect(book.amount(amount({ item: '会议费', value: null }))).toBeNull();
    expect(book.indicator(indicator({ weight: null }), 'weight')).toBeNull();
    expect(book.all).toHaveLength(1);
  });

  it('keep their keys when they read otherwise', () => {
    const { amounts, book } = twice();
    const fact = book.amount(amounts[0]!)!;
    const other = revised(fact, { value: 7n });
    expect(other).toMatchObject({ key: fact.key, value: 7n, label: fact.label, places: fact.places });
    expect(fact.value).not.toBe(7n);
  });
});
