import type { Figure } from './ooxml/sheet.ts';

/** Digits that a program computes with; a longer figure is written as text, to the last digit. */
const mostDigits = 15;
const mostPlaces = 10;

/** A number as the digits of a cell; as a text where a program would round it; null where there is none. */
export function figure(value: number | null): Figure | string | null {
  if (value === null) return null;
  const digits = String(value);
  return significant(digits) > mostDigits ? digits : { digits };
}

/** A format with thousands parted, and with as many places as the most exact of these numbers needs, at least two if any. */
export function formatOf(values: readonly (number | null)[], unit: '' | '%' = ''): string {
  const places = Math.max(0, ...values.map((value) => (value === null ? 0 : placesOf(value))));
  const shown = places === 0 ? 0 : Math.min(Math.max(places, 2), mostPlaces);
  // The sign stands as a letter: 99.8 per cent is written 99.8.
  return `#,##0${shown === 0 ? '' : `.${'0'.repeat(shown)}`}${unit === '' ? '' : '"%"'}`;
}

function placesOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function significant(digits: string): number {
  return digits.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').length;
}

/** A text that is nothing but a figure, as a cell that shows it just as it was printed and that can be added up. */
export interface PrintedFigure {
  figure: Figure;
  format: string;
}

const plain = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)$/;

/** Null for what is no figure, or would be shown otherwise: codes with leading zeros, more digits than a program keeps. */
export function printedFigure(text: string): PrintedFigure | null {
  const match = plain.exec(text);
  if (match === null) return null;
  const [, sign = '', printed = '', fraction = '', percent = ''] = match;
  const whole = printed.replaceAll(',', '');
  if ((whole.length > 1 && whole.startsWith('0')) || (sign === '-' && !/[1-9]/.test(whole + fraction)))
    return null;
  if ((whole + fraction.slice(1)).length > mostDigits) return null;
  const places = Math.max(0, fraction.length - 1);
  const unsigned = percent === '' ? whole + fraction : hundredth(whole, fraction.slice(1));
  return {
    figure: { digits: sign + unsigned },
    format: `${printed.includes(',') ? '#,##0' : '0'}${places === 0 ? '' : `.${'0'.repeat(places)}`}${percent}`,
  };
}

/** Moves the point by two places. */
function hundredth(whole: string, fraction: string): string {
  const padded = whole.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}
