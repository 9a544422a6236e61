import { listMark } from '../../values/index.ts';
import { printed } from '../table/cells.ts';
import { fieldRole, fundingRole, mayBeFigure } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { Field } from './field.ts';
import { saysSums } from './written-funds.ts';

/** Longest heading with a mark, in characters. */
const LONGEST_HEADING = 30;

/**
 * Reads 二、绩效自评工作情况 | （一）自评的目的 | 提高效益: headings with the marks of an outline, whose words no list knows, and what is
 * said under the last of them; null where the row is none such.
 */
export function outlinedRow(table: Table, row: number): { field: Field; cells: number[] } | null {
  const cells = filledCells(table, row);
  const answer = cells.at(-1);
  const heading = cells.at(-2);
  if (answer === undefined || heading === undefined) return null;
  if (!cells.slice(0, -1).every((i) => isHeading(table, i)) || fieldRole(labelOf(table, heading)) !== null)
    return null;
  const said = labelOf(table, answer);
  const { location, text } = cellOf(table, answer);
  if (mayBeFigure(said) || said.void || fieldRole(said) !== null || !/[\u4e00-\u9fff]{2}/.test(text))
    return null;
  if (isHeading(table, answer) || saysSums(labelOf(table, heading).key, text)) return null;
  for (const i of cells) explain(table, i);
  const label = cellOf(table, heading).text.trim();
  return {
    field: { role: 'known', label, value: printed(text), at: location, row, cell: answer },
    cells: [...cells],
  };
}

function isHeading(table: Table, i: number): boolean {
  const { text } = cellOf(table, i);
  if (text.length > LONGEST_HEADING || /[。；;：:！？]|\d{2}/.test(text)) return false;
  if (listMark(text)?.kind !== 'outline') return false;
  return fundingRole(labelOf(table, i)) === null;
}
