/** A fraction of whole numbers; the denominator is positive. */
export interface Ratio {
  n: bigint;
  d: bigint;
}

/** Everything between two fractions, both included. */
export interface Interval {
  low: Ratio;
  high: Ratio;
}

export const add = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const subtract = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const isLess = (a: Ratio, b: Ratio): boolean => a.n * b.d < b.n * a.d;

/** Whether two intervals have something in common. */
export const meets = (a: Interval, b: Interval): boolean => !isLess(a.high, b.low) && !isLess(b.high, a.low);

export function multiply(a: Interval, b: Interval): Interval {
  const all = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => ({ n: x.n * y.n, d: x.d * y.d })));
  return hull(all);
}

/** Null where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (b.low.n <= 0n && b.high.n >= 0n) return null;
  const inverse = ({ n, d }: Ratio): Ratio => (n < 0n ? { n: -d, d: -n } : { n: d, d: n });
  return multiply(a, hull([inverse(b.low), inverse(b.high)]));
}

function hull(all: readonly Ratio[]): Interval {
  const [first] = all as [Ratio];
  return {
    low: all.reduce((least, ratio) => (isLess(ratio, least) ? ratio : least), first),
    high: all.reduce((most, ratio) => (isLess(most, ratio) ? ratio : most), first),
  };
}
