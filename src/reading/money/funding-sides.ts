import type { FundingField } from '../fields/field.ts';
import { heldAfter } from '../lexicon/money-items.ts';
import { labelOfText } from '../table/label.ts';
import { cellIndexAt, cellOf, explain } from '../table/table.ts';
import type { Placed } from './funding-sums.ts';

/** The label that runs down left of the row: 项目资金（万元）. */
export function sideText(field: FundingField): string {
  for (let column = field.column - 1; column >= 0; column--) {
    const i = cellIndexAt(field.table, field.row, column);
    const cell = cellOf(field.table, i);
    if (cell.text !== '' && /资金|预算|经费|金额|投资|收入|支出/.test(cell.text) && cell.text.length < 30) {
      explain(field.table, i);
      return cell.text;
    }
  }
  return '';
}

/** 收入预算 or 支出预算 down beside 合计 and its parts: the side of a unit's budget; null where none is said. */
export function budgetSideOf(field: FundingField): 'income' | 'expenditure' | null {
  if (!/^(?:合计|总计|总额|小计)$/.test(field.key)) return null;
  const [, side] =
    /^(?:年度|本年|部门|单位)?(收入|支出)(?:预算|合计|总额)?$/.exec(
      sideText(field)
        .replace(/\s+/g, '')
        .replace(/[（(][万萬亿億千]?元[)）]$/, ''),
    ) ?? [];
  return side === undefined ? null : side === '收入' ? 'income' : 'expenditure';
}

/** 部门决算资金 beside 基本支出 | 1255 | 项目支出 | 462. */
export function isOfFinal({ column, row, table }: FundingField): boolean {
  for (let left = 0; left < column; left++)
    if (/决算/.test(cellOf(table, cellIndexAt(table, row, left)).text)) return true;
  return false;
}

/** 上年结余 | 1250 | 本年收入 | 8600 over 其中：个人缴费 | 3200: what was left of other years is made up of nothing that comes in after it. */
export function isHeld(
  sum: Pick<FundingField, 'label' | 'row'>,
  { label, row, table }: FundingField,
  placed: readonly Placed[],
): boolean {
  if (sum.row === row) return false;
  const name = labelOfText(sum.label).key;
  if (heldAfter.test(name)) return !/^\s*其\s*中/.test(label);
  const last = placed.findLast(({ field }) => field.table === table && field.rank === 0);
  return /结[余转存]$/.test(name) && last?.field.label !== sum.label;
}
