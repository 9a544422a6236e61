import type { LyingEntry } from '../zip-writer.ts';
import { writeZip } from '../zip-writer.ts';
import { changed, isNumber, rows } from './kind.ts';
import {
  contentTypes,
  declaration,
  officeTypes,
  type PartType,
  part,
  type Relation,
  relations,
  relationTypes,
} from './word-markup.ts';

export const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const letter = (column: number): string => 'ABCD'[column] ?? '';

export function cellOf(row: number, column: number, text: string): string {
  const place = `${letter(column)}${row}`;
  if (text === '') return '';
  return isNumber(text)
    ? `<c r="${place}" s="${text.includes('.') ? 1 : 0}"><v>${Number(text)}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
export const rowOf = (texts: readonly string[], at: number): string =>
  `<row r="${at + 1}">${texts.map((text, column) => cellOf(at + 1, column, text)).join('')}</row>`;
/** The form as rows of a sheet. */
export const sheetRows = rows.map(rowOf).join('');
export const merges = '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>';

export const styles = (formats = '', looks = '<xf numFmtId="0"/><xf numFmtId="2"/>'): string =>
  `${declaration}<styleSheet ${main}>${formats}<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${looks}</cellXfs></styleSheet>`;
export const worksheet = (inner: string): string =>
  `${declaration}<worksheet ${main} xmlns:r="${relationTypes}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${inner}</worksheet>`;
export const data = (written = sheetRows, behind = merges, before = ''): string =>
  worksheet(`${before}<sheetData>${written}</sheetData>${behind}`);

interface Book {
  sheet?: string | Uint8Array;
  styles?: string;
  texts?: string;
  book?: string;
  relations?: Relation[];
  types?: PartType[];
  more?: LyingEntry[];
  /** Type of the main part. */
  main?: string;
  sheets?: string;
  without?: string;
}

export const workbook = (behind: string, before = ''): string =>
  `${declaration}<workbook ${main} xmlns:r="${relationTypes}">${before}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${behind}</workbook>`;

export const xlsx = (book: Book = {}): Buffer => {
  const types: PartType[] = [
    ['/xl/workbook.xml', book.main ?? `${officeTypes}spreadsheetml.sheet.main+xml`],
    ['/xl/worksheets/sheet1.xml', `${officeTypes}spreadsheetml.worksheet+xml`],
    ['/xl/styles.xml', `${officeTypes}spreadsheetml.styles+xml`],
  ];
  const links: Relation[] = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
  ];
  if (book.texts !== undefined) {
    types.push(['/xl/sharedStrings.xml', `${officeTypes}spreadsheetml.sharedStrings+xml`]);
    links.push(['rId3', 'sharedStrings', 'sharedStrings.xml']);
  }
  const sheets = book.sheets ?? '<sheet name="表" sheetId="1" r:id="rId1"/>';
  return writeZip(
    [
      contentTypes([...types, ...(book.types ?? [])]),
      part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
      part(
        'xl/workbook.xml',
        book.book ??
          `${declaration}<workbook ${main} xmlns:r="${relationTypes}"><sheets>${sheets}</sheets></workbook>`,
      ),
      part('xl/_rels/workbook.xml.rels', relations([...links, ...(book.relations ?? [])])),
      part('xl/worksheets/sheet1.xml', book.sheet ?? data()),
      part('xl/styles.xml', book.styles ?? styles()),
      ...(book.texts === undefined ? [] : [part('xl/sharedStrings.xml', book.texts)]),
      ...(book.more ?? []),
    ].filter(({ name }) => name !== book.without),
  );
};

export const total = '<c r="B4" s="1"><v>30</v></c>';
export const grant = '<c r="B5" s="1"><v>20</v></c>';
export const value = '<c r="C8" t="inlineStr"><is><t>≥12场</t></is></c>';
export const share = '<c r="C4" t="inlineStr"><is><t>100%</t></is></c>';
export const year = '<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>';
export const weight = '<c r="D8" s="0"><v>60</v></c>';
/** The form with another cell for one of its own. */
export const withCell = (cell: string, other: string, book: Book = {}): Buffer =>
  xlsx({ sheet: data(changed(sheetRows, cell, other)), ...book });
/** The form with a cell in a number format. */
export const inFormat = (code: string, other: string, cell = grant): Buffer =>
  withCell(cell, other, {
    styles: styles(
      `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts>`,
      '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164" applyNumberFormat="1"/>',
    ),
  });
/** The form with a second sheet. */
export const withSheet = (
  second: string,
  attributes = '',
  type = 'worksheet',
  partType = `${officeTypes}spreadsheetml.worksheet+xml`,
  path = 'worksheets/sheet2.xml',
): Buffer =>
  xlsx({
    sheets: `<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="附表" sheetId="2"${attributes} r:id="rId9"/>`,
    types: [[`/xl/${path}`, partType]],
    relations: [['rId9', type, path]],
    more: [part(`xl/${path}`, second)],
  });
export const sheetRelations = (list: readonly Relation[]): LyingEntry =>
  part('xl/worksheets/_rels/sheet1.xml.rels', relations(list));

const texts = [...new Set(rows.flat().filter((text) => text !== '' && !isNumber(text)))];
export const sharedTexts = (
  entry: (text: string) => string = (text) => `<si><t>${text}</t></si>`,
  attributes = '',
): string => `${declaration}<sst ${main}${attributes}>${texts.map(entry).join('')}</sst>`;
/** Rows whose texts are shared, by their numbers. */
export const sharedRows = (from = 0): string =>
  rows
    .map((row, at) => {
      const cells = row.map((text, column) =>
        text === '' || isNumber(text)
          ? cellOf(at + 1, column, text)
          : `<c r="${letter(column)}${at + 1}" t="s"><v>${texts.indexOf(text) + from}</v></c>`,
      );
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    })
    .join('');
export const shared = (list = sharedTexts(), book: Book = {}, from = 0): Buffer =>
  xlsx({ sheet: data(sharedRows(from)), texts: list, ...book });
