import type { Indicator } from '../../../schemas/index.ts';
import { foldLabel, stripMarks } from '../../values/index.ts';
import { type Entry, locate, pointsOf } from '../table/cells.ts';
import { labelAt, type Table } from '../table/table.ts';
import type { Plan } from './columns/plan.ts';
import type { IndicatorCells } from './indicator-record.ts';
import type { LevelNames } from './levels.ts';
import { isSubtotalName } from './totals.ts';

/** 一级指标小计, 决策合计, 本项得分小计: what is added up, and that it is. */
const named = /^(.{1,16}?)(?:指标)?(?:得分|分值|权重)?(?:小计|合计)[:：]?$/;
const anyLevel = /^(?:[一二]级|[本该]项?|本级|分项|此项)?(?:指标)?$/;

/**
 * 小计 or 合计 in the place of a level, and no name behind it: the points of the rows above. So is 决策小计 below the rows of 决策, and
 * 一级指标合计, where nothing but points stands beside it.
 */
export function isSubtotal(cells: IndicatorCells, above: readonly Indicator[]): boolean {
  const { keys, name } = cells.names;
  if (name === '' ? keys.some(isSubtotalName) : isSubtotalName(foldLabel(name))) return true;
  if (cells.value.entry !== null && cells.value.entry.key !== '') return false;
  if (cells.actual !== null && cells.actual.key !== '') return false;
  return addsUp(foldLabel(name), above.at(-1)) !== null;
}

/** What a name says that it adds up; null where it names nothing that stands right above. */
function addsUp(key: string, last: Indicator | undefined): 'level1' | 'level2' | 'any' | null {
  const of = named.exec(key)?.[1];
  if (of === undefined || last === undefined) return null;
  if (anyLevel.test(of)) return of.startsWith('一级') ? 'level1' : of.startsWith('二级') ? 'level2' : 'any';
  const bare = (level: string | null): string => foldLabel(level ?? '').replace(/指标$/, '');
  if (of === bare(last.level1)) return 'level1';
  return of === bare(last.level2) ? 'level2' : null;
}

/**
 * 履职效能 | 小计 | | | 40 | 38: the points and the score of the level that it stands in are told to the rows of that level right above,
 * unless their own cells say them.
 */
export function addSubtotal(
  table: Table,
  row: number,
  { names, score, weight }: IndicatorCells,
  above: readonly Indicator[],
  plan: Plan,
): void {
  const since = plan.subtotal.end;
  plan.subtotal.end = above.length;
  const field = levelOf(table, row, names, above, since, plan);
  if (field === null) return;
  const { level1, level2 } = above.at(-1)!;
  const same = (one: Indicator): boolean =>
    one.level1 === level1 && (field === 'level1' || one.level2 === level2);
  const first = above.findLastIndex((one) => !same(one)) + 1;
  const [points, marks] = [pointsOf(weight), pointsOf(score)];
  const tell = (one: Indicator, name: `${typeof field}_${'score' | 'weight'}`, value: number, at: Entry) => {
    one[name] = value;
    locate(one.source, name, at);
  };
  for (const one of above.slice(first)) {
    if (points !== null && one[`${field}_weight`] === null) tell(one, `${field}_weight`, points, weight!);
    if (marks !== null && one[`${field}_score`] === undefined) tell(one, `${field}_score`, marks, score!);
  }
}

/** The level that a row adds up; null where none is certain. */
function levelOf(
  table: Table,
  row: number,
  { keys, name, texts }: LevelNames,
  above: readonly Indicator[],
  since: number,
  plan: Plan,
): 'level1' | 'level2' | null {
  const last = above.at(-1);
  if (last === undefined) return null;
  const said = addsUp(foldLabel(name), last);
  if (said === 'level1' || said === 'level2') return said;
  const sums = (key: string): boolean => isSubtotalName(stripMarks(key).rest) || addsUp(key, last) !== null;
  const at = keys.findIndex(sums);
  // Beside the name of its level it is of that; it may stand below other rows.
  if (at > 0 && texts[0] !== last.level1) return null;
  if (at === 2) return texts[1] === last.level2 ? 'level2' : null;
  const open = above.slice(since);
  const [other] = open.filter(({ level1, level2 }) => level1 !== last.level1 || level2 !== last.level2);
  if (open.length === 0 || other !== undefined || last.level2 === null) return at < 0 ? null : 'level1';
  // 小计 below each second level: that of the first has others, above or below.
  const before = above[since - 1];
  const goesOn = at === 1 && runsOn(table, row, plan.half.levels[0]?.first);
  const others = goesOn || (before !== undefined && before.level1 === last.level1);
  return others ? 'level2' : 'level1';
}

/** Whether the first level of a row is that of the next one. */
function runsOn(table: Table, row: number, column: number | undefined): boolean {
  if (column === undefined || row + 1 >= table.grid.rows) return false;
  return labelAt(table, row, column).key === labelAt(table, row + 1, column).key;
}
