import type { Amount } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { isMost } from '../edits/most-rows.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';

/** What the row of numbers below the heads says of the columns: 4=1+2-3. */
export const SUM_17: FilingRule = {
  id: 'SUM-17',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '与栏次公式不符', en: 'Differs from the formula of its column' },
  explanation: {
    zh: '表头下的栏次行写明了栏间关系（如 4=1+2-3）的，每一行都应符合；空白按零计算，有空白的行只作警告。一栏的公式在多数行都不成立的，不作判断。只读加减。',
    en: 'Where the row that numbers the columns says how they hang together (4=1+2-3), every row should. A blank counts as nothing, and makes a warning of it. A formula that most rows of its column do not keep is not judged. Only formulas that add and subtract are read.',
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
  const columns = new Map<string, LinearEdit[]>();
  for (const row of rows.values())
    for (const amount of row) {
      const edit = editOf(context, amount, row);
      const { grid } = amount.source.value ?? {};
      if (edit !== null) entry(columns, `${grid}|${amount.column_number}`, () => []).push(edit);
    }
  const fits = (edits: readonly LinearEdit[]): number =>
    edits.filter((edit) => evaluate(edit)?.within === true).length;
  const all = [...columns.values()].flat();
  // A single row has nobody to bear it out but the other columns.
  const isKept = (edits: readonly LinearEdit[]): boolean =>
    edits.length < FEWEST ? isMost(fits(all), all.length) : fits(edits) * 2 > edits.length;
  return [...columns.values()].flatMap((edits) =>
    edits.map((edit) => (isKept(edits) ? edited(edit) : notEvaluated(filing.filing_id, UNTOLD))),
  );
}

/** Rows of which one may be wrong. */
const FEWEST = 3;

/** The equation of a row; null where its column has no formula that only adds, or the formula names a number twice. */
function editOf(context: FilingContext, amount: Amount, row: readonly Amount[]): LinearEdit | null {
  const terms = termsOf(amount.column_formula ?? '');
  if (terms === null || amount.measure === 'rate') return null;
  const plus: Amount[] = [];
  const less: Amount[] = [];
  let blanks = 0;
  for (const { number, sign } of terms) {
    const [part, ...more] = row.filter(({ column_number: own }) => own === number);
    if (more.length > 0 || part === amount) return null;
    if (part === undefined) blanks++;
    else (sign === '-' ? less : plus).push(part);
  }
  const number = `${amount.column_number}=${amount.column_formula}`;
  const says = {
    zh: `“${amount.item}”一行应符合栏次公式 ${number}`,
    en: `row “${amount.item}” should keep the formula of its columns, ${number}`,
  };
  const edit = sumEdit(context, amount, plus, { rule: 'SUM-17', relation: '=', says, less });
  return edit !== null && blanks > 0 ? { ...edit, severity: 'warning' } : edit;
}

/** 1+2-3 in its terms; null where it does more than add and subtract. */
function termsOf(formula: string): { sign: string; number: string }[] | null {
  if (!/^\d{1,2}(?:[+-]\d{1,2})+$|^[A-Z](?:[+-][A-Z])+$/.test(formula)) return null;
  const terms = [...formula.matchAll(/([+-]?)(\d{1,2}|[A-Z])/g)].map(([, sign = '', number = '']) => ({
    sign,
    number,
  }));
  return new Set(terms.map(({ number }) => number)).size < terms.length ? null : terms;
}
