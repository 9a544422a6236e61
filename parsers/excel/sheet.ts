import type { PrintedLines } from './ooxml/print-header.ts';
import type { SheetPicture } from './sheet-pictures.ts';
/** What SheetJS says of one cell, as far as it is read here. Types: n number, s string, b boolean, e error, z without a value. */
export interface StoredCell {
  t: string;
  v?: unknown;
  /** Text as the number format shows it. */
  w?: string;
  /** Number format. */
  z?: string | number;
  /** Formula without its equals sign. */
  f?: string;
  /** A formula whose stored value is none: a program wrote it that leaves computing to Excel. */
  isUncomputed?: boolean;
}

/** Rectangle of rows and columns from 0, ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What SheetJS leaves out of a sheet: where borders are drawn, and what is hidden. */
export interface SheetLayout {
  /** Columns of the cells with lines around them, by row. */
  bordered: Map<number, number[]>;
  hiddenRows: Set<number>;
  /** First and last of each run of hidden columns. */
  hiddenColumns: [first: number, last: number][];
  /** Cells whose letters are not meant to be read, by {@link placeOf}. */
  looks: Map<number, Look>;
  /** Cells whose number format is not in the workbook, by {@link placeOf}. */
  formatless: Set<number>;
  /** Rules that hide cells. */
  rules: HidingRule[];
  /** What is printed above and below each page. */
  printed: PrintedLines;
  /** Noughts are shown as blanks. */
  hidesZeros: boolean;
  /** Column A stands at the right end. */
  rightToLeft: boolean;
  /** Objects of other programs lie on the sheet. */
  hasObjects: boolean;
}

/** One number for a row and a column, of which a sheet has 16 384. */
export const placeOf = (row: number, column: number): number => row * 16_384 + column;

/** One sheet as read from any workbook format, before blocks are looked for. */
export interface Sheet {
  name: string;
  /** From 1 in workbook order. */
  number: number;
  hidden: boolean;
  /** Rows of cells, sparse in both directions: go by the keys, never by the length. */
  rows: readonly (readonly (StoredCell | undefined)[] | undefined)[];
  merges: Area[];
  layout: SheetLayout;
  /** Whether a picture or a chart lies on the sheet. Looked up only when the sheet holds nothing else. */
  hasPicture: () => boolean;
  /** How many shapes on it hold a text; absent where there are none. */
  drawnTexts?: () => number;
  /** Its large pictures with their bytes, read from the package only when asked; absent where the format's pictures are not read. */
  pictures?: () => (SheetPicture & { bytes: Uint8Array })[];
}

/** The sheets that could be read, and the names of those that could not. */
export interface Workbook {
  sheets: Sheet[];
  failed: { name: string; number: number; hidden: boolean }[];
  /** Parts of the package beside the sheets that could not be read. */
  lostParts?: readonly string[];
  /** The file ends within it. */
  isCut?: boolean;
  /** Cells whose text stands elsewhere in the package, and is not there. */
  lostTexts?: number;
  /** Cells whose reference is none, so that they have no place. */
  lostCells?: number;
  /** The list of the formats of cells is shorter than it says. */
  lostFormats?: boolean;
  /** Pieces of texts with a line through them, which were left out. */
  struckTexts?: number;
  /** Records of delimited text whose figures their own commas parted: put together again, or left out. */
  joinedRecords?: number;
  lostRecords?: number;
  /** Texts of a code page that is not known, whose letters are then others than they read. */
  unknownTexts?: { page: number; count: number };
}

export function emptyLayout(): SheetLayout {
  return {
    bordered: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: [],
    looks: new Map(),
    formatless: new Set(),
    rules: [],
    printed: { head: [], foot: [] },
    hidesZeros: false,
    rightToLeft: false,
    hasObjects: false,
  };
}

/** Notes that lines are drawn around a cell. */
export function addLines({ bordered }: SheetLayout, row: number, column: number): void {
  const columns = bordered.get(row);
  if (columns === undefined) bordered.set(row, [column]);
  else columns.push(column);
}

export function isHiddenColumn(layout: SheetLayout, column: number): boolean {
  return layout.hiddenColumns.some(([first, last]) => column >= first && column <= last);
}

const columnNames: string[] = [];

/** Letters of a column: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  columnNames[column] ??= spellColumn(column);
  return columnNames[column];
}

function spellColumn(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 reference of an area: `B3`, or `B3:D4`. */
export function reference(area: Area): string {
  const first = `${columnName(area.left)}${area.top + 1}`;
  if (area.top === area.bottom && area.left === area.right) return first;
  return `${first}:${columnName(area.right)}${area.bottom + 1}`;
}

/** Rows and columns are looked through up to this length; beyond it they are taken to be mostly holes, and gone through by key. */
const longestWalk = 4_096;

/** Indexes of a sparse list that hold something, in order: never by the length alone, which a single far cell stretches. */
export function filledIndexes(list: readonly unknown[]): number[] {
  if (list.length > longestWalk) return Object.keys(list).map(Number);
  const indexes: number[] = [];
  for (let index = 0; index < list.length; index++) if (list[index] !== undefined) indexes.push(index);
  return indexes;
}

/** A rule of a sheet (ECMA-376 18.3.1.10) by which cells are not to be seen: white letters, or a format that shows nothing. */
export interface HidingRule {
  areas: Area[];
  /** By white letters, which are seen on a colour. */
  isWhite: boolean;
  /** Whether it holds for a value; null where that is not known. */
  holds: (value: unknown, isError: boolean) => boolean | null;
}

/** What of a cell's letters makes its text none that is meant to be read: white on white, or with a line through them. White ones are seen on a colour. */
export type Look = 'white' | 'struck' | 'coloured';
