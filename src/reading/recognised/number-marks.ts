import type { Cell, Grid } from '../../../schemas/index.ts';

/** A list mark of digits with the sign behind it, the first of a list behind 其中 too. */
const marked = /^(?:其中[:：]?)?\s*(\d{1,2})([、.．])(?!\d)/u;
/** Digits before a name, with a blank or a speck where the sign was. */
const unparted = /^(\d{1,2})[\s`'’‘·,，]{0,2}(?=\p{Script=Han}{2})/u;
/** What is counted rather than listed: 3个月以上, 12月, 2家单位; 2个人补助, 2项目支出 and 2人员经费 are listed. */
const counted =
  /^(?:个(?!人)|人(?![员才民])|家(?![庭具])|日(?!常)|项(?!目)|名(?!称)|年(?![初末度])|期(?![初末])|所(?![得属])|[月次号户届万亿千百元天周岁级类吨亩套辆]|季度|小时|公里|平方|立方)/u;
/** Marks of a column from which digits before other names of it are marks. */
const fewestMarks = 2;

/** A list mark whose sign was lost. */
export interface NumberMark {
  text: string;
  /** Whether the marks above and below count on over it, and nothing counted follows. */
  isSure: boolean;
}

/** One row of a column that begins with a number. */
interface Numbered {
  cell: Cell;
  number: number;
  /** The sign behind it; null where none was read. */
  sign: string | null;
  rest: string;
}

/**
 * Names whose list mark lost its 、 (2因公出国 among 1、 and 3、), with it; without it they would stand under other parents. `isRead` says which
 * cells may be mended. What is counted (3个月以上贷款) is one in doubt where it counts on by chance, and else none.
 */
export function numberMarks({ cells }: Grid, isRead: (cell: Cell) => boolean): Map<Cell, NumberMark> {
  const columns = new Map<number, Numbered[]>();
  for (const cell of cells) {
    const numbered = numberedOf(cell);
    if (numbered === null) continue;
    const column = columns.get(cell.column) ?? [];
    column.push(numbered);
    columns.set(cell.column, column);
  }
  const marks = new Map<Cell, NumberMark>();
  for (const column of columns.values()) {
    const signs = column.flatMap(({ sign }) => sign ?? []);
    const [sign] = signs;
    if (sign === undefined) continue;
    column.sort((a, b) => a.cell.row - b.cell.row);
    for (const [i, { cell, number, rest, ...own }] of column.entries()) {
      if (own.sign !== null || !isRead(cell)) continue;
      const counts = countsOn(number, column[i - 1]?.number, column[i + 1]?.number);
      const isCounted = counted.test(rest);
      const enough = signs.length >= fewestMarks;
      if (counts || (enough && !isCounted))
        marks.set(cell, { text: `${number}${sign}${rest}`, isSure: counts && enough && !isCounted });
    }
  }
  return marks;
}

function numberedOf(cell: Cell): Numbered | null {
  const { text } = cell;
  const match = marked.exec(text) ?? unparted.exec(text);
  if (match === null) return null;
  return { cell, number: Number(match[1]), sign: match[2] ?? null, rest: text.slice(match[0].length) };
}

/** Whether a number goes on from the one above and the one below from it, or begins with 1. */
function countsOn(own: number, above: number | undefined, below: number | undefined): boolean {
  const begins = own === 1 && below === 2;
  const goesOn = above === own - 1 && (below === undefined || below === own + 1 || below === 1);
  return own > 0 && (begins || goesOn);
}
