import type { Area } from '../image/raster.ts';
import type { LineReading } from '../lines/read-line.ts';

const letters = /^[\p{Script=Latin}|!]{1,2}$/u;

/** A Chinese character or two that were read with less are no word: a struck 10 is read as 串. */
const words = /^\p{Script=Han}{1,2}$/u;
const sureWord = 0.9;

const figure = /^[<>=≤≥≦≧]?-?\d[\d,.]*[%％‰]?$/;

/** A column is one of figures where so many lines are some, and this share of all; below the fields of a form, where so many adjoin. */
const fewest = 4;
const most = 0.7;

/** Most that a letter is believed there. */
const among = 0.6;

/** Whether the lines of a column are figures, from top to bottom. */
type Column = boolean[];

/**
 * A letter, or a character that was hardly legible, that stands alone in a column of figures is a figure that a stroke crosses (7 as T, 4 as A,
 * 10 as 串), or one misread: it stays, in doubt.
 */
export function lettersAmongFigures(lines: readonly LineReading[]): LineReading[] {
  if (!lines.some(isNoFigure)) return [...lines];
  const columns = new Map<string, Column>();
  const linesOf = new Map<Area, number>();
  const places = lines.map(({ cell, text }) => {
    if (!cell) return 0;
    linesOf.set(cell, (linesOf.get(cell) ?? 0) + 1);
    const key = columnOf(cell);
    const column = columns.get(key) ?? [];
    columns.set(key, column);
    return column.push(figure.test(text)) - 1;
  });
  return lines.map((line, i) => {
    if (!line.cell || !isNoFigure(line)) return line;
    // What wraps in a cell may end in a word of its own: 10 over 分.
    if (words.test(line.text) && linesOf.get(line.cell)! > 1) return line;
    const column = columns.get(columnOf(line.cell))!;
    if (!isOfFigures(column) && adjoining(column, places[i]!) < fewest) return line;
    const confidence = Math.min(line.confidence, among);
    return { ...line, confidence, doubt: line.doubt ?? `read as ${line.text} among figures` };
  });
}

const isNoFigure = ({ cell, confidence, text }: LineReading): boolean =>
  cell !== undefined && (letters.test(text) || (words.test(text) && confidence < sureWord));

function isOfFigures(column: Column): boolean {
  const figures = column.filter((isFigure) => isFigure).length;
  return figures >= fewest && figures >= most * column.length;
}

/** How many figures stand above and below a line with nothing between, `fewest` on each side at most. */
function adjoining(column: Column, place: number): number {
  let count = 0;
  for (const step of [-1, 1])
    for (let at = place + step; Math.abs(at - place) <= fewest && column[at] === true; at += step) count++;
  return count;
}

/** The sides of a cell name its column. */
const columnOf = ({ x0, x1 }: Area): string => `${x0} ${x1}`;
