import { changed, type Kind, told } from './kind.ts';
import { docx, p, table, tc, withRows } from './word-markup.ts';

const value = tc(p('≥12场'));

/** Word files of which a piece of a table was lost, doubled or run into another, and whose markup is whole. */
export const mendedWords: readonly Kind[] = [
  ['cell-lost.docx', () => docx(changed(table, value, '')), told('page_failed')],
  ['cell-doubled.docx', () => docx(changed(table, value, value + value)), told('page_failed')],
  [
    'row-run-into-next.docx',
    () =>
      docx(
        withRows((rows) => [
          ...rows.slice(0, 7),
          `${rows[7]}${rows[8]}`.replace(/<\/w:tr>\s*<w:tr(?:\s[^>]*)?>/, ''),
          ...rows.slice(9),
        ]),
      ),
    told('page_failed'),
  ],
];
