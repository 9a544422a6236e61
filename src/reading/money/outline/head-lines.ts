import { headLine } from '../../lexicon/money-items.ts';
import type { OpenLine, OutlineRow } from './outline-row.ts';

/** Kinds of what comes from above: 返还性收入, 一般性转移支付收入, 专项转移支付收入. */
export const isTransfer = (row: OutlineRow | undefined): boolean =>
  row !== undefined && /^(?:税收)?返还|转移支付/.test(row.name);

/** What comes in beside 上级补助收入, and is none of its kinds. */
const besideTransfers = /债务|债券|结余|结转|调入|动用|稳定调节|上解|区域间/;

/**
 * 上级补助收入 over 返还性收入 and its like further right, then 债务转贷收入 as far left as the first: a line beside it that no lexicon knows.
 * The open line that a line without a mark stands beside; null where there is none.
 */
export function besideHead(
  rows: readonly OutlineRow[],
  stack: readonly OpenLine[],
  at: number,
): OpenLine | null {
  const row = rows[at] as OutlineRow;
  if (!isPlain(row)) return null;
  const isHead = headLine.test(row.name);
  const head = stack.findLast((line) => {
    const { [line.row]: own, [line.row + 1]: first } = rows;
    if (own === undefined || first === undefined || line.row + 1 === at) return false;
    if (!isPlain(own) || own.total || !headLine.test(own.name) || own.indent !== row.indent) return false;
    if (isHead) return first.indent > own.indent;
    const listsTransfers = own.name === '上级补助收入' && isTransfer(first);
    return first.indent > own.indent || (listsTransfers && besideTransfers.test(row.name));
  });
  return head ?? null;
}

/** A line without a mark or anything else that ranks it. */
const isPlain = ({ code, funding, mark, ofWhich }: OutlineRow): boolean =>
  mark === null && !ofWhich && funding === null && code === null;
