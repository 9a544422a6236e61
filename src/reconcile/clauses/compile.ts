import { foldLabel } from '../../values/fold.ts';
import { type Exact, exact, ONE } from '../facts/exact.ts';
import type { Bound, Clause, Direction, Program } from './ast.ts';
import { type Token, tokens } from './tokens.ts';

/** Standards longer than this are essays; nothing in them is executed. */
const LONGEST = 600;

/** ±5% bounds a deviation that no cell prints. */
const EITHER_SIGN = /[±]|正负/;

const FORMULA = /[(（]1[-−—]\s*(?:(\d+)[×*xX])?([^()（）/÷×*\d]+)[/÷]([^()（）/÷×*\d]+)[)）][×*xX]/;

/** Reads a scoring standard; null where it holds nothing that could be executed or bounded. */
export function compile(text: string): Program | null {
  const kept = COMPILED.get(text);
  if (kept !== undefined) return kept;
  const isReadable = text.trim() !== '' && text.length <= LONGEST && !EITHER_SIGN.test(text);
  const program = isReadable ? read(text) : null;
  if (COMPILED.size >= REMEMBERED) COMPILED.clear();
  COMPILED.set(text, program);
  return program;
}

/** Standards repeat within an archive; the memory is a cache of a pure function and is emptied when full. */
const COMPILED = new Map<string, Program | null>();
const REMEMBERED = 2000;

function read(text: string): Program | null {
  const formula = FORMULA.exec(foldLabel(text));
  if (formula !== null) {
    const [printed, factor = '1', numerator = '', denominator = ''] = formula;
    const clause: Clause = {
      kind: 'formula',
      factor: exact(Number(factor)),
      numerator,
      denominator,
      text: printed,
    };
    return { clauses: [clause], reference: null, open: false };
  }
  const reader = startOf(tokens(text));
  while (reader.at < reader.tokens.length) statement(reader);
  const { clauses, open, reference } = reader;
  return clauses.length === 0 ? null : { clauses, reference, open };
}

interface Reader {
  tokens: readonly Token[];
  at: number;
  clauses: Clause[];
  reference: Exact | null;
  /** Bounds that wait for what they are worth. */
  pending: Bound[];
  /** Where the last clause ended. */
  mark: number;
  /** Points for each of something that is not counted. */
  open: boolean;
}

function startOf(all: readonly Token[]): Reader {
  return { tokens: all, at: 0, clauses: [], reference: null, pending: [], mark: 0, open: false };
}

function statement(reader: Reader): void {
  const token = reader.tokens[reader.at]!;
  const read = READERS.get(token.sort);
  if (read !== undefined) {
    read(reader);
    return;
  }
  if (token.sort === 'stop') reader.pending = [];
  reader.at += 1;
}

const READERS: ReadonlyMap<Token['sort'], (reader: Reader) => void> = new Map([
  ['each', deduction],
  ['lack', deduction],
  ['full', (reader) => award(reader, null)],
  ['none', (reader) => award(reader, 0n)],
  ['award', awardPoints],
  ['pro_rata', proRata],
  ['compare', bound],
  ['number', bound],
]);

function proRata(reader: Reader): void {
  reader.clauses.push({ kind: 'pro_rata', text: quote(reader, reader.at + 1) });
  reader.pending = [];
  reader.at += 1;
}

/** ≥90% · 90%以上 · 80%（含）-90% · 100% before 计满分 · 以100%为标准 */
function bound(reader: Reader): void {
  const token = reader.tokens[reader.at]!;
  reader.at += 1;
  if (token.sort === 'compare') {
    const next = reader.tokens[reader.at];
    if (next?.sort !== 'number') return;
    reader.at += 1;
    reader.pending.push({ op: token.op, value: next.value });
    return;
  }
  if (token.sort !== 'number') return;
  let including = take(reader, 'including');
  const next = reader.tokens[reader.at];
  if (next?.sort === 'standard') {
    reader.reference = token.value;
    reader.at += 1;
  } else if (next?.sort === 'behind') {
    reader.at += 1;
    const closed = take(reader, 'including') || including;
    const op = next.op === '<' && closed ? '<=' : next.op;
    reader.pending.push({ op, value: token.value });
  } else if (next?.sort === 'to') {
    reader.at += 1;
    const end = reader.tokens[reader.at];
    if (end?.sort !== 'number') return;
    reader.at += 1;
    range(reader, token.value, end.value, including, take(reader, 'including'));
    including = false;
  } else if (next?.sort === 'word' && FLIPPED.has(next.text[0] ?? '')) {
    reader.pending.push({ op: FLIPPED.get(next.text[0]!)!, value: token.value });
  } else if (token.unit === '%' || token.value === 0n) reader.pending.push({ op: '=', value: token.value });
}

/** 90%≤满意度: the value stands on the right. */
const FLIPPED: ReadonlyMap<string, Bound['op']> = new Map([
  ['≤', '>='],
  ['<', '>'],
  ['≥', '<='],
  ['>', '<'],
]);

/** Without 含 the lower end belongs to the band, as grades are cut: [80, 90). */
function range(reader: Reader, a: Exact, b: Exact, withA: boolean, withB: boolean): void {
  const [low, high] = a < b ? [a, b] : [b, a];
  const [lowIn, highIn] = a < b ? [withA, withB] : [withB, withA];
  const closed = lowIn || highIn;
  reader.pending.push({ op: lowIn || !closed ? '>=' : '>', value: low });
  reader.pending.push({ op: highIn ? '<=' : '<', value: high });
}

function take(reader: Reader, sort: Token['sort']): boolean {
  if (reader.tokens[reader.at]?.sort !== sort) return false;
  reader.at += 1;
  return true;
}

/** The clause that ends before a token, as printed. */
function quote(reader: Reader, end: number): string {
  const text = reader.tokens
    .slice(reader.mark, end)
    .map((token) => token.text)
    .join('');
  reader.mark = end;
  return text.replace(/^[,;。、\s]+/, '');
}

function award(reader: Reader, points: Exact | null): void {
  const condition = reader.pending.length === 0 ? null : reader.pending;
  reader.clauses.push({ kind: 'award', condition, points, text: quote(reader, reader.at + 1) });
  reader.pending = [];
  reader.at += 1;
}

function awardPoints(reader: Reader): void {
  const next = reader.tokens[reader.at + 1];
  if (next?.sort !== 'points') {
    reader.at += 1;
    return;
  }
  reader.at += 1;
  award(reader, next.value);
}

interface Deduction {
  direction: Direction | null;
  step: Exact;
  unit: '%' | 'count' | null;
}

/** 每 … 扣 …: the first number is the step, what stands behind 扣 is its price. */
function deduction(reader: Reader): void {
  const from = reader.at;
  const of: Deduction = { direction: null, step: ONE, unit: null };
  if (reader.tokens[from]!.sort === 'lack') of.unit = 'count';
  for (let i = from + 1; i < reader.tokens.length; i++) {
    const token = reader.tokens[i]!;
    if (token.sort === 'stop' || token.sort === 'each') break;
    if (token.sort === 'change') of.direction ??= token.direction;
    else if (token.sort === 'compare') of.direction ??= token.op.startsWith('>') ? 'over' : 'under';
    else if (token.sort === 'number' && of.unit === null) {
      of.step = token.value;
      of.unit = token.unit;
    } else if (token.sort === 'deduct') {
      priced(reader, of, from, i + 1);
      return;
    } else if (token.sort === 'award' && reader.tokens[i + 1]?.sort === 'points') {
      // 每项加2分: how many there are stands in words.
      reader.open = true;
      reader.at = i + 2;
      return;
    }
  }
  reader.at = from + 1;
}

function priced(reader: Reader, of: Deduction, from: number, at: number): void {
  const price = reader.tokens.slice(at, at + 3).find(({ sort }) => sort === 'points' || sort === 'number');
  const end = price === undefined ? at : reader.tokens.indexOf(price, at) + 1;
  reader.mark = from;
  const text = quote(reader, end);
  if (price !== undefined && (price.sort === 'points' || price.sort === 'number') && of.step > 0n) {
    const share = price.sort === 'number';
    if (!share || price.unit === '%') {
      // 每一项扣: what is counted stands in words only.
      const unit = of.unit === '%' ? '%' : 'count';
      const direction = of.direction ?? (unit === '%' ? 'either' : 'under');
      reader.clauses.push({
        kind: 'deduct',
        direction,
        step: of.step,
        unit,
        points: price.value,
        share,
        text,
      });
    }
  }
  reader.at = end;
}
