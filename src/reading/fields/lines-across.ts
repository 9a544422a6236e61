import type { Location } from '../../../schemas/index.ts';
import type { Form } from '../form.ts';
import { cellOf, explain, filledCells, rightOf, type Table } from '../table/table.ts';
import type { TextDraft } from './texts.ts';

/** Narrower tables are pairs of a label and its answer. */
const FEWEST_COLUMNS = 3;
/** Shortest sentence, in characters. */
const SHORTEST = 14;
const sentence = /[\u4e00-\u9fff][，,。；;：:、]\s*[\u4e00-\u9fff\d《“(（]/;

/** 注：1. …, and what goes on below it in rows of its own: 2. …, ②…, * …. */
const opensNotes = /^\s*(?:备?注|说明|附注)\s*[:：\d一]/;
const listed = /^\s*(?:[（(]?\d{1,2}[.．、)）]|[①-⑳*※]|[（(]?[一二三四五六七八九十][、)）])/;

/** A caption may be short, and is no whole sentence. */
const whole = /[。；;！!]\s*$/;

/**
 * The prose that a sheet types into rows of their own above, between and below its tables, where nothing else was read of them.
 * `read`: what the fields of the form were read from.
 */
export function linesAcross({ strips }: Form, read: ReadonlySet<Location>): TextDraft[] {
  const found: TextDraft[] = [];
  for (const { table, first, end } of strips) {
    if (table.grid.columns < FEWEST_COLUMNS) continue;
    let isNote = false;
    for (let row = first; row < end; row++) {
      const [line, ...others] = filledCells(table, row);
      if (line === undefined) continue;
      if (others.length > 0 || !isAcross(table, line, row)) {
        isNote = false;
        continue;
      }
      const { location, text } = cellOf(table, line);
      if (opensNotes.test(text)) isNote = true;
      else if (isNote && !read.has(location) && listed.test(text)) {
        explain(table, line);
        found.push({ role: 'note', label: null, text: text.trim(), source: { text: location } });
        continue;
      }
      if (read.has(location) || (table.explained[line] && !whole.test(text))) continue;
      if (text.trim().length < SHORTEST || !sentence.test(text)) continue;
      explain(table, line);
      found.push({ role: 'prose', label: null, text: text.trim(), source: { text: location } });
    }
  }
  return found;
}

/** Whether the cell is all that its row has: merged across it, or the first of blanks that nothing hangs down into. */
function isAcross(table: Table, i: number, row: number): boolean {
  const cell = cellOf(table, i);
  if (cell.column > 0 || cell.rowSpan > 1) return false;
  if (rightOf(cell) === table.grid.columns) return true;
  return cell.columnSpan === 1 && isFree(table, row);
}

/** No cell from above covers a part of the row. */
function isFree(table: Table, row: number): boolean {
  for (let column = 0; column < table.grid.columns; column++) {
    const i = table.cover[row * table.grid.columns + column] as number;
    const cell = cellOf(table, i);
    if (cell.row !== row || cell.rowSpan > 1) return false;
  }
  return true;
}
