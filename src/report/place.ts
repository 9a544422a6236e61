import type { Grid, Location } from '../../schemas/index.ts';
import type { Language } from './wording.ts';

/**
 * Where a person finds a text in the file: `Sheet1!C5`, 第3页 表2 第2行第4列, table 1 row 2 column 4. Tables, rows and columns count from 1.
 * A page may hold several tables, and a table begin pages before: its number is the one that `hedui tables` and the pages of the report print.
 */
export function place(location: Location, language: Language): string {
  const { sheet, ref, page, row, column, block } = location;
  if (sheet !== null) return ref === null ? sheet : `${sheet}!${ref}`;
  const parts: string[] = [];
  if (page !== null) parts.push(pageName(page, language));
  const table = page === null ? location.table : location.grid;
  if (table !== null) parts.push(tableName(table, language));
  if (row !== null && column !== null)
    parts.push(language === 'zh' ? `第${row + 1}行第${column + 1}列` : `row ${row + 1} col ${column + 1}`);
  if (parts.length === 0 || (row === null && page === null))
    parts.push(language === 'zh' ? `第${block + 1}段` : `block ${block + 1}`);
  return parts.join(' ');
}

/** Where a grid stands: the page, sheet or table of each of its parts, its number (`index` counts the document's grids from 0) where it is on pages, and its size. */
export function gridPlace(
  { parts, rows, columns }: Pick<Grid, 'parts' | 'rows' | 'columns'>,
  index: number,
  language: Language,
): string {
  const names = parts.map(({ page, sheet, table }) => {
    if (sheet !== null) return language === 'zh' ? `工作表 ${sheet}` : `sheet ${sheet}`;
    return page === null ? tableName(table ?? 0, language) : pageName(page, language);
  });
  const paged = parts.some(({ page, sheet }) => page !== null && sheet === null);
  const number = paged ? ` ${tableName(index, language)}` : '';
  const size = language === 'zh' ? `${rows} 行 × ${columns} 列` : `${rows} rows × ${columns} columns`;
  return `${[...new Set(names)].join(language === 'zh' ? '、' : ', ')}${number} · ${size}`;
}

function pageName(page: number, language: Language): string {
  return language === 'zh' ? `第${page}页` : `page ${page}`;
}

function tableName(index: number, language: Language): string {
  return language === 'zh' ? `表${index + 1}` : `table ${index + 1}`;
}
