const power = /^-?\d(?:\.\d+)?E[+-]?\d+$/i;
/** As many digits as Excel keeps. */
const keptDigits = 15;

/** A number that its cell shows as a power of ten, for want of room, in all its digits: 123456789012 and not 1.23457E+11. Null where it is shown otherwise. */
export function wholeNumber(text: string, value: number): string | null {
  if (!power.test(text)) return null;
  const plain = String(Number(value.toPrecision(keptDigits)));
  if (!plain.includes('e')) return plain;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/\.?0+$/, '') : null;
}

/** From here on a number has more digits than a cell keeps: a code of eighteen digits lost its last ones. */
export const isCutShort = (value: number): boolean => Math.abs(value) >= 10 ** keptDigits;
