/** A seeded source of choices: the same seed gives the same filing on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  /** `count` different members in the order of the list. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** mulberry32: 32 bits of state, good enough for test data, no dependency. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 4; warm++) next();
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('pick from an empty list');
      return list[int(0, list.length - 1)]!;
    },
    chance: (probability) => next() < probability,
    sample: (list, count) => {
      const order = list.map((member, index) => ({ member, index, key: next() }));
      const chosen = order.sort((a, b) => a.key - b.key).slice(0, count);
      return chosen.sort((a, b) => a.index - b.index).map(({ member }) => member);
    },
  };
}
