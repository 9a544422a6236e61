import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { isFigure, isVoid } from './label.ts';

/** Equal neighbours that make a run no chance: 达标 | 达标 may be a target and what came of it. */
const LONG_RUN = 3;
/** Rows with such a run that show a writer's habit. */
const HABIT_ROWS = 2;
/** Columns from the left in which a label repeats downwards: a side label and two levels. */
const LABEL_COLUMNS = 3;

/**
 * Some systems export a merged cell as its text in every cell that it covered. Where a grid without a merge shows that habit,
 * equal neighbours are one cell again: along a row in runs, and downwards under a run or in the columns of labels.
 */
export function withoutRepeats(grid: Grid): Grid {
  const { rows, columns, cells } = grid;
  if (cells.length !== rows * columns || columns <= LONG_RUN) return grid;
  const texts = cells.map((cell) => (cell.text.length < 2 ? '' : saidText(cell.text)));
  const runs = Array.from({ length: rows }, (_, row) => runsOf(texts, row, columns));
  const habit = runs.filter((row) => row.some(({ end, first }) => end - first >= LONG_RUN)).length;
  if (habit < HABIT_ROWS) return grid;
  const joined: Cell[] = [];
  /** The cell that covers each column of the row above. */
  let above: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const here: Cell[] = [];
    let nested = true;
    for (const { first, end } of runs[row] as Run[]) {
      const at = row * columns + first;
      const over = above[first];
      const same =
        over?.column === first &&
        over.columnSpan === end - first &&
        texts[at] !== '' &&
        texts[over.row * columns + first] === texts[at];
      const label = first < LABEL_COLUMNS && nested;
      nested &&= same;
      let cell = over as Cell;
      if (same && (label || end - first > 1)) cell.rowSpan = row - cell.row + 1;
      else {
        cell = { ...(cells[at] as Cell), columnSpan: end - first };
        joined.push(cell);
      }
      for (let column = first; column < end; column++) here[column] = cell;
    }
    above = here;
  }
  return { ...grid, cells: joined };
}

/** Columns of a row that are one cell. */
interface Run {
  first: number;
  end: number;
}

function saidText(text: string): string {
  const key = foldLabel(text);
  return isFigure(key) || isVoid(key) ? '' : key;
}

/** Runs of equal texts along a row; a lone pair is none. */
function runsOf(texts: readonly string[], row: number, columns: number): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column++) {
    const last = runs.at(-1);
    const text = texts[row * columns + column];
    if (last && text !== '' && text === texts[row * columns + last.first]) last.end++;
    else runs.push({ first: column, end: column + 1 });
  }
  const long = runs.filter(({ first, end }) => end - first > 1);
  const [only] = long;
  if (long.length !== 1 || only === undefined || only.end - only.first >= LONG_RUN) return runs;
  return Array.from({ length: columns }, (_, first) => ({ first, end: first + 1 }));
}
