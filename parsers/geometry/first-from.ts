/** The first of so many places for which something is true that is true for all behind it. */
export function firstFrom(length: number, isReached: (at: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isReached(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Index of the first of sorted numbers that is not less. */
export function firstAtLeast(sorted: ArrayLike<number>, value: number): number {
  return firstFrom(sorted.length, (at) => sorted[at]! >= value);
}

/** The row, or column, between sorted lines that a place lies in; -1 before the first line. */
export function fieldOf(lines: readonly number[], place: number): number {
  return firstAtLeast(lines, place) - 1;
}
