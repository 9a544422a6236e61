import type { Amount, Evidence } from '../../../schemas/index.ts';
import { exact, ONE } from '../facts/exact.ts';
import { isCountedWhole } from '../facts/units.ts';
import { cellOf, listed, nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Half a person: a count of what comes whole, with decimals. */
export const IND_08: FilingRule = {
  id: 'IND-08',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '计数出现小数', en: 'Fractional count' },
  explanation: {
    zh: '人、台、次等只能是整数；带小数的多为单位填错（万人填成人）或数字串列。',
    en: 'Persons, machines and times come whole; a fraction is most likely a wrong unit (人 for 万人) or a figure of another column.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: { zh: '“参训人数”12.5人', en: '“参训人数” 12.5人' },
  check,
};

/** 每月3.5次, 人均1.2台: means and rates per head are not counts. */
const MEAN = /均|每|率|比|倍|频/;

/** 平均 below the questions of a survey: the mean of what stands above. */
const isMean = ({ item, parent }: Amount): boolean => MEAN.test(item) || /^平均|均值$/.test(parent ?? '');

const isWhole = (value: number): boolean => Number.isSafeInteger(value) || exact(value) % ONE === 0n;

function check(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators } = context;
  let held = 0;
  const broken: Evidence[] = [];
  for (const amount of amounts) {
    if (amount.value === null || !isCountedWhole(amount.unit) || isMean(amount)) continue;
    if (isWhole(amount.value)) held += 1;
    else broken.push(cellOf(amount, 'value', amount.item, `${amount.item} ${amount.raw}`, amount.value));
  }
  for (const row of indicators) {
    if (MEAN.test(nameOf(row))) continue;
    for (const field of ['target', 'actual'] as const) {
      const quantity = row[field];
      if (quantity?.value == null || quantity.kind === 'text' || !isCountedWhole(quantity.unit)) continue;
      if (isWhole(quantity.value)) held += 1;
      else broken.push(cellOf(row, field, nameOf(row), `${nameOf(row)} ${quantity.raw}`, quantity.value));
    }
  }
  const outcomes: Outcome[] = held > 0 ? [passed(filing.filing_id, held)] : [];
  if (broken.length === 0) return outcomes;
  const names = listed(broken.map(({ text }) => text));
  outcomes.push(
    notice(context, {
      verdict: 'improbable',
      message: { zh: `计数带有小数：${names.zh}`, en: `counts with a fraction: ${names.en}` },
      actual: broken[0]?.value ?? null,
      evidence: broken,
      operands: broken.map(({ text }) => text),
    }),
  );
  return outcomes;
}
