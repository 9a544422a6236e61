import type { Amount, Hypothesis } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { type Exact, magnitude, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { type Whole, wholesOf } from '../figures/amounts.ts';
import { firstRef, readSum } from '../figures/formula.ts';
import { evidenceOf } from '../findings.ts';
import { printedAlike } from '../localise/printed-alike.ts';
import { listed } from '../notice.ts';
import { keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  type FilingContext,
  type FilingRule,
  found,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';
import { bestReading } from '../sums/sums.ts';

const PARAMETERS = {
  formulas: {
    value: 2,
    unit: 'totals',
    reason: 'one total with a formula may be the exception itself; two beside it make the habit of the table',
  },
} as const;

/** Formulas of a workbook. A total whose sum fails is told by its equation under this code, with what its formula leaves out. */
export const SUM_12: FilingRule = {
  id: 'SUM-12',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '公式结果未更新或求和区域有误', en: 'Formula stale, or its range incomplete' },
  explanation: {
    zh: '电子表格中带公式的数按公式重算，与存储值比较；求和区域漏行的合计单列；其他合计都是公式而个别合计手工录入的作提示。只读加减与SUM公式。',
    en: 'A figure with a formula is computed again and compared with what is stored; a range that leaves out a row is named; a total typed in among totals with formulas is a note. Only formulas that add and subtract are read.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: PARAMETERS,
  example: {
    zh: 'C9 =SUM(C5:C7)，第 8 行未计入合计',
    en: 'C9 =SUM(C5:C7): row 8 is left out of the total',
  },
  yields: true,
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  const withFormula = amounts.filter(({ formula, measure }) => formula !== undefined && measure !== 'rate');
  if (withFormula.length === 0) return [];
  const cells = cellsOf(context.document);
  const told = new Set(
    wholesOf(amounts)
      .filter((of) => !closes(context, of))
      .map(({ whole }) => whole),
  );
  const stale = withFormula
    .filter((amount) => !told.has(amount))
    .map((amount) => recomputed(context, amount, cells) ?? passed(filing.filing_id));
  return [...stale, ...typedIn(context)];
}

/** The figures of all forms by sheet and reference: a formula may name a cell of another form. */
const cellsOf = keptWith(({ facts, filings }: DocumentContext): ReadonlyMap<string, Fact> => {
  const cells = new Map<string, Fact>();
  for (const { amounts } of filings) {
    for (const amount of amounts) {
      const fact = facts.amount(amount);
      if (fact !== null && fact.source.ref !== null) cells.set(keyOf(fact), fact);
    }
  }
  return cells;
});

const keyOf = ({ source }: Fact, ref = firstRef(source.ref)): string => `${source.sheet ?? ''}|${ref}`;

/** Null where the stored value is what the formula gives. */
function recomputed(
  { facts, filing }: FilingContext,
  amount: Amount,
  cells: ReadonlyMap<string, Fact>,
): Outcome | null {
  const fact = facts.amount(amount);
  const sum = readSum(amount.formula ?? '');
  if (fact === null || sum === null)
    return notEvaluated(filing.filing_id, 'the formula is more than a sum of cells');
  let value = sum.constant;
  let tolerance = fact.half;
  const parts: Fact[] = [];
  for (const { ref, sign } of sum.cells) {
    const part = cells.get(keyOf(fact, ref));
    if (part === undefined) continue;
    parts.push(part);
    value += sign * part.value;
    tolerance += part.half;
  }
  const difference = fact.value - value;
  if (magnitude(difference) <= tolerance) return null;
  if (parts.length < sum.cells.length)
    return notEvaluated(filing.filing_id, 'the formula names cells that hold no figure');
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'impossible',
    message: {
      zh: `“${fact.label}”的公式 =${amount.formula} 重算为 ${show(value)}，存储值为 ${show(fact.value)}`,
      en: `the formula =${amount.formula} of “${fact.label}” gives ${show(value)}, ${show(fact.value)} is stored`,
    },
    expected: toNumber(value),
    actual: fact.printed,
    difference: toNumber(difference),
    tolerance: toNumber(tolerance),
    equation: `${amount.formula} = ${show(value)} ≠ ${show(fact.value)}`,
    evidence: [evidenceOf(fact, 'total'), ...parts.map((part) => evidenceOf(part, 'part'))],
    operands: [fact.key, ...parts.map(({ key }) => key)],
    hypotheses: [notUpdated(fact, value)],
  });
}

function notUpdated(fact: Fact, value: Exact): Hypothesis {
  return {
    generator: 'H14',
    change: { source: fact.source, from: fact.text, to: printedAlike(fact, value) },
    reason: { zh: '公式未重新计算', en: 'the formula was not computed again' },
    resolves: [],
    breaks: [],
    score: 1,
    suggested: true,
  };
}

function closes(context: FilingContext, of: Whole): boolean {
  const edit = bestReading(context, of, { rule: 'SUM-12', relation: '=' });
  return !of.exhaustive || edit === null || evaluate(edit)?.within === true;
}

/** Totals that were typed in where the others of their row or column are formulas. */
function typedIn(context: FilingContext): Outcome[] {
  const totals = wholesOf(context.amounts).flatMap((of) =>
    of.whole !== null &&
    of.whole.value !== null &&
    of.whole.value !== 0 &&
    of.exhaustive &&
    closes(context, of)
      ? [of.whole]
      : [],
  );
  const computed = totals.filter(({ formula }) => formula !== undefined);
  const typed = totals.filter(
    (total) =>
      total.formula === undefined &&
      computed.filter((other) => areInLine(total, other)).length >= PARAMETERS.formulas.value,
  );
  const facts = typed.flatMap((total) => context.facts.amount(total) ?? []);
  if (facts.length === 0) return [];
  const names = listed(facts.map(({ label, source }) => `${source.ref ?? ''} ${label}`.trim()));
  return [
    found({
      filingId: context.filing.filing_id,
      documentId: context.filing.document_id,
      verdict: 'explained',
      message: {
        zh: `同一行列的合计都是公式，这些是手工录入：${names.zh}`,
        en: `typed in where the totals of the row or column are formulas: ${names.en}`,
      },
      evidence: facts.map((fact) => evidenceOf(fact, 'total')),
      operands: ['typed in', ...facts.map(({ key }) => key)],
    }),
  ];
}

function areInLine(a: Amount, b: Amount): boolean {
  const [one, other] = [a.source.value, b.source.value];
  if (one === undefined || other === undefined || one.grid !== other.grid) return false;
  return one.row === other.row || one.column === other.column;
}
