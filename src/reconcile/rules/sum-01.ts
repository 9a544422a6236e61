import type { Amount } from '../../../schemas/index.ts';
import { type Whole, wholesOf } from '../amounts.ts';
import { compositionOf } from '../profiles/composition.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { bestReading } from '../sums.ts';

/** A total is the sum of its parts in the same column. Wholes that the profile knows by name have rules of their own. */
export const SUM_01: FilingRule = {
  id: 'SUM-01',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '合计不等于各项之和', en: 'Total differs from the sum of its parts' },
  explanation: {
    zh: '合计、小计、总额应等于同一列、同一年度、同一资金口径下各组成项之和。按列推断精度，四舍五入能解释的不报错。',
    en: 'A total is the sum of the items of its column, year and fund. Precision is inferred by column; what rounding explains is no error.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '合计 30.00，各项 10.00 + 19.00 = 29.00', en: 'total 30.00 over 10.00 + 19.00 = 29.00' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const each of wholesOf(context.amounts)) {
    const of = isPlainSum(each) ? each : sourcesBeside(context, each);
    if (of === null) continue;
    const edit = bestReading(context, of, { rule: 'SUM-01', relation: '=' });
    outcomes.push(
      edit === null ? notEvaluated(context.filing.filing_id, 'no figures to add up') : edited(edit),
    );
  }
  return outcomes;

  function isPlainSum(of: Whole): boolean {
    if (of.whole === null || !of.exhaustive || of.whole.section === 'projects') return false;
    return compositionOf(context.profile, of.whole, of.parts) === null;
  }
}

/** 按收入性质分 | 按支出性质分: the sources in a column beside 基本支出 and 项目支出 make up the same whole; null where there are none. */
function sourcesBeside({ profile }: FilingContext, of: Whole): Whole | null {
  const composed = of.whole?.section === 'funding' ? compositionOf(profile, of.whole, of.parts) : null;
  if (composed === null || composed.parts.length < 2) return null;
  const parts = of.parts.filter((part) => !composed.parts.includes(part));
  const column = columnOf(composed.parts);
  const other = columnOf(parts);
  if (parts.length < 2 || column === null || other === null || column === other) return null;
  return { ...of, parts, alternatives: () => [] };
}

/** The one column that the figures stand in; null where they stand in several. */
function columnOf(amounts: readonly Amount[]): number | null {
  const columns = new Set(amounts.map(({ source }) => source.value?.column ?? null));
  return columns.size === 1 ? ([...columns][0] ?? null) : null;
}
