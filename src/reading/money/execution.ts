import type { MoneyRegion } from '../form.ts';
import { type Entry, entryAt, pointsOf, splitPoints } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { cellOf } from '../table/table.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import type { RowName } from './money-row.ts';

/** What a table of funds prints of the execution itself. */
export interface Execution {
  weight: Entry | null;
  score: Entry | null;
  rate: Entry | null;
}

/** Points and score stand in the row that adds up the funds, or where that has a stroke for them in the row of a fund. */
export function executionOfGroup(
  region: MoneyRegion,
  half: MoneyHalf,
  group: readonly RowName[],
): Execution | null {
  // 部门整体支出 over 其中：基本支出 and 项目支出: whatever the sum is called, its row alone has points.
  const pointed = group.filter(({ row }) => {
    const own = executionOf(region, half, row);
    return own !== null && isPointed(own) && own.rate !== null;
  });
  const only = group.length === 1 ? group[0] : pointed.length === 1 ? pointed[0] : undefined;
  const whole = group.find((name) => name.total || name.funding === 0) ?? only;
  const own = whole === undefined ? null : executionOf(region, half, whole.row);
  if (whole === undefined || own === null || isPointed(own)) return own;
  // 数字乡村 | 98.5 and 高企培育 | 99 are the scores of projects, and none of the execution.
  if (pointsGiven(region, half, group).size > 1) return own;
  for (const { row } of group) {
    const other = executionOf(region, half, row);
    if (other !== null && isPointed(other)) return { ...other, rate: own.rate };
  }
  return own;
}

/** Points and score of the row that adds up a list of units or tasks, with its rate, where no row of the list has points of its own. */
export function executionOfTotal(
  region: MoneyRegion,
  half: MoneyHalf,
  group: readonly RowName[],
): Execution | null {
  const pointed = group
    .map((name) => ({ name, execution: executionOf(region, half, name.row) }))
    .filter(({ execution }) => execution !== null && isPointed(execution));
  const [only, another] = pointed;
  if (only === undefined || another !== undefined || !only.name.total || group.length < 2) return null;
  return only.execution?.rate == null ? null : only.execution;
}

function pointsGiven(region: MoneyRegion, half: MoneyHalf, group: readonly RowName[]): Set<number> {
  const scores = group.map(({ row }) => pointsOf(executionOf(region, half, row)?.score ?? null));
  return new Set(scores.filter((score) => score !== null));
}

function isPointed({ score, weight }: Execution): boolean {
  return pointsOf(weight) !== null || pointsOf(score) !== null;
}

/** The row that adds up the funds prints the rate of execution, its points and its score. */
export function executionOf(region: MoneyRegion, half: MoneyHalf, row: number): Execution | null {
  const at = (column: number | null): Entry | null =>
    column === null ? null : entryAt(region.table, row, columnSpan(column));
  const rate = half.figures.find(
    ({ measure, keys }) => measure === 'rate' && isOfSpending(keys.at(-1) ?? ''),
  );
  if (half.weight === null && half.score === null && !rate) return null;
  const weight =
    at(half.weight) ?? pointsOfHead(region, half.score) ?? pointsOfHead(region, rate?.column ?? null);
  const score = at(half.score);
  const both = half.weight === null && score !== null ? pairOfPoints(score) : null;
  return { ...(both ?? { weight, score }), rate: at(rate?.column ?? null) };
}

/** 10/9.8 under 分值/得分: the points and what was scored of them; null of any other text. */
function pairOfPoints(entry: Entry): Pick<Execution, 'weight' | 'score'> | null {
  const [, weight, score] = /^(\d{1,3}(?:\.\d+)?)\/(\d{1,3}(?:\.\d+)?)$/.exec(entry.key) ?? [];
  if (weight === undefined || score === undefined || Number(score) > Number(weight)) return null;
  return { weight: { ...entry, text: weight, key: weight }, score: { ...entry, text: score, key: score } };
}

/** 支持率, 立项率 and 到位率 of a table of money do not say how much was spent; 比例 and B/A may. */
const isOfSpending = (head: string): boolean =>
  !otherRate.test(head) && (!/率(?:[（(][^（()）]*[)）])?$/.test(head) || spendingRate.test(head));

const spendingRate =
  /执行|完成|进度|支出|支付|付款|拨付|兑付|报账|报销|使用|列支|发放|结算|预算|资金|经费|实施|^[比百]/;

const otherRate = /节约|节支|增|减|降|变动|^占|占比|合格|满意|整改|到位/;

/** The points that the head of the scores or of the rates prints: 得分（10分）, 执行率（10分）. */
function pointsOfHead(region: MoneyRegion, column: number | null): Entry | null {
  const head = column === null ? undefined : headPath(region.headerTable, region.header, column).at(-1);
  if (head === undefined) return null;
  const cell = cellOf(region.headerTable, head);
  const { points } = splitPoints(cell.text, true);
  return points === null ? null : { text: `${points}`, key: `${points}`, cell, starts: true };
}
