import type { Amount, Measure } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { isMost } from '../edits/most-rows.ts';
import { lineAt } from '../figures/lines.ts';
import { nameColumn, normalised } from '../keys.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { sumEdit } from './sums.ts';

/**
 * 预算数 | 决算数 | 结余: what is left is what there was less what was spent. Which budget, and with its adjustment or without, is told by most
 * rows of the column; where figures of another kind stand in a row that differs, nothing is said of it.
 */
export function unspentOfBudgets(context: FilingContext): Outcome[] {
  const columns = new Map<string, Amount[]>();
  for (const amount of context.amounts) {
    const { column, grid } = amount.source.value ?? {};
    if (!isLeft(amount) || amount.value === null || column == null) continue;
    entry(columns, `${grid}|${column}`, () => []).push(amount);
  }
  return [...columns.values()].flatMap((column) => judged(context, column));
}

const isLeft = ({ column_label: head, measure }: Amount): boolean =>
  measure === 'balance' && LEFT.test(lowest(head)) && !CARRIED.test(lowest(head));
const LEFT = /结余|结转|剩余|余额|未(?:支出|使用|支付|执行)|沉淀/;
const CARRIED = /上年|年初|期初|以前|往年|历年|率/;
const lowest = (head: string | null): string => normalised(head?.split(' / ').at(-1));

const PLANNED: ReadonlySet<Measure> = new Set([
  'annual_budget',
  'budget',
  'current',
  'initial_budget',
  'arrived',
]);
const SPENT: ReadonlySet<Measure> = new Set(['executed', 'final']);
const NO_MONEY: ReadonlySet<Measure> = new Set(['rate', 'count']);

/** The columns of a row that a reading takes: what there was to spend, with how it was changed, and what was spent. */
interface Reading {
  plan: number;
  change: number | null;
  spent: number;
}

interface Row {
  left: Amount;
  line: readonly Amount[];
}

function judged(context: FilingContext, column: readonly Amount[]): Outcome[] {
  const id = context.filing.filing_id;
  const rows = column.map((left) => ({ left, line: besides(context, left) }));
  const found = readingsOf(rows).map((reading) => {
    const edits = rows.map((row) => editOf(context, row, reading));
    const fits = rows.map((row, i) => isRight(row, reading, edits[i] ?? null));
    const bearing = rows.filter((row, i) => fits[i] && tells(row, reading)).length;
    return { reading, edits, fits, bearing, tried: edits.filter((edit) => edit !== null).length };
  });
  const most = Math.max(0, ...found.map(({ bearing }) => bearing));
  const [best, ...rivals] = found.filter(({ bearing }) => bearing === most);
  const untold = rows.map(() => notEvaluated(id, 'what else takes part cannot be told'));
  if (best === undefined || most === 0) return untold;
  const fitting = best.fits.filter((fits, i) => fits && best.edits[i] !== null).length;
  if (fitting * 2 < best.tried) return untold;
  const severity = most >= FEWEST && isMost(fitting, best.tried) ? {} : ({ severity: 'warning' } as const);
  return rows.map((row, i) => {
    const edit = best.edits[i];
    if (best.fits[i] || rivals.some(({ fits }) => fits[i])) return passed(id);
    if (edit == null || rivals.length > 0 || hasOthers(row, best.reading))
      return notEvaluated(id, 'what else takes part cannot be told');
    return edited({ ...edit, ...severity });
  });
}

/** Rows that bear a reading out, so that another row is wrong and not only in doubt. */
const FEWEST = 2;

/** The other money of the row that a figure stands in. */
function besides({ amounts }: FilingContext, left: Amount): Amount[] {
  return lineAt(amounts, left.source.value).filter(
    (other) =>
      other !== left &&
      !NO_MONEY.has(other.measure) &&
      other.item === left.item &&
      other.project === left.project &&
      nameColumn(other) === nameColumn(left),
  );
}

function readingsOf(rows: readonly Row[]): Reading[] {
  const columns = new Map<number, Amount>();
  for (const { left, line } of rows)
    for (const amount of line) {
      const { column } = amount.source.value ?? {};
      if (column != null && (amount.year === null || left.year === null || amount.year === left.year))
        columns.set(column, amount);
    }
  const of = (isOne: (measure: Measure) => boolean): number[] =>
    [...columns].flatMap(([column, { measure }]) => (isOne(measure) ? [column] : []));
  const changes = [null, ...of((measure) => measure === 'adjustment')];
  const spent = of((measure) => SPENT.has(measure));
  return of((measure) => PLANNED.has(measure)).flatMap((plan) =>
    spent.flatMap((each) => changes.map((change) => ({ plan, change, spent: each }))),
  );
}

const at = ({ line }: Row, column: number | null): Amount | undefined =>
  column === null ? undefined : line.find(({ source }) => source.value?.column === column);

function editOf(context: FilingContext, row: Row, { plan, change, spent }: Reading): LinearEdit | null {
  const [whole, changed, less] = [at(row, plan), at(row, change), at(row, spent)];
  if (whole?.value == null || less?.value == null) return null;
  const plus = changed === undefined ? [whole] : [whole, changed];
  const names = [...plus, less].map(({ column_label: head, measure }) => lowest(head) || measure);
  const sum = `${names.slice(0, -1).join(' + ')} − ${names.at(-1)}`;
  const { item, column_label: head } = row.left;
  return sumEdit(context, row.left, plus, {
    rule: 'SUM-09',
    relation: '=',
    says: {
      zh: `“${item}”一行：${sum}应等于${lowest(head)}`,
      en: `row “${item}”: ${sum} should be ${lowest(head)}`,
    },
    less: [less],
  });
}

/** As the figures have it, or nothing left where more was spent than there was. */
function isRight(row: Row, { plan, spent }: Reading, edit: LinearEdit | null): boolean {
  if (edit === null) return false;
  const overspent = (at(row, spent)?.value ?? 0) > (at(row, plan)?.value ?? 0);
  return (overspent && row.left.value === 0) || evaluate(edit)?.within === true;
}

/** A row of which nothing was spent, or nothing is left, fits many readings. */
const tells = (row: Row, { spent }: Reading): boolean =>
  row.left.value !== 0 && (at(row, spent)?.value ?? 0) !== 0;

/** Whether a row prints money that may take part and that the reading leaves out: 上年结转, 收回资金, another 结余. */
function hasOthers({ line }: Row, { plan, change, spent }: Reading): boolean {
  const used = new Set<number | null | undefined>([plan, change, spent]);
  return line.some(
    ({ column_label: head, fund, measure, source, value }) =>
      value !== null &&
      value !== 0 &&
      !used.has(source.value?.column) &&
      (OTHERS.test(`${head ?? ''}${fund ?? ''}`) || !(PLANNED.has(measure) || SPENT.has(measure))),
  );
}

const OTHERS = /上年|结转|结余|收回|缴|调[剂入出增减整]|追[加减]|统筹|支付|应付|其他/;
