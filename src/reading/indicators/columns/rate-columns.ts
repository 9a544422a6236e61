import { readQuantity } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { type Entry, entryAt } from '../../table/cells.ts';
import { isVoid } from '../../table/label.ts';
import type { Half, Span } from './indicator-table.ts';

/** Columns of 得分率 and 完成率. */
export type RateRole = 'score_rate' | 'completion_rate';

/** What a bare figure of each column of rates is multiplied by to be in per cent. */
export type RateScales = Readonly<Record<RateRole, 1 | 100 | null>>;

export function rateScales(region: IndicatorRegion, { spans }: Half): RateScales {
  const of = (role: RateRole): 1 | 100 | null => {
    const span = spans.get(role)?.[0];
    return span === undefined ? null : scaleOf(region, span);
  };
  return { score_rate: of('score_rate'), completion_rate: of('completion_rate') };
}

/** Largest share that a column of parts of one is taken to hold: 1.5 is half as much again as was planned. */
const MOST_OF_ONE = 2;

/** 95 | 100 | 88.9 are per cents, 0.95 | 1 | 0.889 parts of one; null where a column holds figures of both kinds. */
function scaleOf({ end, first, table }: IndicatorRegion, span: Span): 1 | 100 | null {
  if (/[%％]/.test(span.text)) return 1;
  const figures: number[] = [];
  for (let row = first; row < end; row++) {
    const entry = entryAt(table, row, span);
    // 合计 over the columns before the points says nothing of them.
    if (!entry?.starts || isVoid(entry.key) || entry.cell.column < span.first) continue;
    const figure = bareFigure(entry);
    if (figure === null) return null;
    if (figure !== 0) figures.push(figure);
  }
  if (figures.every((figure) => figure > MOST_OF_ONE)) return 1;
  return figures.every((figure) => figure <= MOST_OF_ONE) ? 100 : null;
}

function bareFigure({ text }: Entry): number | null {
  const { kind, unit, value } = readQuantity(text.trim());
  return kind === 'number' && unit === null ? value : null;
}

/** 96.5% as it is; 96.5 or 0.965 by the figures of its column. */
export function percentOf(entry: Entry, scale: 1 | 100 | null): number | null {
  const { kind, unit, value } = readQuantity(entry.text.trim());
  if (kind !== 'number' || value === null) return null;
  if (unit === '%') return value;
  return unit !== null || scale === null ? null : Number((value * scale).toPrecision(12));
}
