import { cellContent } from '../flow/cell-content.ts';
import type { CellDraft, GridDraft } from '../flow/drafts.ts';
import { isWrapper } from '../flow/drafts.ts';
import { dropUnusedColumns, mirrored, type Span, tileExactly } from '../flow/tiling.ts';
import { straightenRows } from '../flow/uneven-rows.ts';
import type { ParserLimits } from '../limits.ts';
import { cellValue, isTooNarrow, storedText } from './cell-value.ts';
import { type Content, type Page, readFlow } from './flow.ts';
import { doubtPictures } from './pictures.ts';
import { isFromTheRight, isHidden, isNoCell } from './styles.ts';
import { plainText } from './text.ts';
import { attributeOf, childElements, type HtmlElement } from './tree.ts';

/** Largest spans of the HTML table model (WHATWG HTML §4.9.11): larger ones are cut to them, as browsers do. */
const largestColumnSpan = 1_000;
const largestRowSpan = 65_534;

type TableCell = Span & { element: HtmlElement | null; hidden: boolean };

/** Reader of tables, numbered in the order of the file. */
export function tableReader(limits: ParserLimits): Page['readTable'] {
  let tables = 0;
  return (table, page, hidden) => {
    const index = tables++;
    const groups = rowGroups(table, page);
    if (groups.flat().length > limits.maxRows) return refuse(page, index);
    const spans = placeCells(table, groups, page, hidden);
    const caption = childElements(table, 'caption').flatMap((element) => readFlow(element, page, false));
    if (spans.length === 0) return caption;
    const rows = spans.reduce((most, span) => Math.max(most, span.row + span.rowSpan), 0);
    const { spans: dense, columns } = dropUnusedColumns(straightenRows(spans));
    if (columns > limits.maxColumns || rows * columns > limits.maxCells) return refuse(page, index);
    const blank = (span: Span): TableCell => ({ ...span, element: null, hidden: false });
    const seen = isFromTheRight(table, page.styles) ? dense.map((cell) => mirrored(cell, columns)) : dense;
    const filled = tileExactly(seen, rows, columns, blank).map((cell) => ({
      ...cell,
      content: cell.element ? readFlow(cell.element, page, true) : [],
    }));
    if (isWrapper(filled)) return [...caption, ...filled.flatMap((cell) => cell.content)];
    const isPictured = (at: number): boolean => {
      const element = filled[at]?.element;
      return element != null && page.pictured.has(element);
    };
    const cells = doubtPictures(
      filled.map((cell) => readCell(cell, page)),
      isPictured,
    );
    const parts = [{ table: index, firstRow: 0, endRow: rows }];
    const grid: GridDraft = { kind: 'grid', rows, columns, cells, parts, repeatedHeaders: [] };
    return [...caption, grid];
  };
}

function readCell(cell: TableCell & { content: Content[] }, page: Page): CellDraft {
  const { row, column, rowSpan, columnSpan, element, hidden, content } = cell;
  const shown = cellContent(content);
  const text = element && isTooNarrow(shown.text) ? storedText(element, shown.text) : shown.text;
  // A figure that the column has no room for is stored beside its signs.
  const read = text === shown.text ? shown : { inner: shown.inner, text };
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    ...read,
    ...(element ? cellValue(element, text, page.styles) : {}),
    ...(hidden ? { hidden: true } : {}),
  };
}

function refuse(page: Page, index: number): [] {
  page.tooLarge ??= `table ${index}`;
  return [];
}

/** Rows in the order in which they are shown: heads, bodies, feet. A row span ends with its group. */
function rowGroups(table: HtmlElement, page: Page): HtmlElement[][] {
  const of = (name: string) =>
    childElements(table, name).map((group) =>
      childElements(group, 'tr').filter((row) => !isEmptyHidden(row, page)),
    );
  return [...of('thead'), ...of('tbody'), ...of('tfoot')];
}

/** The table model of HTML (§4.9.12): each cell takes the first free slot of its row. */
function placeCells(
  table: HtmlElement,
  groups: HtmlElement[][],
  page: Page,
  tableHidden: boolean,
): TableCell[] {
  const placed: TableCell[] = [];
  const cellsOf = page.office ? allCells : cellsShown(groups.flat(), page);
  const hiddenColumns = columnsHidden(table, page);
  let row = 0;
  for (const shown of groups) {
    const end = row + shown.length;
    const takenUntil: number[] = [];
    for (const element of shown) {
      const rowHidden = tableHidden || isHidden(element, page.styles);
      let column = 0;
      for (const cell of cellsOf(element)) {
        while ((takenUntil[column] ?? 0) > row) column++;
        const columnSpan = spanOf(cell, 'colspan', largestColumnSpan) || 1;
        const rowSpan = Math.min(spanOf(cell, 'rowspan', largestRowSpan) || end - row, end - row);
        const hidden = rowHidden || hiddenColumns.has(column) || isHidden(cell, page.styles);
        placed.push({ row, column, rowSpan, columnSpan, element: cell, hidden });
        for (let n = column; n < column + columnSpan; n++)
          takenUntil[n] = Math.max(takenUntil[n] ?? 0, row + rowSpan);
        column += columnSpan;
      }
      row++;
    }
  }
  return placed;
}

const allCells = (row: HtmlElement): HtmlElement[] => childElements(row, 'td', 'th');

/**
 * The cells of a row without those that are not displayed, which take no place in it (CSS 2 §17.2). Where all rows hide as many of them, these are
 * hidden columns, and are read as such.
 */
function cellsShown(rows: readonly HtmlElement[], page: Page): (row: HtmlElement) => HtmlElement[] {
  const isShown = (cell: HtmlElement): boolean => !isNoCell(cell, page.styles);
  const counts = new Set<number>();
  for (const row of rows) {
    const cells = allCells(row);
    if (cells.length > 1) counts.add(cells.filter((cell) => !isShown(cell)).length);
  }
  if (counts.size <= 1) return allCells;
  return (row) => {
    const [shown, left] = [allCells(row).filter(isShown), allCells(row).filter((cell) => !isShown(cell))];
    page.hiddenTexts += left.filter((cell) => plainText(cell).trim() !== '').length;
    return shown;
  };
}

/** 0 where the attribute says 0 (all the rows that are left), 1 where it says nothing that is a span. */
function spanOf(cell: HtmlElement, name: string, largest: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return Number.isFinite(value) && value >= 0 ? Math.min(value, largest) : 1;
}

/** Excel ends its tables with a hidden row of empty cells that only sets the widths. */
const isEmptyHidden = (row: HtmlElement, page: Page): boolean =>
  isHidden(row, page.styles) && plainText(row).trim() === '';

function columnsHidden(table: HtmlElement, page: Page): Set<number> {
  const hidden = new Set<number>();
  let column = 0;
  const columns = [...childElements(table, 'colgroup').flatMap((group) => childElements(group, 'col'))];
  for (const element of columns) {
    const span = spanOf(element, 'span', largestColumnSpan) || 1;
    if (isHidden(element, page.styles)) for (let n = column; n < column + span; n++) hidden.add(n);
    column += span;
  }
  return hidden;
}
