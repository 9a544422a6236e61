import type { Issue } from '../../schemas/index.ts';
import { decodeText } from '../decode.ts';
import { issue } from '../issue.ts';
import { type BiffSheet, readBiffLayouts } from './biff-layout.ts';
import { shortDate } from './number-formats.ts';
import { emptyLayout, type Workbook } from './sheet.ts';
import { readBytes, readCompoundFile, toWorkbook } from './sheetjs.ts';
import { readXmlSpreadsheetLayouts, withEndTags } from './xml-spreadsheet-layout.ts';

/** .xls and .et: BIFF in a compound file, or bare. */
export function readCompoundWorkbook(bytes: Uint8Array, password: string | undefined): Workbook | Issue {
  const { book, stream } = readCompoundFile(bytes, {
    dateNF: shortDate,
    ...(password === undefined ? {} : { password }),
  });
  const sheets = stream === null ? [] : readBiffLayouts(stream);
  return toWorkbook(book, (index) => {
    const sheet: BiffSheet | undefined = sheets[index];
    return {
      layout: sheet?.layout ?? emptyLayout(),
      hasPicture: () => sheet?.hasPicture ?? false,
      ...(sheet === undefined ? {} : { hidden: sheet.hidden }),
    };
  });
}

/** XML Spreadsheet 2003, in the encoding that its bytes say: a declaration of GB2312 on UTF-8 is common. */
export function readXmlSpreadsheet(bytes: Uint8Array): Workbook | Issue {
  const decoded = decodeText(bytes);
  if (decoded === null) return issue('corrupt', '文本编码无法识别', 'the text is in no known encoding');
  const xml = withEndTags(decoded.text.replace(/^\ufeff?<\?xml[^>]*\?>/, '<?xml version="1.0"?>'));
  const layouts = readXmlSpreadsheetLayouts(xml);
  const book = readBytes(Buffer.from(xml, 'utf8'), { dateNF: shortDate });
  return toWorkbook(book, (index) => ({
    layout: layouts[index] ?? emptyLayout(),
    hasPicture: () => false,
  }));
}
