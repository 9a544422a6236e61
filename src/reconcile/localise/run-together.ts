import type { Hypothesis } from '../../../schemas/index.ts';
import { termsOf } from '../edits/edit.ts';
import type { Judgement } from '../edits/judge.ts';
import { type Exact, exact, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { obligatory } from './candidate.ts';
import { printedAlike } from './printed-alike.ts';
import type { Cause } from './solve.ts';
import { holdsWith } from './system.ts';

/** A cell that holds two figures: one of its own, one of the column beside it or of the row above or below. */
export interface Split {
  fact: Fact;
  own: Exact;
  rest: Exact;
  halves: readonly [string, string];
  /** The equation of the next column that lacks just the other half. */
  beside: Cause | null;
}

/** Fewer digits are as easily a slip of one of them. */
const FEWEST_DIGITS = 4;
/** A half of one digit says little by itself. */
const FEWEST_IN_HALF = 2;

/** Reads one cell of the failed equations as two figures; null where that does not mend all of them. */
export function splitOf(cause: Cause, causes: readonly Cause[]): Split | null {
  const must = obligatory(cause.edits);
  const [first, ...others] = must;
  // A bound is kept by every smaller figure: it says nothing of two halves.
  if (first === undefined || must.every(({ edit }) => edit.type === 'linear' && edit.relation === '<='))
    return null;
  const facts = termsOf(first.edit)
    .map(({ fact }) => fact)
    .filter((fact) => others.every(({ edit }) => termsOf(edit).some((term) => term.fact === fact)));
  for (const fact of facts) {
    const split = fact.field === 'value' ? splitFact(fact, must, cause, causes) : null;
    if (split !== null) return split;
  }
  return null;
}

function splitFact(
  fact: Fact,
  must: readonly Judgement[],
  cause: Cause,
  causes: readonly Cause[],
): Split | null {
  const text = fact.text.trim().replace(/[,，]/g, '');
  if (!/^\d+(?:\.\d+)?$/.test(text) || text.replace('.', '').length < FEWEST_DIGITS) return null;
  const whole = text.split('.')[0]!.length;
  for (let at = 1; at < whole; at += 1) {
    const halves = [text.slice(0, at), text.slice(at)] as const;
    if (/^0\d/.test(halves[1])) continue;
    const [head, tail] = [exact(Number(halves[0])), exact(Number(halves[1]))];
    const mends = (value: Exact): boolean =>
      must.every((judgement) => holdsWith({ ...judgement, exact: true }, new Map([[fact, value]])));
    const long = halves.every((half) => half.length >= FEWEST_IN_HALF);
    // Both halves belong to one sum: two rows of a column in one cell.
    if (long && tail !== 0n && mends(head + tail))
      return { fact, own: head, rest: tail, halves, beside: null };
    for (const [own, rest] of [
      [head, tail],
      [tail, head],
    ] as const) {
      if (rest === 0n || !mends(own)) continue;
      const beside = causes.find((other) => other !== cause && lacks(other, fact, rest)) ?? null;
      if (beside !== null) return { fact, own, rest, halves, beside };
    }
  }
  return null;
}

/** Whether an equation of the same table and another column falls short by just this figure. */
function lacks({ edits }: Cause, fact: Fact, rest: Exact): boolean {
  const must = obligatory(edits);
  return must.every(({ edit, evaluation }) => {
    const [total] = termsOf(edit);
    return (
      edit.type === 'linear' &&
      total !== undefined &&
      total.fact.table === fact.table &&
      total.fact.column !== fact.column &&
      evaluation?.residual === rest
    );
  });
}

export function splitHypothesis({ fact, own, rest, halves, beside }: Split, cause: Cause): Hypothesis {
  const [head, tail] = halves;
  return {
    generator: 'H12',
    change: {
      source: fact.source,
      from: fact.text,
      to: beside === null ? `${head} | ${tail}` : printedAlike(fact, own),
    },
    reason: {
      zh: `两个数连写在一格：${fact.text} = ${head} | ${tail}${beside === null ? '' : `，${show(rest)} 属相邻列`}`,
      en: `two figures in one cell: ${fact.text} = ${head} | ${tail}${beside === null ? '' : `; ${show(rest)} belongs to another column`}`,
    },
    resolves: [...cause.edits, ...(beside?.edits ?? [])].map(({ edit }) => `${edit.rule} ${edit.says.zh}`),
    breaks: [],
    score: 2,
    suggested: beside !== null,
  };
}
