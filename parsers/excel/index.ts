import type { Issue } from '../../schemas/index.ts';
import type { ParseOptions, ParseResult } from '../parser.ts';
import { readDelimited } from './read-delimited.ts';
import { readBiff, readXmlSpreadsheet } from './read-other.ts';
import { readPackage } from './read-package.ts';
import { withPictures } from './read-pictures.ts';
import type { Workbook } from './sheet.ts';
import { buildSource } from './source.ts';

/** Workbooks of every kind, and delimited text: one grid per connected block of a sheet. */
export async function parseExcel(bytes: Uint8Array, options: ParseOptions): Promise<ParseResult> {
  const workbook = await readWorkbook(bytes, options);
  if ('code' in workbook) return { status: 'failed', format: options.format, error: workbook };
  const source = buildSource(workbook, options.format, options.limits);
  return workbook.sheets.some(({ pictures }) => pictures !== undefined)
    ? withPictures(source, workbook)
    : { status: 'read', source };
}

async function readWorkbook(bytes: Uint8Array, options: ParseOptions): Promise<Workbook | Issue> {
  switch (options.format) {
    case 'csv':
      return readDelimited(bytes, options.name);
    case 'ods':
      return (await import('../opendocument/sheets/read-sheets.ts')).readSheets(bytes, options.limits);
    case 'xml_spreadsheet':
      return readXmlSpreadsheet(bytes);
    case 'xls':
    case 'et':
      return readBiff(bytes, options.password);
    default:
      return readPackage(bytes, options.limits.maxUnpackedBytes);
  }
}
