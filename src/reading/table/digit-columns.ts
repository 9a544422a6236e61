import type { Cell, Grid } from '../../../schemas/index.ts';

/** Places of a sum of money from the lowest up, as ledgers head a column for each digit. */
const places = ['分', '角', '元', '十', '百', '千', '万', '十', '百', '千', '亿', '十', '百', '千'];
/** How ledgers write them. */
const sameAs: Readonly<Record<string, string>> = {
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  圆: '元',
  億: '亿',
};

/** What the last column of them is headed. */
const lowest: ReadonlySet<string> = new Set(['分', '角', '元', '圆']);
/** Such a head with the blanks around it, in characters. */
const LONGEST_HEAD = 5;

/** Fewest columns that are read so: 元 alone beside 万 may be units. */
const FEWEST = 4;

interface Run {
  /** Row of the heads, first column, and the column behind the last. */
  row: number;
  first: number;
  end: number;
  /** Whether 角 and 分 have columns. */
  cents: number;
}

/**
 * 千 | 百 | 十 | 万 | 千 | 百 | 十 | 元 | 角 | 分 over one digit each: the columns become one of sums in yuan, for each digit alone would be a sum
 * of a few yuan. A row in which something else stands there stays as it is. The same grid where there are no such heads.
 */
export function withDigitColumns(grid: Grid): Grid {
  // Hardly a sheet has such heads, and the largest have a million cells.
  if (!grid.cells.some(({ text }) => text.length <= LONGEST_HEAD && lowest.has(text.trim()))) return grid;
  const byRow = Map.groupBy(grid.cells, ({ row }) => row);
  const runs = [...byRow.values()].flatMap(runsOf);
  let { cells } = grid;
  for (const run of runs) cells = joined(cells, run, runs);
  return runs.length === 0 ? grid : { ...grid, cells };
}

function placeOf({ text, columnSpan }: Cell): string | null {
  const key = text.trim();
  if (columnSpan > 1 || key.length !== 1) return null;
  return sameAs[key] ?? key;
}

/** Runs of heads in which each place is ten times the next. */
function runsOf(cells: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  const keys = cells.map(placeOf);
  for (let last = cells.length - 1; last >= FEWEST - 1; last--) {
    const place = places.indexOf(keys[last] ?? '');
    if (place < 0 || place > places.indexOf('元')) continue;
    let length = 1;
    while (
      last - length >= 0 &&
      keys[last - length] === places[place + length] &&
      isBeside(cells, last - length)
    )
      length++;
    if (length < FEWEST) continue;
    const head = cells[last - length + 1] as Cell;
    runs.push({
      row: head.row,
      first: head.column,
      end: (cells[last] as Cell).column + 1,
      cents: 2 - place,
    });
    last -= length - 1;
  }
  return runs;
}

const isBeside = (cells: readonly Cell[], i: number): boolean =>
  cells[i]!.column + 1 === cells[i + 1]!.column;

function joined(cells: readonly Cell[], run: Run, runs: readonly Run[]): Cell[] {
  const below = Math.min(
    ...runs.filter(({ row, first }) => row > run.row && first === run.first).map(({ row }) => row),
    Number.POSITIVE_INFINITY,
  );
  const inside = Map.groupBy(
    cells.filter(
      ({ column, row }) => row >= run.row && row < below && column >= run.first && column < run.end,
    ),
    ({ row }) => row,
  );
  const texts = new Map<number, string>();
  for (const [row, own] of inside) {
    const text = row === run.row ? '金额（元）' : sumOf(own, run);
    if (text !== null) texts.set(row, text);
  }
  return cells.flatMap((cell) => {
    const text = texts.get(cell.row);
    if (text === undefined || cell.column < run.first || cell.column >= run.end) return [cell];
    if (cell.column > run.first) return [];
    const own = inside.get(cell.row) ?? [];
    const confidence = Math.min(...own.map((each) => each.confidence));
    return [{ ...cell, columnSpan: run.end - run.first, text, confidence }];
  });
}

/** The sum that a row's digits make up; blank where it has none, null where something else stands among them. */
function sumOf(cells: readonly Cell[], { first, end, cents }: Run): string | null {
  if (cells[0]?.column !== first || cells.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1))
    return null;
  if (cells.length !== end - first) return null;
  const keys = cells.map(({ text }) => text.trim());
  const digits = keys.join('').replace(/^[¥￥]/, '');
  if (digits === '') return '';
  const from = keys.findIndex((key) => /^[-\d]$/.test(key));
  const whole = from >= 0 && keys.slice(from).every((key, i) => /^\d$/.test(key) || (i === 0 && key === '-'));
  if (!whole || !keys.slice(0, from).every((key) => key === '' || /^[¥￥]$/.test(key))) return null;
  const padded = digits.padStart(cents + 1, '0');
  return cents === 0 ? padded : `${padded.slice(0, -cents)}.${padded.slice(-cents)}`;
}
