import { foldLabel, readQuantity } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { entryAt, pointsOf } from '../../table/cells.ts';
import { isVoid } from '../../table/label.ts';
import type { Half, Span } from './indicator-table.ts';

/** 扣分情况 over 0, 1.5 and 2: the points that were taken, and no reasons. */
export function settleDeductions(region: IndicatorRegion, { spans }: Half): void {
  const [told, ...others] = spans.get('deviation') ?? [];
  if (told === undefined || spans.has('deducted') || !/扣分/.test(foldLabel(told.text))) return;
  for (let row = region.first; row < region.end; row++) {
    const entry = entryAt(region.table, row, told);
    if (entry?.starts && !isVoid(entry.key) && pointsOf(entry) === null) return;
  }
  spans.set('deducted', [told]);
  spans.set('deviation', others);
}

/** 评价标准 over 健全得10分, 每缺一项扣2分: it says how points are given. */
export function judgesPoints({ end, first, table }: IndicatorRegion, span: Span): boolean {
  if (!/^(?:评[价估]标准|计算方法)$/.test(foldLabel(span.text))) return false;
  let points = 0;
  let words = 0;
  for (let row = first; row < end; row++) {
    const entry = entryAt(table, row, span);
    if (!entry?.starts || isVoid(entry.key)) continue;
    if (givesPoints.test(entry.key)) points++;
    else words++;
  }
  return points > words;
}

/** 优 | 良 | 中 | 差 with a tick below one of them: a grade that was given, and none aimed at. */
export function holdsTicks({ end, first, table }: IndicatorRegion, bands: readonly Span[]): boolean {
  const keys: string[] = [];
  for (const span of bands)
    for (let row = first; row < end; row++) keys.push(entryAt(table, row, span)?.key ?? '');
  const said = keys.filter((key) => !isVoid(key));
  return said.length > 0 && said.every((key) => /^[√✓✔☑■●○]$/.test(key));
}

/** 优 | 良 | 中 | 差 with the points of every row below one of them: the score that was given, and its grade. */
export function holdsGradedPoints({ end, first, table }: IndicatorRegion, bands: readonly Span[]): boolean {
  let graded = 0;
  for (let row = first; row < end; row++) {
    const said = bands
      .map((span) => entryAt(table, row, span))
      .filter(
        (entry) =>
          entry?.starts && !isVoid(entry.key) && bands.some(({ first: at }) => at === entry.cell.column),
      );
    if (said.length > 1 || said.some((entry) => pointsOf(entry) === null || /%/.test(entry?.key ?? '')))
      return false;
    graded += said.length;
  }
  return bands.length > 1 && graded > 0;
}

/** 优 | 良 | 中 | 差 over 9-10分 | 7-8分: the points that each grade earns, and nothing aimed at. */
export function holdsPointsOfGrades({ end, first, table }: IndicatorRegion, bands: readonly Span[]): boolean {
  const keys = bands.flatMap((span) => {
    const said: string[] = [];
    for (let row = first; row < end; row++) said.push(entryAt(table, row, span)?.key ?? '');
    return said.filter((key) => !isVoid(key));
  });
  return (
    keys.length > 0 &&
    keys.every((key) => /^[\d.]+(?:分?[-~至—]+[\d.]+)?分(?:\(含\))?(?:以[上下])?$/.test(key))
  );
}

/** The rows below a head. */
export type Body = Pick<IndicatorRegion, 'table' | 'first' | 'end'>;

/** Whether more of the cells below a head are values than words. */
export function holdsValues({ end, first, table }: Body, span: Span): boolean {
  let values = 0;
  let words = 0;
  for (let row = first; row < end; row++) {
    const entry = entryAt(table, row, span);
    if (!entry?.starts || isVoid(entry.key)) continue;
    if (readQuantity(entry.text).kind === 'text') words++;
    else values++;
  }
  return values > words;
}

/** The column of several whose cells are numbers: a 分值 column that holds words is none. */
export function numericSpan(region: IndicatorRegion, spans: readonly Span[], preferred: RegExp): Span | null {
  if (spans.length === 0) return null;
  const ranked = [...spans].sort((a, b) => Number(preferred.test(b.path)) - Number(preferred.test(a.path)));
  for (const span of ranked) {
    let numbers = 0;
    let words = 0;
    for (let row = region.first; row < region.end; row++) {
      const entry = entryAt(region.table, row, span);
      // A level across the table says nothing of its column.
      if (!entry?.starts || isVoid(entry.key) || entry.cell.column < span.first) continue;
      if (pointsOf(entry) === null) words++;
      else numbers++;
    }
    if (numbers > 0 && numbers >= words) return span;
  }
  return null;
}

const givesPoints = /[得扣计给加](?:\d+(?:\.\d+)?|满)?分|[得扣]\d|满分|[×x*]\(?(?:分值|权重|\d)/;
