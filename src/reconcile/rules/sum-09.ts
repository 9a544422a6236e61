import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { bareTotals } from '../sums/bare-totals.ts';
import { debtBalances } from '../sums/debt-balances.ts';
import { INSURANCE, rowBalances } from '../sums/row-balances.ts';
import { sumEdit } from '../sums/sums.ts';
import { unspentOfBudgets } from '../sums/unspent.ts';

const INCOME_TOTAL = /^(收入总计|收入合计|收入总额|本年收入总计)$/;
const SPENDING_TOTAL = /^(支出总计|支出合计|支出总额|本年支出总计)$/;

/** What has come in and gone out in a year balances only with what is carried over, and so does what changed in it. */
const carried = new Set<Amount['measure']>(['final', 'executed', 'adjustment']);

/** 上年同期累计 is what came in and went out then. */
const DONE = /累计|执行|决算|完成|实际/;

function isCarried({ measure, column_label }: Amount): boolean {
  return carried.has(measure) || (measure === 'prior' && DONE.test(column_label ?? ''));
}

/** The two sides of a balance: 收入总计 = 支出总计, 收入合计 = 支出合计 of one form; and row by row 年初 + 收入 − 支出 = 年末. */
export const SUM_09: FilingRule = {
  id: 'SUM-09',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '收支两侧总计不平', en: 'The two sides of the balance differ' },
  explanation: {
    zh: '收支表两侧的总计（含上年结转和年末结转结余；只印“总计”的，按其上各行认收支）应相等；申报表的收入合计与支出合计同理，同列另列本期盈余（结余）的，收入合计应等于支出合计与盈余之和；对比表上下列示收入总计、支出总计，各列均不相等的，不是平衡表，不核对。表头列有年初结转、本年收入、本年支出、年末结转的，逐行核对：年初 + 收入 − 支出 = 年末；另有调入、收回、结余分配等列的，以使多数行成立的算法为准。债务表列有上年末余额、发行（举借）、还本和年末余额的，合计及一般、专项债务多数成立时核对，不符的作警告。预算数、执行（决算）数与结余同列一行的，多数行成立时核对：结余 = 预算数 − 执行数。',
    en: 'The totals of both sides of a balance are equal once carry-overs are counted, also where both are a bare 总计 and only the lines above tell the sides; so are 收入合计 and 支出合计 of a target form, with what is left (本期盈余) where their column prints it. Totals one above the other that differ in every column of a comparison are no balance. Where the heads name them, every row is checked: opening balance + income − spending = closing balance; of other columns those count with which most rows close. Of debts, the balance a year before, what was issued and what was repaid make up the balance, of all and of each kind: where most say so, another is a warning. Of a budget, what was spent and what is left in one row, what is left is their difference, where most rows say so.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '收入总计 4125.49 ≠ 支出总计 4143.91', en: 'total income 4125.49 ≠ total spending 4143.91' },
  check,
};

function check(context: FilingContext): Outcome[] {
  return [
    ...twoSides(context),
    ...bareTotals(context),
    ...rowBalances(context),
    ...debtBalances(context),
    ...unspentOfBudgets(context),
  ];
}

function twoSides(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  const outcomes: Outcome[] = [];
  const totals = amounts.filter((amount) => amount.role === 'total' && amount.measure !== 'rate');
  for (const income of totals) {
    const strict = INCOME_TOTAL.test(normalised(income.item));
    if (!strict && income.section !== 'income') continue;
    const spending = totals.find((other) => isOtherSide(other, income, strict));
    if (spending === undefined) continue;
    // 收入合计 and 支出合计 differ by what comes in and goes out beside them, where 总计 of both sides stands below.
    if (strict && !/总/.test(income.item) && totals.some((other) => isGrand(other, income, totals))) continue;
    // 收入合计 and 支出合计 of a social insurance: what comes in is kept for the years to come.
    if (INSURANCE.test(filing.title ?? '') && !/总/.test(income.item)) {
      outcomes.push(notEvaluated(filing.filing_id, 'an insurance fund keeps what it does not spend'));
      continue;
    }
    if ((isCarried(income) || isForecast(income)) && !/总/.test(income.item)) {
      outcomes.push(notEvaluated(filing.filing_id, 'what is carried over is not printed'));
      continue;
    }
    if ((/总额/.test(income.item) || income.section === 'base_data') && isAmongCounts(income, amounts)) {
      outcomes.push(notEvaluated(filing.filing_id, 'basic data are no balance'));
      continue;
    }
    const left = /总/.test(income.item) ? [] : leftOf(income, amounts);
    const [zh, en] = left.map(({ item }) => [`与${item}之和`, ` and ${item}`])[0] ?? ['', ''];
    const says = {
      zh: `${sideName(income, '收入')}应等于${sideName(spending, '支出')}${zh}`,
      en: `${sideName(income, '收入')} should balance ${sideName(spending, '支出')}${en}`,
    };
    // Only a 总计 counts what is carried over; the totals of a target form are a plan of one year.
    const severity = /总计|总额/.test(income.item) ? 'error' : 'warning';
    const edit = sumEdit(context, income, [spending, ...left], {
      rule: 'SUM-09',
      relation: '=',
      says,
      severity,
      soft: true,
    });
    if (edit === null) outcomes.push(notEvaluated(filing.filing_id, 'operand is blank'));
    else if (!BALANCED.test(filing.title ?? '') && neverBalances(income, spending, totals))
      outcomes.push(notEvaluated(filing.filing_id, 'the totals balance in none of their columns'));
    else outcomes.push(edited(edit));
  }
  return outcomes;
}

/** Both sides of a budget or of final accounts, with what is carried over, are equal whatever their columns say. */
const BALANCED = /预算|决算|收支|平衡/;

/**
 * 收入总计 over 支出总计 in one column, and years beside them in which they do not balance either: what came in and what went out, compared
 * with a year before, and no balance.
 */
function neverBalances(income: Amount, spending: Amount, totals: readonly Amount[]): boolean {
  const [above, below] = [income.source.value, spending.source.value];
  if (above?.grid == null || above.grid !== below?.grid || above.column !== below.column) return false;
  const inRow = (row: number | null | undefined): Map<unknown, Amount> =>
    new Map(
      totals
        .filter(({ source: { value } }) => value?.grid === above.grid && value?.row === row)
        .map((total) => [total.source.value?.column, total]),
    );
  const spent = inRow(below.row);
  const pairs = [...inRow(above.row)].flatMap(([column, total]) => {
    const other = spent.get(column);
    return other === undefined || total.value === null || other.value === null
      ? []
      : [total.value === other.value];
  });
  return pairs.length > 1 && !pairs.includes(true);
}

/** 三、本期盈余 below 收入合计 and 支出合计 in their column: what is left between them; none where several lines say so. */
function leftOf({ source, year }: Amount, amounts: readonly Amount[]): Amount[] {
  const { column, grid } = source.value ?? {};
  const found = amounts.filter(
    ({ item, source: { value }, ...of }) =>
      LEFT.test(normalised(item)) &&
      of.year === year &&
      column != null &&
      value?.grid === grid &&
      value?.column === column,
  );
  return found.length === 1 ? found : [];
}

const LEFT = /^(?:本|当)(?:年|月|期|学期)度?(?:收支)?(?:盈余|结余|盈亏|结存)(?:额|数)?$/;

/** 2031年预计执行: what is expected to come in and to go out, and no plan that has to balance. */
const isForecast = ({ column_label: column }: Amount): boolean => /预计/.test(column ?? '');

/** 收入总额 in one column with persons and vehicles: what came in, told among other things. */
function isAmongCounts({ source }: Amount, amounts: readonly Amount[]): boolean {
  const { column, grid } = source.value ?? {};
  return (
    column != null &&
    amounts.some(
      ({ source: { value }, unit }) =>
        unit !== null && !/元$|^[%‰]$/.test(unit) && value?.grid === grid && value?.column === column,
    )
  );
}

function isOtherSide(other: Amount, income: Amount, strict: boolean): boolean {
  const { measure, year } = income;
  if (other.measure !== measure || other.year !== year || other === income) return false;
  if (strict) {
    const sameKind = /总/.test(income.item) === /总/.test(other.item);
    const ofWhole = other.fund === income.fund || other.fund === null || /合计/.test(other.fund);
    return sameKind && ofWhole && SPENDING_TOTAL.test(normalised(other.item));
  }
  return other.section === 'expenditure' && other.fund === income.fund;
}

/** 收入总计 of the same column as 收入合计, with 支出总计 beside it. */
function isGrand(other: Amount, income: Amount, totals: readonly Amount[]): boolean {
  const { fund, measure, year } = income;
  if (!/总/.test(other.item) || !INCOME_TOTAL.test(normalised(other.item))) return false;
  if (other.measure !== measure || other.year !== year || other.fund !== fund) return false;
  return totals.some((each) => isOtherSide(each, other, true));
}

function sideName(total: Amount, side: string): string {
  const name = total.item.includes(side) ? total.item : `${side}${total.item}`;
  return total.year === null ? name : `${name}（${total.year}年）`;
}
