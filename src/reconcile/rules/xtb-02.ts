import type { Amount } from '../../../schemas/index.ts';
import { magnitude, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { remembered } from '../remembered.ts';
import { type DocumentContext, type DocumentRule, found, type Outcome, passed } from '../rule.ts';

/** One sum, split in two tables of a document: the parts of the same whole under the same column names are the same. */
export const XTB_02: DocumentRule = {
  id: 'XTB-02',
  scope: 'document',
  kind: 'cross_table',
  title: { zh: '两张表对同一总数的划分不一致', en: 'Two tables split one total differently' },
  explanation: {
    zh: '同一文件两张表的基本支出总数相同，其人员经费、公用经费也应相同；总数相同而划分不同，必有一处有误。',
    en: 'Where two tables of a document agree on a total, they agree on its parts under the same column names; one of the splits is wrong.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '甲表人员 200 + 公用 50，乙表人员 190 + 公用 60',
    en: 'staff 200 + running 50 in one table, 190 + 60 in the other',
  },
  check,
};

const SEPARATOR = ' / ';
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^人员(经费|支出)?$/, /^(日常)?公用(经费|支出)?$/],
  [/^基本支出$/, /^项目支出$/],
];

interface Split {
  table: string;
  grid: string;
  /** The total is part of another one: 小计 of an office. */
  isPart: boolean;
  left: Fact;
  right: Fact;
}

function check({ filings, facts }: DocumentContext): Outcome[] {
  const totals = filings.flatMap((context) => context.amounts.filter((amount) => amount.role === 'total'));
  return PAIRS.flatMap(([left, right]) => {
    const splits = splitsOf(totals, left, right, (amount) => facts.amount(amount));
    return compareAll(splits);
  });
}

const columnName = (amount: Amount): string => lastOf(amount.column_label ?? amount.fund ?? '');
const lastOf = remembered((label) => normalised(label.split(SEPARATOR).at(-1)));

function splitsOf(
  totals: readonly Amount[],
  left: RegExp,
  right: RegExp,
  factOf: (amount: Amount) => Fact | null,
): Split[] {
  const lefts = totals.filter((amount) => left.test(columnName(amount)));
  return lefts.flatMap((amount): Split[] => {
    const { grid, row } = amount.source.value ?? {};
    const other = totals.find(
      (candidate) =>
        candidate.filing_id === amount.filing_id &&
        candidate.source.value?.grid === grid &&
        candidate.source.value?.row === row &&
        candidate.measure === amount.measure &&
        candidate.year === amount.year &&
        right.test(columnName(candidate)),
    );
    const a = factOf(amount);
    const b = other === undefined ? null : factOf(other);
    if (a === null || b === null) return [];
    const isPart = amount.parent_id !== null;
    const place = `${amount.filing_id}|${grid}`;
    return [{ table: `${place}|${row}`, grid: place, isPart, left: a, right: b }];
  });
}

/** Each split against the first one of the same whole. */
function compareAll(splits: readonly Split[]): Outcome[] {
  const outcomes: Outcome[] = [];
  splits.forEach((split, i) => {
    const first = splits
      .slice(0, i)
      .find((other) => other.table !== split.table && !areParts(other, split) && sameWhole(other, split));
    if (first === undefined) return;
    outcomes.push(agrees(first, split) ? passed(split.left.filingId) : disagreement(first, split));
  });
  return outcomes;
}

/** 小计 of one office and of another in one table may happen to be alike. */
const areParts = (a: Split, b: Split): boolean => a.grid === b.grid && (a.isPart || b.isPart);

const whole = ({ left, right }: Split): bigint => left.value * left.factor + right.value * right.factor;
const halves = ({ left, right }: Split): bigint => left.half * left.factor + right.half * right.factor;
/** 元 that a figure printed without 分 may be short of one printed with them. */
const LEAST_SLACK = 1n * 10n ** 10n;

function slackOf(a: Split, b: Split): bigint {
  const slack = halves(a) + halves(b);
  return slack > LEAST_SLACK ? slack : LEAST_SLACK;
}

function sameWhole(a: Split, b: Split): boolean {
  return whole(a) !== 0n && magnitude(whole(a) - whole(b)) <= slackOf(a, b);
}

function agrees(a: Split, b: Split): boolean {
  return magnitude(a.left.value * a.left.factor - b.left.value * b.left.factor) <= slackOf(a, b);
}

function disagreement(a: Split, b: Split): Outcome {
  const cells = [a.left, b.left, a.right, b.right];
  const name = a.left.label;
  const off = a.left.value - b.left.value;
  const [one, other] = [a.left, b.left].map(({ unit, value }) => `${show(value)}${unit ?? ''}`);
  const isApart = a.left.factor === b.left.factor;
  const by = `${show(magnitude(off))}${a.left.unit ?? ''}`;
  return found({
    filingId: b.left.filingId,
    documentId: b.left.documentId,
    verdict: 'impossible',
    message: {
      zh: `同一总数在两张表中的划分不一致：${name} ${one} 与 ${other}${isApart ? `，相差 ${by}` : ''}`,
      en: `two tables split one total differently: ${name} ${one} and ${other}${isApart ? `, off by ${by}` : ''}`,
    },
    expected: a.left.printed,
    actual: b.left.printed,
    difference: isApart ? -toNumber(off) : null,
    evidence: cells.map((fact, i) => evidenceOf(fact, i < 2 ? 'part' : 'other part')),
    operands: cells.map((fact) => fact.key),
  });
}
