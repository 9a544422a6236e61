import type { Amount } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { nameColumn, normalised } from '../keys.ts';
import { remembered } from '../remembered.ts';
import type { FilingContext, Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

/** What a column of a settlement holds: what is due, was given, is given now, or is taken back. */
type Part = 'due' | 'given' | 'now' | 'back';

const DUE =
  /^(?:全年|本年|年度|当年|清算|结算|核定|审定)?应(?:下达|拨付?|补助?|补贴|分配|安排|兑付|发放|享受)(?:资金|补助|数|额|金额)*$|^(?:核定|审定|清算核定|结算核定)(?:补助|资金)?(?:资金|数|额|金额)+$|^年?(?:补助|补贴|奖补|分配|安排)(?:总额|资金|金额|数|额)$/;
const GIVEN =
  /^(?:其中：)?(?:提前|前期|此前|已提前|已|累计已)(?:预?拨付?|预?下达|安排|分配|补助?|兑付|发放|预付)(?:资金|补助|数|额|金额)*$|(?:提前|前期|此前|已).{0,4}(?:下达|拨付|安排|分配)/;
const NOW =
  /^(?:本次|此次|这次|再次|本批|年?实际).{0,4}(?:下达|拨付|安排|分配|清算|结算)|^(?:应|本次)?(?:清算|结算|补拨|补发|追补|补退|找补)(?:下达|拨付)?(?:资金|补助|数|额|金额)*$|^差额$/;
const BACK = /^(?:应|本次)?(?:收回|扣回|扣减|追缴|退回)(?:资金|补助|数|额|金额)*$/;

const partOf = remembered((head): Part | null => {
  const name = normalised(head)
    .replace(/（[^（）]*）/g, '')
    .replace(/^(?:19|20)\d\d年度?/, '');
  if (BACK.test(name)) return 'back';
  if (NOW.test(name)) return 'now';
  if (DUE.test(name)) return 'due';
  return GIVEN.test(name) ? 'given' : null;
});

/**
 * 应拨补助资金 | 已提前下达 | 此次下达, 应补数 | 已补数 | 清算数: what is due to a place is what it was given and what it gets now, less what is taken
 * back, where most rows say so.
 */
export function givenSums(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  if (!amounts.some((amount) => headOf(amount).part === 'due')) return [];
  const lines = Map.groupBy(amounts.filter(isMoney), (amount) => {
    const { grid, row } = amount.source.value ?? {};
    return `${grid}|${row}|${nameColumn(amount)}|${amount.item}|${headOf(amount).group}`;
  });
  const tables = Map.groupBy(
    [...lines.values()].filter(isSettled),
    ([amount]) => `${amount?.source.value?.grid}|${amount === undefined ? '' : headOf(amount).group}`,
  );
  return [...tables.values()].flatMap((table) => {
    const rows = table.flatMap((line): Row[] => {
      const edit = settled(context, line);
      return edit === null ? [] : [{ edit }];
    });
    if (rows.length < 2) return [];
    return judgedByMost(filing.filing_id, rows, 'what is due may not be all of it');
  });
}

/** The part that the lowest head of a figure names, and the heads above it. */
function headOf({ column_label: label }: Amount): { part: Part | null; group: string } {
  const path = (label ?? '').split(' / ');
  return { part: partOf(path.at(-1) ?? ''), group: path.slice(0, -1).join(' / ') };
}

const of = (line: readonly Amount[], part: Part): Amount[] =>
  line.filter((amount) => headOf(amount).part === part);

const isSettled = (line: readonly Amount[]): boolean =>
  of(line, 'due').length === 1 &&
  of(line, 'given').length === 1 &&
  of(line, 'now').length < 2 &&
  of(line, 'back').length < 2 &&
  of(line, 'now').length + of(line, 'back').length > 0;

function settled(context: FilingContext, line: readonly Amount[]): LinearEdit | null {
  const [total] = of(line, 'due');
  if (total === undefined) return null;
  return sumEdit(context, total, [...of(line, 'given'), ...of(line, 'now')], {
    rule: 'SUM-05',
    relation: '=',
    says: {
      zh: `“${total.item}”应下达数应等于已下达数与本次下达数（收回为减）之和`,
      en: `what is due to “${total.item}” should be what it was given and what it gets now, less what is taken back`,
    },
    less: of(line, 'back'),
  });
}

const isMoney = ({ column_label: head, measure, value }: Amount): boolean =>
  head !== null && measure !== 'rate' && measure !== 'count' && value !== null;
