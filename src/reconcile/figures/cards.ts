import type { Indicator } from '../../../schemas/index.ts';

/** Whether the form shows single indicators on cards, a row for each thing that is said of one: they need not be all that there are. */
export function areCards(indicators: readonly Indicator[]): boolean {
  const columns = new Set<number>();
  for (const { source } of indicators) {
    const { level3: name, target } = source;
    if (name?.row == null || target?.row == null || name.column !== target.column || name.row === target.row)
      return false;
    columns.add(name.column ?? -1);
  }
  return columns.size === 1;
}
