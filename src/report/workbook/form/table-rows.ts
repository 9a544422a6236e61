import type { KeptGrid } from '../../../../schemas/index.ts';
import { printedFigure } from '../figures.ts';
import { tableStyle } from '../looks.ts';
import type { SheetCell, SheetRow } from '../ooxml/sheet.ts';
import { heightOf, linesIn } from '../row-height.ts';
import type { Mark } from './marks.ts';

/** The rows of a table as it was filed, its cells merged, those that findings rest on coloured. */
export function tableRows(
  { grid, rows, columns, cells }: KeptGrid,
  widths: readonly number[],
  markOf: (place: string) => Mark | undefined,
  findingsLink: (index: number) => SheetCell['link'],
): SheetRow[] {
  const filled = Array.from({ length: rows }, () => new Array<SheetCell | null>(columns).fill(null));
  const lines = new Array<number>(rows).fill(1);
  const tall: { last: number; first: number; needs: number }[] = [];
  for (const [row, column, rowSpan, columnSpan, text] of cells) {
    const mark = markOf(`${grid} ${row} ${column}`);
    const printed = printedFigure(text);
    const style = tableStyle(printed?.format ?? null, mark ?? null);
    const link = mark === undefined ? undefined : findingsLink(mark.index);
    for (let down = row; down < row + rowSpan; down += 1)
      for (let across = column; across < column + columnSpan; across += 1)
        filled[down]![across] = { value: null, style };
    filled[row]![column] = {
      value: printed?.figure ?? text,
      style,
      span: { rows: rowSpan, columns: columnSpan },
      ...(mark === undefined ? {} : { note: mark.note }),
      ...(link === undefined ? {} : { link }),
    };
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
    const needs = linesIn(text, width);
    if (rowSpan === 1) lines[row] = Math.max(lines[row]!, needs);
    else tall.push({ first: row, last: row + rowSpan - 1, needs });
  }
  for (const { first, last, needs } of tall) {
    const has = lines.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
    // What a cell over several rows lacks is added evenly, so that its neighbours stay of a size.
    const lacking = Math.ceil((needs - has) / (last - first + 1));
    if (lacking > 0) for (let row = first; row <= last; row += 1) lines[row]! += lacking;
  }
  return filled.map((row, index) => ({ cells: row, height: heightOf(lines[index]!) }));
}
