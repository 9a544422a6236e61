import type { Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { gathered, listed, nameOf, targetCell } from '../notice.ts';
import { fitsName, unitByName } from '../profiles/unit-names.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** A unit that does not measure what the name counts: 次数 in 人, 人数 in %. */
export const TXT_03: FilingRule = {
  id: 'TXT-03',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '单位与指标名称不符', en: 'Unit does not fit the name' },
  explanation: {
    zh: '名称以“次数”“人数”“率”等结尾的指标，单位应与之相符；不符的多为填错单位或填错行。',
    en: 'The end of a name (次数, 人数, 率) says what is counted; another unit is a wrong unit or a wrong row.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '“发放次数”目标值 200人', en: '“发放次数” with the target 200人' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter(
    (row) => row.target?.unit != null && unitByName(nameOf(row)) !== null,
  );
  return gathered(context, rows, isOdd, (odd) => {
    const names = listed(
      odd.map((row) => `${nameOf(row)} ${printed(row)}（应为${unitByName(nameOf(row))}？）`),
    );
    return {
      verdict: 'improbable',
      message: { zh: `单位与名称不符：${names.zh}`, en: `units that do not fit the name: ${names.en}` },
      actual: odd[0]?.target?.value ?? null,
      evidence: odd.map((row) => targetCell(row)),
      operands: odd.map(indicatorKey),
    };
  });
}

function isOdd(row: Indicator): boolean {
  return !fitsName(nameOf(row), row.target?.unit ?? '');
}

function printed({ target }: Indicator): string {
  const { raw = '', unit = '' } = target ?? {};
  return raw.includes(unit ?? '') ? raw : `${raw}${unit}`;
}
