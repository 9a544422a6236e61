import type { MoneyRegion } from '../../form.ts';
import { headPath } from '../../table/head-path.ts';
import { cellOf, labelOf } from '../../table/table.ts';

/** Columns either side of 数量 in which what things are worth is looked for. */
const NEAR = 6;

/** Whether 数量 stands under one head with what things are worth. */
export function isBesideWorth({ header, headerTable }: MoneyRegion, path: readonly number[]): boolean {
  const [lowest, group] = path.toReversed();
  if (lowest === undefined || group === undefined) return false;
  if (labelOf(headerTable, lowest).key !== '数量') return false;
  const { column: first, columnSpan } = cellOf(headerTable, group);
  const own = cellOf(headerTable, lowest).column;
  const end = Math.min(first + columnSpan, own + NEAR + 1);
  for (let column = Math.max(first, own - NEAR); column < end; column++) {
    const beside = headPath(headerTable, header, column).at(-1);
    if (beside !== undefined && worth.test(labelOf(headerTable, beside).key)) return true;
  }
  return false;
}

const worth = /^(?:价值|[账帐]面|[原净]值)/;
