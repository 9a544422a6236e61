import type * as XLSX from 'xlsx';
import type { Issue } from '../../schemas/index.ts';
import { isCompound } from '../compound.ts';
import { decodeText, withoutSections } from '../decode.ts';
import { issue } from '../issue.ts';
import { miscounts, withoutTokens } from './binary/biff-counts.ts';
import { decryptBiff } from './binary/biff-decrypt.ts';
import { type BiffSheet, countOutside, readBiffLayouts } from './binary/biff-layout.ts';
import { decodeNarrowTexts, narrowTexts } from './display/narrow-text.ts';
import { shortDate } from './display/number-formats.ts';
import { withPlainData } from './ooxml/rich-texts.ts';
import {
  withHonestData,
  withOwnWorksheets,
  withoutLongSpans,
  withoutNullPlaces,
} from './ooxml/usual-markup.ts';
import { emptyLayout, type Workbook } from './sheet.ts';
import { openCompound, readBytes, readCompound, toWorkbook } from './sheetjs.ts';
import {
  countRepeatedPlaces,
  readXmlSpreadsheetLayouts,
  withEnd,
  withEndTags,
  withFormulaData,
} from './xml-spreadsheet-layout.ts';

/** .xls and .et: BIFF in a compound file, or bare as before Excel 5. */
export function readBiff(bytes: Uint8Array, password: string | undefined): Workbook | Issue {
  const options = { dateNF: shortDate, ...(password === undefined ? {} : { password }) };
  if (!isCompound(bytes)) return miscounts(bytes) ? damaged : readBareBiff(bytes, options);
  const { file, stream: written, replace } = openCompound(bytes);
  if (written === null || written.length === 0 || written[0] !== beginning) return damaged;
  const stream = decryptBiff(written, password);
  if (stream === null) return password === undefined ? locked : otherPassword;
  if (stream !== written) replace(stream);
  if (miscounts(stream)) return damaged;
  const narrow = narrowTexts(stream);
  const sheets = readBiffLayouts(stream);
  const readBook = (): XLSX.WorkBook => {
    try {
      return readCompound(file, options);
    } catch {
      const again = openCompound(bytes);
      again.replace(withoutTokens(stream));
      return readCompound(again.file, { ...options, cellFormula: false });
    }
  };
  const workbook = toWorkbook(readBook(), (index) => {
    const sheet: BiffSheet | undefined = sheets[index];
    if (sheet === undefined) return bare;
    return { layout: sheet.layout, hasPicture: () => sheet.hasPicture, hidden: sheet.hidden };
  });
  if (narrow !== null) decodeNarrowTexts(workbook, narrow);
  return { ...workbook, lostCells: sheets.reduce((sum, { lost }) => sum + lost, countOutside(stream)) };
}

/** As before Excel 5, a stream without a compound file around it. */
function readBareBiff(bytes: Uint8Array, options: XLSX.ParsingOptions): Workbook {
  const workbook = toWorkbook(readBytes(bytes, options), () => bare);
  const narrow = narrowTexts(bytes);
  if (narrow !== null) decodeNarrowTexts(workbook, narrow);
  return workbook;
}

/** Low byte of the record that every workbook begins with, of whatever version ([MS-XLS] 2.4.21). */
const beginning = 0x09;

const locked = issue('encrypted', '工作簿已加密，需要密码', 'an encrypted workbook: a password is needed');
const otherPassword = issue(
  'encrypted',
  '文件已加密，密码不正确，或加密方式不能解开：请去掉密码另存',
  'the file is encrypted, and the password is wrong or the encryption is of a kind that is not read: save it without its password',
);

const damaged = issue('corrupt', '工作簿数据流已损坏', 'the stream of the workbook is damaged');

const bare = { layout: emptyLayout(), hasPicture: () => false };

/** XML Spreadsheet 2003, in the encoding that its bytes say: a declaration of GB2312 on UTF-8 is common. */
export function readXmlSpreadsheet(bytes: Uint8Array): Workbook | Issue {
  const decoded = decodeText(bytes);
  if (decoded === null) return issue('corrupt', '文本编码无法识别', 'the text is in no known encoding');
  const whole = withEnd(decoded.text);
  if (whole === null)
    return issue('corrupt', '工作簿不完整', 'the workbook is cut off before the end of its first row');
  const plain = withoutSections(whole.replace(/^\ufeff?<\?xml[^>]*\?>/, '<?xml version="1.0"?>'));
  const xml = withFormulaData(
    withEndTags(withOwnWorksheets(withHonestData(withPlainData(withoutNullPlaces(withoutLongSpans(plain)))))),
  );
  const layouts = readXmlSpreadsheetLayouts(xml);
  const book = readBytes(Buffer.from(xml, 'utf8'), { dateNF: shortDate });
  const workbook = toWorkbook(book, (index) => ({
    layout: layouts[index] ?? emptyLayout(),
    hasPicture: () => false,
  }));
  return { ...workbook, lostCells: countRepeatedPlaces(xml), isCut: whole !== decoded.text };
}
