import { openContent, openDocument, sheetType } from './containers.ts';
import { form, type Kind } from './kind.ts';
import { repacked, without } from './repacked.ts';
import { shared, xlsx } from './sheet-markup.ts';
import { docx, table } from './word-markup.ts';

const inFolder = (bytes: Uint8Array): Buffer =>
  repacked(bytes, (name, data) => ({ name: `申报表/${name}`, data }));

/** Packages that lost the parts around those that hold something, as programs write them and other programs open them. */
export const packages: readonly Kind[] = [
  ['no-content-types.xlsx', () => without(xlsx(), /Content_Types/), form],
  ['no-content-types.docx', () => without(docx(table), /Content_Types/), form],
  ['no-relationships.xlsx', () => without(xlsx(), /\.rels$/), form],
  ['no-relationships.docx', () => without(docx(table), /\.rels$/), form],
  ['no-content-types-shared-texts.xlsx', () => without(shared(), /Content_Types/), form],
  ['in-its-own-folder.xlsx', () => inFolder(xlsx()), form],
  ['in-its-own-folder.docx', () => inFolder(docx(table)), form],
  ['in-its-own-folder.ods', () => inFolder(openDocument(sheetType, openContent('spreadsheet'))), form],
];
