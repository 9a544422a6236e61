import type { Amount } from '../../../schemas/index.ts';
import { foldLabel, isGrade, isSatisfaction, saysNothing } from '../../values/index.ts';
import { exact, HUNDRED, halfUnit, magnitude, ONE, roundTo, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { amountKey } from '../keys.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 满意度 of a survey is worked out from how many gave each answer. */
export const RAT_16: FilingRule = {
  id: 'RAT-16',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '调查满意度与各选项人数不符', en: 'Satisfaction of a survey differs from its answers' },
  explanation: {
    zh: '满意度调查表中，满意度 =（非常满意 + 满意）÷ 有效问卷，也有把基本满意、一般计入或按档赋分的：以能使多数问题成立的算法为准，其余问题也应如此。三分之二成立才判为错误，只有一半成立的作警告，都不成立的不作判断。',
    en: 'The rate of the satisfied is the best answers over all; some forms count 一般 too or give points to each answer. The way by which most questions close is the form’s own, and the others are to follow it: an error where two in three do, a warning where half do, nothing where fewer do.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '200 份中非常满意 96、满意 72，满意度填 85%（应为 84%）',
    en: '96 and 72 of 200 satisfied, printed as 85% (84%)',
  },
  check,
};

/** A question: how many gave each answer, from the best down, and the rate printed beside. */
interface Question {
  answers: readonly { amount: Amount; count: bigint }[];
  all: bigint;
  rate: Amount;
  fact: Fact;
}

/** What an answer counts for, in per cent, by its place among `of` answers. */
type Way = readonly number[];

function check(context: FilingContext): Outcome[] {
  const questions = questionsOf(context);
  const ways = Map.groupBy(questions, ({ answers }) => answers.length);
  return [...ways].flatMap(([count, rows]) => judged(context, rows, waysOf(count)));
}

function judged(context: FilingContext, rows: readonly Question[], ways: readonly Way[]): Outcome[] {
  const { filing_id: id } = context.filing;
  const fits = ways.map((way) => rows.filter((row) => isWithin(row, way)).length);
  const most = Math.max(...fits);
  if (most * 2 < rows.length || most === 0)
    return rows.map(() => notEvaluated(id, 'most rates are not the satisfied ÷ all'));
  const way = ways[fits.indexOf(most)] as Way;
  const severity = most * 3 >= rows.length * 2 ? 'error' : 'warning';
  return rows.map((row) => (isWithin(row, way) ? passed(id) : wrong(context, row, way, severity)));
}

function questionsOf({ amounts, facts }: FilingContext): Question[] {
  const found: Question[] = [];
  let open: Amount[] = [];
  for (const amount of amounts) {
    const isAnswer = amount.parent !== null && isGrade(foldLabel(amount.item));
    if (isAnswer && (open.length === 0 || open[0]?.parent === amount.parent)) open.push(amount);
    else if (isAnswer) open = [amount];
    else if (amount.measure === 'rate' && open[0]?.parent === amount.item && isRate(amount)) {
      const fact = facts.amount(amount);
      const question = fact === null ? null : questionOf(open, amount, fact);
      if (question !== null) found.push(question);
      open = [];
    }
  }
  return found;
}

const isRate = ({ column_label }: Amount): boolean =>
  isSatisfaction(foldLabel((column_label ?? '').split(' / ').at(-1) ?? ''));

function questionOf(given: readonly Amount[], rate: Amount, fact: Fact): Question | null {
  // 68.7 of 平均 is a mean that was rounded.
  const isMean = given.some(({ measure, value }) => measure === 'count' && !Number.isInteger(value));
  if (isMean || given.some(({ value }) => value === null)) return null;
  const counts = given.map((amount) => ({ amount, count: exact(amount.value ?? 0) }));
  const answers = counts.filter(({ amount }) => !saysNothing(foldLabel(amount.item)));
  const sum = counts.reduce((total, { count }) => total + count, 0n);
  // Shares that were rounded are of a hundred, whatever they add up to.
  const all = given.every(({ measure }) => measure === 'rate') ? HUNDRED : sum;
  return answers.length < FEWEST || all <= 0n ? null : { answers, all, rate, fact };
}

const FEWEST = 3;

/** The two best answers, the best alone, the three best, or points for each. */
function waysOf(count: number): Way[] {
  const best = (k: number): Way => Array.from({ length: count }, (_, i) => (i < k ? 100 : 0));
  const heads = [2, 1, 3, 4].filter((k) => k < count).map(best);
  return [...heads, ...POINTED.filter((way) => way.length === count)];
}

/** Points that forms give to the answers. */
const POINTED: readonly Way[] = [
  [100, 60, 0],
  [100, 80, 0],
  [100, 80, 60],
  [100, 50, 0],
  [100, 80, 60, 0],
  [100, 80, 60, 30],
  [100, 80, 60, 40],
  [100, 80, 50, 0],
  [100, 75, 50, 25],
  [100, 80, 60, 40, 20],
  [100, 80, 60, 40, 0],
  [100, 80, 60, 30, 0],
  [100, 75, 50, 25, 0],
];

const weighed = ({ answers }: Question, way: Way): bigint =>
  answers.reduce((sum, { count }, k) => sum + count * BigInt(way[k] ?? 0), 0n);

/** |rate − points ÷ all| within the last place of the print, cut off or rounded. */
function isWithin(row: Question, way: Way): boolean {
  const off = row.fact.value * row.all - weighed(row, way) * ONE;
  return magnitude(off) < 2n * halfUnit(row.fact.places) * row.all;
}

function wrong(context: FilingContext, row: Question, way: Way, severity: 'error' | 'warning'): Outcome {
  const { answers, all, fact, rate } = row;
  const expected = roundTo((weighed(row, way) * ONE) / all, fact.places);
  const named = answers.filter((_, k) => (way[k] ?? 0) > 0);
  const sum = named.map(({ amount }) => `${amount.item} ${amount.raw}`).join(' + ');
  const shown = toNumber(expected);
  return notice(context, {
    verdict: severity === 'error' ? 'impossible' : 'improbable',
    message: {
      zh: `“${rate.item}”满意度按各选项人数应为 ${shown}%（${sum}，共 ${toNumber(all)}），填 ${rate.raw}`,
      en: `satisfaction of “${rate.item}” should be ${shown}% by its answers (${sum} of ${toNumber(all)}), printed as ${rate.raw}`,
    },
    expected: shown,
    actual: rate.value,
    evidence: [
      cellOf(rate, 'value', 'rate', `${rate.item} ${rate.raw}`, rate.value),
      ...answers.map(({ amount }) =>
        cellOf(amount, 'value', 'part', `${amount.item} ${amount.raw}`, amount.value),
      ),
    ],
    operands: [amountKey(rate)],
  });
}
