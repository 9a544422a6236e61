import type { Amount } from '../../schemas/index.ts';
import type { Random } from '../generate/random.ts';
import type { Draft } from './records.ts';

/** How the figures of a generated table were cut to two decimals. */
export type Regime = 'exact' | 'rounded' | 'truncated' | 'plugged';

/** A clean filing of a family: every equation of it holds at its printed precision. */
export type Family = (random: Random, regime: Regime) => Draft;

export const between = (random: Random, low: number, high: number): number => random.int(low, high);

/** Hundredths of a figure of two to seven digits, as budgets have them. */
export function figure(random: Random): number {
  const digits = between(random, 3, 7);
  const value = between(random, 10 ** (digits - 1), 10 ** digits - 1);
  return random.chance(0.25) ? Math.round(value / 100) * 100 : value;
}

/** True values in ten-thousandths of 万元 (元), printed in hundredths by the regime. */
export function column(random: Random, regime: Regime, count: number): { parts: number[]; total: number } {
  const zero = (i: number): boolean => count > 2 && i > 0 && random.chance(0.15);
  if (regime === 'exact' || regime === 'plugged') {
    const parts = Array.from({ length: count }, (_, i) => (zero(i) ? 0 : figure(random)));
    return { parts, total: parts.reduce((a, b) => a + b, 0) };
  }
  const cut = regime === 'rounded' ? Math.round : Math.floor;
  const yuan = Array.from({ length: count }, (_, i) =>
    zero(i) ? 0 : figure(random) * 100 + between(random, 0, 99),
  );
  const total = yuan.reduce((a, b) => a + b, 0);
  return { parts: yuan.map((part) => cut(part / 100)), total: cut(total / 100) };
}

/** A quotient that is whole must not fall below itself in binary. */
export const NUDGE = 1e-9;

/** Shares in units of 10^-places per cent, cut by the regime; plugged: the largest takes what is left of 100. */
export function shares(parts: readonly number[], total: number, regime: Regime, places: number): number[] {
  const unit = 10 ** places;
  const cut = regime === 'truncated' ? Math.floor : Math.round;
  const cutShares = parts.map((part) => cut((part * 100 * unit) / total + NUDGE));
  if (regime === 'plugged') {
    const largest = parts.indexOf(Math.max(...parts));
    const rest = cutShares.reduce((sum, share, i) => (i === largest ? sum : sum + share), 0);
    cutShares[largest] = 100 * unit - rest;
  }
  return cutShares.map((share) => share / unit);
}

export const shareOf = (share: number, places: number): Partial<Amount> => ({
  share,
  share_raw: `${share.toFixed(places)}%`,
});

export function split(random: Random, total: number, count: number): { parts: number[]; total: number } {
  const parts: number[] = [];
  let rest = total;
  for (let i = 1; i < count; i++) {
    const part = Math.floor(rest * (0.1 + 0.8 * random.next()));
    parts.push(part);
    rest -= part;
  }
  return { parts: [...parts, rest], total };
}

export function spreadPoints(random: Random, whole: number, count: number): number[] {
  const weights: number[] = [];
  let rest = whole;
  for (let left = count; left > 1; left--) {
    const most = rest - (left - 1);
    const even = Math.max(1, Math.round(rest / left));
    const weight = Math.min(
      most,
      Math.max(1, random.chance(0.5) ? even : between(random, 1, Math.max(1, 2 * even - 1))),
    );
    weights.push(weight);
    rest -= weight;
  }
  return [...weights, rest];
}
