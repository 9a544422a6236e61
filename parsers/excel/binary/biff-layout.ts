import { borderedSides, countLines } from '../borders.ts';
import { emptyLayout, type Look, placeOf, type SheetLayout } from '../sheet.ts';
import { countTextless } from './biff-formulas.ts';
import {
  addFont,
  addFormat,
  fontRecord,
  looksOf,
  noLetters,
  paletteRecord,
  ruleRecord,
  setPalette,
} from './biff-looks.ts';

/** One sheet of an .xls as its globals name it, and what SheetJS leaves out of it. */
export interface BiffSheet {
  hidden: boolean;
  layout: SheetLayout;
  hasPicture: boolean;
  /** Cells that hold something at a place where another does, of which SheetJS keeps the last, and texts of formulas that are not there. */
  lost: number;
}

/** Record types of [MS-XLS] 2.3.1. */
const record = {
  eof: 0x0a,
  filePass: 0x2f,
  object: 0x5d,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  multipleBlank: 0xbe,
  format: 0xe0,
  row: 0x208,
} as const;
const beginnings = new Set([0x09, 0x209, 0x409, 0x809]);
/** Records that begin with row, column and format of one cell. */
const cellRecords = new Set([0x06, 0xd6, 0xfd, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27e, 0x406]);
const pictureObject = 8;
const blankRecord = 0x201;

/** Every sheet of a workbook stream, in the order of their places in it, as SheetJS lists them. Empty where it is encrypted. */
export function readBiffLayouts(stream: Uint8Array): BiffSheet[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const formats: boolean[] = [];
  const letters = noLetters();
  const places: { at: number; hidden: boolean }[] = [];
  for (const { type, at, length } of records(view, 0)) {
    if (type === record.filePass) return [];
    if (type === record.format) {
      formats.push(drawsLines(view, at, length));
      addFormat(letters, view, at, length);
    } else if (type === fontRecord) addFont(letters, view, at, length);
    else if (type === paletteRecord) setPalette(letters, view, at, length);
    if (type === record.boundSheet && length >= 6) {
      places.push({ at: view.getUint32(at, true), hidden: (view.getUint8(at + 4) & 3) !== 0 });
    }
  }
  places.sort((a, b) => a.at - b.at);
  const looks = looksOf(letters);
  return places.map((place) => ({ ...readSheet(view, place.at, formats, looks), hidden: place.hidden }));
}

/** Cells behind the end of a sheet that belong to none: nobody reads them. */
export function countOutside(stream: Uint8Array): number {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let [depth, count] = [0, 0];
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (beginnings.has(type)) depth++;
    else if (type === record.eof) depth--;
    // What fills a stream up is no record.
    else if (depth <= 0 && type === 0) break;
    else if (depth <= 0 && (type === record.multipleRk || cellRecords.has(type)) && type !== blankRecord)
      count++;
  }
  return count;
}

interface BiffRecord {
  type: number;
  /** Offset of the record's data. */
  at: number;
  length: number;
}

/** The records of one substream, to its end; those of the charts inside it are passed over. */
function* records(view: DataView, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= view.byteLength; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return;
    if (beginnings.has(type)) depth++;
    else if (type === record.eof && --depth <= 0) return;
    else if (depth === 1) yield { type, at: at + 4, length };
    at += 4 + length;
  }
}

/** Line styles of the four sides: BIFF8 packs them into one word ([MS-XLS] 2.5.20), BIFF5 into two. */
function drawsLines(view: DataView, at: number, length: number): boolean {
  if (length >= 20) {
    const sides = view.getUint32(at + 10, true);
    return (
      countLines([sides & 15, (sides >> 4) & 15, (sides >> 8) & 15, (sides >> 12) & 15]) >= borderedSides
    );
  }
  if (length < 16) return false;
  const bottom = view.getUint16(at + 10, true);
  const others = view.getUint16(at + 12, true);
  return countLines([(bottom >> 6) & 7, others & 7, (others >> 3) & 7, (others >> 6) & 7]) >= borderedSides;
}

function readSheet(
  view: DataView,
  start: number,
  formats: readonly boolean[],
  looks: readonly (Look | undefined)[],
): Omit<BiffSheet, 'hidden'> {
  const layout = emptyLayout();
  let hasPicture = false;
  let mayBeColoured = false;
  const mark = (row: number, column: number, format: number): void => {
    const look = looks[format & 0xfff];
    if (look !== undefined) layout.looks.set(placeOf(row, column), look);
    if (formats[format & 0xfff] !== true) return;
    const columns = layout.bordered.get(row);
    if (columns === undefined) layout.bordered.set(row, [column]);
    else columns.push(column);
  };
  const word = (at: number) => view.getUint16(at, true);
  const places: number[] = [];
  const fill = (row: number, column: number) => places.push(row * columnsOfSheet + column);
  const textless = countTextless(view);
  for (const found of records(view, start)) {
    const { type, at, length } = found;
    textless.see(found);
    if (cellRecords.has(type) && length >= 6) {
      mark(word(at), word(at + 2), word(at + 4));
      if (type !== blankRecord) fill(word(at), word(at + 2));
    } else if (type === record.multipleBlank || type === record.multipleRk) {
      const step = type === record.multipleBlank ? 2 : 6;
      for (let p = at + 4, column = word(at + 2); p + step <= at + length - 2; p += step) {
        if (type === record.multipleRk) fill(word(at), column);
        mark(word(at), column++, word(p));
      }
    } else if (type === record.row && length >= 16) {
      if ((word(at + 12) & 0x20) !== 0) layout.hiddenRows.add(word(at));
    } else if (type === record.columnInfo && length >= 10) {
      if ((word(at + 8) & 1) !== 0) layout.hiddenColumns.push([word(at), word(at + 2)]);
    } else if (type === record.object && length >= 6) hasPicture ||= word(at + 4) === pictureObject;
    else if (type === ruleRecord) mayBeColoured = true;
  }
  // White letters are seen on what a rule or a picture puts behind them.
  if (mayBeColoured || hasPicture)
    for (const [place, look] of layout.looks) if (look === 'white') layout.looks.delete(place);
  return { layout, hasPicture, lost: countRepeated(places) + textless.end() };
}

const columnsOfSheet = 0x10000;

/** Places that are named again. In a file as it should be they rise, so that nothing need be kept to compare them with. */
function countRepeated(places: readonly number[]): number {
  const rises = places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0));
  return rises ? 0 : places.length - new Set(places).size;
}
