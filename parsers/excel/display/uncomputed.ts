import { filledIndexes, type StoredCell, type Workbook } from '../sheet.ts';

/** A formula that comes to a number whatever stands in its cells. */
const numeric = /[-+*/]|^(?:SUM|AVERAGE|ROUND\w*|COUNT\w*|MAX|MIN|PRODUCT|SUBTOTAL)\(/i;
/** What may come to a text: a text written in it, a choice, a cell looked up. */
const textual =
  /["&]|\b(?:IF\w*|CHOOSE|SWITCH|[VHX]?LOOKUP|INDEX|OFFSET|INDIRECT|T|TEXT\w*|CONCAT\w*|LEFT|RIGHT|MID|TRIM|REPT|SUBSTITUTE|CELL)\(/i;

/** What comes to a text, whatever stands in its cells: programs that do not keep texts store a nought for it. */
const aText =
  /^=?(?:(?:TEXT|CONCAT(?:ENATE)?|LEFT|RIGHT|MID|REPT|SUBSTITUTE|FIXED|RMB|DOLLAR|TRIM)\([^()]*|HYPERLINK\([^()]*")\)$/i;

/** Whether the stored result of a formula cannot be its own: an empty text of one that comes to a number, a nought of one that comes to a text. */
export function isUncomputed(cell: StoredCell): boolean {
  if (cell.f === undefined) return false;
  if (cell.t === 'n' && cell.v === 0 && aText.test(cell.f)) return true;
  return cell.isUncomputed === true || (cell.v === '' && numeric.test(cell.f) && !textual.test(cell.f));
}

/** Asks Excel to compute all when it opens the file (ECMA-376 18.2.2). */
const computesOnOpening = /<(?:\w+:)?calcPr\b[^>]*\sfullCalcOnLoad="(?:1|true)"/;
/** A zero as Java writes it: libraries that leave computing to Excel write it behind each formula. */
const javaZero = '</f><v>0.0</v>';

/**
 * Marks the formulas of a workbook that a program wrote without computing them: it says so, or writes zeros as such programs do, and not one of
 * its formulas comes to anything but nought.
 */
export function markUncomputed({ sheets }: Workbook, parts: ReadonlyMap<string, Uint8Array>): void {
  const noughts: StoredCell[] = [];
  for (const { rows } of sheets)
    for (const row of filledIndexes(rows))
      for (const column of filledIndexes(rows[row] ?? [])) {
        const cell = rows[row]?.[column];
        if (cell?.f === undefined || cell.t !== 'n') continue;
        if (cell.v !== 0) return;
        noughts.push(cell);
      }
  if (noughts.length === 0) return;
  const asks = computesOnOpening.test(textOf(parts.get('xl/workbook.xml')));
  const isOfJava = () =>
    [...parts].some(([name, part]) => /^xl\/worksheets\//.test(name) && bytesOf(part).includes(javaZero));
  if (asks || isOfJava()) for (const cell of noughts) cell.isUncomputed = true;
}

const bytesOf = (part: Uint8Array): Buffer => Buffer.from(part.buffer, part.byteOffset, part.byteLength);
const textOf = (part: Uint8Array | undefined): string =>
  part === undefined ? '' : bytesOf(part).toString('latin1');
