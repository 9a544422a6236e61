import type { Amount, FormType, MoneyUnit } from '../../../schemas/index.ts';
import { moneyUnitIn, stripMarks } from '../../values/index.ts';
import type { FieldRegion } from '../form.ts';
import { type AmountDraft, countedUnit, draftOf, readFigure } from '../money/money.ts';
import { printedName } from '../table/cells.ts';
import { type Label, mayBeFigure, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf } from '../table/table.ts';
import { neighbour } from './answers.ts';

/**
 * Labelled figures that no other reading took: 编制人数 | 42 in any form, and in a table of base data also those whose label
 * says its unit, 固定资产（万元） | 1,865.20. A label of anything else stays unread.
 */
export function countedFields(
  { end, first, table }: FieldRegion,
  type: FormType,
  moneyUnit: MoneyUnit | null,
): AmountDraft[] {
  const drafts: AmountDraft[] = [];
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const cell = cellOf(table, i);
      if (cell.row !== row || table.explained[i] === 1) continue;
      const kind = kindOf(labelOf(table, i), cell.text, type);
      const value = kind === null ? null : neighbour(table, i);
      if (kind === null || value === null || table.explained[value] === 1) continue;
      if (!mayBeFigure(labelOf(table, value))) continue;
      const figure = cellOf(table, value);
      const context = { measure: kind.measure, heads: [], label: cell.text, side: '', moneyUnit };
      const quantity = readFigure(figure.text, context);
      if (quantity === null) continue;
      explain(table, i);
      explain(table, value);
      const given = { ...kind, item: itemOf(cell.text), label: cell.text.trim(), project: null };
      const source = { value: figure.location, item: cell.location };
      drafts.push(draftOf(given, quantity, source, Math.min(cell.confidence, figure.confidence)));
    }
  }
  return drafts;
}

function kindOf(label: Label, text: string, type: FormType): Pick<Amount, 'measure' | 'section'> | null {
  if (label.figure || label.void || label.key.length > LONGEST) return null;
  if (moneyRole(label) === 'count' || /人员$/.test(label.forms.at(-1) ?? ''))
    return countedUnit(text) === null || /人|名/.test(countedUnit(text) ?? '')
      ? { measure: 'count', section: 'staff' }
      : { measure: 'count', section: 'base_data' };
  if (type !== 'base_data') return null;
  if (countedUnit(text) !== null) return { measure: 'count', section: 'base_data' };
  return moneyUnitIn(text) === null ? null : { measure: 'current', section: 'base_data' };
}

/** Longest label of a figure, in characters. */
const LONGEST = 24;

/** 其中：房屋面积（平方米） → 房屋面积. */
function itemOf(text: string): string {
  return stripMarks(printedName(text))
    .rest.replace(/\s*[:：]\s*$/, '')
    .replace(/\s*[（(][^（()）]{1,8}[)）]$/, '')
    .trim();
}
