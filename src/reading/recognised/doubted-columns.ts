import type { Cell, Indicator } from '../../../schemas/index.ts';
import { isUnit } from '../../values/unit-words.ts';
import type { IndicatorRegion } from '../form.ts';
import { holdsValues } from '../indicators/columns/column-contents.ts';
import type { Half, Span } from '../indicators/columns/indicator-table.ts';
import { type Entry, entryAt } from '../table/cells.ts';
import { cellAt } from '../table/table.ts';

/** A head that is read with less may be that of a column that the form was to have. */
const sureHead = 0.9;

/** Confidence of a value that may stand below a head that was not understood. */
const lostConfidence = 0.6;

/** The columns of values, in the order in which a form lacks them. */
const wanted = ['target', 'actual'] as const;

type Wanted = (typeof wanted)[number];

/**
 * Indicators of a recognised table whose target or actual stands in no column, though one with values has a head that was hardly legible
 * (鑫年实际完成 over 84.9%): what they lack is in doubt. `indicators` are those read from the region.
 */
export function doubtColumns(region: IndicatorRegion, indicators: readonly Indicator[]): void {
  for (const half of region.columns.halves) {
    const lacking = wanted.find((role) => !half.spans.has(role) && !half.spans.has('target_actual'));
    const span = half.unknown.find((each) => isUnreadHead(region, each) && holdsValues(region, each));
    if (lacking === undefined || span === undefined) continue;
    for (const indicator of indicators) {
      const row = rowOf(region, half, indicator);
      if (row !== null && indicator[lacking] === null)
        doubtValue(indicator, lacking, span, entryAt(region.table, row, span));
    }
  }
}

/** Targets and actuals without a unit of a recognised table that has a column of units whose head was hardly legible (摩 for 度量单位): they have one, and it was not read. */
export function doubtUnitColumns(region: IndicatorRegion, indicators: readonly Indicator[]): void {
  for (const half of region.columns.halves) {
    if (half.spans.has('unit')) continue;
    const span = half.unknown.find((each) => isUnreadHead(region, each) && holdsUnits(region, each));
    if (span === undefined) continue;
    for (const indicator of indicators) {
      const row = rowBeside(region, half, indicator);
      const entry = row === null ? null : entryAt(region.table, row, span);
      for (const field of wanted) {
        const value = indicator[field];
        if (value?.kind === 'number' && value.unit === null) doubtValue(indicator, field, span, entry);
      }
    }
  }
}

/** Whether most of the cells below a head that say something are units, two and more. */
function holdsUnits({ end, first, table }: IndicatorRegion, span: Span): boolean {
  let units = 0;
  let others = 0;
  for (let row = first; row < end; row++) {
    const entry = entryAt(table, row, span);
    if (!entry?.starts || entry.key === '') continue;
    if (isUnit(entry.key)) units++;
    else others++;
  }
  return units >= fewestUnits && units > others;
}

const fewestUnits = 2;

/** The row of the target or actual that an indicator of this half has; its name may have been lost with a head too. */
function rowBeside({ end, first, table }: IndicatorRegion, half: Half, { source }: Indicator): number | null {
  for (const field of wanted) {
    const place = source[field];
    const at = half.spans.get(field)?.[0]?.first;
    if (place === undefined || place.column !== at) continue;
    for (let row = first; row < end; row++) if (cellAt(table, row, at ?? 0).location === place) return row;
  }
  return null;
}

function isUnreadHead({ first, table }: IndicatorRegion, span: Span): boolean {
  for (let row = first - 1; row >= 0; row--) {
    const cell = cellAt(table, row, span.first);
    if (cell.text.trim() === '') continue;
    return isUnsure(cell);
  }
  return false;
}

const isUnsure = ({ confidence, doubt }: Cell): boolean =>
  confidence < sureHead || (confidence < 1 && doubt !== undefined);

/** The row whose name in this half the indicator has; null where it is of another half or region. */
function rowOf({ end, first, table }: IndicatorRegion, half: Half, { source }: Indicator): number | null {
  const place = source.level3 ?? source.level2;
  if (place === undefined || !half.levels.some((level) => level?.first === place.column)) return null;
  for (let row = first; row < end; row++)
    if (cellAt(table, row, place.column ?? 0).location === place) return row;
  return null;
}

function doubtValue(indicator: Indicator, field: Wanted, { text }: Span, entry: Entry | null): void {
  if (entry === null || entry.text.trim() === '') return;
  const doubt = {
    text: entry.text,
    reason: `the head of its column was not understood: ${text}`,
    alternatives: [],
  };
  indicator.doubts = { ...indicator.doubts, [field]: doubt };
  const confidence = Math.min(indicator.confidences?.[field] ?? 1, lostConfidence);
  indicator.confidences = { ...indicator.confidences, [field]: confidence };
}
