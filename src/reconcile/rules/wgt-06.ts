import type { Indicator } from '../../../schemas/index.ts';
import { isFact, total } from '../edits/points.ts';
import { exact, HUNDRED, roundTo, show } from '../facts/exact.ts';
import { blocksOf, mostlyFilled } from '../figures/indicators.ts';
import { isShared } from '../figures/scores.ts';
import { evidenceOf } from '../findings.ts';
import { nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  share: {
    value: 40,
    unit: '% of all points',
    reason:
      'the framework gives 50 points to all outputs together; one indicator above 40 decides the grade alone',
  },
} as const;

/** One indicator that decides the result alone. */
export const WGT_06: FilingRule = {
  id: 'WGT-06',
  scope: 'filing',
  overAll: true,
  kind: 'weight_sum',
  title: { zh: '单项指标权重过大', en: 'One indicator holds too many points' },
  explanation: {
    zh: '一项三级指标占全部分值40%以上，评价结果几乎由它决定；也可能是分值填错或多项指标共用一格。',
    en: 'One indicator holds more than 40% of all points and decides the result; the weight may be a slip or stand for several rows.',
  },
  tolerance: 'T4',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '“培训人数”权重 60，全部 100', en: '“培训人数” has 60 of 100 points' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing } = context;
  return blocksOf(context.indicators).flatMap((block) => {
    const weights = block.map((row) => facts.indicator(row, 'weight')).filter(isFact);
    if (!mostlyFilled(weights.length, block.length) || block.length < 3) return [];
    const sum = total(weights);
    const most = exact(PARAMETERS.share.value);
    return block.flatMap((row, i): Outcome[] => {
      const weight = facts.indicator(row, 'weight');
      if (weight === null || isShared(row, block[i + 1]) || isTopLevel(row)) return [];
      const share = sum <= 0n ? 0n : (HUNDRED * weight.value) / sum;
      if (share <= most) return [passed(filing.filing_id)];
      return [
        notice(context, {
          verdict: 'improbable',
          message: {
            zh: `“${nameOf(row)}”权重 ${show(weight.value)}，占全部 ${show(sum)} 分的 ${show(roundTo(share, 1))}%`,
            en: `“${nameOf(row)}” holds ${show(weight.value)} of ${show(sum)} points, ${show(roundTo(share, 1))}%`,
          },
          actual: weight.printed,
          evidence: [evidenceOf(weight, 'weight')],
          operands: [weight.key],
        }),
      ];
    });
  });
}

/** 投入 | 15, 过程 | 55, 产出 | 20: what all indicators of a level hold together. */
function isTopLevel({ level1, level2, level3 }: Indicator): boolean {
  return level1 === null && level2 === null && TOP.test((level3 ?? '').replace(/\s/g, ''));
}

const TOP = /^(?:项目)?(?:投入|过程|产出|效果|效益|决策|成本|满意度)(?:类?指标|类)?$/;
