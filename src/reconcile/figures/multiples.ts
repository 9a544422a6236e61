import {
  divideDown,
  divideRounded,
  divideUp,
  type Exact,
  ONE,
  roundTo,
  unitInLastPlace,
} from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';

/** 本息覆盖倍数, 收益覆盖本息倍数: how many times what a project earns pays back what it owes. */
export const MULTIPLE =
  /^(?:(?:债券|项目|收益|专项|总)*(?:对?(?:融资|债券)?本息的?)(?:资金)?|(?:项目)?收益)?覆盖(?:(?:专项)?债券|融资|项目)?(?:本息的?)?倍数(?:[（(]倍[)）])?$/;

/** A multiple as printed, and with how many digits behind the point. */
export interface Printed {
  value: Exact;
  places: number;
}

const sizeOf = ({ factor, value }: Fact): bigint => value * factor;
const slackOf = ({ factor, half }: Fact): bigint => half * factor;

/**
 * What is earned over what is owed at the print of the multiple; null where the multiple fits. Within a unit of its last place: multiples
 * are rounded, or cut off so as to promise no more than there is. What is owed is above zero.
 */
export function otherMultiple(said: Printed, earned: Fact, owed: Fact): Exact | null {
  const own = unitInLastPlace(said.places);
  const low = divideDown((sizeOf(earned) - slackOf(earned)) * ONE, sizeOf(owed) + slackOf(owed)) - own;
  const high = divideUp((sizeOf(earned) + slackOf(earned)) * ONE, sizeOf(owed) - slackOf(owed)) + own;
  if (said.value >= low && said.value <= high) return null;
  return roundTo(divideRounded(sizeOf(earned) * ONE, sizeOf(owed)), said.places);
}
