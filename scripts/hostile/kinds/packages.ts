import { form, type Kind } from './kind.ts';
import { without } from './repacked.ts';
import { shared, xlsx } from './sheet-markup.ts';
import { docx, table } from './word-markup.ts';

/** Packages that lost the parts around those that hold something, as programs write them and other programs open them. */
export const packages: readonly Kind[] = [
  ['no-content-types.xlsx', () => without(xlsx(), /Content_Types/), form],
  ['no-content-types.docx', () => without(docx(table), /Content_Types/), form],
  ['no-relationships.xlsx', () => without(xlsx(), /\.rels$/), form],
  ['no-relationships.docx', () => without(docx(table), /\.rels$/), form],
  ['no-content-types-shared-texts.xlsx', () => without(shared(), /Content_Types/), form],
];
