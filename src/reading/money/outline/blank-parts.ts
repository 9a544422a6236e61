import { mostBlankParts } from '../../../values/index.ts';
import type { MoneyRegion } from '../../form.ts';
import { entryAt } from '../../table/cells.ts';
import { isVoid } from '../../table/label.ts';
import { columnSpan, type MoneyHalf } from '../columns/money-columns.ts';
import type { AmountDraft } from '../money.ts';
import type { RowName } from '../money-row.ts';
import { summedAbove } from './headings.ts';
import type { OutlinePlace } from './outline-row.ts';

/** Tells every sum of which of its parts the cell is left blank. A line with lines below it heads them, and is no blank part. */
export function blankParts(
  region: MoneyRegion,
  half: MoneyHalf,
  group: readonly RowName[],
  places: readonly OutlinePlace[],
  drafts: readonly ReadonlyMap<number, AmountDraft>[],
): void {
  const heads = new Set(places.map(({ parent }) => parent));
  const columns = half.figures.filter(({ measure, role }) => !uncounted.has(measure) && role !== 'share');
  for (const [at, name] of group.entries()) {
    const parent = places[at]?.parent ?? null;
    if (parent === null || heads.has(at) || name.headsOnly) continue;
    const summed = summedAbove(group, places, drafts, parent);
    for (const { column } of columns) {
      const whole = summed === null ? undefined : drafts[summed]?.get(column);
      if (whole === undefined) continue;
      const entry = entryAt(region.table, name.row, columnSpan(column));
      if (entry?.starts && isVoid(entry.key)) addBlankPart(whole, name.label);
    }
  }
}

/** Tells a sum of one of them. */
export function addBlankPart({ record }: AmountDraft, label: string): void {
  record.blank_parts ??= [];
  if (record.blank_parts.length < mostBlankParts) record.blank_parts.push(label);
}

const uncounted = new Set<MoneyHalf['figures'][number]['measure']>(['rate', 'count', 'adjustment']);
