import * as XLSX from 'xlsx';
import type { StoredCell } from '../sheet.ts';
import { worksheetNamed } from '../sheetjs.ts';
import type { PlainCell, PlainSheet } from './plain-sheet.ts';

/** What stands in the one cell that SheetJS finds in a sheet without its cells; a control character is no XML text. */
const mark = '\u0001plain ';

/** The sheet with one cell, by which its cells are put back into what SheetJS makes of it, whatever the sheet is named. */
export function emptied({ head, tail }: PlainSheet, index: number): string {
  const row = `<row r="1"><c r="A1" t="str"><v>${mark}${index}</v></c></row>`;
  return `${head}<sheetData>${row}</sheetData>${tail}`;
}

/** Puts the cells of plain sheets into a workbook, as SheetJS would have read them; false where it cannot be said how. */
export function fillPlainSheets(
  book: XLSX.WorkBook,
  plain: readonly PlainSheet[],
  sharedTexts: number | null,
): boolean {
  if (plain.length === 0) return true;
  const store = cellMaker(book as ReadBook, sharedTexts ?? 0);
  for (const name of book.SheetNames) {
    const worksheet = worksheetNamed(book.Sheets, name);
    const sheet = plainOf(worksheet, plain);
    if (worksheet === undefined || sheet === undefined) continue;
    const rows: StoredCell[][] = [];
    for (const row of Object.keys(sheet.rows)) {
      const cells: StoredCell[] = [];
      rows[Number(row)] = cells;
      const written = sheet.rows[Number(row)] as PlainCell[];
      for (const column of Object.keys(written)) {
        const stored = store(written[Number(column)] as PlainCell);
        if (stored === null) return false;
        cells[Number(column)] = stored;
      }
    }
    worksheet['!data'] = rows as XLSX.CellObject[][];
  }
  return true;
}

function plainOf(
  worksheet: XLSX.WorkSheet | undefined,
  plain: readonly PlainSheet[],
): PlainSheet | undefined {
  const rows = worksheet?.['!data'];
  const text = rows?.length === 1 && rows[0]?.length === 1 ? rows[0][0]?.v : undefined;
  return typeof text === 'string' && text.startsWith(mark)
    ? plain[Number(text.slice(mark.length))]
    : undefined;
}

/** What SheetJS has read of the workbook's other parts; its types leave it out. */
interface ReadBook {
  Strings?: readonly ({ t?: string } | undefined)[];
  Styles?: { CellXf?: readonly ({ numFmtId?: number } | undefined)[] };
  Workbook?: { WBProps?: { date1904?: boolean | string } };
}

function cellMaker(
  { Strings = [], Styles, Workbook }: ReadBook,
  sharedTexts: number,
): (cell: PlainCell) => StoredCell | null {
  const formats = XLSX.SSF.get_table();
  const styles = Styles?.CellXf;
  const date1904 = Workbook?.WBProps?.date1904;
  const options = { date1904: date1904 === true || date1904 === '1' || date1904 === 'true' };
  return ({ format, type, value }) => {
    const id = styles?.[format]?.numFmtId ?? 0;
    const z = formats[id] as string | undefined;
    if (z === undefined) return null;
    // SheetJS has an empty one more.
    if (type === 's' && Number(value) >= sharedTexts) return null;
    const v = type === 'n' ? Number.parseFloat(value) : type === 's' ? Strings[Number(value)]?.t : value;
    if (v === undefined) return null;
    const stored: StoredCell = { t: type === 'n' ? 'n' : 's', v, z };
    const w = shown(id, v, options);
    if (w !== undefined) stored.w = w;
    return stored;
  };
}

/** Undefined where SheetJS does not understand the format. */
function shown(id: number, value: string | number, options: { date1904: boolean }): string | undefined {
  // General: as it is, and the shortest text of a whole number (ECMA-376 18.8.30).
  if (id === 0 && (typeof value === 'string' || (value | 0) === value)) return String(value);
  try {
    return XLSX.SSF.format(id, value, options);
  } catch {
    return undefined;
  }
}
