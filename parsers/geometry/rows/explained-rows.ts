import type { Segment } from '../texts/segments.ts';
import { labelSpans } from './label-spans.ts';
import { type RowModel, rowModels } from './row-model.ts';
import { searchRows } from './row-search.ts';
import { areSetAtTop } from './set-at-top.ts';
import { severedAt } from './severed-words.ts';
import type { WrittenLine } from './written-line.ts';
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

/** The rows that explain best where the texts of a table stand; at the heights of `ends` some row ends for certain; `all` are those of the whole table; no row goes over a height of `parting`. */
export function explainedRows(
  xs: readonly number[],
  segments: readonly Segment[],
  ends: readonly number[] = [],
  all: readonly Segment[] = segments,
  parting: readonly number[] = [],
): ExplainedRows {
  if (segments.length === 0) return { bounds: [], ofColumn: xs.slice(1).map(() => []) };
  const table = writtenTable(xs, segments, all);
  const isAtTop = areSetAtTop(xs, all);
  let best = null as { rows: ExplainedRows; cost: number } | null;
  for (const model of rowModels(table)) {
    const found = searchRows(table, model, ends, parting);
    if (best !== null && found.cost >= best.cost) continue;
    const columns: ColumnBounds[] = [];
    for (let column = table.columns - 1; column >= 0; column--)
      columns.unshift(boundsOf(column, table, found.bounds, model, columns[0]?.bounds ?? [], isAtTop));
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

interface ColumnBounds {
  bounds: number[];
  cost: number;
}

/**
 * The boundaries of one column: all of those that no text of it crosses, or the ends of the spans of its labels. `beside` are
 * the boundaries of the column at its right: where a label ends, those of its parts end too. Labels of a table whose texts stand at the top span
 * no rows: what is blank below them is theirs.
 */
function boundsOf(
  column: number,
  { lines, pitch, columns }: WrittenTable,
  bounds: readonly number[],
  model: RowModel,
  beside: readonly number[],
  isAtTop: boolean,
): ColumnBounds {
  const own = lines.filter(({ first, last }) => first <= column && last >= column);
  if (model.labels[column] && own.length > 0 && !isAtTop) {
    const sparse = bounds.slice(1).map((bottom, i) => {
      const row = lines.filter(({ middle }) => middle > bounds[i]! && middle <= bottom);
      return new Set(row.map(({ first }) => first)).size * 2 < columns;
    });
    const over = linesOverOthers(own, lines, model);
    const spansOf = (labels: readonly WrittenLine[]): ColumnBounds =>
      labelSpans(labels, bounds, pitch, sparse, (line) => over.has(line));
    const hasFigures = (row: number): boolean =>
      lines.some(({ figure, middle }) => figure && middle > bounds[row]! && middle <= bounds[row + 1]!);
    let labels = own;
    let spans = spansOf(labels);
    for (const boundary of beside) {
      const parted = labels.flatMap((label) => severedAt(label, boundary) ?? [label]);
      if (parted.length === labels.length) continue;
      const found = spansOf(parted);
      // Where a text, a head and rows of figures follow each other, two labels meet more likely than one goes on.
      const row = bounds.indexOf(boundary);
      const alike = hasFigures(row - 1) === hasFigures(row) && sparse[row - 1] === sparse[row];
      const margin = alike ? -1e-6 : 1e-6;
      if (found.cost < spans.cost + margin) [labels, spans] = [parted, found];
    }
    return { bounds: spans.bounds, cost: spans.cost + labelCost };
  }
  const isWhole = (y: number, i: number): boolean =>
    own.some((line) => isCrossed(line, y)) || runsOn(own, bounds[i - 1], y, bounds[i + 1], pitch);
  return { bounds: bounds.filter((y, i) => !isWhole(y, i)), cost: 0 };
}

/** Lines of a column that are of texts over others, too: those in columns that hold no labels, and such as go on, or go on from, a line that does not reach into the column. */
function linesOverOthers(
  own: readonly WrittenLine[],
  lines: readonly WrittenLine[],
  { labels }: RowModel,
): Set<WrittenLine> {
  const inColumn = new Set(own);
  const goOn = new Set(lines.flatMap((line) => (line.next && !inColumn.has(line) ? [line.next] : [])));
  const isOver = (line: WrittenLine): boolean =>
    !labels.slice(line.first, line.last + 1).every(Boolean) ||
    (line.first < line.last && (goOn.has(line) || (line.next !== null && !inColumn.has(line.next))));
  return new Set(own.filter((line) => !line.upright && isOver(line)));
}

/** Off the middle of its rows by less than this, in pitches, a wrapped text spans them. */
const mostOff = 0.5;

/** Whether a word that is wrapped goes on across a boundary, and its two lines are all that stands in both rows: a label over two of them, in a column where most have one. */
function runsOn(
  own: readonly WrittenLine[],
  top: number | undefined,
  boundary: number,
  bottom: number | undefined,
  pitch: number,
): boolean {
  if (top === undefined || bottom === undefined) return false;
  const [above, below, ...more] = own.filter(({ middle }) => middle > top && middle <= bottom);
  if (!above?.torn || above.next !== below || below === undefined || more.length > 0) return false;
  if (above.first < above.last || above.middle > boundary || below.middle <= boundary) return false;
  if (/\d/.test(above.text + below.text)) return false;
  return Math.abs(above.middle + below.middle - top - bottom) / 2 < mostOff * pitch;
}
