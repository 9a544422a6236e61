import {
  cellMarkup,
  fromTheRight,
  paragraphMarkup,
  plainParagraph,
  plainRun,
  runMarkup,
  runProperties,
  shading,
} from '../../word/written-markup.ts';
import { isColour, isFromTheRight } from '../styles.ts';
import { attributeOf, countOf, type Element, elementsOf, plainText } from '../tree.ts';
import type { WriteBlocks } from './writing.ts';
import { refuse, takeRoom, type Writing } from './writing.ts';

/** A merge that reaches into the rows below: the row behind its last, and its columns. */
interface Merge {
  end: number;
  columns: number;
}

const rowContainers = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

function* rowsOf(table: Element): Generator<Element> {
  for (const child of elementsOf(table)) {
    if (child.name === 'table:table-row') yield child;
    else if (rowContainers.has(child.name)) yield* rowsOf(child);
  }
}

/** Writes a table of a text. Its cells say what they span, and covered cells stand below what covers them (ODF 1.2 part 1 §9.1). */
export function writeTable(
  writing: Writing,
  table: Element,
  writeBlocks: WriteBlocks,
  newPage: boolean,
): string {
  const { limits, styles } = writing;
  writing.tables++;
  if (writing.nesting >= limits.maxNesting) {
    const most = limits.maxNesting;
    refuse(writing, `表格嵌套超过 ${most} 层`, `tables are nested deeper than ${most}`);
    return '';
  }
  const { values } = styles.get('table', attributeOf(table, 'table:style-name'));
  if (values.get('table table:display') === 'false') return hiddenText(plainText(table));
  const breaks = newPage || values.get('table fo:break-before') === 'page' || hasMasterPage(values);
  writing.nesting++;
  const merges = new Map<number, Merge>();
  const written: string[] = [];
  for (const row of rowsOf(table)) {
    const times = countOf(row, 'table:number-rows-repeated');
    if (written.length + times > limits.maxRows) refuseSize(writing);
    for (let n = 0; n < times && writing.tooLarge === null; n++) {
      const place = { row: written.length, merges, newPage: breaks && written.length === 0 };
      const markup = writeRow(writing, row, place, writeBlocks);
      written.push(markup);
      if (n > 0) takeRoom(writing, markup.length);
    }
  }
  writing.nesting--;
  if (written.length === 0) return '';
  const shaded = isColour(values.get('table fo:background-color'));
  const turned = isFromTheRight(values) ? fromTheRight : '';
  const properties = `${turned}${shaded ? shading : ''}`;
  return `<w:tbl>${properties === '' ? '' : `<w:tblPr>${properties}</w:tblPr>`}${written.join('')}</w:tbl>`;
}

const hasMasterPage = (values: ReadonlyMap<string, string>): boolean =>
  (values.get('style:master-page-name') ?? '') !== '';

/** What is not shown is written as such, so that it is counted. */
const hiddenText = (text: string): string =>
  text.trim() === ''
    ? ''
    : paragraphMarkup(plainParagraph, runMarkup(text, runProperties({ ...plainRun, hidden: true })));

interface RowPlace {
  row: number;
  /** Merges that reach to here, by their first columns. */
  merges: Map<number, Merge>;
  /** A page begins with its first cell. */
  newPage: boolean;
}

function writeRow(writing: Writing, row: Element, place: RowPlace, writeBlocks: WriteBlocks): string {
  const cells: string[] = [];
  let column = 0;
  /** The column behind the last cell. */
  let reached = 0;
  for (const cell of elementsOf(row)) {
    const isCovered = cell.name === 'table:covered-table-cell';
    if (!isCovered && cell.name !== 'table:table-cell') continue;
    const times = countOf(cell, 'table:number-columns-repeated');
    if (column + times > writing.limits.maxColumns) refuseSize(writing);
    for (let n = 0; n < times && writing.tooLarge === null; n++, column++) {
      const { markup, columns } = writeCell(
        writing,
        cell,
        { ...place, column, isCovered, reached },
        writeBlocks,
      );
      cells.push(markup);
      reached = Math.max(reached, column + columns);
      if (n > 0) takeRoom(writing, markup.length);
    }
  }
  const { values } = writing.styles.get('table-row', attributeOf(row, 'table:style-name'));
  const shaded = isColour(values.get('table-row fo:background-color'));
  const isHidden = /^(?:collapse|filter)$/.test(attributeOf(row, 'table:visibility') ?? '');
  return (
    `<w:tr>${shaded ? `<w:tblPrEx>${shading}</w:tblPrEx>` : ''}` +
    `${isHidden ? '<w:trPr><w:hidden/></w:trPr>' : ''}${cells.join('')}</w:tr>`
  );
}

interface CellPlace extends RowPlace {
  column: number;
  isCovered: boolean;
  /** The column behind what the cells on its left span. */
  reached: number;
}

function writeCell(
  writing: Writing,
  cell: Element,
  { row, column, merges, isCovered, reached, newPage }: CellPlace,
  writeBlocks: WriteBlocks,
): { markup: string; columns: number } {
  const none = { across: null, down: null, shaded: false, deleted: false };
  const content = () => writeBlocks(writing, elementsOf(cell), newPage && column === 0);
  // A cell below one on its left is not shown; what it holds is counted behind that one.
  if (column < reached) {
    const text = hiddenText(plainText(cell));
    if (text !== '') writing.covered.push(text);
    return { markup: '', columns: 0 };
  }
  const above = merges.get(column);
  if (isCovered) {
    const isBelow = above !== undefined && above.end > row;
    const columns = isBelow ? above.columns : 1;
    const markup = cellMarkup({ ...none, columnSpan: columns, down: isBelow ? 'continue' : null }, content());
    return { markup, columns };
  }
  const columns = Math.min(
    countOf(cell, 'table:number-columns-spanned'),
    Math.max(1, writing.limits.maxColumns - column),
  );
  const rows = countOf(cell, 'table:number-rows-spanned');
  if (rows > 1) merges.set(column, { end: row + rows, columns });
  else merges.delete(column);
  const { values } = writing.styles.get('table-cell', attributeOf(cell, 'table:style-name'));
  const setting = {
    ...none,
    columnSpan: columns,
    down: rows > 1 ? ('restart' as const) : null,
    shaded: isColour(values.get('table-cell fo:background-color')),
  };
  return { markup: cellMarkup(setting, content()), columns };
}

function refuseSize(writing: Writing): void {
  const { maxRows, maxColumns } = writing.limits;
  refuse(
    writing,
    `表格超过上限（${maxRows} 行，${maxColumns} 列）`,
    `a table is over the limits (${maxRows} rows, ${maxColumns} columns)`,
  );
}
