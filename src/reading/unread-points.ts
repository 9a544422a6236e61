import type { IndicatorRegion, Region } from './form.ts';
import type { Span } from './indicators/columns/indicator-table.ts';
import { nameOf, type StrayFigure } from './stray-figures.ts';
import { holdsSeveralPoints, pairOf, pointsOf } from './table/cells.ts';
import { indicatorRole } from './table/label.ts';
import { cellIndexAt, cellOf, labelOf, rightOf } from './table/table.ts';

/** Cells of points and scores whose writing holds a figure and is no number: 14+1, 约14, 见附表. A sum over their column stays open. */
export function unreadPoints(regions: readonly Region[]): StrayFigure[] {
  return regions.flatMap((region) =>
    region.kind === 'indicators'
      ? region.columns.halves.flatMap(({ spans }) =>
          (['weight', 'score'] as const).flatMap((role) => unreadUnder(region, spans.get(role)?.[0])),
        )
      : [],
  );
}

function unreadUnder({ first, end, skipped, table }: IndicatorRegion, span?: Span): StrayFigure[] {
  if (span === undefined) return [];
  const unread: StrayFigure[] = [];
  let read = 0;
  for (let row = first; row < end; row++) {
    const i = cellIndexAt(table, row, span.first);
    const cell = cellOf(table, i);
    const label = labelOf(table, i);
    const isOwn = cell.row === row && cell.column >= span.first && rightOf(cell) <= span.end;
    if (!isOwn || label.void || skipped.has(row)) continue;
    const entry = { cell, key: label.key, starts: true, text: cell.text };
    if (pointsOf(entry) !== null) read++;
    else if (
      saysPoints.test(label.key) &&
      !holdsSeveralPoints(entry) &&
      indicatorRole(label) === null &&
      pairOf(entry) === null
    )
      unread.push({ text: cell.text.trim(), name: nameOf(table, row, i), table, row });
  }
  // A column of words is none of points, whatever its head.
  return unread.length < read ? unread : [];
}

/** A figure, in numerals too, or where it stands. */
const saysPoints = /\d|^[一二三四五六七八九十百零]+分?$|^(?:详?见|另[见附])/;
