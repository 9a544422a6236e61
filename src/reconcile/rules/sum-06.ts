import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { type Whole, wholesOf } from '../figures/amounts.ts';
import { compositionOf } from '../profiles/composition.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { rowsOf } from '../sums/headed-columns.ts';
import { ofWhichPairs } from '../sums/of-which-columns.ts';
import { sumEdit } from '../sums/sums.ts';

/** 其中 parts that need not be all of their whole stay below it. */
export const SUM_06: FilingRule = {
  id: 'SUM-06',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '其中项之和与总数不符', en: 'Parts do not fit their whole' },
  explanation: {
    zh: '“其中”所列各项未必穷尽总数，但其和不得大于总数；同一行多数列的其中项之和恰等于总数（至少两列）而某列不足的，作警告。表头“其中：…”一列的数不得大于其前一列同一行的数（多数行成立的）。年度资金也不得大于项目（实施期）资金总额。',
    en: 'Parts named by 其中 need not be exhaustive, yet their sum may not exceed the whole; where in most columns of the same row, two at least, they add up to it and in another they fall short, a warning. A column headed 其中 stays below the one before it in every row, where most rows do. The funds of one year may not exceed those of the whole project either.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '公用经费 80，其中：办公费 60 + 差旅费 30 = 90',
    en: 'running costs 80, of which 60 + 30 = 90',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  const open = wholesOf(context.amounts).filter(
    ({ exhaustive, parts, whole }) =>
      // A part may grow by more than its whole: another shrinks.
      whole !== null &&
      whole.measure !== 'adjustment' &&
      !exhaustive &&
      compositionOf(context.profile, whole, parts) === null,
  );
  const short = fallShort(context, open);
  for (const of of open) {
    const edit = editOf(context, of, '<=');
    if (edit === null) outcomes.push(notEvaluated(context.filing.filing_id, 'no figures to add up'));
    else outcomes.push(edited(short.get(of) ?? edit));
  }
  return [...outcomes, ...yearBelowWhole(context), ...columnsBelow(context)];
}

/**
 * 预算数 | 86.5 | 其中：财政拨款 | 80: a column that is some of the one before stays below it in every row, where most rows say that it is
 * some of that one; a row alone is worth a look.
 */
function columnsBelow(context: FilingContext): Outcome[] {
  const own = context.amounts.filter(({ measure }) => measure !== 'adjustment');
  return [...ofWhichPairs(rowsOf(own, true, 2)).values()].flatMap((lines) => {
    const told = lines.filter(({ parts: [part], total }) => part?.value && total.value !== null);
    const alone = told.length === 1 ? { severity: 'warning' as const } : {};
    const edits = told
      .map(({ parts, total }) => sumEdit(context, total, parts, { rule: 'SUM-06', relation: '<=', ...alone }))
      .filter((edit) => edit !== null);
    const kept = edits.filter((edit) => evaluate(edit)?.within === true);
    if (edits.length > 1 && kept.length * 2 <= edits.length) return [];
    return edits.map((edit) => edited({ ...edit, method: 'T1' }));
  });
}

/** 实施周期金额 | 120000 | 2031年金额 | 77300: what one year has of the money stays below all of it. */
function yearBelowWhole(context: FilingContext): Outcome[] {
  const sums = context.amounts.filter(
    ({ role, section, value }) => section === 'funding' && role === 'total' && value !== null,
  );
  const [total, ...others] = sums.filter(({ measure }) => measure === 'total_budget');
  const [year, ...years] = sums.filter(({ measure }) => measure === 'current');
  if (total === undefined || year === undefined || others.length > 0 || years.length > 0) return [];
  const edit = sumEdit(context, total, [year], { rule: 'SUM-06', relation: '<=' });
  return edit === null ? [] : [edited({ ...edit, method: 'T1' })];
}

function editOf(context: FilingContext, { parts, whole }: Whole, relation: '=' | '<='): LinearEdit | null {
  if (whole === null) return null;
  const edit = sumEdit(context, whole, parts, { rule: 'SUM-06', relation });
  return edit === null ? null : { ...edit, method: 'T1' };
}

/** Fewest columns that tell that the parts are all of the whole. */
const FEWEST = 2;

/** 办公费 | 差旅费 | 会议费 are all of 公用经费 in two years and less than it in the third: what the third lacks is worth a look. */
function fallShort(context: FilingContext, open: readonly Whole[]): Map<Whole, LinearEdit> {
  const found = new Map<Whole, LinearEdit>();
  const rows = Map.groupBy(open, ({ parts, whole }) => {
    const cells = [whole, ...parts].map((amount) => amount?.source.value);
    return cells.map((cell) => `${cell?.grid}|${cell?.row}`).join(' ');
  });
  for (const columns of rows.values()) {
    if (columns.length <= FEWEST) continue;
    const told = columns.filter(
      ({ parts, whole }) => whole?.value && parts.filter(({ value }) => value).length > 1,
    );
    const edits = told.map((of) => editOf(context, of, '='));
    const closing = edits.filter((edit) => edit !== null && evaluate(edit)?.within === true);
    if (closing.length < FEWEST || closing.length * 2 <= told.length) continue;
    edits.forEach((edit, k) => {
      const of = edit === null ? null : evaluate(edit);
      const isShort = of !== null && of.expected !== null && !of.within && of.actual > of.expected;
      if (edit !== null && isShort) found.set(told[k] as Whole, { ...edit, severity: 'warning' });
    });
  }
  return found;
}
