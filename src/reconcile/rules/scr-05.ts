import type { Indicator } from '../../../schemas/index.ts';
import { type Exact, HUNDRED, ONE, show } from '../facts/exact.ts';
import { scoredRows } from '../figures/scores.ts';
import { indicatorKey, normalised } from '../keys.ts';
import { actualCell, nameOf, notice, scoreCells } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Bands of a qualitative result: 达成预期指标 100–80 %, 部分达成 80–60 %, 未达成 below 60 % of the points. */
export const SCR_05: FilingRule = {
  id: 'SCR-05',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '定性指标得分不在相应档次', en: 'Qualitative score outside its band' },
  explanation: {
    zh: '定性指标按达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按分值的100–80%（含）、80–60%（含）、60–0%计分（财预〔2020〕10号）。',
    en: 'A qualitative result earns 100–80%, 80–60% or 60–0% of its points by the band that the form claims (财预〔2020〕10号).',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '“部分达成预期指标并具有一定效果”，分值 10，得分 10',
    en: 'partly reached, points 10, score 10',
  },
  check,
};

interface Band {
  said: RegExp;
  from: number;
  to: number;
}

const BANDS: readonly Band[] = [
  { said: /^未达成预期/, from: 0, to: 60 },
  { said: /^部分达成预期/, from: 60, to: 80 },
  { said: /^(?:全部或基本)?达成预期/, from: 80, to: 100 },
];

function check(context: FilingContext): Outcome[] {
  return scoredRows(context).flatMap(({ row, score, weight }): Outcome[] => {
    const band = bandOf(row);
    if (band === undefined) return [];
    const share = (HUNDRED * score) / weight;
    const within = share >= at(band.from) && share <= at(band.to);
    if (within) return [passed(context.filing.filing_id)];
    const range = `${show((weight * at(band.from)) / HUNDRED)}–${show((weight * at(band.to)) / HUNDRED)}`;
    return [
      notice(context, {
        verdict: 'improbable',
        severity: 'warning',
        message: {
          zh: `“${nameOf(row)}”为“${row.actual?.raw}”，应得 ${range} 分，得分填 ${show(score)}`,
          en: `“${nameOf(row)}” is “${row.actual?.raw}”, worth ${range} points, scored ${show(score)}`,
        },
        actual: row.score,
        evidence: [...scoreCells(row).toReversed(), actualCell(row)],
        operands: [indicatorKey(row)],
      }),
    ];
  });
}

const at = (percent: number): Exact => BigInt(percent) * ONE;

function bandOf({ actual, target }: Indicator): Band | undefined {
  if (actual?.kind !== 'text' || target?.kind === 'number') return undefined;
  return BANDS.find(({ said }) => said.test(normalised(actual.raw)));
}
