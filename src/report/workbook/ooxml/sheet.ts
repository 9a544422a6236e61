import { cellName, columnName, mostColumns, mostRows, quotedName, rangeName } from './reference.ts';
import type { Style, StyleBook } from './styles.ts';
import { cellText, xml } from './text.ts';

/** A figure by its digits, so that no binary float is in between: `6951.77`. */
export interface Figure {
  digits: string;
}

export interface SheetCell {
  /** A text is typed as text, whatever it begins with; nothing is ever a formula. */
  value: string | Figure | boolean | null;
  style: Style;
  /** Where a click leads: a cell of a sheet of the same workbook. */
  link?: { sheet: string; ref: string };
  /** Shown when the pointer rests on the cell. */
  note?: string;
  /** Rows and columns that it covers; the covered cells are given as null or left out. */
  span?: { rows: number; columns: number };
}

export interface SheetRow {
  /** From the first column on; null where there is none. */
  cells: readonly (SheetCell | null)[];
  /** Points; by the program where nothing is said. */
  height?: number;
}

export interface Sheet {
  /** As {@link sheetNames} gives it. */
  name: string;
  /** Widths in characters of a digit. */
  widths: readonly number[];
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  /** Rows that stay when the sheet is scrolled, and stand on top of every printed page. */
  headerRows: number;
  /** Columns that stay when the sheet is scrolled. */
  headerColumns?: number;
  /** The last header row has a filter in every column. */
  isFiltered?: boolean;
  /** What may be chosen in the cells of a column below the header; no text with a comma. */
  choices?: readonly { column: number; values: readonly string[] }[];
  /** Columns that are printed, from the first; all where nothing is said. */
  printedColumns?: number;
  /** Colour of its tab. */
  tab?: string;
  orientation?: 'landscape' | 'portrait';
}

/** Links of a sheet that Excel keeps; the rest of the cells stay without. */
export const mostLinks = 65_530;

/** What is known of a sheet when its rows are written. */
export interface WrittenSheet {
  rows: number;
  notes: { row: number; column: number; text: string }[];
  /** Heights of its rows, points. */
  heights: number[];
  /** Rows that did not fit. */
  left: number;
}

/** The part of a sheet piece by piece, by ECMA-376 Part 1 § 18.3.1.99; `written` is filled in on the way. */
export async function* sheetPart(
  sheet: Sheet,
  styles: StyleBook,
  written: WrittenSheet,
): AsyncGenerator<string> {
  const { widths } = sheet;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties(sheet)}${view(sheet)}<sheetFormatPr defaultRowHeight="${usualHeight}"/>${columns(widths)}<sheetData>`;
  const merges: string[] = [];
  const links: string[] = [];
  for await (const row of sheet.rows) {
    if (written.rows >= mostRows) {
      written.left += 1;
      continue;
    }
    yield rowXml(row, written, styles, merges, links);
    written.rows += 1;
  }
  yield '</sheetData>';
  const last = Math.max(written.rows, sheet.headerRows);
  if (sheet.isFiltered && widths.length > 0)
    yield `<autoFilter ref="${rangeName(sheet.headerRows - 1, 0, last - sheet.headerRows + 1, widths.length)}"/>`;
  if (merges.length > 0)
    yield `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  yield choicesXml(sheet, last);
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.orientation ?? 'landscape'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
  if (written.rows > 0)
    yield `<ignoredErrors><ignoredError sqref="A1:${cellName(last - 1, Math.max(0, widths.length - 1))}" numberStoredAsText="1"/></ignoredErrors>`;
  if (written.notes.length > 0) yield '<legacyDrawing r:id="rId1"/>';
  yield '</worksheet>';
}

/** Lists that a cell offers (ECMA-376 Part 1 § 18.3.1.33); another text is asked about. */
function choicesXml({ choices = [], headerRows }: Sheet, last: number): string {
  if (choices.length === 0 || last <= headerRows) return '';
  const each = choices.map(({ column, values }) => {
    const cells = rangeName(headerRows, column, last - headerRows, 1);
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>"${xml(values.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function properties({ tab }: Sheet): string {
  const colour = tab === undefined ? '' : `<tabColor rgb="FF${tab}"/>`;
  return `<sheetPr>${colour}<pageSetUpPr fitToPage="1"/></sheetPr>`;
}

function view({ headerRows, headerColumns = 0 }: Sheet): string {
  if (headerRows === 0 && headerColumns === 0)
    return '<sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>';
  const pane = headerRows === 0 ? 'topRight' : headerColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const across = headerColumns === 0 ? '' : ` xSplit="${headerColumns}"`;
  const down = headerRows === 0 ? '' : ` ySplit="${headerRows}"`;
  const first = cellName(headerRows, headerColumns);
  return `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane${across}${down} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

function columns(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const each = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function rowXml(
  { cells, height }: SheetRow,
  written: WrittenSheet,
  styles: StyleBook,
  merges: string[],
  links: string[],
): string {
  const row = written.rows;
  written.heights.push(height ?? usualHeight);
  const tall = height === undefined ? '' : ` ht="${Math.min(height, mostHeight)}" customHeight="1"`;
  let body = '';
  for (let column = 0; column < Math.min(cells.length, mostColumns); column += 1) {
    const cell = cells[column];
    if (cell === null || cell === undefined) continue;
    const { value, style, link, note, span } = cell;
    const ref = columnName(column) + String(row + 1);
    body += cellXml(ref, value, styles.numberOf(style));
    if (span !== undefined && span.rows * span.columns > 1)
      merges.push(rangeName(row, column, span.rows, span.columns));
    if (note !== undefined) written.notes.push({ row, column, text: note });
    if (link !== undefined && links.length < mostLinks)
      links.push(
        `<hyperlink ref="${ref}" location="${xml(`${quotedName(link.sheet)}!${link.ref}`)}" display="${xml(`${link.sheet}!${link.ref}`)}"/>`,
      );
  }
  return `<row r="${row + 1}"${tall}>${body}</row>`;
}

/** Height of a row of which nothing is said, points. */
const usualHeight = 15;

/** Highest row that Excel takes, points. */
const mostHeight = 409;

function cellXml(ref: string, value: SheetCell['value'], style: number): string {
  if (value === null || value === '') return `<c r="${ref}" s="${style}"/>`;
  if (typeof value === 'boolean') return `<c r="${ref}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `<c r="${ref}" s="${style}"><v>${value.digits}</v></c>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}
