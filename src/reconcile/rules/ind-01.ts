import { type Achievement, achievementsOf, isOfPartOfYear } from '../figures/achievement.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, gathered, listed, nameOf, scoreCells, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** Targets that were missed, by the sign of the target. One finding a form names them all. */
export const IND_01: FilingRule = {
  id: 'IND-01',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '未完成的指标', en: 'Targets that were missed' },
  explanation: {
    zh: '按指标值的符号（≥、≤）比较目标值与实际完成值，列出未完成的指标；得分是否相应由评分规则核对。',
    en: 'Target and actual value are compared by the sign of the target (≥, ≤); missed targets are listed. Whether the score follows is checked by the score rules.',
  },
  tolerance: 'T1',
  severity: 'info',
  parameters: {},
  example: { zh: '“发放及时率”目标 ≥98%，实际 95%', en: '“发放及时率” target ≥98%, actual 95%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  // 150公里 of ≥320公里 by June misses nothing yet; 45件 of ≤40件 does.
  const unfinished = isOfPartOfYear(context.filing);
  const done = achievementsOf(context.indicators).filter(
    (one): one is Achievement => one !== null && !(unfinished && one.direction === 'more' && !one.met),
  );
  return gathered(
    context,
    done,
    ({ met }) => !met,
    (missed) => {
      const names = {
        zh: listed(
          missed.map((one) => `${nameOf(one.row)}（目标 ${one.target.raw}，实际 ${one.actual.raw}）`),
        ).zh,
        en: listed(
          missed.map((one) => `${nameOf(one.row)} (target ${one.target.raw}, actual ${one.actual.raw})`),
        ).en,
      };
      return {
        verdict: 'explained',
        message: {
          zh: `${done.length} 项定量指标中 ${missed.length} 项未达目标值：${names.zh}`,
          en: `${missed.length} of ${done.length} quantitative targets ${missed.length === 1 ? 'was' : 'were'} missed: ${names.en}`,
        },
        evidence: missed.flatMap(({ row }) => [targetCell(row), actualCell(row), ...scoreCells(row)]),
        operands: missed.map(({ row }) => indicatorKey(row)),
      };
    },
  );
}
