import type { TextRelation } from '../../../schemas/index.ts';
import { divideDown, divideUp, HUNDRED } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf, figureOf, relationsOf, sameMeasure } from './claims.ts';

/** Texts before it in which the whole of a list may stand. */
const REACH = 3;
/** What the shares of two parts may make beside a hundred, where one of them is wrong: what two shares of other things seldom do. */
const NEAR_HUNDRED = 1;

/** A list of a sentence has few parts, and few figures stand before it. */
const MOST_PARTS = 40;
const MOST_WHOLES = 200;

/**
 * What a list of shares is of, where it names nothing that the document states: 实际支出1,394万元。… 支出中，基本支出836万元，占60%；项目支出558万元，
 * 占40%. It is the figure before it that all of the shares fit, or all but one. Null where there is none.
 */
export function wholeOfList(claim: Claim, relation: TextRelation): Fact | null {
  return wholesIn(claim.document).get(relation) ?? null;
}

const wholesIn = keptWith((document: DocumentContext): ReadonlyMap<TextRelation, Fact> => {
  const claims = claimsOf(document);
  const wholes = new Map<TextRelation, Fact>();
  for (const [at, claim] of claims.entries()) {
    const shares = relationsOf(claim, 'share_of').filter(({ to, base }) => to !== null && base === null);
    for (const list of Map.groupBy(shares, ({ base_item: item }) => item).values()) {
      if (list.length < 2 || list.length > MOST_PARTS) continue;
      const whole = bestOf(claim, list, claims.slice(Math.max(0, at - REACH), at));
      if (whole !== null) for (const relation of list) wholes.set(relation, whole);
    }
  }
  return wholes;
});

function bestOf(claim: Claim, list: readonly TextRelation[], before: readonly Claim[]): Fact | null {
  const first = Math.min(...list.map(({ to }) => to!));
  const subject = figureOf(claim, first)!;
  const least = list.length === 2 && !makesHundred(claim, list) ? 2 : list.length - 1;
  const candidates = [...before, claim].flatMap((other) =>
    other.text.figures.flatMap((figure, i) => {
      if (figure.role !== 'stated' || !sameMeasure(figure, subject) || (other === claim && i >= first))
        return [];
      return factOf(other, i) ?? [];
    }),
  );
  const fits = candidates
    .slice(-MOST_WHOLES)
    .filter((whole) => list.filter((each) => isShareOf(claim, each, whole)).length >= least);
  return fits.at(-1) ?? null;
}

function makesHundred(claim: Claim, list: readonly TextRelation[]): boolean {
  const sum = list.reduce((all, { from }) => all + (figureOf(claim, from)?.value ?? 0), 0);
  return sum >= 100 - NEAR_HUNDRED;
}

/** Whether a share is the part over a whole at the precision of both. */
function isShareOf(claim: Claim, { from, to }: TextRelation, whole: Fact): boolean {
  const rate = factOf(claim, from);
  const part = factOf(claim, to);
  if (rate === null || part === null || rate.unit !== '%' || part.value <= 0n || whole.value <= whole.half)
    return false;
  const size = (value: bigint): bigint => HUNDRED * value * part.factor;
  const low = divideDown(size(part.value - part.half), (whole.value + whole.half) * whole.factor);
  const high = divideUp(size(part.value + part.half), (whole.value - whole.half) * whole.factor);
  return rate.value + 2n * rate.half >= low && rate.value - rate.half <= high;
}
