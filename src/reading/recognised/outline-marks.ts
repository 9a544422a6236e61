import type { Cell, Grid } from '../../../schemas/index.ts';

const numerals = '一二三四五六七八九十';
const marked = /^([一二三四五六七八九十])、/u;
/** A mark that is no writing: what readers make of 一 and 二. */
const lost = /^[^\p{L}\p{N}\s《（(“"]{1,2}、(?=\p{Script=Han})/u;
/** A numeral whose 、 was lost: no word begins with these, but for 一一般 (一、一般公共服务) doubled. */
const unparted = /^(?:(一)(?=一[般次])|([二四五六七八九])(?=\p{Script=Han}))/u;
/** A numeral that is all of its cell, under 序号. */
const bare = /^([一二三四五六七八九十])$/u;
/** What readers make of 一 and 二 where nothing stands beside them. */
const strokes = new Map([
  [0, /^[-—–―─~_]$/u],
  [1, /^[=＝]$/u],
]);
/** The names of levels in the head of indicators. */
const level = /^([一二三四])级指标/u;

/**
 * The text of a cell whose list mark was read as dashes, dots or another numeral, with the numeral that the marks before and behind it in its
 * column leave no choice of; null where there is none to be mended. So for the names of levels beside each other: 一级指标 | 一级指标 | 三级指标.
 */
export function outlineMark(cell: Cell, { cells }: Grid): string | null {
  const across = cells.filter((other) => other.column === cell.column);
  const match = lost.exec(cell.text);
  if (match !== null) return lostMark(cell, across, cell.text.slice(match[0].length));
  const alone = numeralAlone(cell, across);
  if (alone !== null) return alone;
  const joined = unparted.exec(cell.text);
  if (joined !== null) {
    const own = lostMark(cell, across, cell.text.slice(1));
    if (own?.startsWith(joined[0])) return own;
  }
  const ofMark = between(cell, across, ({ row }) => row, marked);
  if (ofMark !== null) return ofMark;
  const along = cells.filter((other) => other.row === cell.row);
  return between(cell, along, ({ column }) => column, level);
}

/** — over 二 in a column of numerals is 一, and = between 一 and 三 is 二: strokes that stand alone look the same. Dashes that stand for nothing are several. */
function numeralAlone(cell: Cell, column: readonly Cell[]): string | null {
  for (const [own, stroke] of strokes) {
    if (!stroke.test(cell.text)) continue;
    const above = column.filter(({ row }) => row < cell.row);
    const below = column.filter(({ row }) => row > cell.row);
    const before = above.findLastIndex((other) => numeralOf(other, bare).length > 0);
    const behind = below.findIndex((other) => numeralOf(other, bare).length > 0);
    const beside = [...above.slice(before + 1), ...below.slice(0, Math.max(0, behind))];
    const follows = numeralOf(below[behind] ?? cell, bare)[0] === own + 1;
    const last = numeralOf(above[before] ?? cell, bare)[0];
    const goesOn = own === 0 ? last !== 0 : last === own - 1;
    if (follows && goesOn && !beside.some(({ text }) => stroke.test(text))) return numerals[own] ?? null;
  }
  return null;
}

function lostMark(cell: Cell, column: readonly Cell[], text: string): string | null {
  const before = column
    .filter(({ row }) => row < cell.row)
    .flatMap((other) => numeralOf(other, marked))
    .at(-1);
  const behind = column.filter(({ row }) => row > cell.row).flatMap((other) => numeralOf(other, marked))[0];
  const own = before === undefined ? (behind ?? 0) - 1 : before + 1;
  const fits =
    (before !== undefined || behind === 1) && (behind === undefined || behind === own + 1 || behind === 0);
  const numeral = fits ? numerals[own] : undefined;
  return numeral === undefined ? null : `${numeral}、${text}`;
}

/** A numeral that is the one before it or the one behind it again, while one is missing between these: 一、 三、 三、 lost a 二、 to a stroke too many. */
function between(
  cell: Cell,
  line: readonly Cell[],
  place: (of: Cell) => number,
  mark: RegExp,
): string | null {
  const [own] = numeralOf(cell, mark);
  if (own === undefined) return null;
  const before = line
    .filter((other) => place(other) < place(cell))
    .flatMap((other) => numeralOf(other, mark))
    .at(-1);
  const behind = line
    .filter((other) => place(other) > place(cell))
    .flatMap((other) => numeralOf(other, mark))[0];
  if (before === undefined || behind !== before + 2 || (own !== before && own !== behind)) return null;
  return `${numerals[before + 1]}${cell.text.slice(1)}`;
}

function numeralOf({ text }: Cell, mark: RegExp): number[] {
  const numeral = mark.exec(text)?.[1];
  return numeral === undefined ? [] : [numerals.indexOf(numeral)];
}
