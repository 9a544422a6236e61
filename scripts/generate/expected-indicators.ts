import type { IndicatorContent } from './content.ts';
import type { ExpectedIndicator, ExpectedQuantity, IndicatorSection } from './expected.ts';
import { type ColumnKey, type TableLayout, tableRows, withoutOperator } from './indicator-table.ts';
import { expectedQuantity, printValue, type Value, type ValuePrint } from './values.ts';

/** The records that the printed rows hold. */
export function expectedIndicators(
  indicators: readonly IndicatorContent[],
  layout: TableLayout,
  context: { section: IndicatorSection; year: number; goal?: string | undefined },
): ExpectedIndicator[] {
  const has = (key: ColumnKey) => layout.columns.some((column) => column.key === key);
  const rows = tableRows(indicators, layout);
  return rows.flatMap(({ level1, level2, indicator }): ExpectedIndicator[] => {
    if (!indicator) return [];
    const quantity = (value: Value, print: ValuePrint): ExpectedQuantity =>
      expectedQuantity(value, printValue(value, print));
    const record: ExpectedIndicator = {
      section: context.section,
      level1: has('level1') ? level1 : null,
      level2: has('level2') ? level2 : null,
      level3: indicator.name,
      weight: has('weight') || has('currentWeight') ? indicator.weight : null,
      score: has('score') ? indicator.score : null,
    };
    if (context.goal !== undefined) record.goal = context.goal;
    if (layout.points) {
      const block = rows.filter((row) => row.level1 === level1);
      record.level1_weight = block.reduce((n, row) => n + (row.indicator?.weight ?? 0), 0);
    }
    if (has('target')) record.target = quantity(indicator.target, layout.print);
    if (has('actual'))
      record.actual = quantity(indicator.actual, withoutOperator({ ...layout.print, unitColumn: false }));
    const prior: [ColumnKey, number, Value][] = [
      ['older', context.year - 2, indicator.prior[0]],
      ['last', context.year - 1, indicator.prior[1]],
    ];
    const printed = prior.filter(([key, , value]) => has(key) && value.kind !== 'blank');
    if (printed.length > 0) {
      record.prior = printed.map(([, year, value]) => ({
        year,
        ...quantity(value, withoutOperator(layout.print)),
      }));
    }
    if (has('basis')) record.basis = indicator.basis;
    if (has('category')) record.category = indicator.category;
    if (has('rule')) record.scoring_rule = indicator.rule;
    if (has('evidence')) record.evidence = indicator.evidence;
    if (has('deviation') && indicator.deviation) record.deviation = indicator.deviation;
    if (has('description') && indicator.description) record.description = indicator.description;
    return [record];
  });
}
