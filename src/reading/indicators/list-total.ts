import type { Measure } from '../../../schemas/index.ts';
import type { FundingField } from '../fields/field.ts';
import type { IndicatorRegion } from '../form.ts';
import { measures } from '../money/columns/money-heads.ts';
import { entryAt, printed } from '../table/cells.ts';
import { fundingRole, isVoid, labelOfText, moneyRole } from '../table/label.ts';
import { cellOf, filledCells, labelOf, type Table } from '../table/table.ts';
import type { Span } from './columns/indicator-table.ts';
import { isTotalRow } from './totals.ts';

/**
 * Whether the row says what the total of a list of projects is made of: 其中：市级 | 540 below 合计 | 640, or 市级 | 540, and what follows
 * such a row, 其他 | 100. It has a name and figures left of the levels, and nothing else.
 */
export function isPartOfTotal(table: Table, row: number, levelsFrom: number, follows: boolean): boolean {
  const [first, ...others] = filledCells(table, row);
  if (first === undefined || others.length === 0 || isTotalRow(table, row)) return false;
  const name = labelOf(table, first);
  if (name.figure) return false;
  const isPart = follows || /^其中/.test(name.key) || (fundingRole(name) ?? 0) > 0;
  return isPart && others.every((i) => labelOf(table, i).figure && cellOf(table, i).column < levelsFrom);
}

/** The money of the row that adds up a list of projects, under one head, and of the rows below it that say what it is made of. */
export function fundingOfTotal(region: IndicatorRegion, span: Span): FundingField[] {
  const { table } = region;
  const found: FundingField[] = [];
  for (let row = region.first; row < region.end; row++) {
    const entry = entryAt(table, row, span);
    const named = filledCells(table, row)[0];
    if (!entry?.starts || isVoid(entry.key) || named === undefined || labelOf(table, named).figure) continue;
    const cell = cellOf(table, named);
    // 合计 | 210 | 180 under 资金总额 | 财政拨款: what the source gives to all of them.
    const ofSource = found.length === 0 && (fundingRole(labelOfText(span.text)) ?? 0) > 0;
    const name = printed(ofSource ? span.text : cell.text);
    const label = labelOfText(name);
    const rank = fundingRole(label);
    found.push({
      label: name,
      key: label.forms.at(-1) ?? label.key,
      rank: found.length === 0 ? (rank ?? 0) : Math.max(rank ?? 1, 1),
      value: entry.text,
      at: entry.cell.location,
      labelAt: cell.location,
      table,
      row,
      column: entry.cell.column,
      confidence: entry.cell.confidence,
      stage: stageOf(span),
    });
  }
  return found;
}

/** What a head says of the money in the row that adds up the projects: 全年执行数 is spent, 预算金额 and 资金总额 the budget of the year. */
function stageOf(span: Span): Measure {
  if (/^资金(?:总额|合计)$/.test(labelOfText(span.text).key)) return stageAbove(span) ?? 'current';
  return stageSaid(span.text) ?? stageAbove(span) ?? 'current';
}

/** The stage that only the heads above say: 上半年执行 over 合计 | 财政资金 | 自筹; null where the head itself says one, or none does. */
export function stageAbove({ path, text }: Span): Measure | null {
  if (stageSaid(text) !== null) return null;
  const above = path.split('/').slice(0, -1).reverse().map(stageSaid);
  return above.find((stage) => stage !== null) ?? null;
}

function stageSaid(head: string): Measure | null {
  const role = moneyRole(labelOfText(head));
  if (role === null || !measures.has(role)) return null;
  return role === 'budget' ? 'current' : (role as Measure);
}
