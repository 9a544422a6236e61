import { type Exact, exact, magnitude, placesOf, show } from '../exact.ts';
import type { Fact } from '../fact.ts';

/** A figure with its decimals, its thousands apart or not: 1,234.50. */
const figures = /\d[\d,]*(?:\.\d+)?/g;

/**
 * What would stand in the cell of a figure: 886.00 where 880.60 is printed, 1,042.50万元 for 1,024.50万元. Of a figure of another size, 52.3 for
 * 0.523, the decimals say nothing.
 */
export function printedAlike({ printed, text }: Pick<Fact, 'text' | 'printed'>, value: Exact): string {
  const [figure, another] = text.matchAll(figures);
  // A cell with several figures, or with one in other words, does not say how the right one would stand in it.
  if (figure === undefined || another !== undefined || Number(figure[0].replaceAll(',', '')) !== printed)
    return show(value);
  const isOfSize = magnitude(value) < 10n * exact(printed) && exact(printed) < 10n * magnitude(value);
  const plain = show(value, isOfSize ? placesOf(figure[0]) : 0);
  const before = text.slice(0, figure.index);
  if (value < 0n || /[-－−–—(（]\s*$/.test(before)) return plain;
  const digits = figure[0].includes(',') ? grouped(plain) : plain;
  return before + digits + text.slice(figure.index + figure[0].length);
}

/** 1234567.5 → 1,234,567.5 */
function grouped(plain: string): string {
  const [whole = '', ...fraction] = plain.split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
}
