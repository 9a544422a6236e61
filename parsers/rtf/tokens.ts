/** One token of an RTF text (RTF 1.9.1, "RTF syntax"). */
export type Token =
  | { kind: 'open' }
  /** `end`: offset after it. */
  | { kind: 'close'; end: number }
  /** `\name` with its parameter, null where it has none. */
  | { kind: 'word'; name: string; value: number | null }
  /** `\'` and the like: the one sign behind a backslash. */
  | { kind: 'symbol'; sign: string }
  /** `\'xx`: a byte of a text. */
  | { kind: 'byte'; byte: number }
  /** Characters as they stand, a character a byte. */
  | { kind: 'text'; text: string }
  /** `\binN`: bytes that are no tokens. */
  | { kind: 'binary'; bytes: string };

const backslash = 92;
const brace = 123;
const closingBrace = 125;
const lineFeed = 10;
const carriageReturn = 13;
const apostrophe = 39;

/** A parameter is a 32-bit number at most; longer ones are cut there. */
const largest = 2_147_483_647;

const wordPattern = /([a-zA-Z]{1,32})(-?\d{1,15})?\d* ?/y;
const hexPattern = /[0-9a-fA-F]{2}/y;

/** Reads one token after another, without holding more than one. `text`: the file, a character a byte. */
export function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === brace || code === closingBrace) {
      at++;
      yield code === brace ? { kind: 'open' } : { kind: 'close', end: at };
    } else if (code === lineFeed || code === carriageReturn || code === 0) at++;
    else if (code === backslash) {
      const { token, end } = control(text, at + 1);
      at = end;
      if (token !== null) yield token;
    } else {
      const start = at;
      while (at < text.length && isLiteral(text.charCodeAt(at))) at++;
      yield { kind: 'text', text: text.slice(start, at) };
    }
  }
}

const isLiteral = (code: number): boolean =>
  code !== brace &&
  code !== closingBrace &&
  code !== backslash &&
  code !== lineFeed &&
  code !== carriageReturn &&
  code !== 0;

function control(text: string, at: number): { token: Token | null; end: number } {
  const code = text.charCodeAt(at);
  if (code === apostrophe) {
    hexPattern.lastIndex = at + 1;
    const hex = hexPattern.exec(text)?.[0];
    return hex === undefined
      ? { token: null, end: at + 1 }
      : { token: { kind: 'byte', byte: Number.parseInt(hex, 16) }, end: at + 3 };
  }
  wordPattern.lastIndex = at;
  const match = wordPattern.exec(text);
  if (match === null)
    return { token: at < text.length ? { kind: 'symbol', sign: text[at]! } : null, end: at + 1 };
  const [whole, name = '', digits] = match;
  const value = digits === undefined ? null : Math.max(-largest, Math.min(largest, Number(digits)));
  const end = at + whole.length;
  if (name !== 'bin') return { token: { kind: 'word', name, value }, end };
  // The length may lie: there are no more bytes than the file has.
  const length = Math.max(0, value ?? 0);
  return { token: { kind: 'binary', bytes: text.slice(end, end + length) }, end: end + length };
}
