/** A figure as whole units of its last printed place: 1234 with 2 decimals is 12.34. Stays below 2^53. */
export interface Figure {
  scaled: number;
  decimals: number;
}

export type Rounding = 'half-up' | 'truncated';

export interface Print {
  /** 1,234.50 */
  thousands?: boolean;
  /** 10.00 → 10, 10.50 → 10.5: how people type figures in a sheet without a format. */
  trim?: boolean;
}

export const figure = (scaled: number, decimals: number): Figure => ({ scaled, decimals });

export function printFigure({ scaled, decimals }: Figure, { thousands, trim }: Print = {}): string {
  const sign = scaled < 0 ? '-' : '';
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  let whole = digits.slice(0, digits.length - decimals);
  let fraction = decimals > 0 ? digits.slice(-decimals) : '';
  if (trim) fraction = fraction.replace(/0+$/, '');
  if (thousands) whole = whole.replace(/(?=(\d{3})+$)(?!^)/g, ',');
  return sign + whole + (fraction ? `.${fraction}` : '');
}

/** The JSON number of a figure, the one that its printed digits parse to. */
export const numberOf = (amount: Figure): number => Number(printFigure(amount));

export const sumOf = (figures: readonly Figure[]): Figure => ({
  scaled: figures.reduce((total, { scaled }) => total + scaled, 0),
  decimals: figures[0]?.decimals ?? 0,
});

/** part ÷ whole in per cent to `decimals` places; both figures have the same decimals. 0 of 0 is 0. */
export function shareOf(part: Figure, whole: Figure, decimals: number, rounding: Rounding): Figure {
  if (whole.scaled === 0) return { scaled: 0, decimals };
  const numerator = BigInt(part.scaled) * 100n * 10n ** BigInt(decimals);
  const denominator = BigInt(whole.scaled);
  const floor = numerator / denominator;
  const up = rounding === 'half-up' && (numerator % denominator) * 2n >= denominator ? 1n : 0n;
  return { scaled: Number(floor + up), decimals };
}
