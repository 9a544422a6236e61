import type { Amount } from '../../../schemas/index.ts';
import type { Edit, LinearEdit, ProductEdit, Term } from '../edits/edit.ts';
import { evaluate, isRounded } from '../edits/evaluate.ts';
import { isMost } from '../edits/most-rows.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { revised } from '../facts/fact.ts';
import { type ColumnWork, columnWork } from '../figures/column-work.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';

/** What the row of numbers below the heads says of the columns: 4=1+2-3. */
export const SUM_17: FilingRule = {
  id: 'SUM-17',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '与栏次公式不符', en: 'Differs from the formula of its column' },
  explanation: {
    zh: '表头下的栏次行写明了栏间关系（如 4=1+2-3、5=2÷1×100%、6=2×5）的，每一行都应符合；加减中的空白按零计算，有空白的行只作警告，乘除缺一数的不作判断。一栏的公式在多数行都不成立的，不作判断。数量乘单价由 UCQ-05 核对。',
    en: 'Where the row that numbers the columns says how they hang together (4=1+2-3, 5=2÷1×100%, 6=2×5), every row should keep that. A blank that is added or taken off counts as nothing, and makes a warning of it; a product or quotient that lacks a figure is not judged, nor is a formula that most rows of its column do not keep. Counts times prices are those of UCQ-05.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '栏次 4=1+2-3，某行 900 + 20 − 50 ≠ 890', en: '4=1+2-3, and 900 + 20 − 50 ≠ 890 in a row' },
  check,
};

const UNTOLD = 'most rows do not keep the formula of the column';

function check(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  if (!amounts.some(({ column_formula: formula }) => formula !== undefined)) return [];
  const rows = Map.groupBy(
    amounts.filter(({ column_number: number }) => number !== undefined),
    ({ source: { value } }) => `${value?.grid}|${value?.row}`,
  );
  const sums = new Set(amounts.map(({ parent_id: parent }) => parent));
  const columns = new Map<string, Edit[]>();
  for (const row of rows.values())
    for (const amount of row) {
      const edit = editOf(context, amount, row, sums);
      const { grid } = amount.source.value ?? {};
      if (edit !== null) entry(columns, `${grid}|${amount.column_number}`, () => []).push(edit);
    }
  const fits = (edits: readonly Edit[]): number =>
    edits.filter((edit) => evaluate(edit)?.within === true).length;
  const all = [...columns.values()].flat();
  // A single row has nobody to bear it out but the other columns.
  const isKept = (edits: readonly Edit[]): boolean =>
    edits.length < FEWEST ? isMost(fits(all), all.length) : fits(edits) * 2 > edits.length;
  return [...columns.values()].flatMap((edits) =>
    edits.map((edit) => {
      if (!isKept(edits)) return notEvaluated(filing.filing_id, UNTOLD);
      return edit.type === 'product' && isRounded(edit) ? passed(filing.filing_id) : edited(edit);
    }),
  );
}

/** Rows of which one may be wrong. */
const FEWEST = 3;

/** The equation of a row; null where its column has no formula that is read, or two columns have one of its numbers. */
function editOf(
  context: FilingContext,
  amount: Amount,
  row: readonly Amount[],
  sums: ReadonlySet<string | null>,
): Edit | null {
  const work = columnWork(amount.column_formula ?? '');
  if (work === null) return null;
  const number = `${amount.column_number}=${amount.column_formula}`;
  const says = {
    zh: `“${amount.item}”一行应符合栏次公式 ${number}`,
    en: `row “${amount.item}” should keep the formula of its columns, ${number}`,
  };
  const of = { context, amount, row, says, isSum: amount.role === 'total' || sums.has(amount.amount_id) };
  if (work.type === 'sum') return amount.measure === 'rate' ? null : sumOf(of, work);
  if (work.type === 'quotient') return quotientOf(of, work);
  return productOf(of, work);
}

/** A figure of a row, and the row. */
interface RowFigure {
  context: FilingContext;
  /** It adds up other rows. */
  isSum: boolean;
  amount: Amount;
  row: readonly Amount[];
  says: Edit['says'];
}

type WorkOf<T extends ColumnWork['type']> = Extract<ColumnWork, { type: T }>;

/** The one figure of the row under a number; null where it has none, undefined where it has several. */
function figureAt({ amount, row }: RowFigure, number: string): Amount | null | undefined {
  const [part, ...more] = row.filter(({ column_number: own }) => own === number);
  if (more.length > 0 || part === amount) return undefined;
  return part ?? null;
}

function sumOf(of: RowFigure, { terms }: WorkOf<'sum'>): LinearEdit | null {
  const plus: Amount[] = [];
  const less: Amount[] = [];
  let blanks = 0;
  for (const { number, sign } of terms) {
    const part = figureAt(of, number);
    if (part === undefined) return null;
    if (part === null) blanks++;
    else (sign === '-' ? less : plus).push(part);
  }
  const { amount, context, says } = of;
  const edit = sumEdit(context, amount, plus, { rule: 'SUM-17', relation: '=', says, less });
  return edit !== null && blanks > 0 ? { ...edit, severity: 'warning' } : edit;
}

/** A rate in per cent of two figures of the row; null where one of them is blank. */
function quotientOf(of: RowFigure, work: WorkOf<'quotient'>): Edit | null {
  const { amount, context, says } = of;
  const [rate, numerator, denominator] = [
    amount,
    figureAt(of, work.numerator),
    figureAt(of, work.denominator),
  ].map((figure) => (figure ? context.facts.amount(figure) : null));
  if (!rate || !numerator || !denominator || rate.unit !== '%') return null;
  if (denominator.value <= 0n || numerator.value < 0n) return null;
  const growth = work.growth ? ({ growth: true } as const) : {};
  // The rate of a sum may be the mean of its parts.
  const severity = of.isSum ? ({ severity: 'warning' } as const) : {};
  const operands = { numerator, denominator, ...growth, ...severity };
  const edit = ratioEdit(context.filing, { rule: 'SUM-17', says, rate, ...operands });
  // 0.95 under 执行率 is a share of one and no per cent: how it is printed is another rule's.
  const inFull = revised(rate, { value: rate.value * PERCENT, half: rate.half * PERCENT });
  return evaluate({ ...edit, rate: { ...edit.rate, fact: inFull } })?.within ? null : edit;
}

/** A sum that a share or a count makes of another: per cents are hundredths. Null where one is blank, or the row prints its factors itself (UCQ-05). */
function productOf(of: RowFigure, work: WorkOf<'product'>): ProductEdit | null {
  const { amount, context, says } = of;
  const total = amount.factors === undefined ? context.facts.amount(amount) : null;
  // What the parts of a sum come to is no product of their own sums.
  if (total === null || amount.measure === 'rate' || of.isSum) return null;
  let size = total.factor * (work.percent === null ? 1n : PERCENT * PERCENT);
  const factors: Term[] = [];
  for (const number of work.factors) {
    const part = figureAt(of, number);
    const fact = part ? context.facts.amount(part) : null;
    if (!fact || fact.value < 0n) return null;
    if (fact.unit === '%') size *= PERCENT;
    factors.push({ fact, coefficient: fact.unit === '%' ? 1n : fact.factor, role: 'factor' });
  }
  return {
    type: 'product',
    rule: 'SUM-17',
    filingId: context.filing.filing_id,
    documentId: context.filing.document_id,
    method: 'T1',
    says,
    relation: '=',
    amount: { fact: total, coefficient: size, role: 'total' },
    factors,
    multiplier: work.percent ?? 1n,
  };
}

const PERCENT = 100n;
