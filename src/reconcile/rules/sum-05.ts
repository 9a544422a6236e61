import type { Amount } from '../../../schemas/index.ts';
import { evaluate } from '../evaluate.ts';
import { normalised } from '../keys.ts';
import { remembered } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums.ts';

/** A row total is the sum of the row's columns: 合计 = 基本支出 + 项目支出, 小计 = 购置 + 运行. */
export const SUM_05: FilingRule = {
  id: 'SUM-05',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '行合计不等于该行各列之和', en: 'Row total differs from the sum of its columns' },
  explanation: {
    zh: '表头有合计、小计列时，每行的合计应等于同一表头下各列之和；与列合计一起构成双向核对。',
    en: 'Where the header has a total column, every row total is the sum of the columns it heads; with the column totals it makes a two-way check.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '某行合计 100，基本支出 100，项目支出 80',
    en: 'a row total of 100 over basic 100 and projects 80',
  },
  check,
};

const TOTAL_COLUMN = /^(合计|小计|总计|总额|资金总额|金额合计|合计数)$/;
const SEPARATOR = ' / ';

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  if (!context.amounts.some((amount) => isTotalColumn(labelOf(amount) ?? ''))) return outcomes;
  for (const row of rowsOf(context.amounts)) {
    for (const total of row) {
      const { path } = total;
      if (!TOTAL_COLUMN.test(path.at(-1) ?? '')) continue;
      const prefix = path.slice(0, -1);
      const under = row.filter((other) => other !== total && startsWith(other.path, prefix));
      if (under.length < 2) continue;
      outcomes.push(rowSum(context, total.amount, leavesOf(under, prefix.length)));
    }
  }
  return outcomes;
}

interface Placed {
  amount: Amount;
  path: readonly string[];
}

const labelOf = ({ column_label: column, fund }: Amount): string | null => column ?? fund;
const pathOf = remembered((label): readonly string[] => label.split(SEPARATOR).map(normalised));
const isTotalColumn = (label: string): boolean => TOTAL_COLUMN.test(pathOf(label).at(-1) ?? '');

/** Figures of one row of one grid that share measure and year, with their header paths. */
function rowsOf(amounts: readonly Amount[]): Placed[][] {
  const rows = new Map<string, Placed[]>();
  for (const amount of amounts) {
    const label = labelOf(amount);
    const cell = amount.source.value;
    if (label === null || cell == null || amount.measure === 'rate' || amount.measure === 'count') continue;
    const { section, item, measure, year } = amount;
    const key = `${cell.grid}|${cell.row}|${section}|${item}|${measure}|${year ?? ''}`;
    const placed = { amount, path: pathOf(label) };
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [placed]);
    else row.push(placed);
  }
  return [...rows.values()].filter((row) => row.length > 2);
}

const startsWith = (path: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((part, i) => path[i] === part);

/** Columns under a header: where a group has a total of its own, the total stands for it. */
function leavesOf(under: readonly Placed[], depth: number): Amount[][] {
  const groups = new Map<string, Placed[]>();
  for (const placed of under) {
    const head = placed.path[depth] ?? '';
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [placed]);
    else group.push(placed);
  }
  const byTotals: Amount[] = [];
  const leaves: Amount[] = [];
  for (const group of groups.values()) {
    const total = group.find(({ path }) => path.length > depth + 1 && TOTAL_COLUMN.test(path.at(-1) ?? ''));
    const plain = group.filter(({ path }) => !TOTAL_COLUMN.test(path.at(-1) ?? ''));
    byTotals.push(...(total === undefined ? plain : [total]).map(({ amount }) => amount));
    leaves.push(...plain.map(({ amount }) => amount));
  }
  return [byTotals, leaves];
}

function rowSum(context: FilingContext, total: Amount, readings: readonly Amount[][]): Outcome {
  const says = {
    zh: `“${total.item}”一行的合计应等于各列之和`,
    en: `the total of row “${total.item}” is the sum of its columns`,
  };
  const settings = { rule: 'SUM-05', relation: '=', says } as const;
  const edits = readings
    .map((parts) => sumEdit(context, total, parts, settings))
    .filter((edit) => edit !== null);
  const closing = edits.find((edit) => evaluate(edit)?.within === true) ?? edits[0];
  if (closing === undefined) return notEvaluated(context.filing.filing_id, 'no figures to add up');
  return edited(closing);
}
