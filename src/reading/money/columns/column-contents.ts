import { isUnit, stripMarks } from '../../../values/index.ts';
import type { MoneyRegion } from '../../form.ts';
import { cellIndexAt, cellOf, filledCells, labelAt, labelOf } from '../../table/table.ts';
import type { Head } from './figure-columns.ts';
import { isUnitHead } from './money-heads.ts';

/** Whether a column of ordinals has several kinds of them: 一 over 1 and 2. */
export function holdsMarks({ end, first, table }: MoneyRegion, column: number): boolean {
  const levels = new Set<number>();
  for (let row = first; row < end; row++) {
    const level = markLevel(labelAt(table, row, column).key);
    // A heading without figures ranks nothing: the numbers may go on below the next.
    const summed = filledCells(table, row).some(
      (i) => cellOf(table, i).column > column && labelOf(table, i).figure,
    );
    if (level !== null && summed) levels.add(level);
  }
  return levels.size > 1;
}

/** The level of a mark that stands alone in its cell: 一, （一）, 1. */
export function markLevel(key: string): number | null {
  // 1.1 below 1
  const [, above] = /^(\d{1,2})(?:\.\d{1,2})$/.exec(key) ?? [];
  if (above !== undefined) return (markLevel(above) ?? 0) + 1;
  if (!/^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.]?$/.test(key)) return null;
  const text = /[)）、.]$/.test(key) ? key : `${key}、`;
  return stripMarks(`${text}项`).marks.find((mark) => mark.level !== null)?.level ?? null;
}

export function holdsOfficeCodes({ headerTable }: MoneyRegion, { path }: Head): boolean {
  const lowest = path.at(-1);
  return lowest !== undefined && isOfficeCode(labelOf(headerTable, lowest).key);
}

/** Whether a head asks for the code of an office. */
export const isOfficeCode = (key: string): boolean => /(?:单位|部门|机构)\)?(?:编码|代码)$/.test(key);

/** Whether cells of the first column reach over rows with names of their own in the second, or say the same beside each. */
export function groups({ first, end, table }: MoneyRegion, outer: number, inner: number): boolean {
  const names = new Map<string, number>();
  for (let row = first; row < end; row++) {
    const index = cellIndexAt(table, row, inner);
    const { row: top, column } = cellOf(table, index);
    if (top !== row || column !== inner || labelOf(table, index).void) continue;
    const { key } = labelAt(table, row, outer);
    if (key !== '') names.set(key, (names.get(key) ?? 0) + 1);
  }
  return [...names.values()].some((count) => count > 1);
}

/** Fewest names of a second column that stand where the first is blank. */
const FEWEST_BELOW = 2;

/** 采购项目 | 采购目录 with a name in one of them in each row: those of the second stand below the last of the first. */
export function alternates({ first, end, table }: MoneyRegion, outer: number, inner: number): boolean {
  let below = 0;
  for (let row = first; row < end; row++) {
    const [one, other] = [outer, inner].map((column) => labelAt(table, row, column));
    if (other === undefined || other.void) continue;
    if (row === first || one?.key !== '') return false;
    below++;
  }
  return below >= FEWEST_BELOW;
}

/** 财农〔2031〕118号 */
const document = /[〔[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*第?\s*\d{1,4}\s*号/;

/** Whether most of what stands in a column names documents: they name no row, whatever heads them. */
export function holdsDocuments({ first, end, table }: MoneyRegion, head: Head): boolean {
  if (head.words === 0 || head.figures > head.words) return false;
  let documents = 0;
  for (let row = first; row < end; row++)
    if (document.test(labelAt(table, row, head.column).key)) documents++;
  return documents * 2 > head.words;
}

/** 单位 over 人, 万元, 平方米: not the units that file, but those of the figures beside. */
export function holdsUnits({ first, end, headerTable, table }: MoneyRegion, head: Head): boolean {
  const lowest = head.path.at(-1);
  if (lowest === undefined || head.words === 0 || !isUnitHead(labelOf(headerTable, lowest).key)) return false;
  // A unit that no list has, or that a scan spoilt, makes no units of those that file.
  let units = 0;
  let others = 0;
  for (let row = first; row < end; row++) {
    const label = labelAt(table, row, head.column);
    if (label.void || isUnitHead(label.key)) continue;
    if (isUnit(label.key)) units++;
    else others++;
  }
  return units > others;
}
