import { ratioEdit } from '../edits/ratios.ts';
import { normalised } from '../keys.ts';
import { edited, type Outcome } from '../rule.ts';
import { type Claim, factOf, figureOf } from './claims.ts';

const RATE = /预决算差异率$/;
const PLANNED = /预算数?$/;
const DONE = /(?:决算|执行|支出)数?$/;

/** 年初预算数400万元，决算数434万元，预决算差异率8.5%: how much the outcome is above the budget, in per cent of it. */
export function gapRates(claim: Claim): Outcome[] {
  return claim.text.figures.flatMap((figure, index): Outcome[] => {
    if (figure.unit !== '%' || !RATE.test(normalised(figure.item))) return [];
    const [planned, done] = [figureOf(claim, index - 2), figureOf(claim, index - 1)];
    if (planned === null || done === null) return [];
    if (!PLANNED.test(normalised(planned.item)) || !DONE.test(normalised(done.item))) return [];
    if (/[。；;\n]/.test(claim.text.text.slice(planned.offset, figure.offset))) return [];
    const [rate, numerator, denominator] = [index, index - 1, index - 2].map((i) => factOf(claim, i));
    if (rate == null || numerator == null || denominator == null || denominator.value === 0n) return [];
    // Some print how far below it is without a sign.
    if (rate.value > 0n && numerator.value * numerator.factor < denominator.value * denominator.factor)
      return [];
    return [
      edited(
        ratioEdit(claim.text, {
          rule: 'NAR-03',
          growth: true,
          rate,
          numerator,
          denominator,
          says: {
            zh: '文字中的预决算差异率',
            en: 'the gap of the outcome from the budget in the text',
          },
        }),
      ),
    ];
  });
}
