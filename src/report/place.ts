import type { Grid, Location } from '../../schemas/index.ts';
import type { Language } from './wording.ts';

/** Where a person finds a text in the file: `Sheet1!C5`, 第3页 第2行第4列, table 1 row 2 column 4. Rows and columns count from 1. */
export function place(location: Location, language: Language): string {
  const { sheet, ref, page, table, row, column, block } = location;
  if (sheet !== null) return ref === null ? sheet : `${sheet}!${ref}`;
  const parts: string[] = [];
  if (page !== null) parts.push(language === 'zh' ? `第${page}页` : `page ${page}`);
  else if (table !== null) parts.push(language === 'zh' ? `表${table + 1}` : `table ${table + 1}`);
  if (row !== null && column !== null)
    parts.push(language === 'zh' ? `第${row + 1}行第${column + 1}列` : `row ${row + 1} col ${column + 1}`);
  if (parts.length === 0 || (row === null && page === null))
    parts.push(language === 'zh' ? `第${block + 1}段` : `block ${block + 1}`);
  return parts.join(' ');
}

/** Where a grid stands: the page, sheet or table of each of its parts, and its size. */
export function gridPlace(
  { parts, rows, columns }: Pick<Grid, 'parts' | 'rows' | 'columns'>,
  language: Language,
): string {
  const names = parts.map(({ page, sheet, table }) => {
    if (sheet !== null) return language === 'zh' ? `工作表 ${sheet}` : `sheet ${sheet}`;
    if (page !== null) return language === 'zh' ? `第${page}页` : `page ${page}`;
    return language === 'zh' ? `表${(table ?? 0) + 1}` : `table ${(table ?? 0) + 1}`;
  });
  const size = language === 'zh' ? `${rows} 行 × ${columns} 列` : `${rows} rows × ${columns} columns`;
  return `${[...new Set(names)].join(language === 'zh' ? '、' : ', ')} · ${size}`;
}
