import { exact, HUNDRED, roundTo, show } from '../facts/exact.ts';
import { type Achievement, achievementsOf, givesReason, isOfPartOfYear } from '../figures/achievement.ts';
import { pointsWrong } from '../figures/direction.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, gathered, listed, nameOf, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';
import { isShareOfAll } from './ind-05.ts';

const PARAMETERS = {
  deviation: {
    value: 30,
    unit: '%',
    reason: 'deviation from the target that has to be explained: 四川 self-evaluation rules',
  },
} as const;

/** Actual values far from their target without a word of why. */
export const IND_02: FilingRule = {
  id: 'IND-02',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '实际值偏离目标30%以上未说明', en: 'Deviation above 30% without explanation' },
  explanation: {
    zh: '实际完成值与目标值相差30%以上，须在偏差原因栏说明；目标定得过低或实际值填错，都会这样。',
    en: 'An actual value more than 30% away from its target has to be explained; a target set too low looks like this, and so does a slip.',
  },
  tolerance: 'T4',
  severity: 'warning',
  parameters: PARAMETERS,
  example: {
    zh: '目标 ≥500人，实际 900人，偏差原因空白',
    en: 'target ≥500人, actual 900人, no reason given',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const done = achievementsOf(context.indicators).filter(
    (one): one is Achievement => one !== null && one.wanted > 0n && !OF_GROWTH.test(nameOf(one.row)),
  );
  // Half of a year's work after half of the year is no deviation.
  const early = isOfPartOfYear(context.filing);
  const deviates = (one: Achievement): boolean => isFar(one) && !(early && one.reached < one.wanted);
  return gathered(context, done, deviates, (far) => {
    const names = { zh: listed(far.map(described.zh)).zh, en: listed(far.map(described.en)).en };
    return {
      verdict: 'improbable',
      message: {
        zh: `实际完成值偏离目标30%以上，未说明原因：${names.zh}`,
        en: `more than 30% off target and no reason given: ${names.en}`,
      },
      expected: far[0]?.target.value ?? null,
      actual: far[0]?.actual.value ?? null,
      evidence: far.flatMap(({ row }) => [targetCell(row), actualCell(row)]),
      operands: far.map(({ row }) => indicatorKey(row)),
    };
  });
}

/** 8% growth for 5% is three points more, not three fifths. */
const OF_GROWTH = /(?:增长|增幅|变动|下降|降低|提高|提升|减少|增加)(?:率|幅度|比例)?$/;

/** Where the sign is doubtful so is the deviation, and 930% is told as what no share can be. */
function isDoubtful({ reached, row, wanted }: Achievement): boolean {
  return pointsWrong(row) || (wanted <= HUNDRED && reached > HUNDRED && isShareOfAll(row));
}

/** A rate that fell to 0 complaints, or a cost that was saved, is no deviation that has to be explained away. */
function isFar(achievement: Achievement): boolean {
  if (isDoubtful(achievement)) return false;
  const { direction, reached, row, wanted } = achievement;
  const off = reached > wanted ? reached - wanted : direction === 'less' ? 0n : wanted - reached;
  return off * HUNDRED > exact(PARAMETERS.deviation.value) * wanted && !givesReason(row);
}

const described = {
  zh: (one: Achievement) =>
    `${nameOf(one.row)}（目标 ${one.target.raw}，实际 ${one.actual.raw}，为目标的 ${perOf(one)}%）`,
  en: (one: Achievement) =>
    `${nameOf(one.row)} (target ${one.target.raw}, actual ${one.actual.raw}, ${perOf(one)}% of it)`,
};

function perOf({ reached, wanted }: Achievement): string {
  return show(roundTo((reached * HUNDRED) / wanted, 0));
}
