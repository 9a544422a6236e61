import type { Evidence, Hypothesis, Message, TextRelation } from '../../../schemas/index.ts';
import { type Exact, magnitude, roundTo, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { type GrowthClaim, growthClaim } from '../narrative/broken-growth.ts';
import { type Claim, claimsOf, figureEvidence, foundIn, relationsOf } from '../narrative/claims.ts';
import { growthOf, prints } from '../narrative/growth.ts';
import { restatements } from '../narrative/restated.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type Draft,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

/** A growth that a sentence prints is that of its two figures, in size and in direction. */
export const PCT_07: DocumentRule = {
  id: 'PCT-07',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的增减幅度与两年数字不符', en: 'Growth in a sentence differs from its two figures' },
  explanation: {
    zh: '增长率 =（本期 − 上期）÷ 上期。文字写的幅度按其小数位与两数比较，“增加”“减少”须与正负一致。',
    en: 'Growth is (current − base) ÷ base. The printed rate is compared at its own precision, and 增加 or 减少 with its sign.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '上年 200 万元，本年 170 万元，写成增加 17.65%',
    en: '200 last year, 170 this year, told as an increase of 17.65 %',
  },
  check,
};

function check(document: DocumentContext): Outcome[] {
  return claimsOf(document).flatMap((claim) =>
    relationsOf(claim, 'growth').map((relation) => judged(claim, relation)),
  );
}

function judged(claim: Claim, relation: TextRelation): Outcome {
  const filingId = claim.text.filing_id;
  const of = growthClaim(claim, relation);
  if (typeof of === 'string') return notEvaluated(filingId, of);
  return of.holds ? passed(filingId) : foundIn(claim, breach(claim, relation, of));
}

const WORDS: Readonly<Record<'up' | 'down', Message>> = {
  up: { zh: '增加', en: 'an increase' },
  down: { zh: '减少', en: 'a decrease' },
};

function breach(claim: Claim, relation: TextRelation, of: GrowthClaim): Draft {
  const { rate, current, base, growth } = of;
  const places = rate.places;
  const real = WORDS[growth.value < 0n ? 'down' : 'up'];
  const size = show(roundTo(magnitude(growth.value), places), places);
  const said = relation.direction === null ? { zh: '变动', en: 'a change' } : WORDS[relation.direction];
  const signed = relation.direction === 'down' ? -rate.value : rate.value;
  const others = restatements(claim, relation.to!);
  const fits = others.filter(({ fact }) => {
    const other = growthOf(fact, base);
    return other !== null && prints(other, rate, relation.direction);
  });
  const twice = others.map(
    ({ fact }): Message => ({
      zh: `同段另写 ${fact.label} ${fact.text}，与 ${current.text} 不一致`,
      en: `the paragraph also states ${fact.label} as ${fact.text}, which differs from ${current.text}`,
    }),
  );
  return {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'impossible',
    message: {
      zh: `文字写“${current.label}”${said.zh}${rate.text}，但由 ${base.text} 到 ${current.text} 是${real.zh} ${size}%`,
      en: `“${current.label}” is told as ${said.en} of ${rate.text}, but from ${base.text} to ${current.text} is ${real.en} of ${size}%`,
    },
    evidence: [
      figureEvidence(claim, relation.from, 'growth'),
      figureEvidence(claim, relation.to!, 'current'),
      figureEvidence(claim, relation.base!, 'base'),
      ...others.map(({ index }): Evidence => figureEvidence(claim, index, 'stated before')),
    ],
    operands: [rate.key, current.key, base.key],
    expected: printed(growth.value, places),
    actual: printed(signed, places),
    difference: printed(signed - growth.value, places),
    tolerance: printed((growth.high - growth.low) / 2n + rate.half, places),
    equation: `(${show(current.value)} − ${show(base.value)}) ÷ ${show(base.value)} × 100 = ${show(roundTo(growth.value, places + 2))}% ≠ ${show(signed)}%`,
    related: twice,
    hypotheses: hypotheses(
      of,
      fits.map(({ fact }) => fact),
      size,
      real.zh,
    ),
  };
}

const printed = (value: Exact, places: number): number => toNumber(roundTo(value, places + 2));

/** Cost of a figure that the paragraph itself prints elsewhere, and of a rate computed anew. */
const RESTATED_COST = 1.5;
const RECOMPUTED_COST = 3;

function hypotheses(
  { rate, current }: GrowthClaim,
  fitting: readonly Fact[],
  size: string,
  direction: string,
): Hypothesis[] {
  const restated = fitting.map(
    (fact, i): Hypothesis => ({
      generator: 'H14',
      change: { source: current.source, from: current.text, to: fact.text },
      reason: {
        zh: `同段另写 ${fact.text}，以此计算与所写幅度相符`,
        en: `the paragraph also prints ${fact.text}, with which the growth holds`,
      },
      resolves: ['PCT-07'],
      breaks: [],
      score: RESTATED_COST,
      suggested: i === 0 && fitting.length === 1,
    }),
  );
  // 增长17.86% of what fell by as much: the word is wrong, and not the figure.
  const sameSize = rate.text === `${size}%`;
  const to = sameSize ? `${direction}${size}%` : `${size}%`;
  const recomputed: Hypothesis = {
    generator: 'H19',
    change: { source: rate.source, from: rate.text, to },
    reason: sameSize
      ? { zh: '幅度相符，方向相反', en: 'the size holds and the direction does not' }
      : { zh: '按两数重新计算', en: 'computed anew from the two figures' },
    resolves: ['PCT-07'],
    breaks: [],
    score: RECOMPUTED_COST,
    suggested: false,
  };
  return [...restated, recomputed];
}
