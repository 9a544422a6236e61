import * as XLSX from 'xlsx';
import type { Area, Sheet, SheetLayout, StoredCell, Workbook } from './sheet.ts';

/** The parts of a zip package as SheetJS takes them: names, and the bytes under the same index. */
export interface PartContainer {
  FullPaths: string[];
  FileIndex: { name: string; type: 2; content: Uint8Array }[];
}

/** SheetJS reads a package that is already unpacked, and a compound file that is already open; its types leave both out. */
interface Unpacked {
  parse_zip: (parts: PartContainer, options: XLSX.ParsingOptions) => XLSX.WorkBook;
}

/**
 * Dense rows, no HTML (it is never shown), no blank cells (borders are read apart), formatted texts and formats as the
 * sheet shows them, dates as their numbers.
 */
export const readOptions: XLSX.ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellHTML: false,
  cellNF: true,
  cellFormula: true,
  cellText: true,
};

export function readParts(parts: PartContainer): XLSX.WorkBook {
  return (XLSX as unknown as Unpacked).parse_zip(parts, { ...readOptions });
}

export function readBytes(bytes: Uint8Array, options: XLSX.ParsingOptions): XLSX.WorkBook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return XLSX.read(buffer, { ...readOptions, ...options });
}

/** What a format knows of a sheet beside SheetJS's cells. */
export interface SheetDetails {
  layout: (worksheet: XLSX.WorkSheet) => SheetLayout;
  hasPicture: () => boolean;
}

/** SheetJS's workbook as sheets in order; one that it left out, or could not read, is named as failed. */
export function toWorkbook(book: XLSX.WorkBook, details: (index: number) => SheetDetails): Workbook {
  const workbook: Workbook = { sheets: [], failed: [] };
  for (const [index, name] of book.SheetNames.entries()) {
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const worksheet = worksheetNamed(book.Sheets, name);
    const number = index + 1;
    if (worksheet === undefined) workbook.failed.push({ name, number, hidden });
    else workbook.sheets.push(toSheet(worksheet, { name, number, hidden }, details(index)));
  }
  return workbook;
}

/** SheetJS keeps sheets in a plain object: one named `__proto__` becomes its prototype, one named `constructor` may not be there. */
function worksheetNamed(sheets: XLSX.WorkBook['Sheets'], name: string): XLSX.WorkSheet | undefined {
  if (name === '__proto__') {
    const prototype: unknown = Object.getPrototypeOf(sheets);
    return prototype === Object.prototype ? undefined : (prototype as XLSX.WorkSheet);
  }
  return Object.hasOwn(sheets, name) ? sheets[name] : undefined;
}

function toSheet(
  worksheet: XLSX.WorkSheet,
  identity: { name: string; number: number; hidden: boolean },
  details: SheetDetails,
): Sheet {
  const merges = (worksheet['!merges'] ?? []).map(toArea).filter((area): area is Area => area !== null);
  return {
    ...identity,
    rows: (worksheet['!data'] ?? []) as (StoredCell | undefined)[][],
    merges,
    layout: details.layout(worksheet),
    hasPicture: details.hasPicture,
  };
}

/** Null where a reference was not one: SheetJS gives NaN or negative numbers then. */
function toArea(range: XLSX.Range): Area | null {
  const area = { top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c };
  return area.top >= 0 && area.left >= 0 && area.bottom >= area.top && area.right >= area.left ? area : null;
}
