import * as XLSX from 'xlsx';
import type { Area, Sheet, SheetLayout, StoredCell, Workbook } from './sheet.ts';

/** The parts of a zip package as SheetJS takes them: names, and under the same index the bytes, or a character a byte. */
export interface PartContainer {
  FullPaths: string[];
  FileIndex: (PartContent | PartText)[];
}

interface PartText {
  name: string;
  data: string;
}

interface PartContent {
  name: string;
  type: 2;
  content: Uint8Array;
}

/** SheetJS reads a package that is already unpacked, and a compound file that is already open; its types leave both out. */
interface Unpacked {
  parse_zip: (parts: PartContainer, options: XLSX.ParsingOptions) => XLSX.WorkBook;
  parse_xlscfb: (file: unknown, options: XLSX.ParsingOptions) => XLSX.WorkBook;
}
const unpacked = XLSX as unknown as Unpacked;

/**
 * Dense rows, no HTML (it is never shown), no blank cells (borders are read apart), formatted texts and formats as the
 * sheet shows them, dates as their numbers.
 */
const readOptions: XLSX.ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellHTML: false,
  cellNF: true,
  cellFormula: true,
  cellText: true,
};

/**
 * A workbook without formulas is read faster when SheetJS does not look for them; in one that has them, it drops those
 * without a stored value unless it is asked for cells without a value.
 */
export function readParts(parts: PartContainer, hasFormulas: boolean): XLSX.WorkBook {
  return unpacked.parse_zip(parts, { ...readOptions, cellFormula: hasFormulas, sheetStubs: hasFormulas });
}

/** A compound file that SheetJS has opened, and the stream of the workbook in it. */
export interface OpenCompound {
  file: unknown;
  stream: Uint8Array | null;
  /** Puts another stream of the same length into its place. */
  replace: (stream: Uint8Array) => void;
}

/** Author, title and the like: nothing of them is read, and SheetJS goes through as many as a damaged list claims. */
const properties = ['/!SummaryInformation', '/!DocumentSummaryInformation'];

export function openCompound(bytes: Uint8Array): OpenCompound {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file: unknown = XLSX.CFB.read(buffer, { type: 'buffer' });
  const entry = (XLSX.CFB.find(file, '/Workbook') ??
    XLSX.CFB.find(file, '/Book')) as Partial<PartContent> | null;
  for (const path of properties) {
    const stream = XLSX.CFB.find(file, path) as { size: number } | null;
    if (stream !== null) stream.size = 0;
  }
  return {
    file,
    stream: entry?.content === undefined ? null : new Uint8Array(entry.content),
    replace: (stream) => entry?.content?.set(stream),
  };
}

export function readCompound(file: unknown, options: XLSX.ParsingOptions): XLSX.WorkBook {
  return quietly(() => unpacked.parse_xlscfb(file, { ...readOptions, ...options }));
}

/** SheetJS writes a line to the console for every record it does not know, and files of WPS are full of them. */
function quietly<Result>(work: () => Result): Result {
  const { error } = console;
  console.error = () => {};
  try {
    return work();
  } finally {
    console.error = error;
  }
}

export function readBytes(bytes: Uint8Array, options: XLSX.ParsingOptions): XLSX.WorkBook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return quietly(() => XLSX.read(buffer, { ...readOptions, ...options }));
}

/** What a format knows of a sheet beside SheetJS's cells. */
export interface SheetDetails {
  layout: SheetLayout;
  hasPicture: () => boolean;
  pictures?: Sheet['pictures'];
  drawnTexts?: Sheet['drawnTexts'];
  /** Where the format's own word is more reliable than SheetJS's. */
  hidden?: boolean;
}

/** SheetJS's workbook as sheets in order; one that it left out, or could not read, is named as failed. */
export function toWorkbook(book: XLSX.WorkBook, details: (index: number) => SheetDetails): Workbook {
  const workbook: Workbook = { sheets: [], failed: [] };
  for (const [index, name] of book.SheetNames.entries()) {
    const detail = details(index);
    const hidden = detail.hidden ?? (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const worksheet = worksheetNamed(book.Sheets, name);
    const number = index + 1;
    if (worksheet === undefined) workbook.failed.push({ name, number, hidden });
    else workbook.sheets.push(toSheet(worksheet, { name, number, hidden }, detail));
  }
  return workbook;
}

/** SheetJS keeps sheets in a plain object: one named `__proto__` becomes its prototype, one named `constructor` may not be there. */
export function worksheetNamed(sheets: XLSX.WorkBook['Sheets'], name: string): XLSX.WorkSheet | undefined {
  if (name === '__proto__') {
    const prototype: unknown = Object.getPrototypeOf(sheets);
    return prototype === Object.prototype ? undefined : (prototype as XLSX.WorkSheet);
  }
  // It gives null for a sheet of no bytes.
  return Object.hasOwn(sheets, name) ? (sheets[name] ?? undefined) : undefined;
}

function toSheet(
  worksheet: XLSX.WorkSheet,
  identity: { name: string; number: number; hidden: boolean },
  details: SheetDetails,
): Sheet {
  const merges = (worksheet['!merges'] ?? []).map(toArea).filter((area): area is Area => area !== null);
  const rows = (worksheet['!data'] ?? []) as (StoredCell | undefined)[][];
  return {
    ...identity,
    rows,
    merges,
    layout: details.layout,
    hasPicture: details.hasPicture,
    ...(details.pictures === undefined ? {} : { pictures: details.pictures }),
    ...(details.drawnTexts === undefined ? {} : { drawnTexts: details.drawnTexts }),
  };
}

/** Null where a reference was not one: SheetJS gives NaN or negative numbers then. */
function toArea(range: XLSX.Range): Area | null {
  const area = { top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c };
  return area.top >= 0 && area.left >= 0 && area.bottom >= area.top && area.right >= area.left ? area : null;
}
