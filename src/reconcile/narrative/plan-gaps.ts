import type { TextRelation } from '../../../schemas/index.ts';
import { divideDown, divideUp, type Exact, HUNDRED, roundTo, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { type Outcome, passed } from '../rule.ts';
import { commonSize } from '../sums/sums.ts';
import { type Claim, factOf, figureEvidence, figureOf, foundIn, relationsOf, sameMeasure } from './claims.ts';
import { prints } from './growth.ts';

/** Where what was carried out stands to the plan: 决算数小于预算数10万元, 决算数与年初预算数持平. */
interface Gap {
  sign: 1n | 0n | -1n;
  /** The words themselves, without the figure. */
  text: string;
  /** Index of the figure that says by how much; null where none does. */
  by: number | null;
}

const gapWords =
  /^\s*[，,]?\s*(?:支出|实际)?(?:决算|执行|支出)数?额?\s*(?:(大于|高于|多于|超过)|(小于|低于|少于)|(等于)|(?=与))(?:与)?((?:年初|全年|调整后?)?预算)数?额?(持平|一致|相等)?(?:的|[（(])?\s*/;

/** Stages of a budget that a rate and a gap may speak of: 完成年初预算的98%，决算数小于年初预算数. */
const stage = /年初|全年|调整/;

/**
 * 完成预算90.91%，决算数小于预算数10.00万元: the rate is that of the budget which the gap implies, and lies on the same side of 100 %. A gap
 * from the budget of another stage than the rate's says nothing of it; one that names no stage is from the rate's.
 */
export function planGaps(claim: Claim): Outcome[] {
  return relationsOf(claim, 'rate_of').flatMap((relation) => {
    const gap = gapBehind(claim, relation);
    const rate = factOf(claim, relation.from);
    if (gap === null || rate === null || rate.unit !== '%') return [];
    const current = factOf(claim, relation.to);
    const by = gap.by === null ? null : factOf(claim, gap.by);
    if (current !== null && by !== null && gap.sign !== 0n) {
      const [done, gone] = [figureOf(claim, relation.to), figureOf(claim, gap.by)];
      if (done !== null && gone !== null && sameMeasure(done, gone))
        return [ofBudget(claim, relation, gap, { rate, current, by })];
    }
    return [onSide(claim, relation, gap, rate)];
  });
}

function gapBehind({ text }: Claim, { from, text: said }: TextRelation): Gap | null {
  const rate = text.figures[from];
  if (rate === undefined || !/^完成/.test(said)) return null;
  const start = rate.offset + rate.raw.length;
  const [words, above, below, equal, budget = '', same] =
    gapWords.exec(text.text.slice(start, start + REACH)) ?? [];
  if (words === undefined || (above ?? below ?? equal ?? same) === undefined) return null;
  const [own] = stage.exec(budget) ?? [];
  if (own !== undefined && own !== stage.exec(said)?.[0]) return null;
  const next = text.figures[from + 1];
  const by = next?.offset === start + words.length && next.unit !== '%' ? from + 1 : null;
  return {
    sign: above !== undefined ? 1n : below !== undefined ? -1n : 0n,
    text: words.replace(/^[，,\s]+|[的（(\s]+$/g, ''),
    by,
  };
}

/** Longest words of a gap, in characters. */
const REACH = 40;

/** The rate over the budget that the gap implies. */
function ofBudget(
  claim: Claim,
  relation: TextRelation,
  gap: Gap,
  { by, current, rate }: { rate: Fact; current: Fact; by: Fact },
): Outcome {
  const size = commonSize([current, by]);
  const scaled = (value: Exact, { factor }: Fact): Exact => value * (factor / size);
  const [c, half] = [scaled(current.value, current), scaled(current.half, current)];
  const budget = c - gap.sign * scaled(by.value, by);
  const spread = half + scaled(by.half, by);
  if (budget - spread <= 0n) return passed(claim.text.filing_id);
  const real = {
    low: divideDown(HUNDRED * (c - half), budget + spread),
    high: divideUp(HUNDRED * (c + half), budget - spread),
  };
  if (prints(real, rate, 'up')) return passed(claim.text.filing_id);
  const expected = (HUNDRED * c) / budget;
  const printed = (value: Exact): number => toNumber(roundTo(value, rate.places + 2));
  const [before, should] = [show(budget), show(roundTo(expected, rate.places))];
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'impossible',
    message: {
      zh: `文字中“${current.label}”${current.text}，${gap.text}${by.text}，则预算为 ${before}，应完成 ${should}%，写为${relation.text}${rate.text}`,
      en: `“${current.label}” ${current.text}, ${by.text} from its budget, implies a budget of ${before} and ${should}%, printed as ${rate.text}`,
    },
    evidence: [
      figureEvidence(claim, relation.from, 'rate'),
      figureEvidence(claim, relation.to!, 'current'),
      figureEvidence(claim, gap.by!, 'change'),
    ],
    operands: [rate.key, current.key, by.key],
    expected: printed(expected),
    actual: rate.printed,
    difference: printed(rate.value - expected),
    tolerance: printed((real.high - real.low) / 2n + rate.half),
    equation: `${show(c)} ÷ ${before} × 100 = ${show(roundTo(expected, rate.places + 2))}% ≠ ${show(rate.value)}%`,
  });
}

/** The rate above, at or below 100 %, as the words say. */
function onSide(claim: Claim, relation: TextRelation, gap: Gap, rate: Fact): Outcome {
  const over = rate.value - HUNDRED;
  const fits = gap.sign === 0n ? over <= rate.half && -over <= rate.half : gap.sign * over >= -rate.half;
  if (fits) return passed(claim.text.filing_id);
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'improbable',
    severity: 'warning',
    message: {
      zh: `文字写${relation.text}${rate.text}，又写${gap.text}`,
      en: `the text says ${rate.text} of the budget (${relation.text}), and then “${gap.text}”`,
    },
    evidence: [figureEvidence(claim, relation.from, 'rate')],
    operands: [rate.key, gap.text],
    actual: rate.printed,
  });
}
