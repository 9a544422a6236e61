import type { Maker } from './slip.ts';
import {
  confuse,
  dropOrDouble,
  fraction,
  negate,
  point,
  rescale,
  substitute,
  transpose,
} from './spelling.ts';
import {
  columnInYuan,
  otherYear,
  partCountedTwice,
  partLeftOut,
  removeRow,
  shift,
  swap,
  unfilled,
  wrongBase,
} from './structure.ts';

/** Every slip of the hypotheses, by the id of its generator. */
export const makers: Readonly<Record<string, Maker>> = {
  H1: transpose,
  H2: confuse,
  H3: substitute,
  H4: dropOrDouble,
  H5: rescale,
  H6: columnInYuan,
  H7: point,
  H8: negate,
  H9: swap,
  H10: removeRow,
  H11: partCountedTwice,
  H12: shift,
  H14: unfilled,
  H15: partLeftOut,
  H16: wrongBase,
  H17: otherYear,
  H18: fraction,
};
