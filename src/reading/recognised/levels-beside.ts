import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/fold.ts';
import { levelOfName } from '../lexicon/levels.ts';

/** The first level that names of the second belong to, by what each is called. */
const families: readonly (readonly [string, RegExp])[] = [
  ['产出', /^(?:数量|质量|时效)(?:指标)?$/],
  ['成本', /^(?:经济|社会|生态环境)成本(?:指标)?$/],
  ['效益', /^(?:(?:经济|社会|生态)效益|可持续影响)(?:指标)?$/],
  ['满意度', /^(?:服务对象|社会公众|社会公众或服务对象)满意度(?:指标)?$/],
];
const familyOf = (name: string): string | null => families.find(([, words]) => words.test(name))?.[0] ?? null;

/** Before 财预〔2021〕101号 it stands under 产出, since then it may be a level of its own. */
const ofEither = /^成本(?:指标)?$/;

/** Most signs of a first level of which some were lost. */
const LONGEST = 6;

/**
 * The first levels that a scan lost or read in part, for they stand in a narrow column, a sign a line: 效標 or nothing beside 经济效益指标
 * and 社会效益指标 is 效益指标. A text counts where it begins as the name does, a blank that runs over several rows where its column has
 * first levels.
 */
export function levelsBeside(grid: Grid, isUnsure: (cell: Cell) => boolean): Map<Cell, string> {
  const names = secondLevels(grid);
  const found = new Map<Cell, string>();
  if (names.size === 0) return found;
  const columns = new Set<number>();
  for (const cell of grid.cells) {
    if (levelOfName(foldLabel(cell.text)) === 1) columns.add(cell.column);
    else if (cell.text !== '' && isUnsure(cell)) {
      const level = levelOf(cell, names.get(cell.column + 1));
      if (level?.charAt(0) !== cell.text.trim().charAt(0) || cell.text.length > LONGEST) continue;
      found.set(cell, level);
      columns.add(cell.column);
    }
  }
  for (const cell of grid.cells) {
    if (cell.text !== '' || cell.rowSpan < 2 || cell.confidence === 1 || !columns.has(cell.column)) continue;
    const level = levelOf(cell, names.get(cell.column + 1));
    if (level !== null) found.set(cell, level);
  }
  return found;
}

/** The folded texts of each column that holds names of the second level, by row. */
function secondLevels({ cells }: Grid): Map<number, Map<number, string>> {
  const columns = new Map<number, Map<number, string>>();
  for (const { column, row, rowSpan, text } of cells) {
    const key = foldLabel(text);
    if (familyOf(key) === null && !ofEither.test(key)) continue;
    const rows = columns.get(column) ?? new Map<number, string>();
    columns.set(column, rows);
    for (let k = row; k < row + rowSpan; k++) rows.set(k, key);
  }
  return columns;
}

/** The one first level of all names beside a cell; null where one is unknown or they are of several. */
function levelOf({ columnSpan, row, rowSpan }: Cell, names: Map<number, string> | undefined): string | null {
  if (names === undefined || columnSpan > 1) return null;
  let level: string | null = null;
  let ending = '';
  for (let k = row; k < row + rowSpan; k++) {
    const name = names.get(k);
    if (name === undefined) return null;
    if (name.endsWith('指标')) ending = '指标';
    if (ofEither.test(name)) continue;
    const own = familyOf(name);
    if (own === null || (level !== null && own !== level)) return null;
    level = own;
  }
  return level === null ? null : level + ending;
}
