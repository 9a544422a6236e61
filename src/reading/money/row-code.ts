import type { Location } from '../../../schemas/index.ts';
import { cellIndexAt, cellOf, explain, labelOf, type Table } from '../table/table.ts';

/** 208 | 05 | 06 as 2080506; a row that prints its last column alone goes on with what stands above in those before. */
export function codeOf(
  table: Table,
  row: number,
  columns: readonly number[],
  above: string[],
): { code: string | null; codeAt: Location | null } {
  let codeAt: Location | null = null;
  const parts = columns.map((column, at) => {
    const i = cellIndexAt(table, row, column);
    if (at > 0 && i === cellIndexAt(table, row, columns[at - 1] as number)) return '';
    const { key: full } = labelOf(table, i);
    const key = inlineCode(full)?.code ?? full;
    explain(table, i);
    if (!/^(?:\d{1,9}|[a-z]\d{2,10})$/i.test(key)) return '';
    codeAt ??= cellOf(table, i).location;
    // 201 | 1 | 4 in cells that a sheet keeps as numbers: what stands below a class has two digits.
    return at > 0 && /^\d$/.test(key) ? `0${key}` : key;
  });
  const first = parts.findIndex((part) => part !== '');
  if (first < 0) return { code: null, codeAt };
  const before = above.slice(0, first);
  if (before.length === first && before.every((part) => part !== '')) parts.splice(0, first, ...before);
  above.splice(0, above.length, ...parts.slice(0, parts.findLastIndex((part) => part !== '') + 1));
  return { code: parts.join(''), codeAt };
}

/** 2130122-农业生产发展, [30101]基本工资: a classification code in front of the name. */
export function inlineCode(text: string): { code: string; name: string } | null {
  const match = /^[[(（【]?(\d{3}|\d{5}|\d{7})[\])）】]?\s*[-—–_]?\s*(?=[\u4e00-\u9fff])(.+)$/s.exec(text);
  if (!match || /^年/.test(match[2] as string)) return null;
  return { code: match[1] as string, name: (match[2] as string).trim() };
}

/** The code of the office that a row is of; null where its cell holds none. */
export function officeCodeAt(table: Table, row: number, column: number | null): string | null {
  if (column === null) return null;
  const { key } = labelOf(table, cellIndexAt(table, row, column));
  return /^\d{3,12}$/.test(key) ? key : null;
}
