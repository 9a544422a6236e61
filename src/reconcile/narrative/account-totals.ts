import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { type DocumentContext, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { conceptOf } from './concept.ts';
import { isNear, mismatch } from './mismatch.ts';
import { agrees, apart, bothMoney, type Cell } from './tables.ts';

/** 财政拨款收支总预算, 收入预算合计, 支出决算总计: the whole of an account, as a text names it. */
const WHOLE =
  /^(?:本?(?:部门|单位)|全年)?(财政拨款)?(?:收[、,]?支|收入[、,和]?支出|收入|支出)(?:总(?:预算|决算|计)|(?:预算|决算)(?:总计|合计|总额))$/;

/** 核定你单位2034年收入预算: what an approval sets is the whole. */
const APPROVED =
  /^(?:(?:你|该|本)?(?:部门|单位|局|委))?(?:(?:19|20)\d\d年度?)?(?:部门)?(?:收[、,]?支|收入|支出)(?:总)?预算(?:总额)?$/;

/** 部门收支预算总表, 收入支出决算总表, 部门收支预算批复表 */
const ACCOUNT = /(?:收支|收入支出).{0,6}(?:总表|总体情况表|总体表|预算批复表)/;
/** Accounts of a part of the money. */
const PARTIAL = /一般公共|基金|国有资本|经营/;
const FISCAL = /财政拨款/;

/** What a text gives as the whole of an account, against the total on both sides of the one table of it. */
export function accountTotals(document: DocumentContext, nearness: number): Outcome[] {
  const accounts = document.filings.filter(
    ({ filing }) => ACCOUNT.test(filing.title ?? '') && !PARTIAL.test(filing.title ?? ''),
  );
  if (accounts.length === 0) return [];
  return claimsOf(document).flatMap((claim) =>
    claim.filing === null
      ? claim.text.figures.flatMap((_, index) => against(accounts, claim, index, nearness))
      : [],
  );
}

function against(
  accounts: readonly FilingContext[],
  claim: Claim,
  index: number,
  nearness: number,
): Outcome[] {
  const { item, op, role, year } = claim.text.figures[index]!;
  const name = normalised(item);
  const isWhole = item !== null && role === 'stated' && op === '=';
  const named = !isWhole
    ? null
    : (WHOLE.exec(name) ?? (isApproved(claim, index) ? APPROVED.exec(name) : null));
  const fact = named === null ? null : factOf(claim, index);
  if (named === null || fact === null) return [];
  const own = accounts.filter(
    ({ filing }) =>
      FISCAL.test(filing.title ?? '') === (named[1] !== undefined) && (year === null || filing.year === year),
  );
  const [account, other] = own;
  if (account === undefined) return [];
  const id = account.filing.filing_id;
  if (other !== undefined) return [notEvaluated(id, 'several lists of that name')];
  const totals = totalsOf(account).filter((cell) => bothMoney(cell.fact, fact));
  if (totals.some((cell) => agrees(cell.fact, fact))) return [passed(id)];
  const [total, ...others] = totals.filter(({ amount }) => amount.parent_id === null);
  if (total === undefined) return [];
  if (others.length === 0 || others.some((cell) => apart(cell.fact, total.fact) > 0n))
    return [notEvaluated(id, 'several figures of that name')];
  if (!isNear(total.fact, fact, nearness)) return [notEvaluated(id, 'figures of another scope')];
  return [mismatch(claim, index, fact, total)];
}

/** 核定…, 批复… in front of a figure. */
function isApproved({ text: { text, figures } }: Claim, index: number): boolean {
  const { offset } = figures[index]!;
  return /(?:核定|批复|核准)[^，。；：]{0,24}$/.test(text.slice(Math.max(0, offset - 30), offset));
}

const isTotal = ({ item, role }: Amount): boolean => role === 'total' && /(?:总计|合计)$/.test(item);

function totalsOf(filing: FilingContext): Cell[] {
  return filing.amounts.flatMap((amount): Cell[] => {
    const fact = isTotal(amount) ? filing.facts.amount(amount) : null;
    const concept = conceptOf(amount.item);
    return fact === null || concept === null ? [] : [{ amount, fact, concept, filing }];
  });
}
