import { type Exact, exact, magnitude, placesOf, show } from '../exact.ts';
import type { Fact } from '../fact.ts';

/** A figure with its decimals, its thousands apart or not: 1,234.50. */
const figures = /\d[\d,]*(?:\.\d+)?/g;

/**
 * The right figure of a cell with the decimals that the cell prints: 886.00 where 880.60 stands. A plain number, without thousands or
 * unit, so that programs read it as one. Of a figure of another size, 52.3 for 0.523, the decimals say nothing.
 */
export function printedAlike({ printed, text }: Pick<Fact, 'text' | 'printed'>, value: Exact): string {
  const [figure, another] = text.matchAll(figures);
  // A cell with several figures, or with one in other words, does not say how the right one would stand in it.
  if (figure === undefined || another !== undefined || Number(figure[0].replaceAll(',', '')) !== printed)
    return show(value);
  const isOfSize = magnitude(value) < 10n * exact(printed) && exact(printed) < 10n * magnitude(value);
  return show(value, isOfSize ? placesOf(figure[0]) : 0);
}
