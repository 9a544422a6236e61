import type { Location } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion, MoneyRegion } from '../form.ts';
import type { Section } from '../indicators/columns/indicator-table.ts';
import { sectionOfText } from '../lexicon/levels.ts';
import { isVoidText } from '../table/label.ts';
import { cellOf, filledCells, type Table } from '../table/table.ts';
import type { Field } from './field.ts';
import { isPlaceholder } from './texts.ts';

export interface Goal {
  section: Section | null;
  label: string;
  text: string;
  location: Location;
}

/** The goals of a form in reading order. */
export function goalsOf(fields: readonly Field[]): Goal[] {
  return fields
    .filter((field) => field.role === 'goal')
    .map((field) => ({
      section: sectionOfText(foldLabel(field.label)),
      label: foldLabel(field.label),
      text: field.value.trim(),
      location: field.at,
    }));
}

/** The goal that stands last before the table. */
export function goalBefore(region: IndicatorRegion | MoneyRegion, goals: readonly Goal[]): Goal | null {
  const { block } = region.headerTable;
  const row = printedRow(region.headerTable, region.header.first);
  return (
    goals.findLast(
      (goal) =>
        goal.location.block < block || (goal.location.block === block && (goal.location.row ?? 0) <= row),
    ) ?? null
  );
}

/** The row of the page that a row of the table is: those in which no cell begins are not counted in it. */
function printedRow(table: Table, row: number): number {
  const first = filledCells(table, row)[0];
  return (first === undefined ? null : cellOf(table, first).location.row) ?? row;
}

/** The goal that heads a table where its form has several of that kind (年度目标1, 年度目标2), each with a table; null else. */
export function headingGoal(
  region: IndicatorRegion | MoneyRegion,
  goals: readonly Goal[],
  tables: number,
): { text: string; location: Location } | null {
  const goal = goalBefore(region, goals);
  if (tables < 2 || !goal || isVoidText(goal.text) || isPlaceholder(goal.text)) return null;
  const numbered = goals.filter((other) => numberedLabel.test(other.label) && other.section === goal.section);
  return numberedLabel.test(goal.label) && numbered.length > 1
    ? { text: goal.text, location: goal.location }
    : null;
}

const numberedLabel = /目标[\d一二三四五六七八九十]+[:：]?$/;
