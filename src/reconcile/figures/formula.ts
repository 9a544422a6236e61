import { type Exact, exact } from '../facts/exact.ts';

/** A sum as a sheet writes it: every cell with the sign that it is added with, and the numbers typed into the formula. */
export interface SheetSum {
  /** `A1` references in capitals, without dollars. */
  cells: readonly { ref: string; sign: Sign }[];
  constant: Exact;
}

type Sign = 1n | -1n;

/** Cells that a formula may name; a longer one sums whole columns. */
const MOST_CELLS = 2000;
const TOKEN = /\s*(SUM\(|[()+,-]|\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\d+(?:\.\d+)?)/iy;

/**
 * Reads a formula that only adds and subtracts cells of its own sheet: `SUM(B3:B7)`, `B3+B4-C4`, `SUM(B3,B5:B7)+10`.
 * Null for any other.
 */
export function readSum(formula: string): SheetSum | null {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  if (tokens === null) return null;
  const cells: { ref: string; sign: Sign }[] = [];
  let constant: Exact = 0n;
  const signs: Sign[] = [1n];
  const isSum: boolean[] = [];
  let sign = 1n as Sign;
  let wantsOperand = true;
  for (const token of tokens) {
    const around = signs.at(-1)!;
    if (token === '+' || token === '-') {
      const before: Sign = wantsOperand ? sign : 1n;
      sign = token === '+' ? before : before === 1n ? -1n : 1n;
      wantsOperand = true;
    } else if (token === ',') {
      if (signs.length < 2 || wantsOperand) return null;
      sign = 1n;
      wantsOperand = true;
    } else if (token === ')') {
      if (signs.length < 2 || wantsOperand) return null;
      signs.pop();
      isSum.pop();
    } else if (!wantsOperand) return null;
    else if (token.endsWith('(')) {
      signs.push(sign === around ? 1n : -1n);
      isSum.push(token === 'SUM(');
      sign = 1n;
    } else {
      const own: Sign = sign === around ? 1n : -1n;
      if (/^\d/.test(token)) constant += own * exact(Number(token));
      else {
        // {=C4:E4+C8:E8}: outside a sum each cell of a range is one of an array, with its own result.
        if (token.includes(':') && !isSum.at(-1)) return null;
        const named = refsOf(token);
        if (named === null || cells.length + named.length > MOST_CELLS) return null;
        for (const ref of named) cells.push({ ref, sign: own });
      }
      wantsOperand = false;
    }
  }
  return wantsOperand || signs.length !== 1 || cells.length === 0 ? null : { cells, constant };
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trimEnd();
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return null;
    tokens.push((match[1] as string).replaceAll('$', '').toUpperCase());
  }
  return tokens;
}

/** The cells of `B3` or `B3:C4`, row by row; null for a range of too many. */
function refsOf(range: string): string[] | null {
  const [first, last] = range.split(':').map(placeOf);
  if (first === undefined) return null;
  const end = last ?? first;
  const [left, right] = [Math.min(first.column, end.column), Math.max(first.column, end.column)];
  const [top, bottom] = [Math.min(first.row, end.row), Math.max(first.row, end.row)];
  if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) return null;
  const refs: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) refs.push(`${lettersOf(column)}${row}`);
  return refs;
}

function placeOf(ref: string): { column: number; row: number } {
  const letters = /^[A-Z]+/.exec(ref)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(ref.slice(letters.length)) };
}

function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const head = (column - 1 - rest) / 26;
  return `${head > 0 ? lettersOf(head) : ''}${String.fromCharCode(65 + rest)}`;
}

/** The first cell of a printed reference: `B3` of `B3:D4`. */
export function firstRef(ref: string | null): string | null {
  return ref === null ? null : (ref.split(':')[0] ?? null);
}
