/** What the row of numbers says that a column is worked out from; columns by their numbers as printed. */
export type ColumnWork =
  | { type: 'sum'; terms: readonly { sign: '+' | '-'; number: string }[] }
  /** `percent`: a share that no column prints, in hundredths of a per cent: 500 of 2×5%. */
  | { type: 'product'; factors: readonly string[]; percent: bigint | null }
  | { type: 'quotient'; numerator: string; denominator: string; growth?: true };

const NUMBER = String.raw`(?:\d{1,2}|[A-Z])`;
const sum = new RegExp(`^${NUMBER}(?:[+-]${NUMBER})+$`);
const product = new RegExp(String.raw`^${NUMBER}(?:×${NUMBER})*(?:×(\d{1,2}(?:\.\d{1,2})?)%)?$`);
const quotient = new RegExp(`^(${NUMBER})÷(${NUMBER})$`);
const growth = new RegExp(String.raw`^\((${NUMBER})-(${NUMBER})\)÷(${NUMBER})$`);

/** Reads 1+2-3, 1×2, 2×5%, 2÷1×100%, (2-1)/1; null for any other formula, and for one that names a column twice. */
export function columnWork(formula: string): ColumnWork | null {
  const plain = formula.replace(/[xX*]/g, '×').replaceAll('/', '÷');
  const bare = plain.replace(/×100%?$/, '').replace(/÷10+$/, '');
  const [, after, before, base] = growth.exec(bare) ?? [];
  if (after !== undefined && before !== undefined && before === base && after !== before)
    return { type: 'quotient', numerator: after, denominator: before, growth: true };
  const [, numerator, denominator] = quotient.exec(bare) ?? [];
  if (numerator !== undefined && denominator !== undefined && numerator !== denominator)
    return { type: 'quotient', numerator, denominator };
  if (sum.test(plain)) return sumOf(plain);
  const [, percent] = product.exec(bare) ?? [];
  const factors = bare.replace(/×[\d.]+%$/, '').split('×');
  if (!product.test(bare) || new Set(factors).size < factors.length) return null;
  if (percent === undefined) return factors.length > 1 ? { type: 'product', factors, percent: null } : null;
  return { type: 'product', factors, percent: BigInt(Math.round(Number(percent) * 100)) };
}

function sumOf(formula: string): ColumnWork | null {
  const terms = [...formula.matchAll(new RegExp(`([+-]?)(${NUMBER})`, 'g'))].map(([, sign, number = '']) => ({
    sign: sign === '-' ? ('-' as const) : ('+' as const),
    number,
  }));
  return new Set(terms.map(({ number }) => number)).size < terms.length ? null : { type: 'sum', terms };
}
