import type { Indicator } from '../../../schemas/index.ts';
import { isOfPartOfYear } from '../figures/achievement.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, gathered, listed, nameOf, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** A number was promised and a word is reported: 完成. */
export const IND_03: FilingRule = {
  id: 'IND-03',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '定量目标填了定性结果', en: 'Number promised, words reported' },
  explanation: {
    zh: '目标值是数字，实际完成值却只写“完成”“达标”等文字，完成程度无法核对。',
    en: 'The target is a number and the actual value says only 完成 or the like, so that the degree of fulfilment cannot be checked.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '目标 ≥1200人次，实际“已完成”', en: 'target ≥1200人次, actual value “已完成”' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const monitored = isOfPartOfYear(context.filing);
  const rows = context.indicators.filter(
    (row) =>
      row.target?.kind === 'number' &&
      row.actual !== null &&
      // In the middle of the year 尚未验收 is an answer.
      !(monitored && PENDING.test(row.actual.raw)),
  );
  return gathered(context, rows, isWord, (words) => {
    const names = {
      zh: listed(words.map((row) => `${nameOf(row)}（目标 ${row.target?.raw}，实际“${row.actual?.raw}”）`))
        .zh,
      en: listed(
        words.map((row) => `${nameOf(row)} (target ${row.target?.raw}, actual “${row.actual?.raw}”)`),
      ).en,
    };
    return {
      verdict: 'improbable',
      message: {
        zh: `目标值为数字而实际完成值只有文字：${names.zh}`,
        en: `target is a number, actual value only words: ${names.en}`,
      },
      evidence: words.flatMap((row) => [targetCell(row), actualCell(row)]),
      operands: words.map(indicatorKey),
    };
  });
}

const PENDING = /尚未|暂未|未到|年底|年末|正在|进行中/;

const FIGURE = /[\d０-９〇零一二三四五六七八九十百千万亿两]/;

function isWord({ actual }: Indicator): boolean {
  return actual?.kind === 'text' && !FIGURE.test(actual.raw);
}
