import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { projectKey } from '../set/names.ts';
import { asIn, cell, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { amountOf, type YearPair, yearPairs } from '../set/years.ts';

/** What was carried over at the end of last year is what this year opens with. */
export const YOY_02: SetRule = {
  id: 'YOY-02',
  scope: 'set',
  kind: 'prior',
  title: { zh: '年初结转与上年末结转不符', en: 'Opening balance differs from last closing balance' },
  explanation: {
    zh: '本年的上年结转（年初结转和结余）应等于同一单位上年表的年末结转和结余；项目决算表按项目逐行比较，多数行不同的不作判断。',
    en: 'The balance carried over into a year is the closing balance of the same unit’s form of the year before; in tables of projects line by line, unless most lines differ.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '年初结转 12.40，上年末结转 14.20', en: 'opening 12.40, last closing 14.20' },
  check: ({ index }) =>
    yearPairs(index).flatMap((pair): Outcome[] =>
      pair.evaluated ? [] : [...whole(index, pair), ...lines(index, pair)],
    ),
};

function whole(index: SetIndex, pair: YearPair): Outcome[] {
  const { current, last } = pair;
  const opening = amountOf(current, (amount) => isOf(amount, OPENING, current.year));
  const closing = amountOf(last, (amount) => isOf(amount, CLOSING, last.year));
  if (opening === null || closing === null) return [];
  if (!comparable(opening.unit, closing.unit)) return [notEvaluated(current.filingId, 'units differ')];
  if (isSame(sized(opening), sized(closing))) return [passed(current.filingId)];
  return [differs(index, pair, { opening, closing, name: opening.item, ended: closing.item })];
}

/** Columns of a table of projects: what each of them began the year with, and ended the last one. */
function lines(index: SetIndex, pair: YearPair): Outcome[] {
  const { current, last } = pair;
  const ends = balancesOf(last, 'closing');
  if (ends.size === 0) return [];
  const found = [...balancesOf(current, 'opening')].flatMap(([name, opening]): Balance[] => {
    const closing = ends.get(name);
    if (closing === undefined || !comparable(opening.unit, closing.unit)) return [];
    return [{ opening, closing, name: `${opening.item}年初结转`, ended: '年末结转' }];
  });
  const parts = found.filter(({ opening }) => opening.project !== null);
  // A total is off with its lines.
  const told = parts.length > 0 ? parts : found;
  const off = told.filter(({ opening, closing }) => !isSame(sized(opening), sized(closing)));
  if (off.length === 0) return told.length === 0 ? [] : [passed(current.filingId, told.length)];
  // Where most lines differ the columns are of another scope: restated, or of other money.
  return off.length > told.length / 2
    ? [notEvaluated(current.filingId, 'the table measures something else')]
    : off.map((balance) => differs(index, pair, balance));
}

interface Balance {
  opening: SetAmount;
  closing: SetAmount;
  /** What the opening balance is called, and the one that the last year ended with. */
  name: string;
  ended: string;
}

/** Balances at one end of the year by the project of their line; lines that stand twice are left out. */
function balancesOf({ amounts, year }: FilingDigest, at: 'opening' | 'closing'): Map<string, SetAmount> {
  const own = amounts.filter(
    (amount) =>
      amount.balance === at && amount.fund === null && (amount.year === null || amount.year === year),
  );
  const byName = Map.groupBy(own, ({ project, item }) => projectKey(project ?? item));
  return new Map([...byName].flatMap(([name, [one, other]]) => (other === undefined ? [[name, one!]] : [])));
}

function differs(index: SetIndex, { current, last }: YearPair, balance: Balance): Outcome {
  const { opening, closing, name, ended } = balance;
  const [now, then] = [sized(opening), sized(closing)];
  return report(current, {
    verdict: 'impossible',
    message: {
      zh: `${name} ${shown(opening)}，${last.year} 年表${ended}为 ${shown(closing)}`,
      en: `${name} is ${shown(opening)}, ${ended} of ${last.year} is ${shown(closing)}`,
    },
    evidence: [
      cell(index, current, 'opening', opening.item, opening),
      cell(index, last, 'closing', closing.item, closing),
    ],
    operands: ['opening', opening.key, String(last.year)],
    expected: inUnitOf(then.value, opening),
    actual: opening.value,
    difference: inUnitOf(now.value - then.value, opening),
    tolerance: inUnitOf(now.half + then.half, opening),
    hypotheses: asIn(current, opening, then.value, { zh: '与上年末一致', en: 'as last year closed' }),
  });
}

const OPENING = /^(?:上年|年初|上年度)(?:财政拨款)?(?:结转(?:和?结余)?|结余)(?:资金)?$/;
const CLOSING = /^(?:年末|结转下年|年终)(?:财政拨款)?(?:结转)?(?:和?结余)?(?:资金|支出)?$/;
const FINAL: ReadonlySet<SetAmount['measure']> = new Set([
  'final',
  'executed',
  'balance',
  'current',
  'budget',
]);

function isOf(amount: SetAmount, name: RegExp, year: number | null): boolean {
  return (
    amount.fund === null &&
    amount.year === year &&
    FINAL.has(amount.measure) &&
    name.test(amount.item.replace(/\s/g, ''))
  );
}
