import type { Area } from '../image/raster.ts';
import type { LineReading } from '../lines/read-line.ts';

const letters = /^[\p{Script=Latin}|!]{1,2}$/u;
const figure = /^[<>=≤≥≦≧]?-?\d[\d,.]*[%％‰]?$/;

/** A column is one of figures where so many lines are some, and this share of all. */
const fewest = 4;
const most = 0.7;

/** Most that a letter is believed there. */
const among = 0.6;

interface Column {
  figures: number;
  lines: number;
}

/** A letter that stands alone in a column of figures is a digit that a stroke crosses (7 as T, 4 as A), or one misread: it stays, in doubt. */
export function lettersAmongFigures(lines: readonly LineReading[]): LineReading[] {
  if (!lines.some(({ text, cell }) => cell && letters.test(text))) return [...lines];
  const columns = new Map<string, Column>();
  for (const { cell, text } of lines) {
    if (!cell) continue;
    const key = columnOf(cell);
    const column = columns.get(key) ?? { figures: 0, lines: 0 };
    column.lines++;
    if (figure.test(text)) column.figures++;
    columns.set(key, column);
  }
  return lines.map((line) => {
    if (!line.cell || !letters.test(line.text)) return line;
    const column = columns.get(columnOf(line.cell))!;
    if (column.figures < fewest || column.figures < most * column.lines) return line;
    const confidence = Math.min(line.confidence, among);
    return { ...line, confidence, doubt: line.doubt ?? `read as ${line.text} among figures` };
  });
}

/** The sides of a cell name its column. */
const columnOf = ({ x0, x1 }: Area): string => `${x0} ${x1}`;
