import type { Amount } from '../../../schemas/index.ts';
import { isMost } from '../edits/most-rows.ts';
import { divideDown, divideRounded, divideUp, HUNDRED, roundTo, show, toNumber } from '../facts/exact.ts';
import { type Fact, printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { type FilingContext, type Outcome, passed } from '../rule.ts';

/** Fewest rows of a list that tell what their shares are of. */
const FEWEST = 3;

interface Row {
  figure: Fact;
  share: Fact;
}

/**
 * 工资福利支出 120 | 60% and 商品和服务支出 50 | 25% in a list without a sum: shares of what the list comes to, where two in three of them say so. The
 * others are warnings; null where the list does not tell.
 */
export function sharesOfList(context: FilingContext, parts: readonly Amount[]): Outcome[] | null {
  const { facts, filing } = context;
  const rows = parts.flatMap((part): Row[] => {
    const [figure, share] = [facts.amount(part), facts.share(part)];
    return figure === null || share === null || figure.value < 0n ? [] : [{ figure, share }];
  });
  if (rows.length < Math.max(FEWEST, parts.length)) return null;
  if (rows.some(({ figure }) => figure.factor !== rows[0]!.figure.factor)) return null;
  const sum = rows.reduce((all, { figure }) => all + figure.value, 0n);
  const half = rows.reduce((all, { figure }) => all + figure.half, 0n);
  if (sum <= half) return null;
  const wrong = rows.filter((row) => !isShareOf(row, sum, half));
  const held = rows.length - wrong.length;
  if (!isMost(held, rows.length) || (wrong.length > 0 && haveOneBase(rows))) return null;
  return [passed(filing.filing_id, held), ...wrong.map((row) => told(context, row, sum, rows))];
}

/** Rounded or cut off at its last place. */
function isShareOf({ figure, share }: Row, sum: bigint, half: bigint): boolean {
  const low = divideDown(HUNDRED * (figure.value - figure.half), sum + half);
  const high = divideUp(HUNDRED * (figure.value + figure.half), sum - half);
  return share.value + 2n * share.half >= low && share.value - share.half <= high;
}

/** 60%, 25% and 10% of 200 in a list of 190: a row is missing, and no share is wrong. */
function haveOneBase(rows: readonly Row[]): boolean {
  let low = 0n;
  let high: bigint | null = null;
  for (const { figure, share } of rows) {
    const least = divideDown(HUNDRED * (figure.value - figure.half), share.value + 2n * share.half || 1n);
    if (least > low) low = least;
    if (share.value <= share.half) continue;
    const most = divideUp(HUNDRED * (figure.value + figure.half), share.value - share.half);
    if (high === null || most < high) high = most;
  }
  return high === null || low <= high;
}

function told(context: FilingContext, { figure, share }: Row, sum: bigint, rows: readonly Row[]): Outcome {
  const exact = divideRounded(HUNDRED * figure.value, sum);
  const due = show(roundTo(exact, share.places));
  const whole = `${show(sum)}${figure.unit ?? ''}`;
  const part = printWithUnit(figure);
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${figure.label}”占比 ${printWithUnit(share)} 应为 ${due}%：${part} ÷ 各项之和 ${whole}，其余各项的占比均与此和相符`,
      en: `the share ${printWithUnit(share)} of “${figure.label}” should be ${due}%: ${part} ÷ ${whole}, the sum of the list, of which the others are shares`,
    },
    expected: toNumber(roundTo(exact, share.places + 2)),
    actual: share.printed,
    difference: toNumber(roundTo(share.value - exact, share.places + 2)),
    evidence: [evidenceOf(share, 'share'), ...rows.map((row) => evidenceOf(row.figure, 'part'))],
    operands: [share.key, ...rows.map((row) => row.figure.key)],
  });
}
