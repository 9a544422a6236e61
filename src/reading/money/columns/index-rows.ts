import type { MoneyRegion } from '../../form.ts';
import { cellOf, filledCells, labelAt, labelOf, type Table } from '../../table/table.ts';
import type { MoneyHalf } from './money-columns.ts';
import { isWorkedOut, numberOfColumn, workOf } from './money-heads.ts';

/** The columns that a row which numbers them numbers: those of names and figures. */
export function numberedColumns(halves: readonly MoneyHalf[]): number[] {
  return halves
    .flatMap((each) => [...each.items, ...each.figures.map((figure) => figure.column)])
    .sort((a, b) => a - b);
}

/** What stands in the row of numbers where a column has none: 栏次, **, 甲, or a head of names (科目名称). */
const unnumbered = /^(?:栏次|行次|序号|公式|关系|合计|\*+|[甲乙丙丁]|项目|[^\d]{0,12}(?:名称|编码))?$/;

/** Whether a row of the body only numbers the columns: 栏次 | 1 | 2 | 3, ** | 1=2+3 | 2 | 3. */
export function isIndexRow(table: Table, row: number, columns: readonly number[]): boolean {
  if (numbersInBrackets(table, row) || numbersWithSlip(table, row)) return true;
  let last = numbersBefore(table, row, columns[0] ?? 0);
  let count = last;
  let before = columns[0] ?? 0;
  const [first] = filledCells(table, row);
  const numbered = first !== undefined && /^(?:栏次|行次|序号)$/.test(labelOf(table, first).key);
  for (const column of columns) {
    // 1 | 2 | 3 where the second is a column of neither names nor figures: it has its number too.
    for (let between = before + 1; between < column; between++)
      if (numberOfColumn(labelAt(table, row, between).key) === last + 1) {
        last++;
        count++;
      }
    before = column;
    const key = labelAt(table, row, column).key;
    if (unnumbered.test(key)) continue;
    const number = numberOfColumn(key);
    if (number === null || (number <= last && !numbered)) return false;
    if (last !== 0 && number !== last + 1 && !numbered) return false;
    last = number;
    count++;
  }
  return count >= 2 && (last === count || numbered);
}

/** （1） | （2） | （4） and nothing else: the columns' numbers, one of them left out with its column. */
function numbersInBrackets(table: Table, row: number): boolean {
  const numbers = filledCells(table, row).map(
    (i) => /^\((\d{1,2})(?:=[^)]*)?\)$/.exec(labelOf(table, i).key)?.[1],
  );
  return (
    numbers.length >= FEWEST_NUMBERS &&
    numbers.every((number, i) => number !== undefined && Number(number) > Number(numbers[i - 1] ?? 0))
  );
}

const FEWEST_NUMBERS = 3;

/**
 * 1 | 2 | 3 | 4 | 5 | 6 | 8 | 9, 1 | 2 | 3 | 4 | 4 | 5: the columns' numbers from the first column on, of which one is left out or comes twice, and
 * no word beside them.
 */
export function numbersWithSlip(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  const numbers = filled.map((i) => numberOfColumn(labelOf(table, i).key));
  if (numbers.length < FEWEST_COUNTED || numbers[0] !== 1 || cellOf(table, filled[0] as number).column !== 0)
    return false;
  let slips = 0;
  for (let at = 1; at < numbers.length; at++) {
    const [before, number] = [numbers[at - 1] ?? null, numbers[at] ?? null];
    if (before === null || number === null || number < before || number > before + 2) return false;
    if (number !== before + 1) slips++;
  }
  return slips < 2;
}

/** Fewest numbers that count on although one of them is wrong. */
const FEWEST_COUNTED = 6;

/** How many columns left of the first of names or figures are numbered, and nothing else said of them. */
function numbersBefore(table: Table, row: number, first: number): number {
  let last = 0;
  for (let column = 0; column < first; column++) {
    const key = labelAt(table, row, column).key;
    if (numberOfColumn(key) === last + 1) last++;
    else if (!unnumbered.test(key)) return 0;
  }
  return last;
}

/** What the rows that number the columns say of them, by column; empty where they say of none what it is worked out from. */
export function workOfColumns(
  region: MoneyRegion,
  indexRows: readonly number[],
): Map<number, NonNullable<ReturnType<typeof workOf>>> {
  const { header, headerTable, table } = region;
  const found = new Map<number, NonNullable<ReturnType<typeof workOf>>>();
  const look = (of: Table, row: number): boolean => {
    const cells = filledCells(of, row).map((i) => ({ key: labelOf(of, i).key, cell: cellOf(of, i) }));
    if (!cells.some(({ key }) => isWorkedOut(key))) return false;
    for (const { key, cell } of cells) {
      const work = workOf(key);
      if (work !== null) found.set(cell.column, work);
    }
    return true;
  };
  if (indexRows.some((row) => look(table, row))) return found;
  for (let row = header.end - 1; row > header.first; row--) if (look(headerTable, row)) break;
  return found;
}

/** 占比 under 5=4÷3: a rate of two figures of its row, and no share of the sum of its column. */
export function withRatesOfRows(half: MoneyHalf, works: ReturnType<typeof workOfColumns>): MoneyHalf {
  const isRate = ({ column, role }: MoneyHalf['figures'][number]): boolean =>
    role === 'share' && /[÷/]/.test(works.get(column)?.formula ?? '');
  if (!half.figures.some(isRate)) return half;
  const figures = half.figures.map((figure) =>
    isRate(figure) ? { ...figure, role: 'rate' as const, measure: 'rate' as const } : figure,
  );
  return { ...half, figures };
}
