import { chosenSection, isDigit, isOfOtherKind, sectionsOf } from './format-sections.ts';

/**
 * The number that a format is to show where the last digit that it shows is halfway to the next: Excel counts in decimal and away from zero, 137.575 is
 * 137.58 and -513.5 is -514; a program that counts in binary shows 137.57 and -513. Null where the number is not halfway.
 */
export function roundedHalf(format: string, value: number): number | null {
  // As many digits as Excel keeps.
  const digits = Math.abs(value).toPrecision(15);
  if (!halfway.test(digits)) return null;
  const [mantissa = '', power = '0'] = digits.replace(/\.?0+(?=e|$)/, '').split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const places = decimals.length - Number(power);
  const shown = placesShown(format, value);
  if (shown === null || places !== shown + 1) return null;
  const rounded = Number(`${(Number(whole + decimals) + 5) / 10}e${-shown}`);
  return value < 0 ? -rounded : rounded;
}

/** The last digit that is none of the zeros at the end. */
const halfway = /5\.?0*(?:e|$)/;

/** Places after the point of the number itself that a format shows: two more with a per cent sign, three fewer with a comma at the end. */
function placesShown(format: string, value: number): number | null {
  const pieces = chosenSection(sectionsOf(format), value)?.pieces;
  if (pieces === undefined) return null;
  const known = kept.get(pieces);
  if (known !== undefined) return known;
  const places = placesOf(pieces);
  kept.set(pieces, places);
  return places;
}

/** Of each section, for the cells of a column have one. */
const kept = new WeakMap<readonly string[], number | null>();

function placesOf(pieces: readonly string[]): number | null {
  const point = pieces.indexOf('.');
  const digits = pieces.flatMap((part, at) => (isDigit(part) ? [at] : []));
  const last = digits.at(-1);
  if (last === undefined || pieces.some((part) => part !== '.' && isOfOtherKind(part))) return null;
  let places = point < 0 ? 0 : digits.filter((at) => at > point).length;
  for (let end = Math.max(last, point) + 1; pieces[end] === ','; end++) places -= 3;
  return places + 2 * pieces.filter((part) => part === '%').length;
}
