import type { Amount } from '../../../schemas/index.ts';
import type { Places } from '../sums/whole-lists.ts';

/** What one gets or costs, how many times one sum is another: means add up to nothing. */
export const PER_HEAD = /(?:人|生|户|床|亩|件|次|村|点)均|单位成本|每[\u4e00-\u9fff]{1,3}(?:成本|费用|支出)/;
export const isMean = ({ column_label: column, unit }: Amount): boolean =>
  unit === '倍' || (column !== null && PER_HEAD.test(column.slice(column.lastIndexOf('/') + 1)));

const COLUMNS = new WeakMap<readonly Amount[], readonly Amount[][]>();

/** Figures that stand in one column and speak of one measure, year and fund, in reading order. */
export function columnsOf(amounts: readonly Amount[]): readonly Amount[][] {
  const kept = COLUMNS.get(amounts);
  if (kept !== undefined) return kept;
  const made = columnsIn(amounts);
  COLUMNS.set(amounts, made);
  return made;
}

function columnsIn(amounts: readonly Amount[]): Amount[][] {
  const groups = new Map<string, Amount[]>();
  for (const amount of amounts) {
    if (amount.measure === 'rate' || isMean(amount)) continue;
    const { section, measure, year, fund, project } = amount;
    const grid = amount.source.value?.grid ?? -1;
    // 车辆数（辆） below 培训人次（人次）: what is counted in other units adds up to nothing.
    const counted = measure === 'count' ? (amount.unit ?? '') : '';
    // 项目预算 | 96 above 资金执行 over 1月 | 2月: a sum with a label of its own adds up no columns of another table.
    const labelled = section === 'funding' && !amount.column_label;
    const key = `${labelled}|${grid}|${section}|${measure}${counted}|${year ?? ''}|${fund ?? ''}|${project ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [amount]);
    else group.push(amount);
  }
  return [...groups.values()].flatMap(bySide);
}

const isNamedAlike = ({ source: { item } }: Amount, { source: { item: other } }: Amount): boolean =>
  item != null && item.grid === other?.grid && item.row === other?.row && item.column === other?.column;

/** Two tables side by side (收入, 支出) are two columns; a table of one row has its items side by side. */
function bySide(group: Amount[]): Amount[][] {
  const rows = new Set(group.map((amount) => amount.source.value?.row));
  if (group.length <= 1) return [group];
  // 合计 | 1200 | 1000 | 200 alone below its heads: one name, and a column each.
  if (rows.size <= 1)
    return group.every((amount) => isNamedAlike(amount, group[0]!)) ? group.map((one) => [one]) : [group];
  const sides = new Map<number, Amount[]>();
  for (const amount of group) {
    const column = amount.source.value?.column ?? 0;
    const side = sides.get(column);
    if (side === undefined) sides.set(column, [amount]);
    else side.push(amount);
  }
  return [...sides.values()];
}

/** Where each figure stands in its column; looked up where a list does not close. */
export function placesIn(amounts: readonly Amount[]): () => Places {
  let made: Places | null = null;
  return () => {
    made ??= new Map(
      columnsOf(amounts).flatMap((column) => column.map((amount, at) => [amount, { at, column }] as const)),
    );
    return made;
  };
}
