import type { Segment } from '../segments.ts';
import { labelSpans } from './label-spans.ts';
import { type RowModel, rowModels } from './row-model.ts';
import { searchRows } from './row-search.ts';
import { isCrossed, type WrittenTable, writtenTable } from './written-lines.ts';

/** Rows of a table as far as its texts explain them: boundaries between them, and which of them each column has. */
export interface ExplainedRows {
  /** Between the rows, from top to bottom, without the ends of the table. */
  bounds: number[];
  /** Those that are boundaries in a column. */
  ofColumn: number[][];
}

/** What it costs to take a column for one of labels, which may span rows. */
const labelCost = 0.3;

/** The rows that explain best where the texts of a table stand best. */
export function explainedRows(xs: readonly number[], segments: readonly Segment[]): ExplainedRows {
  if (segments.length === 0) return { bounds: [], ofColumn: xs.slice(1).map(() => []) };
  const table = writtenTable(xs, segments);
  let best = null as { rows: ExplainedRows; cost: number } | null;
  for (const model of rowModels(table)) {
    const found = searchRows(table, model);
    if (best !== null && found.cost >= best.cost) continue;
    const columns = Array.from({ length: table.columns }, (_, column) =>
      boundsOf(column, table, found.bounds, model),
    );
    const cost = columns.reduce((sum, column) => sum + column.cost, found.cost);
    if (best === null || cost < best.cost - 1e-6)
      best = {
        rows: {
          bounds: found.bounds.slice(1, -1),
          ofColumn: columns.map(({ bounds }) => bounds.slice(1, -1)),
        },
        cost,
      };
  }
  return best!.rows;
}

/** The boundaries of one column: all of those that no text of it crosses, or the ends of the spans of its labels. */
function boundsOf(
  column: number,
  { lines, pitch, columns }: WrittenTable,
  bounds: readonly number[],
  model: RowModel,
): { bounds: number[]; cost: number } {
  const own = lines.filter(({ first, last }) => first <= column && last >= column);
  if (model.labels[column] && own.length > 0) {
    const sparse = bounds.slice(1).map((bottom, i) => {
      const row = lines.filter(({ middle }) => middle > bounds[i]! && middle <= bottom);
      return new Set(row.map(({ first }) => first)).size * 2 < columns;
    });
    const spans = labelSpans(own, bounds, pitch, sparse);
    return { bounds: spans.bounds, cost: spans.cost + labelCost };
  }
  return { bounds: bounds.filter((y) => !own.some((line) => isCrossed(line, y))), cost: 0 };
}
