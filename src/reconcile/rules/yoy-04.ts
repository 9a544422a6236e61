import type { Evidence } from '../../../schemas/index.ts';
import { fewerIsBetter } from '../figures/direction.ts';
import { type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, figureOf, sized } from '../set/compare.ts';
import type { SetIndicator } from '../set/digest.ts';
import { cell, named, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { indicatorsByKey, renamed, type YearPair, yearPairs } from '../set/years.ts';

/** An indicator that was dropped, renamed or asked for less than was reached last year. */
export const YOY_04: SetRule = {
  id: 'YOY-04',
  scope: 'set',
  kind: 'prior',
  title: {
    zh: '指标取消、改名或目标低于上年实绩',
    en: 'Indicator dropped, renamed or set below last achievement',
  },
  explanation: {
    zh: '同一项目上年有而本年没有的指标、名称改动的指标作提示；目标值低于上年实际完成值的作警告，因为目标应有激励作用。',
    en: 'Indicators of last year that are gone or renamed are noted; a target below what was reached last year is a warning, for it asks for less.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {
    lowered: {
      value: 0.95,
      unit: 'share of the last actual value',
      reason: 'targets are rounded down by some per cent',
    },
  },
  example: {
    zh: '上年完成 1200 人，本年目标 900 人',
    en: '1200 reached last year, a target of 900 this year',
  },
  check: ({ index }) =>
    yearPairs(index).flatMap((pair) => (pair.evaluated ? lowered(index, pair) : gone(index, pair))),
};

function gone(index: SetIndex, { current, last }: YearPair): Outcome[] {
  if (current.family !== 'targets') return [];
  const now = indicatorsByKey(current);
  const rows = [...indicatorsByKey(last).values()];
  if (rows.length === 0 || now.size === 0) return [];
  const missing = rows.filter((row) => !now.has(row.key) && row.target !== null);
  if (missing.length === 0) return [passed(current.filingId, rows.length)];
  const told = missing.map((row) => {
    const other = renamed(row, now.values());
    return { row, text: other === null ? row.name : `${row.name}→${other.name}` };
  });
  const list = named(told.map(({ text }) => text));
  return [
    report(current, {
      verdict: 'explained',
      severity: 'info',
      message: {
        zh: `上年的指标本年取消或改名：${list.zh}`,
        en: `indicators of last year dropped or renamed: ${list.en}`,
      },
      evidence: told.map(({ row }): Evidence => cell(index, last, 'last year', row.name, row.target!)),
      operands: ['dropped', ...missing.map(({ key }) => key)],
    }),
  ];
}

function lowered(index: SetIndex, { current, last }: YearPair): Outcome[] {
  const before = indicatorsByKey(last);
  return [...indicatorsByKey(current).values()].flatMap((row): Outcome[] => {
    const target = figureOf(row.target);
    const actual = figureOf(before.get(row.key)?.actual ?? null);
    if (target === null || actual === null || !comparable(target.unit, actual.unit)) return [];
    if (!isLower(row, sized(target).value, sized(actual).value)) return [passed(current.filingId)];
    return [
      report(current, {
        verdict: 'improbable',
        message: {
          zh: `“${row.name}”本年目标 ${shown(target)}，低于上年实际完成 ${shown(actual)}`,
          en: `“${row.name}” aims at ${shown(target)}, less than the ${shown(actual)} reached last year`,
        },
        evidence: [
          cell(index, current, 'target', row.name, target),
          cell(index, last, 'last actual', row.name, actual),
        ],
        operands: ['lowered', row.key],
        expected: actual.value,
        actual: target.value,
      }),
    ];
  });
}

function isLower(row: SetIndicator, target: bigint, actual: bigint): boolean {
  const op = row.target?.op ?? '=';
  if (op === '<=' || op === '<' || fewerIsBetter(row.name)) return false;
  const percent = BigInt(Math.round(YOY_04.parameters.lowered!.value * 100));
  return actual > 0n && target * 100n < actual * percent;
}
