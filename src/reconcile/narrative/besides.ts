import type { LinearEdit } from '../edits/edit.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { sumOf } from './part-sums.ts';

type Side = '收入' | '支出';

/** What closes each side of an account, with which its sum makes the total. */
const CLOSES: Readonly<Record<Side, RegExp>> = {
  收入: /年初结转(?:和|及)?结余(?:资金)?(?:为|是|共)?$/,
  支出: /年末结转(?:和|及)?结余(?:资金)?(?:为|是|共)?$/,
};
/** How many texts apart the total, its sum and what closes it may stand. */
const REACH = 4;

/** 收入总计X万元. …收入合计Y万元…。此外，使用非财政拨款结余A万元，年初结转和结余B万元: X is Y and what is told besides. */
export function besides(document: DocumentContext): LinearEdit[] {
  const claims = claimsOf(document).filter(({ filing }) => filing === null);
  return claims.flatMap((claim, at) =>
    (['收入', '支出'] as const).flatMap((side): LinearEdit[] => {
      const parts = partsBesides(claims, at, side);
      const whole = parts === null ? null : onlyTotal(claims.slice(Math.max(0, at - REACH), at + 1), side);
      if (parts === null || whole === null) return [];
      return [{ ...sumOf(claim, whole, parts, '='), severity: 'warning' }];
    }),
  );
}

/** The sum of a side and all that is told besides it; null where what closes it is not told. */
function partsBesides(claims: readonly Claim[], at: number, side: Side): Fact[] | null {
  const claim = claims[at]!;
  const { figures, text } = claim.text;
  const from = text.indexOf('此外');
  if (from < 0) return null;
  const sums = figures.flatMap(({ item, offset, role }, i) =>
    role === 'stated' && offset < from && normalised(item).endsWith(`${side}合计`) ? [i] : [],
  );
  if (sums.length !== 1) return null;
  const end = text.indexOf('。', from);
  const listed = figures.flatMap(({ base_unit, offset, role }, i) =>
    role === 'stated' && base_unit === '元' && offset > from && (end < 0 || offset < end) ? [i] : [],
  );
  const isClosed = listed.some((i) => closes(claim, i, side));
  const behind = isClosed ? null : closingBehind(claims.slice(at + 1, at + 3), side);
  if (listed.length === 0 || (!isClosed && behind === null)) return null;
  const facts = [...sums, ...listed].map((i) => factOf(claim, i));
  const known = facts.filter((fact) => fact !== null);
  if (known.length < facts.length) return null;
  return behind === null ? known : [...known, behind];
}

function closes({ text: { figures, text } }: Claim, index: number, side: Side): boolean {
  const { offset } = figures[index]!;
  return CLOSES[side].test(text.slice(Math.max(0, offset - 16), offset).trimEnd());
}

function closingBehind(claims: readonly Claim[], side: Side): Fact | null {
  for (const claim of claims)
    for (const [i, { role }] of claim.text.figures.entries())
      if (role === 'stated' && closes(claim, i, side)) return factOf(claim, i);
  return null;
}

/** The one figure that is called the total of a side. */
function onlyTotal(claims: readonly Claim[], side: Side): Fact | null {
  const totals = claims.flatMap((claim) =>
    claim.text.figures.flatMap(({ item, role }, i) =>
      role === 'stated' &&
      /^(?:本?(?:部门|单位))?(?:收入|支出)总计$/.test(normalised(item)) &&
      normalised(item).endsWith(`${side}总计`)
        ? [factOf(claim, i)]
        : [],
    ),
  );
  return totals.length === 1 ? (totals[0] ?? null) : null;
}
