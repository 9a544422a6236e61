import type { Area, Raster } from '../image/raster.ts';
import { likelihoodsOf } from './glyph-vote.ts';

/** What raised ink behind an m is: the likelier of the two, and whether the network tells it from the other. */
export interface PowerVote {
  text: '²' | '³';
  isTold: boolean;
}

/** A vote that tells ² from ³ where they stand free, and how many times it is likelier than the other of the two at least. */
const freeVote = 0.45;
const timesRival = 10;

/** Votes that tell them where they touch the m: the best of several cuts, and the best for the other in parts of it at most. */
const touchingVotes = [
  { least: 0.5, rival: 0.4 },
  { least: 0.3, rival: 0.1 },
] as const;

/** Forms print ² so many times as often as ³, which is what counts where neither is seen. */
const farOftener = 5;

/** Where the foot of a power may lie that touches its m, in heights of the m below its head. */
const feet = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/** What a power is that stands free of its m. */
export function freePower(picture: Raster, glyph: Area): PowerVote {
  const { two, three, isOther } = digitIn(picture, glyph);
  const [most, rival] = [Math.max(two, three), Math.min(two, three)];
  const isTold = !isOther && most >= freeVote && most >= timesRival * rival;
  return { text: three > (isTold ? two : farOftener * two) ? '³' : '²', isTold };
}

/**
 * What a power is that touches its m: nobody sees where the one ends and the other begins, so that several cuts are looked at. The ones at wrong
 * places show nothing known, hardly ever the other digit. `head`: the upper edge of the m, `height` its height.
 */
export function touchingPower(picture: Raster, glyph: Area, head: number, height: number): PowerVote {
  const votes = feet
    .map((foot) => ({ ...glyph, y1: Math.round(head + foot * height) }))
    .filter(({ y0, y1 }) => y1 > y0)
    .map((cut) => digitIn(picture, cut));
  const two = Math.max(0, ...votes.map((vote) => vote.two));
  const three = Math.max(0, ...votes.map((vote) => vote.three));
  const [most, rival] = [Math.max(two, three), Math.min(two, three)];
  const isTold = touchingVotes.some((vote) => most >= vote.least && rival <= vote.rival * most);
  return { text: three > (isTold ? two : farOftener * two) ? '³' : '²', isTold };
}

/** Height of a digit in ems, and the room of its line above and below it in heights of a digit. */
const digitHeight = 0.72;
const above = 0.2;
const below = 0.12;

/** How likely a raised glyph is a 2 and a 3 if it is looked at as a digit of a line of its own; `isOther`: it is likelier something else. */
function digitIn(picture: Raster, glyph: Area): { two: number; three: number; isOther: boolean } {
  const height = glyph.y1 - glyph.y0;
  const line = {
    ...glyph,
    y0: glyph.y0 - Math.round(above * height),
    y1: glyph.y1 + Math.round(below * height),
  };
  const likelihoods = likelihoodsOf(picture, glyph, line, height / digitHeight);
  const [two, three] = [likelihoods.get('2') ?? 0, likelihoods.get('3') ?? 0];
  return { two, three, isOther: Math.max(...likelihoods.values()) > Math.max(two, three) };
}
