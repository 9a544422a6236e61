import type { Amount } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { nameColumn, normalised } from '../keys.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, type Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const BALANCE =
  /^((?:19|20)\d\d)年(?:年?末|底).*债[务券].*余额(?!.*限额)(?:.*(?:执行|实际|决算|预计|预算)数?)?$/;
const ISSUED = /(?:债[务券].*(?:发行|举借|转贷)|(?:发行|举借|转贷).*债[务券]|新增.*债[务券]|再融资.*债券)/;
const REPAID = /(?:还本|偿还.*本金|偿还.*债[务券]|债[务券].*偿还)/;
const INTEREST = /付息|利息|限额|费用/;
const KINDS = [/一般债|外债|国际金融组织|外国政府/, /专项债/];

/** What was owed at both ends of a year, what was issued and what was repaid, of all debts or of one kind of them. */
interface Debts {
  closing: Amount;
  opening: Amount;
  issued: readonly Amount[];
  repaid: readonly Amount[];
}

/**
 * 2030年末债务余额 over 2031年发行额, 还本额 and 2031年末债务余额, and the same of 一般债务 and 专项债务 below each: what was owed, what was borrowed
 * and what was repaid, where most of them say so; of a lone line what differs is only
 * noted. Debts are written off and exchanged too, so that what differs is a warning.
 */
export function debtBalances(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  if (!amounts.some(({ item }) => BALANCE.test(normalised(item)))) return [];
  const below = new Map<string, Amount[]>();
  for (const amount of amounts)
    if (amount.parent_id !== null) entry(below, amount.parent_id, (): Amount[] => []).push(amount);
  const tables = new Map<string, Row[]>();
  for (const column of gridColumns(amounts)) {
    const all = debtsOf(column);
    if (all === null) continue;
    const { grid } = all.closing.source.value ?? {};
    for (const debts of [all, ...KINDS.flatMap((kind) => ofKind(all, kind, below))]) {
      const edit = editOf(context, debts);
      if (edit !== null) entry(tables, `${grid}`, (): Row[] => []).push({ edit });
    }
  }
  return [...tables.values()].flatMap((rows) => {
    // A lone line bears no witness to what takes part: it is worth a look, and no more.
    if (rows.length < 2) return rows.map(({ edit }) => edited({ ...edit, severity: 'info' }));
    return judgedByMost(filing.filing_id, rows, 'what else takes part cannot be told');
  });
}

/** The figures of each column of a table, whatever year a row names. */
function gridColumns(amounts: readonly Amount[]): Amount[][] {
  const columns = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const { column, grid } = amount.source.value ?? {};
    if (column == null || amount.measure === 'rate') continue;
    entry(columns, `${grid}|${column}|${nameColumn(amount)}`, (): Amount[] => []).push(amount);
  }
  return [...columns.values()];
}

function debtsOf(column: readonly Amount[]): Debts | null {
  const tops = column.filter(({ parent_id: parent }) => parent === null);
  const ends = tops.flatMap((amount) => {
    const year = BALANCE.exec(normalised(amount.item))?.[1];
    return year === undefined || amount.value === null ? [] : [{ amount, year: Number(year) }];
  });
  const [first, last] = ends.toSorted((a, b) => a.year - b.year);
  if (ends.length !== 2 || first === undefined || last === undefined || last.year !== first.year + 1)
    return null;
  const moved = tops.filter(
    ({ item, year }) => !INTEREST.test(item) && (year === null || year === last.year),
  );
  const issued = moved.filter(({ item }) => ISSUED.test(item) && !REPAID.test(item) && !/余额/.test(item));
  const repaid = moved.filter(({ item }) => REPAID.test(item));
  return issued.length === 0 || repaid.length === 0
    ? null
    : { opening: first.amount, closing: last.amount, issued, repaid };
}

/** The figures of one kind below each of the sums; nothing where a balance has none. */
function ofKind(
  { closing, issued, opening, repaid }: Debts,
  kind: RegExp,
  below: ReadonlyMap<string, readonly Amount[]>,
): Debts[] {
  const own = (whole: Amount): Amount[] =>
    (below.get(whole.amount_id) ?? []).filter(({ item }) => kind.test(normalised(item)));
  const [first, last] = [own(opening), own(closing)];
  if (first.length !== 1 || last.length !== 1) return [];
  return [
    { opening: first[0]!, closing: last[0]!, issued: issued.flatMap(own), repaid: repaid.flatMap(own) },
  ];
}

function editOf(context: FilingContext, { closing, issued, opening, repaid }: Debts) {
  return sumEdit(context, closing, [opening, ...issued], {
    rule: 'SUM-09',
    relation: '=',
    severity: 'warning',
    says: {
      zh: `${closing.item}应等于上年末余额加发行（举借）减还本`,
      en: `${closing.item} should be the balance a year before, with what was issued and without what was repaid`,
    },
    less: repaid,
  });
}
