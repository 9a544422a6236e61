import { type Exact, exact, magnitude, placesOf, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';

/** A figure with its decimals, its thousands apart or not: 1,234.50. */
const figures = /\d[\d,]*(?:\.\d+)?/g;

/**
 * The right figure of a cell with the decimals that the cell prints: 886.00 where 880.60 stands. A plain number, without thousands or
 * unit, so that programs read it as one. Of a figure of another size, 52.3 for 0.523, the decimals say nothing.
 */
export function printedAlike(fact: Printed, value: Exact): string {
  const figure = onlyFigure(fact);
  if (figure === null) return show(value);
  const isOfSize =
    magnitude(value) < 10n * exact(fact.printed) && exact(fact.printed) < 10n * magnitude(value);
  return show(value, isOfSize ? placesOf(figure) : 0);
}

/** The cell as it would stand with the right figure in it, for people: ≤40万元/公里 where ≤30万元/公里 stands, 95.00% for 97.00%. */
export function cellAlike(fact: Printed, value: Exact): string {
  const alike = printedAlike(fact, value);
  const figure = onlyFigure(fact);
  if (figure === null) return alike;
  return fact.text.replace(figure, () => (figure.includes(',') ? inThousands(alike) : alike));
}

type Printed = Pick<Fact, 'text' | 'printed'>;

/** The one figure of a cell; null where it has several, or one in other words: it does not say how the right one would stand in it. */
function onlyFigure({ printed, text }: Printed): string | null {
  const [figure, another] = text.match(figures) ?? [];
  const isPrinted = figure !== undefined && Number(figure.replaceAll(',', '')) === printed;
  return isPrinted && another === undefined ? figure : null;
}

const inThousands = (figure: string): string =>
  figure.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
