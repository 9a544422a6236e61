import type { Cell, Grid } from '../../../schemas/index.ts';

const numerals = '一二三四五六七八九十';
const marked = /^([一二三四五六七八九十])、/u;
/** A mark that is no writing: what readers make of 一 and 二. */
const lost = /^[^\p{L}\p{N}\s《（(“"]{1,2}、(?=\p{Script=Han})/u;

/**
 * The text of a cell whose list mark was read as dashes or dots, with the numeral that the marks before and behind it in its
 * column leave no choice of; null where there is none to be mended.
 */
export function outlineMark(cell: Cell, { cells }: Grid): string | null {
  const match = lost.exec(cell.text);
  if (match === null) return null;
  const column = cells.filter((other) => other.column === cell.column);
  const before = column
    .filter(({ row }) => row < cell.row)
    .flatMap(numeralOf)
    .at(-1);
  const behind = column.filter(({ row }) => row > cell.row).flatMap(numeralOf)[0];
  const own = before === undefined ? (behind ?? 0) - 1 : before + 1;
  const fits =
    (before !== undefined || behind === 1) && (behind === undefined || behind === own + 1 || behind === 0);
  const numeral = fits ? numerals[own] : undefined;
  return numeral === undefined ? null : `${numeral}、${cell.text.slice(match[0].length)}`;
}

function numeralOf({ text }: Cell): number[] {
  const numeral = marked.exec(text)?.[1];
  return numeral === undefined ? [] : [numerals.indexOf(numeral)];
}
