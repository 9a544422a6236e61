import type { IndicatorContent } from '../content.ts';
import { type Figure, figure, numberOf, shareOf, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import type { Random } from '../random.ts';
import { nameSlip, scoreSlip, sumFinding, transpose, weightSlip } from '../slips.ts';
import { inventProject, type ProjectContent } from './project-content.ts';

/** Initial budget, budget of the whole year and what was spent, each with its sources. */
export interface SelfEvaluation extends ProjectContent {
  initial: Figure[];
  annual: Figure[];
  executed: Figure[];
  totals: { initial: Figure; annual: Figure; executed: Figure };
  rate: Figure;
  executionScore: number;
  totalScore: number;
  totalWeight: number;
  achieved: string;
}

export const sources = ['当年财政拨款', '上年结转资金', '其他资金'] as const;

/** A clean one: spent 97 to 100 per cent, points as the rate gives them, all targets met. */
function inventSelfEvaluation(random: Random, base: ProjectContent): SelfEvaluation {
  const whole = random.chance(0.5);
  const initial = [base.total, figure(0, 2), figure(0, 2)];
  const extra = random.chance(0.3) ? figure(random.int(1, 9) * 100, 2) : figure(0, 2);
  const annual = [base.total, extra, figure(0, 2)];
  const spent = (part: Figure) =>
    whole || part.scaled === 0 ? part : figure(Math.floor((part.scaled * random.int(970, 999)) / 1000), 2);
  const executed = annual.map(spent);
  const totals = { initial: sumOf(initial), annual: sumOf(annual), executed: sumOf(executed) };
  const rate = shareOf(totals.executed, totals.annual, 2, 'half-up');
  const executionScore = whole ? 10 : Math.round(numberOf(rate) * 10) / 100;
  const sum = base.indicators.reduce((n, { score }) => n + score, 0);
  return {
    ...base,
    initial,
    annual,
    executed,
    totals,
    rate,
    executionScore,
    totalScore: Math.round((sum + executionScore) * 100) / 100,
    totalWeight: 100,
    achieved: `${base.goal.replace(/。$/, '')}的各项工作已按计划完成。`,
  };
}

export const evaluated = (random: Random, base: Parameters<typeof inventProject>): SelfEvaluation =>
  inventSelfEvaluation(random, inventProject(...base));

export const selfEvaluationSlips = [
  'weight_total',
  'missing_name',
  'score_total',
  'score_above_weight',
  'transposed_total',
  'rate',
] as const;

export function plantSelfEvaluationSlip(
  content: SelfEvaluation,
  slip: string | undefined,
  random: Random,
): ExpectedFinding[] {
  const rescored = (indicators: IndicatorContent[]) => {
    const sum = indicators.reduce((n, { score }) => n + score, 0);
    content.totalScore = Math.round((sum + content.executionScore) * 100) / 100;
  };
  switch (slip) {
    case 'weight_total': {
      const finding = weightSlip(content.indicators, 100, 0);
      rescored(content.indicators);
      return [finding];
    }
    case 'missing_name':
      return [nameSlip(content.indicators, random, 0)];
    case 'score_above_weight': {
      const finding = scoreSlip(content.indicators, random, 0);
      rescored(content.indicators);
      return [finding];
    }
    case 'score_total': {
      const right = content.totalScore;
      content.totalScore = Math.round((right - random.int(2, 6)) * 100) / 100;
      return [
        {
          kind: 'score_sum',
          rule: 'SCR-02',
          what: `scores add up to ${right}, printed ${content.totalScore}`,
          numbers: [right, content.totalScore],
          form: 0,
          level: 'error',
        },
      ];
    }
    case 'transposed_total': {
      const right = content.totals.initial;
      const wrong = transpose(right, random);
      if (!wrong) return [];
      content.totals.initial = wrong;
      return [sumFinding('年初预算数 total', wrong, right, 0)];
    }
    case 'rate': {
      const right = content.rate;
      content.rate = figure(right.scaled - 1500, 2);
      return [
        {
          kind: 'ratio',
          rule: 'PCT-05',
          what: `execution rate printed ${numberOf(content.rate)}, ${numberOf(content.totals.executed)} of ${numberOf(content.totals.annual)} is ${numberOf(right)}`,
          numbers: [
            numberOf(content.rate),
            numberOf(content.totals.executed),
            numberOf(content.totals.annual),
          ],
          form: 0,
          level: 'error',
        },
      ];
    }
    default:
      return [];
  }
}
