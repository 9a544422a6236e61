import type { Evidence } from '../../../schemas/index.ts';
import { isFact, total } from '../edits/points.ts';
import { exact, show } from '../facts/exact.ts';
import { blocksOf, mostlyFilled } from '../figures/indicators.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { level1Of } from '../profiles/levels.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** Points by 一级指标 against the split that the framework recommends. */
export const WGT_03: FilingRule = {
  id: 'WGT-03',
  scope: 'filing',
  overAll: true,
  kind: 'weight_sum',
  title: { zh: '一级指标分值与参考分配不同', en: 'Split of the points differs from the framework' },
  explanation: {
    zh: '财预〔2020〕10号原则上规定：预算执行率10、产出50、效益30、满意度10；设成本指标的为成本20、产出40、效益20、满意度10。允许调整，只作提示。',
    en: '财预〔2020〕10号 sets in principle: execution 10, outputs 50, benefits 30, satisfaction 10; with costs 20, outputs 40, benefits 20, satisfaction 10. It may be adapted and is only noted.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: { zh: '产出 40、效益 30、满意度 20', en: 'outputs 40, benefits 30, satisfaction 20' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, profile } = context;
  if (filing.form_type === 'scoring_framework') return [];
  return blocksOf(context.indicators).flatMap((block): Outcome[] => {
    const weights = block.map((row) => facts.indicator(row, 'weight')).filter(isFact);
    if (!mostlyFilled(weights.length, block.length)) return [];
    const split = new Map<string, bigint>();
    for (const row of block) {
      const level = level1Of(row.level1)?.names[0];
      if (level === undefined) return [notEvaluated(filing.filing_id, 'levels of the unit’s own')];
      const weight = facts.indicator(row, 'weight');
      split.set(level, (split.get(level) ?? 0n) + (weight?.value ?? 0n));
    }
    // A total that is off is told by the rule of the total.
    if (total(weights) !== exact(100 - profile.weightBase.execution)) return [];
    const known = profile.weightSplits.some((norm) => isSplit(norm.points, split));
    if (known) return [passed(filing.filing_id)];
    const parts = [...split].map(([level, points]) => `${level} ${show(points)}`).join('、');
    return [
      notice(context, {
        verdict: 'explained',
        message: {
          zh: `一级指标分值为 ${parts}，与财预〔2020〕10号的参考分配不同`,
          en: `the points are split ${parts}, unlike the framework of 财预〔2020〕10号`,
        },
        evidence: weights.map((fact): Evidence => evidenceOf(fact, 'weight')),
        operands: [...split].map(([level, points]) => `${level}${points}`),
      }),
    ];
  });
}

function isSplit(norm: Readonly<Record<string, number>>, split: ReadonlyMap<string, bigint>): boolean {
  const levels = Object.entries(norm);
  return (
    levels.length === split.size && levels.every(([level, points]) => split.get(level) === exact(points))
  );
}
