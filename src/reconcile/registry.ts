import type { Rule } from './rule.ts';
import { PCT_01 } from './rules/pct-01.ts';
import { PCT_02 } from './rules/pct-02.ts';
import { PCT_03 } from './rules/pct-03.ts';
import { SUM_01 } from './rules/sum-01.ts';

/** The catalogue, in the order of its ids. A code is for ever: a rule may be retired, its code is not given again. */
export const RULES: readonly Rule[] = [SUM_01, PCT_01, PCT_02, PCT_03];
