import { describe, expect, it } from 'vitest';
import { demand } from '../../src/reconcile/edits/demand.ts';
import type { LinearEdit, Term } from '../../src/reconcile/edits/edit.ts';
import { exact } from '../../src/reconcile/facts/exact.ts';
import type { Fact } from '../../src/reconcile/facts/fact.ts';

/** A total of `parts` ones that prints one too many, and how often the values were looked at. */
function wrongTotal(parts: number) {
  const looks = { count: 0 };
  const term = (value: number, coefficient: bigint): Term => {
    const fact = {
      half: 0n,
      get value() {
        looks.count += 1;
        return exact(value);
      },
    };
    return { fact: fact as unknown as Fact, coefficient, role: 'part' };
  };
  const terms = [term(parts + 1, -1n), ...Array.from({ length: parts }, () => term(1, 1n))];
  const edit = { type: 'linear', relation: '=', method: 'T1', terms, constant: 0n } as unknown as LinearEdit;
  return { edit, looks };
}

describe('what an edit asks of one of its facts', () => {
  it('is what the others leave, whichever fact it is', () => {
    const { edit } = wrongTotal(3);
    const [total, part] = edit.terms as [Term, Term];
    expect(demand(edit, total.fact)).toEqual({ low: exact(3), high: exact(3) });
    expect(demand(edit, part.fact)).toEqual({ low: exact(2), high: exact(2) });
  });

  it('is twice what a fact has to be that stands in the sum twice', () => {
    const { edit } = wrongTotal(2);
    edit.terms[2] = edit.terms[1] as Term;
    const twice = exact(3) / 2n;
    expect(demand(edit, (edit.terms[1] as Term).fact)).toEqual({ low: twice, high: twice });
  });

  it('looks at each figure some few times, though each of its facts is asked', () => {
    const { edit, looks } = wrongTotal(500);
    for (const { fact } of edit.terms) demand(edit, fact);
    expect(looks.count).toBeLessThan(4 * edit.terms.length);
  });
});
