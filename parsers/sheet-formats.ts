import type { Format } from '../schemas/index.ts';

/** Formats that hold sheets, and nothing but tables. */
export const sheetFormats: ReadonlySet<Format> = new Set<Format>([
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'et',
  'ods',
  'csv',
  'xml_spreadsheet',
]);
