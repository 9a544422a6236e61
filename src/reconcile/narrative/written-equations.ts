import { foldSigns } from '../../values/index.ts';
import { add, divide, type Interval, meets, multiply, type Ratio, subtract } from './intervals.ts';

/** A sum that a text works out: 28/30×100%=93.33%. */
export interface WrittenEquation {
  /** As printed, from its first operand to its result. */
  text: string;
  offset: number;
  /** The result as printed, in its own unit. */
  result: number;
  /** What the left side gives, in the unit of the result. */
  value: Interval;
  holds: boolean;
  /** % behind the result. */
  unit: string;
}

/** Longest left side, in characters: a longer one is a paragraph whose = belongs to something else. */
const LONGEST = 160;
const MOST_TOKENS = 40;

const resultBehind =
  /^\s*[\u4e00-\u9fff"“”]{0,12}(-?\d[\d,]*(?:\.\d+)?)\s*(%|亿元?|万|元|分|[\u4e00-\u9fff])?(?!\s*[-+×*÷/~(\d.])/;
const leftEnd = /[=≈:。;；，、！？!?\n]|(?<!\d),|,(?!\d{3}(?!\d))/g;
/** Digits that are no operands: years, and the mark of a list. */
const years = /(?<!\d)(?:19|20)\d\d(?:\s*[-~至]{1,2}\s*(?:19|20)\d\d)?\s*年度?/g;
const markBefore = /^\s*(?:\(?\d{1,2}\)|\d{1,2}[.、](?!\d))/;
/** 扣1分×2=8分 starts from the full points, which it does not print. */
const leavesOut = /扣|减去|剩余|超/;

/** The equations between numbers alone that a text works out; where a name stands for a number nothing is said. */
export function writtenEquations(text: string): WrittenEquation[] {
  if (!text.includes('=') && !text.includes('＝')) return [];
  // 28人，100% must not become a number with thousands.
  const folded = text.split('，').map(foldSigns).join('，');
  const found: WrittenEquation[] = [];
  let start = 0;
  for (const end of folded.matchAll(leftEnd)) {
    const from = start;
    start = end.index + 1;
    if (end[0] !== '=' || end.index - from > LONGEST) continue;
    const said = resultBehind.exec(folded.slice(start, start + LONGEST));
    const left = folded.slice(from, end.index);
    const value = said === null || leavesOut.test(left) ? null : workedOut(left);
    if (said === null || value === null) continue;
    found.push(judged(text, from, start, left, said, value));
  }
  return found;
}

function judged(
  text: string,
  from: number,
  start: number,
  left: string,
  said: RegExpExecArray,
  value: Interval,
): WrittenEquation {
  const [whole, digits = '', unit = ''] = said;
  const result = Number(digits.replaceAll(',', ''));
  const printed = printedAs(digits);
  const hundreds = unit === '%' || left.includes('%');
  const myriads = /[万亿]/.test(`${left}${unit}`);
  const scales = [0, ...(hundreds ? [2, -2] : []), ...(myriads ? [4, -4, 8, -8] : [])];
  const scaled = scales.map((power) => byPower(value, power));
  const fits = scaled.find((side) => meets(side, printed));
  // 0.9333 is said as 93.33%.
  const likely = unit === '%' ? byPower(value, 2) : value;
  const first = left.search(/\S/);
  const offset = from + Math.max(0, first);
  return {
    text: text.slice(offset, start + whole.length).trim(),
    offset,
    result,
    value: fits ?? likely,
    holds: fits !== undefined,
    unit: unit === '%' ? unit : '',
  };
}

/** What rounds, or is cut off, to the print. */
function printedAs(digits: string): Interval {
  const { n, d } = ratioOf(digits);
  const unit: Ratio = { n: 1n, d };
  const half: Ratio = { n: 1n, d: 2n * d };
  const value: Ratio = { n, d };
  return n < 0n
    ? { low: subtract(value, unit), high: add(value, half) }
    : { low: subtract(value, half), high: add(value, unit) };
}

function byPower({ low, high }: Interval, power: number): Interval {
  const by: Ratio = power >= 0 ? { n: 10n ** BigInt(power), d: 1n } : { n: 1n, d: 10n ** BigInt(-power) };
  const scale = ({ n, d }: Ratio): Ratio => ({ n: n * by.n, d: d * by.d });
  return { low: scale(low), high: scale(high) };
}

function ratioOf(digits: string): Ratio {
  const bare = digits.replaceAll(',', '');
  const places = bare.includes('.') ? bare.length - bare.indexOf('.') - 1 : 0;
  return { n: BigInt(bare.replace('.', '')), d: 10n ** BigInt(places) };
}

type Token = Interval | string;

/** What the left side gives; null where it is no expression of numbers with an operator. */
function workedOut(left: string): Interval | null {
  const bare = left.replace(years, (year) => ' '.repeat(year.length)).replace(markBefore, ' ');
  const tokens = tokensOf(bare);
  if (tokens === null || !tokens.some((token) => typeof token === 'string' && /[-+*/]/.test(token)))
    return null;
  if (tokens.filter((token) => typeof token !== 'string').length < 2) return null;
  const parser = { tokens, at: 0 };
  const value = sum(parser);
  return parser.at === tokens.length ? value : null;
}

const tokenForm =
  /\s+|(\d[\d,]*(?:\.\d+)?)\s*(%)?(?:[万亿千]?[元个分]\/(?:人|户|亩|次|年|月|天|平方米|㎡|公里|吨|台|套|件)(?:[·・/](?:人|次|年|月|天))?(?=\s*[-+×*÷)]|$))?|([-+×*÷/()])|["“”‘’'《》㎡]|[\u4e00-\u9fff]+/y;

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < text.length) {
    const match = tokenForm.exec(text);
    if (match === null || tokens.length > MOST_TOKENS) return null;
    const [, digits, percent, sign] = match;
    if (digits !== undefined)
      tokens.push(
        operand(digits, percent !== undefined, text.slice(tokenForm.lastIndex, tokenForm.lastIndex + 1)),
      );
    else if (sign !== undefined) tokens.push(sign === '×' ? '*' : sign === '÷' ? '/' : sign);
  }
  return tokens;
}

/** A count is what it says; what has decimals or is told in 万 may have been rounded. */
function operand(digits: string, percent: boolean, unit: string): Interval {
  const value = ratioOf(digits);
  const scaled = percent ? { n: value.n, d: value.d * 100n } : value;
  if (value.d === 1n && !/[万亿]/.test(unit)) return { low: scaled, high: scaled };
  const half: Ratio = { n: 1n, d: 2n * scaled.d };
  return { low: subtract(scaled, half), high: add(scaled, half) };
}

interface Parser {
  tokens: readonly Token[];
  at: number;
}

function sum(parser: Parser): Interval | null {
  let value = product(parser);
  for (let sign = parser.tokens[parser.at]; sign === '+' || sign === '-'; sign = parser.tokens[parser.at]) {
    parser.at += 1;
    const next = product(parser);
    if (value === null || next === null) return null;
    value =
      sign === '+'
        ? { low: add(value.low, next.low), high: add(value.high, next.high) }
        : { low: subtract(value.low, next.high), high: subtract(value.high, next.low) };
  }
  return value;
}

function product(parser: Parser): Interval | null {
  let value = single(parser);
  for (let sign = parser.tokens[parser.at]; sign === '*' || sign === '/'; sign = parser.tokens[parser.at]) {
    parser.at += 1;
    const next = single(parser);
    if (value === null || next === null) return null;
    value = sign === '*' ? multiply(value, next) : divide(value, next);
  }
  return value;
}

function single(parser: Parser): Interval | null {
  const token = parser.tokens[parser.at];
  parser.at += 1;
  if (token === undefined) return null;
  if (typeof token !== 'string') return token;
  if (token !== '(') return null;
  const value = sum(parser);
  const closed = parser.tokens[parser.at] === ')';
  parser.at += 1;
  return closed ? value : null;
}
