import type { Evidence } from '../../../schemas/index.ts';
import { roundTo, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { accountTotals } from '../narrative/account-totals.ts';
import { allotted } from '../narrative/allotted.ts';
import { toldWithGrowth } from '../narrative/broken-growth.ts';
import { type Claim, claimsOf, factOf, figureEvidence, foundIn, isPersons } from '../narrative/claims.ts';
import { conceptOf, scopeIn } from '../narrative/concept.ts';
import { denied } from '../narrative/denied.ts';
import { isNear, mismatch } from '../narrative/mismatch.ts';
import { projectFunds } from '../narrative/project-funds.ts';
import { isOfReport } from '../narrative/reports.ts';
import { restatements, type Said, saidOf } from '../narrative/restated.ts';
import { rowRates } from '../narrative/row-rates.ts';
import { saidOtherwise } from '../narrative/said-otherwise.ts';
import { agrees, bothMoney, type Cell, cellsNamed, measures } from '../narrative/tables.ts';
import { type DocumentContext, type DocumentRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** A figure that a text and a table state is the same in both. */
export const NAR_01: DocumentRule = {
  id: 'NAR-01',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的数字与表内数字不一致', en: 'A figure in the text differs from the table' },
  explanation: {
    zh: '文字说明与表格对同一项目、同一年度、同一口径的数字应一致，按文字自身的小数位比较；同段对同一项目前后两说、相邻段落对“三公”等构成项前后两说且只有一说与合计相符、下达通知所写金额与所附分配表的合计、自评报告所写年初预算、全年预算、实际支出与所附自评表的合计、说明所写收支总预算（财政拨款收支总预算）与收支总表的总计、支出之后所写执行率与表内该行的执行率也在此列。口径不同的不作判断。',
    en: 'Text and tables agree on one item of one year and scope, at the precision of the text; so do two statements of one paragraph, two of neighbouring ones on a part (of 三公) where only one makes up the whole, the sum that a notice allots and the total of the list behind it, and the budgets and the spending of a report and the totals of the self-evaluation behind it, and the whole of an account and the total on both sides of its table, and the rate behind what was spent and that of its row. Where the scope differs nothing is said.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {
    nearness: {
      value: 2,
      unit: 'ratio',
      reason: 'figures further apart speak of another scope more often than of a slip',
    },
  },
  example: {
    zh: '说明写基本支出 416.14 万元，表内 461.14 万元',
    en: '416.14 in the text, 461.14 in the table',
  },
  check: (document) => [
    ...claimsOf(document).flatMap((claim) => check(document, claim)),
    ...saidOtherwise(document),
    ...denied(document),
    ...allotted(document, NAR_01.parameters.nearness!.value),
    ...projectFunds(document, NAR_01.parameters.nearness!.value),
    ...accountTotals(document, NAR_01.parameters.nearness!.value),
    ...rowRates(document, NAR_01.parameters.nearness!.value),
  ],
};

function check(document: DocumentContext, claim: Claim): Outcome[] {
  const told = toldWithGrowth(claim);
  return claim.text.figures.flatMap((figure, index): Outcome[] => {
    if (figure.role !== 'stated' || told.has(index)) return [];
    const fact = factOf(claim, index);
    if (fact === null) return [];
    const twice = restatements(claim, index).filter((other) => other.index < index && !told.has(other.index));
    if (twice[0] !== undefined) return [contradiction(claim, index, fact, twice[0].index, twice[0].fact)];
    return against(document, claim, index, fact);
  });
}

function against(document: DocumentContext, claim: Claim, index: number, fact: Fact): Outcome[] {
  const said = saidOf(claim, index);
  if (said === null || said.year === null) return [];
  const cells = cellsNamed(document, said.name).filter(
    ({ amount, fact: cell, filing }) =>
      isOfReport(document, claim.text, filing.filing) &&
      (amount.year === said.year || amount.year === null) &&
      (bothMoney(cell, fact) || (isPersons(cell.unit) && isPersons(fact.unit))),
  );
  if (cells.length === 0) return [];
  const filingId = claim.text.filing_id;
  if (cells.some((cell) => agrees(cell.fact, fact))) return [passed(filingId)];
  const measure =
    said.measure ?? measureOfWhole(claim, index) ?? measureOfSpending(claim, index, said, cells);
  const same = cells.filter((cell) => measures(cell, measure));
  if (same.length === 0) return [notEvaluated(filingId, 'the table measures something else')];
  if (said.scope !== null || isPartOfScope(claim, index)) return [notEvaluated(filingId, 'scope differs')];
  const [cell, other] = distinct(ofTheWhole(document, claim, index, same));
  if (cell === undefined || other !== undefined)
    return [notEvaluated(filingId, 'several figures of that name')];
  if (!isNear(cell.fact, fact, NAR_01.parameters.nearness!.value))
    return [notEvaluated(filingId, 'figures of another scope')];
  if (isSpentBehind(claim, index, cell)) return [notEvaluated(filingId, 'the table measures something else')];
  return [mismatch(claim, index, fact, cell)];
}

/** 基本支出预算1200万元，执行数1180万元 beside 基本支出总额 | 1180万元: the cell tells what was spent of it. */
function isSpentBehind(claim: Claim, index: number, cell: Cell): boolean {
  const [figure, next] = [claim.text.figures[index]!, claim.text.figures[index + 1]];
  if (next === undefined || !/预算/.test(figure.item ?? '') || !/执行|决算|支出/.test(next.item ?? ''))
    return false;
  const fact = factOf(claim, index + 1);
  const between = claim.text.text.slice(figure.offset, next.offset);
  return fact !== null && !/[。；;\n]/.test(between) && bothMoney(fact, cell.fact) && agrees(fact, cell.fact);
}

/** 财政拨款基本支出416.14万元，其中：人员经费…: the parts have the scope of their whole. */
function isPartOfScope(claim: Claim, index: number): boolean {
  return scopeIn(wholeOf(claim, index)) !== null;
}

/** 部门决算支出980万元，其中基本支出600万元: the parts are final figures too. */
function measureOfWhole(claim: Claim, index: number): Said['measure'] {
  return conceptOf(wholeOf(claim, index))?.measure ?? null;
}

/** 技能培训支出45万元 of a row 技能培训 with what was planned and what was spent: the word says which. */
function measureOfSpending(
  { text: { figures, text } }: Claim,
  index: number,
  { name }: Said,
  cells: readonly Cell[],
): Said['measure'] {
  if (!name.endsWith('支出') || cells.some(({ concept }) => concept.name.endsWith('支出'))) return null;
  const { offset } = figures[index]!;
  const start = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, offset - 1))) + 1;
  const first = figures.find((figure) => figure.offset >= start)!;
  const own = text.slice(figures[index - 1]?.offset ?? 0, offset);
  return ASKED.test(text.slice(start, first.offset)) || ASKED.test(own) ? null : 'executed';
}

/** 拟安排技能培训支出55万元, 调整后，技能培训支出51万元、…: what is to be spent. */
const ASKED = /拟|预算|计划|安排|申请|申报|下达|批复|核定|年初|调整|结转|需/;

/** The name of the whole that a figure is a part of. */
function wholeOf(claim: Claim, index: number): string | null {
  const whole = claim.text.relations.find(
    ({ kind, from }) => from === index && (kind === 'part_of' || kind === 'sum_of'),
  )?.to;
  return whole == null ? null : (claim.text.figures[whole]?.item ?? null);
}

/** 项目支出共计634万元，其中：展厅运维180万元…: of a row with several figures the one below the total that the whole is. */
function ofTheWhole(
  document: DocumentContext,
  claim: Claim,
  index: number,
  cells: readonly Cell[],
): readonly Cell[] {
  const to = claim.text.relations.find(({ kind, from }) => from === index && kind === 'part_of')?.to;
  const whole = factOf(claim, to ?? null);
  if (whole === null || cells.length < 2) return cells;
  const below = cells.filter(({ amount, filing }) => {
    const total = filing.amounts.find(
      ({ role, column_label: column }) => role === 'total' && column === amount.column_label,
    );
    const fact = total === undefined ? null : document.facts.amount(total);
    return fact !== null && bothMoney(fact, whole) && agrees(fact, whole);
  });
  return below.length > 0 ? below : cells;
}

/** Cells with different values: totals of their row before splits by fund or kind. */
function distinct(cells: readonly Cell[]): Cell[] {
  const totals = cells.filter(({ amount }) => /(?:^|\/ )(?:合计|总计|小计)$/.test(amount.column_label ?? ''));
  const kept = new Map<bigint, Cell>();
  for (const cell of totals.length > 0 ? totals : cells) {
    const value = cell.fact.value * cell.fact.factor;
    if (!kept.has(value)) kept.set(value, cell);
  }
  return [...kept.values()];
}

function contradiction(claim: Claim, index: number, fact: Fact, before: number, other: Fact): Outcome {
  const printed = (value: bigint): number => toNumber(roundTo(value / fact.factor, fact.places + 2));
  const evidence: Evidence[] = [
    figureEvidence(claim, before, 'stated before'),
    figureEvidence(claim, index, 'stated again'),
  ];
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'impossible',
    message: {
      zh: `同段先写“${other.label}”${other.text}，后写“${fact.label}”${fact.text}`,
      en: `one paragraph states “${other.label}” as ${other.text} and then “${fact.label}” as ${fact.text}`,
    },
    evidence,
    operands: [other.key, fact.key],
    expected: printed(other.value * other.factor),
    actual: fact.printed,
    difference: printed(fact.value * fact.factor - other.value * other.factor),
    tolerance: printed(fact.half * fact.factor + other.half * other.factor),
  });
}
