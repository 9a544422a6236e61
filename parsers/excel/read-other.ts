import type { Issue } from '../../schemas/index.ts';
import { decodeText } from '../decode.ts';
import { issue } from '../issue.ts';
import { shortDate } from './number-formats.ts';
import { emptyLayout, type Workbook } from './sheet.ts';
import { readBytes, toWorkbook } from './sheetjs.ts';

/** .xls and .et: BIFF in a compound file, or bare. */
export function readCompoundWorkbook(bytes: Uint8Array, password: string | undefined): Workbook | Issue {
  const book = readBytes(bytes, { dateNF: shortDate, ...(password === undefined ? {} : { password }) });
  return toWorkbook(book, () => ({ layout: () => emptyLayout(), hasPicture: () => false }));
}

/** XML Spreadsheet 2003, in the encoding that its declaration or its bytes say. */
export function readXmlSpreadsheet(bytes: Uint8Array): Workbook | Issue {
  const decoded = decodeText(bytes);
  if (decoded === null) return issue('corrupt', '文本编码无法识别', 'the text is in no known encoding');
  const book = readBytes(
    Buffer.from(decoded.text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0"?>'), 'utf8'),
    { dateNF: shortDate },
  );
  return toWorkbook(book, () => ({ layout: () => emptyLayout(), hasPicture: () => false }));
}
