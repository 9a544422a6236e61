import type { Issue } from '../../../schemas/index.ts';
import {
  type Area,
  addLines,
  emptyLayout,
  placeOf,
  type Sheet,
  type StoredCell,
  type Workbook,
} from '../../excel/sheet.ts';
import { issue } from '../../issue.ts';
import type { ParserLimits } from '../../limits.ts';
import { elementEnd, nextTag, type Tag } from '../../word/markup.ts';
import { type OpenDocument, openDocument } from '../package.ts';
import { isFromTheRight, readStyles, type Styles } from '../styles.ts';
import { strayTexts } from '../text/stray-texts.ts';
import { attributeOf, countOf, type Element, elementAt, elementsOf } from '../tree.ts';
import { type CellLook, cellLooks } from './cell-looks.ts';
import { storedCell } from './cells.ts';
import { type Drawings, noDrawings, noteDrawings, picturesOf } from './drawings.ts';
import { printedLinesOf } from './printed-lines.ts';

/** Columns in a row with one style for the cells that have none of their own. */
interface Columns {
  /** The column behind the last. */
  end: number;
  style: string | null;
}

/** A workbook that is being read, and the sheet of it. */
interface Reading {
  document: OpenDocument;
  styles: Styles;
  limits: ParserLimits;
  lookOf: (style: string | null) => CellLook;
  /** Cells that repeat others, which may still be added. */
  room: number;
  struckTexts: number;
  /** Texts in rows and in none of their cells. */
  lostCells: number;
  open: OpenSheet | null;
}

interface OpenSheet {
  sheet: Sheet;
  rows: (StoredCell | undefined)[][];
  columns: Columns[];
  /** The row that comes next. */
  row: number;
  drawings: Drawings;
  /** Merges that reach to the row that is read. */
  merging: Area[];
  /** Merges that are not believed. */
  undone: Set<Area>;
  /** The values that a workbook keeps of a sheet of another file. */
  isOfOtherFile: boolean;
}

/** Sheets of an OpenDocument workbook, packed or as one text. A row is held at a time, for a sheet may have a million. */
export function readSheets(bytes: Uint8Array, limits: ParserLimits): Workbook | Issue {
  const document = openDocument(bytes, limits);
  if ('code' in document) return document;
  const { content } = document;
  const styles = readStyles(content, document.styles);
  const printed = printedLinesOf(document);
  const reading: Reading = {
    document,
    styles,
    limits,
    lookOf: cellLooks(styles),
    room: limits.maxCells,
    struckTexts: 0,
    lostCells: 0,
    open: null,
  };
  const sheets: OpenSheet[] = [];
  const from = content.indexOf('<office:spreadsheet');
  if (from < 0)
    return issue('corrupt', '缺少工作表', 'the sheets of the workbook are missing', 'content.xml');
  for (let tag = nextTag(content, from); tag; ) {
    if (tag.name === 'office:spreadsheet' && tag.kind === 'close') break;
    if (tag.name === 'table:table' && tag.kind !== 'close') {
      reading.open = openSheet(reading, content.slice(tag.start, tag.end), sheets.length + 1, printed);
      sheets.push(reading.open);
    }
    tag = nextTag(content, takeTag(reading, content, tag));
    if (reading.room < 0)
      return issue('too_large', '重复的行或单元格过多', 'rows or cells are repeated too often');
  }
  const own = sheets.filter(({ isOfOtherFile }) => !isOfOtherFile);
  return {
    sheets: own.map((open, n) => finished(open, n + 1)),
    failed: [],
    struckTexts: reading.struckTexts,
    lostCells: reading.lostCells,
    lostParts: document.lost,
  };
}

function openSheet(
  { styles }: Reading,
  tag: string,
  number: number,
  printed: ReturnType<typeof printedLinesOf>,
): OpenSheet {
  const element: Element = { name: 'table:table', tag, children: [] };
  const { values } = styles.get('table', attributeOf(element, 'table:style-name'));
  const layout = emptyLayout();
  layout.rightToLeft = isFromTheRight(values);
  layout.printed = printed.get(values.get('style:master-page-name') ?? '') ?? layout.printed;
  const rows: OpenSheet['rows'] = [];
  const sheet: Sheet = {
    name: attributeOf(element, 'table:name') ?? '',
    number,
    hidden: values.get('table table:display') === 'false',
    rows,
    merges: [],
    layout,
    hasPicture: () => false,
  };
  return {
    sheet,
    rows,
    columns: [],
    row: 0,
    drawings: noDrawings(),
    merging: [],
    undone: new Set(),
    isOfOtherFile: false,
  };
}

function finished({ sheet, drawings, undone }: OpenSheet, number: number): Sheet {
  sheet.layout.hasObjects = drawings.hasObjects;
  return {
    ...sheet,
    number,
    merges: sheet.merges.filter((merge) => !undone.has(merge)),
    hasPicture: () => drawings.hasPicture,
    ...(drawings.pictures.length === 0 ? {} : { pictures: () => picturesOf(drawings) }),
    ...(drawings.texts === 0 ? {} : { drawnTexts: () => drawings.texts }),
  };
}

/** What holds no cells of a sheet, though there may be tables in it. */
const passedOver = new Set([
  'table:tracked-changes',
  'table:dde-links',
  'table:content-validations',
  'office:forms',
]);

/** Takes what a tag begins; gives the offset at which the reading goes on. */
function takeTag(reading: Reading, content: string, tag: Tag): number {
  const { open } = reading;
  if (tag.kind === 'close') return tag.end;
  if (passedOver.has(tag.name)) return elementEnd(content, tag);
  if (open === null) return tag.end;
  if (tag.name === 'table:table-source') open.isOfOtherFile = true;
  else if (tag.name === 'table:table-column') takeColumns(open, elementAt(content, tag).element);
  else if (tag.name === 'table:table-row') {
    const { element, end } = elementAt(content, tag);
    takeRow(reading, open, element);
    return end;
  } else if (tag.name === 'table:shapes') {
    const { element, end } = elementAt(content, tag);
    noteDrawings(open.drawings, element, { row: 0, column: 0 }, reading.document);
    return end;
  } else if (tag.name === 'calcext:conditional-formats') {
    // A rule may give the cells a colour.
    for (const [place, look] of open.sheet.layout.looks)
      if (look === 'white') open.sheet.layout.looks.delete(place);
  }
  return tag.end;
}

const isUnseen = (element: Element): boolean =>
  /^(?:collapse|filter)$/.test(attributeOf(element, 'table:visibility') ?? '');

function takeColumns({ columns, sheet }: OpenSheet, element: Element): void {
  const first = columns.at(-1)?.end ?? 0;
  const end = first + countOf(element, 'table:number-columns-repeated');
  columns.push({ end, style: attributeOf(element, 'table:default-cell-style-name') });
  if (isUnseen(element)) sheet.layout.hiddenColumns.push([first, end - 1]);
}

/** Lines around blank cells of so many equal rows are no table, but a column that was set so to its end. */
const mostBlankRows = 5_000;

function takeRow(reading: Reading, open: OpenSheet, element: Element): void {
  const times = countOf(element, 'table:number-rows-repeated');
  const { row, sheet, rows } = open;
  open.row += times;
  if (open.merging.length > 0) open.merging = open.merging.filter(({ bottom }) => bottom >= row);
  const cells: (StoredCell | undefined)[] = [];
  const lines: number[] = [];
  const looks: [column: number, look: 'white' | 'struck'][] = [];
  let column = 0;
  let style = 0;
  reading.lostCells += strayTexts(element);
  for (const cell of elementsOf(element)) {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue;
    while ((open.columns[style]?.end ?? Number.POSITIVE_INFINITY) <= column) style++;
    const own =
      attributeOf(cell, 'table:style-name') ??
      attributeOf(element, 'table:default-cell-style-name') ??
      open.columns[style]?.style ??
      null;
    const look = reading.lookOf(own);
    column = takeCell(reading, open, cell, { cells, lines, looks, look, column, row });
    if (reading.room < 0) return;
  }
  const isBlank = cells.length === 0;
  // One row more than is read, so that it is told that there were more.
  const copies = Math.min(times, reading.limits.maxRows + 1, isBlank ? mostBlankRows : times);
  if (cells.length === 0 && lines.length === 0 && !isUnseen(element)) return;
  if (copies > 1) reading.room -= (copies - 1) * (isBlank ? 1 : cells.length);
  if (reading.room < 0) return;
  for (let n = 0; n < copies; n++) {
    if (!isBlank) rows[row + n] = cells;
    for (const at of lines) addLines(sheet.layout, row + n, at);
    for (const [at, seen] of looks) sheet.layout.looks.set(placeOf(row + n, at), seen);
    if (isUnseen(element)) sheet.layout.hiddenRows.add(row + n);
  }
}

interface CellPlace {
  cells: (StoredCell | undefined)[];
  lines: number[];
  looks: [column: number, look: 'white' | 'struck'][];
  look: CellLook;
  column: number;
  row: number;
}

/** Adds a cell to its row, as often as it stands there; gives the column behind it. */
function takeCell(reading: Reading, open: OpenSheet, cell: Element, place: CellPlace): number {
  const { cells, lines, looks, look, column, row } = place;
  const times = countOf(cell, 'table:number-columns-repeated');
  const stored = storedCell(cell, look.code, reading.styles, () => {
    reading.struckTexts++;
  });
  noteDrawings(open.drawings, cell, { row, column }, reading.document);
  const [width, height] = [
    countOf(cell, 'table:number-columns-spanned'),
    countOf(cell, 'table:number-rows-spanned'),
  ];
  if (cell.name === 'table:table-cell') {
    if (stored !== null) undoMerge(open, row, column);
    if (width > 1 || height > 1) {
      const merge = { top: row, left: column, bottom: row + height - 1, right: column + width - 1 };
      open.sheet.merges.push(merge);
      if (open.merging.length < mostMerging) open.merging.push(merge);
    }
  }
  const copies = Math.min(times, reading.limits.maxColumns + 1);
  if (stored !== null) {
    reading.room -= copies - 1;
    if (reading.room < 0) return column;
    for (let n = 0; n < copies; n++) {
      cells[column + n] = stored;
      if (look.look !== undefined) looks.push([column + n, look.look]);
    }
  }
  if (look.isBordered && copies === times) for (let n = 0; n < copies; n++) lines.push(column + n);
  return column + times;
}

/** As many merges reach into one row of a form; those beyond are believed. */
const mostMerging = 1_000;

/** A cell with something in it that is not covered stands where a merge says that none does: the merge is not believed. */
function undoMerge({ merging, undone }: OpenSheet, row: number, column: number): void {
  const around = merging.findIndex(
    (area) => area.left <= column && area.right >= column && area.bottom >= row,
  );
  if (around < 0) return;
  for (const merge of merging.splice(around, 1)) undone.add(merge);
}
