import type { TextRelation } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { divideDown, divideUp, HUNDRED, roundTo, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { type Claim, claimsOf, factOf, figureEvidence, foundIn, relationsOf } from '../narrative/claims.ts';
import { gapRates } from '../narrative/gap-rates.ts';
import { prints } from '../narrative/growth.ts';
import { planGaps } from '../narrative/plan-gaps.ts';
import { type DocumentRule, edited, notEvaluated, type Outcome, passed } from '../rule.ts';
import { commonSize } from '../sums/sums.ts';

/** A change and its growth imply one year before; a change leads from the base to the figure, and so does a gap from the budget. */
export const NAR_03: DocumentRule = {
  id: 'NAR-03',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的增减额与增减幅度不相符', en: 'Change and growth in a sentence do not agree' },
  explanation: {
    zh: '“增加 x，增长 y%”隐含的上年数是 x ÷ y%，应等于本年数减 x；文字写明上年数的，本年减上年应等于增减额，“持平”的应相等；“完成预算 x%，决算数大于（小于、等于）预算数 y”的，x 应与由 y 推算的预算数相符，不写 y 的按大小判断，作警告；预决算差异率应等于（决算数－预算数）÷预算数；“决算比预算增加 x，增长 y%”按句中预算数、决算数判断。',
    en: 'A change x and a growth y% imply x ÷ y% for the year before, which is the figure less x; where the base is printed, the figure less the base is the change, and 持平 means equal. Where x % of a budget was carried out and the outcome lies y above or below it, x is that of the budget so implied; without y the two lie on the same side of 100 %, or it is a warning. 预决算差异率 is the outcome less the budget, over the budget; so is what the outcome is said to be above the budget of its sentence.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '支出 120 万元，比上年增加 20 万元，增长 30%',
    en: 'spending 120, up by 20 on last year, up by 30 %',
  },
  check: (document) =>
    claimsOf(document).flatMap((claim) => [
      ...relationsOf(claim, 'change', 'equals').flatMap((relation) => difference(claim, relation)),
      ...relationsOf(claim, 'growth').flatMap((relation) => implied(claim, relation)),
      ...planGaps(claim),
      ...gapRates(claim),
    ]),
};

/** to − base = ± change, where the text prints all of them. */
function difference(claim: Claim, relation: TextRelation): Outcome[] {
  if (relation.base === null) return [];
  const { filing_id: filingId, document_id: documentId } = claim.text;
  const isEqual = relation.kind === 'equals';
  const current = factOf(claim, isEqual ? relation.from : relation.to);
  const change = isEqual ? null : factOf(claim, relation.from);
  const base = factOf(claim, relation.base);
  if (current === null || base === null || (change === null && !isEqual)) {
    return [notEvaluated(filingId, 'operand missing')];
  }
  if (!isEqual && relation.direction === null) return [notEvaluated(filingId, 'no direction')];
  const facts = change === null ? [current, base] : [current, base, change];
  const size = commonSize(facts);
  const by = (fact: Fact): bigint => fact.factor / size;
  const sign = relation.direction === 'down' ? 1n : -1n;
  const edit: LinearEdit = {
    type: 'linear',
    rule: 'NAR-03',
    filingId,
    documentId,
    method: 'T1',
    relation: '=',
    says: {
      zh: `文字中“${current.label}”${relation.text}${change?.text ?? ''}`,
      en: `“${current.label}” in the text: ${relation.text}${change?.text ?? ''}`,
    },
    terms: [
      { fact: current, coefficient: by(current), role: 'current' },
      { fact: base, coefficient: -by(base), role: 'base' },
      ...(change === null ? [] : [{ fact: change, coefficient: sign * by(change), role: 'change' }]),
    ],
    constant: 0n,
  };
  return [edited(edit)];
}

/** 增加 x，增长 y%, with only one end printed: x ÷ y% ≈ current − x, or the base itself (较上年 b 增加 x，增长 y%). */
function implied(claim: Claim, relation: TextRelation): Outcome[] {
  if ((relation.base === null) === (relation.to === null)) return [];
  const pair = relationsOf(claim, 'change').find(
    (other) =>
      other.to === relation.to && other.base_year === relation.base_year && other.base === relation.base,
  );
  if (pair === undefined) return [];
  const filingId = claim.text.filing_id;
  const rate = factOf(claim, relation.from);
  const isBase = relation.to === null;
  const current = factOf(claim, relation.to ?? relation.base);
  const change = factOf(claim, pair.from);
  if (rate === null || current === null || change === null)
    return [notEvaluated(filingId, 'operand missing')];
  const direction = pair.direction ?? relation.direction;
  if (direction === null || rate.unit !== '%' || current.unit === '%') {
    return [notEvaluated(filingId, 'no direction or a growth of a rate')];
  }
  const size = commonSize([current, change]);
  const x = { value: change.value * (change.factor / size), half: change.half * (change.factor / size) };
  const c = { value: current.value * (current.factor / size), half: current.half * (current.factor / size) };
  const base = isBase ? c.value : direction === 'up' ? c.value - x.value : c.value + x.value;
  const half = isBase ? c.half : c.half + x.half;
  const low = base - half;
  if (low <= 0n) return [notEvaluated(filingId, 'base is zero')];
  const growth = {
    low: divideDown(HUNDRED * (x.value - x.half), base + half),
    high: divideUp(HUNDRED * (x.value + x.half), low),
  };
  const opposed = relation.direction !== null && relation.direction !== direction;
  if (!opposed && prints(growth, rate, 'up')) return [passed(filingId)];
  const expected = (HUNDRED * x.value) / base;
  const printed = (value: bigint): number => toNumber(roundTo(value, rate.places + 2));
  const before = show(base);
  const { unit } = current.factor === size ? current : change;
  const real = show(roundTo(expected, rate.places));
  return [
    foundIn(claim, {
      filingId,
      documentId: claim.text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字中“${current.label}”${current.text}，${pair.text}${change.text}，则上年为 ${before}${unit}，幅度应为 ${real}%，写为${relation.text}${rate.text}`,
        en: `“${current.label}” ${current.text} with a change of ${change.text} implies ${before}${unit} before and ${real}%, printed as ${rate.text}`,
      },
      evidence: [
        figureEvidence(claim, relation.from, 'growth'),
        figureEvidence(claim, (relation.to ?? relation.base)!, isBase ? 'base' : 'current'),
        figureEvidence(claim, pair.from, 'change'),
      ],
      operands: [rate.key, current.key, change.key],
      expected: printed(expected),
      actual: rate.printed,
      difference: printed(rate.value - expected),
      tolerance: printed((growth.high - growth.low) / 2n + rate.half),
      equation: `${show(change.value)} ÷ ${before} × 100 = ${show(roundTo(expected, rate.places + 2))}% ≠ ${show(rate.value)}%`,
    }),
  ];
}
