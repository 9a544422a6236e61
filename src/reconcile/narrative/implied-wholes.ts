import type { TextRelation } from '../../../schemas/index.ts';
import type { Interval } from '../edits/evaluate.ts';
import { divideDown, divideRounded, divideUp, HUNDRED, roundTo, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import { type DocumentContext, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf, figureEvidence, figureOf, foundIn, relationsOf } from './claims.ts';
import { wholeOf } from './share-bases.ts';

/** A share of a whole that no text states, with the whole that it implies. */
interface Share extends Interval {
  claim: Claim;
  relation: TextRelation;
  rate: Fact;
  part: Fact;
}

/** Shortest name of a whole that tells it from others, in characters: 支出 may be of anything. */
const SHORTEST = 5;

/**
 * 基本支出247.63万元，占一般公共预算支出的84.06%, and elsewhere 项目支出46.95万元，占一般公共预算支出的19.62%: shares of one whole that is
 * stated nowhere imply the same one.
 */
export function impliedWholes(document: DocumentContext): Outcome[] {
  const shares = claimsOf(document).flatMap((claim) =>
    relationsOf(claim, 'share_of').flatMap((relation) => shareOf(claim, relation) ?? []),
  );
  const groups = Map.groupBy(shares, keyOf);
  return [...groups].flatMap(([key, group]) => (key === null || group.length < 2 ? [] : [agree(group)]));
}

function keyOf({ claim, relation }: Share): string | null {
  const name = normalised(relation.base_item);
  const subject = figureOf(claim, relation.to);
  const year = subject?.year ?? claim.year;
  return name.length < SHORTEST ? null : `${name}|${year}|${subject?.base_unit}`;
}

function shareOf(claim: Claim, relation: TextRelation): Share | null {
  const rate = factOf(claim, relation.from);
  const part = factOf(claim, relation.to);
  if (rate?.unit !== '%' || part === null || wholeOf(claim, relation).whole !== null) return null;
  // A rate may be rounded or cut off behind its last place.
  const least = rate.value - rate.half;
  if (least <= 0n || part.value <= 0n) return null;
  const size = (value: bigint): bigint => HUNDRED * value * part.factor;
  return {
    claim,
    relation,
    rate,
    part,
    low: divideDown(size(part.value - part.half), rate.value + 2n * rate.half),
    high: divideUp(size(part.value + part.half), least),
  };
}

function agree(shares: readonly Share[]): Outcome {
  const lowest = shares.reduce((a, b) => (b.high < a.high ? b : a));
  const highest = shares.reduce((a, b) => (b.low > a.low ? b : a));
  const { claim } = highest;
  if (highest.low <= lowest.high) return passed(claim.text.filing_id, shares.length);
  const said = ({ part, rate }: Share): string => `${part.text}（${rate.text}）`;
  const implied = ({ part, rate }: Share): string =>
    `${show(roundTo(divideRounded(HUNDRED * part.value, rate.value), 2))}${part.unit ?? ''}`;
  const name = highest.relation.base_item;
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'improbable',
    message: {
      zh: `文字中“${name}”按“${highest.part.label}”${said(highest)}推算为 ${implied(highest)}，按“${lowest.part.label}”${said(lowest)}推算为 ${implied(lowest)}`,
      en: `“${name}” of the text is ${implied(highest)} by “${highest.part.label}” ${said(highest)}, and ${implied(lowest)} by “${lowest.part.label}” ${said(lowest)}`,
    },
    evidence: [highest, lowest].flatMap((share) => [
      figureEvidence(share.claim, share.relation.to!, 'part'),
      figureEvidence(share.claim, share.relation.from, 'share'),
    ]),
    operands: [highest, lowest].flatMap(({ part, rate }) => [part.key, rate.key]),
  });
}
