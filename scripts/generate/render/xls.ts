import * as sheetjs from 'xlsx';
import type { Section } from '../page.ts';
import { defaultSheetStyle, placeSheets, type SheetStyle } from './sheet-layout.ts';
import { columnName, uniqueName } from './xlsx.ts';

/** The same sheets as BIFF8 (.xls, and .et, which WPS writes in the same format), through SheetJS. It writes no borders. */
export function renderXls(sections: readonly Section[], style: SheetStyle = defaultSheetStyle): Uint8Array {
  const workbook = sheetjs.utils.book_new();
  const sheets = placeSheets(sections, style);
  sheets.forEach((placed, i) => {
    const sheet: sheetjs.WorkSheet = {
      '!ref': `A1:${columnName(placed.columns - 1)}${Math.max(1, placed.rows)}`,
    };
    for (const { row, column, cell } of placed.cells) {
      if (cell.text === '') continue;
      const ref = `${columnName(column)}${row + 1}`;
      const native = style.numbers === 'native' && cell.number !== undefined;
      sheet[ref] = native
        ? { t: 'n', v: cell.number, ...(cell.format && { z: cell.format }) }
        : { t: 's', v: cell.text };
    }
    sheet['!merges'] = placed.merges.map(({ row, column, rowSpan, columnSpan }) => ({
      s: { r: row, c: column },
      e: { r: row + rowSpan - 1, c: column + columnSpan - 1 },
    }));
    sheet['!cols'] = placed.widths.map((wch) => ({ wch }));
    sheetjs.utils.book_append_sheet(workbook, sheet, uniqueName(placed.name, i, sheets));
  });
  const bytes: unknown = sheetjs.write(workbook, { type: 'buffer', bookType: 'biff8' });
  return new Uint8Array(bytes as Buffer);
}
