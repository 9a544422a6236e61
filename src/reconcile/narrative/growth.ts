import type { Interval } from '../edits/evaluate.ts';
import { divideDown, divideRounded, divideUp, type Exact, HUNDRED } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';

/** A growth in per cent, with what it may be at the precision of its operands. */
export interface Growth extends Interval {
  value: Exact;
}

/** 100 · (current − base) ÷ base; null where the base may be zero or below. */
export function growthOf(current: Fact, base: Fact): Growth | null {
  const c = ends(current);
  const b = ends(base);
  if (b.low <= 0n) return null;
  const low = HUNDRED * (c.low - b.high);
  const high = HUNDRED * (c.high - b.low);
  const middle = HUNDRED * (current.value * current.factor - base.value * base.factor);
  return {
    value: divideRounded(middle, base.value * base.factor),
    low: divideDown(low, low < 0n ? b.low : b.high),
    high: divideUp(high, high < 0n ? b.high : b.low),
  };
}

/** Whether a printed rate, up or down, is this growth: rounded, or cut off behind its last place. */
export function prints(growth: Interval, rate: Fact, direction: 'up' | 'down' | null): boolean {
  const signs = direction === 'up' ? [1n] : direction === 'down' ? [-1n] : [1n, -1n];
  return signs.some((sign) => {
    const value = sign * rate.value;
    const [inner, outer] = [value - sign * rate.half, value + sign * 2n * rate.half];
    const [low, high] = inner < outer ? [inner, outer] : [outer, inner];
    return low <= growth.high && high >= growth.low;
  });
}

function ends({ value, half, factor }: Fact): Interval {
  return { low: (value - half) * factor, high: (value + half) * factor };
}
