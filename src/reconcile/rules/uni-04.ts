import { foldLabel } from '../../values/fold.ts';
import { isUnit } from '../../values/unit-words.ts';
import { indicatorKey } from '../keys.ts';
import { gathered, listed, nameOf, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** Units outside the list of measures, and units that say themselves twice. */
export const UNI_04: FilingRule = {
  id: 'UNI-04',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '计量单位不规范', en: 'Unit is not of the list' },
  explanation: {
    zh: '计量单位不在通用计量单位之列，或重复表述（%(百分比)、百分比）。不影响核对，建议统一。',
    en: 'The unit is no common measure, or says itself twice (%(百分比)). It does not hinder any check; one spelling is proposed.',
  },
  tolerance: 'TS',
  severity: 'info',
  parameters: {},
  example: { zh: '单位“100百分比”', en: 'the unit 百分比 behind 100' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter(({ target }) => target?.kind === 'number' && target.unit !== null);
  return gathered(
    context,
    rows,
    (row) => !isCommon(row.target?.unit ?? ''),
    (odd) => {
      const names = listed(odd.map((row) => `${nameOf(row)}（${row.target?.unit}）`));
      return {
        verdict: 'explained',
        message: { zh: `计量单位不规范：${names.zh}`, en: `units that are not of the list: ${names.en}` },
        evidence: odd.map((row) => targetCell(row)),
        operands: odd.map(indicatorKey),
      };
    },
  );
}

const REDUNDANT = /^(?:%|‰)\(|^百分比$|^千分比$/;

function isCommon(unit: string): boolean {
  const folded = foldLabel(unit);
  return isUnit(folded) && !REDUNDANT.test(folded);
}
