import type { Amount, FormType, MoneyUnit } from '../../../schemas/index.ts';
import { moneyUnitIn, stripMarks } from '../../values/index.ts';
import type { FieldRegion } from '../form.ts';
import { type AmountDraft, countedUnit, draftOf, readFigure } from '../money/money.ts';
import { printedName } from '../table/cells.ts';
import { type Label, mayBeFigure, moneyRole } from '../table/label.ts';
import { cellIndexAt, cellOf, explain, filledCells, labelOf } from '../table/table.ts';
import { neighbour } from './answers.ts';
import { listedCounts } from './listed-counts.ts';

/**
 * Labelled figures that no other reading took: 编制人数 | 42 in any form, and in a table of base data also those whose label
 * says its unit, 固定资产（万元） | 1,865.20. A label of anything else stays unread.
 */
export function countedFields(
  region: FieldRegion,
  type: FormType,
  moneyUnit: MoneyUnit | null,
): AmountDraft[] {
  const { end, first, table } = region;
  const drafts: AmountDraft[] = [];
  const above = new Map<number, Counted>();
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const cell = cellOf(table, i);
      if (cell.row !== row || table.explained[i] === 1) continue;
      const listed = listedAt(region, i, moneyUnit);
      if (listed.length > 0) {
        explain(table, i);
        drafts.push(...listed);
        continue;
      }
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
      const draft = draftOf(given, quantity, source, Math.min(cell.confidence, figure.confidence));
      const whole = wholeOf(draft, row, above.get(cell.column));
      if (whole !== null) {
        draft.whole = whole;
        Object.assign(draft.record, { parent: whole.record.item, role: 'part', depth: 1 });
      }
      above.set(cell.column, { row, draft, whole });
      drafts.push(draft);
    }
  }
  return drafts;
}

/** 编制52人，实有50人，车辆6辆 in one cell. */
function listedAt({ table }: FieldRegion, i: number, moneyUnit: MoneyUnit | null): AmountDraft[] {
  const cell = cellOf(table, i);
  const before = cell.column === 0 ? null : cellIndexAt(table, cell.row, cell.column - 1);
  const label = before === null ? '' : labelOf(table, before).key;
  return listedCounts(label, cell.text).flatMap(({ figure, item, unit }) => {
    const context = { measure: 'count' as const, heads: [], label: item, side: '', moneyUnit };
    const quantity = readFigure(figure, context);
    if (quantity === null) return [];
    if (before !== null) explain(table, before);
    const section = /[人名]/.test(unit) ? ('staff' as const) : ('base_data' as const);
    const given = { measure: 'count' as const, section, item, label: item, project: null };
    return [draftOf(given, quantity, { value: cell.location, item: cell.location }, cell.confidence)];
  });
}

/** A figure of a column of labels, and what it is part of. */
interface Counted {
  row: number;
  draft: AmountDraft;
  whole: AmountDraft | null;
}

/** 编制人数 | 58 over 其中：行政编制 | 22 and 事业编制 | 36: right below and counted in the same unit. */
function wholeOf({ record }: AmountDraft, row: number, above: Counted | undefined): AmountDraft | null {
  if (above === undefined || above.row !== row - 1) return null;
  const { measure, unit } = above.draft.record;
  if (measure !== record.measure || unit !== record.unit) return null;
  if (/^\s*其\s*中/.test(record.label)) return above.draft;
  return ofStaff.test(record.item) ? above.whole : null;
}

const ofStaff = /^(?:行政|事业|工勤|参公|参照|全额|差额|自收自支|在编|编外|聘用|离休|退休)/;

function kindOf(label: Label, text: string, type: FormType): Pick<Amount, 'measure' | 'section'> | null {
  if (label.figure || label.void || label.key.length > LONGEST) return null;
  if (/倍数$/.test(label.forms.at(-1) ?? '')) return { measure: 'count', section: 'funding' };
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
