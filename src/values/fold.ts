import { traditional } from './traditional.ts';

/**
 * Folding of signs that mean the same: full-width digits, letters and signs, the many dashes, spaces and comparison signs,
 * traditional characters.
 * Unlike NFKC it keeps what carries meaning in a filing: ① stays a list mark, ㎡ a unit, ² a power.
 */

const single = new Map<string, string>([
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['═', '='],
  ['−', '-'],
  ['—', '—'],
  ['―', '—'],
  ['─', '—'],
  ['━', '—'],
  // Fonts set —— as one sign.
  ['⸺', '—'],
  ['⸻', '—'],
  ['⋯', '…'],
  ['〜', '~'],
  ['∼', '~'],
  // Book title brackets stand for signs where a keyboard had no other.
  ['〈', '<'],
  ['〉', '>'],
  ['⁄', '/'],
  ['∕', '/'],
  ['∶', ':'],
  ['•', '·'],
  ['・', '·'],
  ['･', '·'],
  ['‧', '·'],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['￥', '¥'],
  ['｡', '。'],
  ['､', '、'],
]);

/** Radicals that PDF fonts print for the characters they look like and that NFKC leaves alone (Unicode block 2E80). */
const radicals = new Map(
  [...'⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙⻳龟'].flatMap(
    (_, i, all) => (i % 2 === 0 ? [[all[i] as string, all[i + 1] as string] as const] : []),
  ),
);

const needsFolding =
  /[\t\r\u00a0\u1680\u2000-\u200a\u2010-\u201e\u2022\u2027\u202f\u2044\u205f\u2212\u2215\u2236\u223c\u22ef\u2266\u2267\u2500\u2501\u2550\u2a7d\u2a7e\u2e3a\u2e3b\u2e80-\u2fdf\u3000\u3008\u3009\u301c\u30fb\uf900-\ufaff\ufe10-\ufe6f\uff01-\uff5e\uff61-\uff65\uffe5]/;
// Zero-width characters, soft hyphens and control characters are invisible and only split words.
const invisible = /[\0-\b\v\f\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const hasInvisible = new RegExp(invisible.source);

/**
 * The code that each code folds to, learnt sign by sign; 0 where it was not met yet. Every text of a document is folded, and
 * looking a sign up costs a fraction of matching it.
 */
const folded = new Uint16Array(0x1_0000);

function learn(code: number): number {
  const sign = String.fromCharCode(code);
  const plain = needsFolding.test(sign) ? foldSign(sign) : sign;
  const to = (traditional.get(plain) ?? plain).charCodeAt(0);
  folded[code] = to;
  return to;
}

/** Folds every sign to one of the same length, so that an offset in the result is an offset in the text. */
export function foldSigns(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = folded[code] || learn(code);
    if (to === code) continue;
    result += text.slice(from, at) + String.fromCharCode(to);
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Folds signs and leaves out what is invisible. Line breaks stay. For parsing and for matching labels; never for `raw`. */
export function fold(text: string): string {
  const folded = foldSigns(text);
  return hasInvisible.test(folded) ? folded.replace(invisible, '') : folded;
}

/** The folded text without any white space: what two printings of one label have in common. */
export function foldLabel(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

function foldSign(sign: string): string {
  const known = single.get(sign) ?? radicals.get(sign);
  if (known !== undefined) return known;
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2010 && code <= 0x2013) return '-';
  if (code < 0x2010 || code === 0x202f || code === 0x205f || code === 0x3000) return ' ';
  const compatible = sign.normalize('NFKC');
  if (compatible.length !== 1 || /\s/.test(compatible)) return sign;
  return compatible !== sign && needsFolding.test(compatible) ? foldSign(compatible) : compatible;
}

/** 合 计 → 合计, 本 年 收 入 合 计 → 本年收入合计: blanks between single characters only widen a word. */
export function unspaced(name: string): string {
  if (!/\s/.test(name)) return name;
  const pieces = name.split(/\s+/);
  const widened =
    pieces.some((piece) => piece.length === 1) && pieces.every((piece) => /^[^\w]{1,2}$/.test(piece));
  return widened ? pieces.join('') : name;
}

/** A text without what is invisible and the blanks behind it; a short one as a keyboard of plain letters writes it, without blanks that only widen a word, its digits and letters of one width. */
export function plainText(given: string): string {
  const text = (hasInvisible.test(given) ? given.replace(invisible, '') : given).trimEnd();
  if (text.length > LONGEST_PLAIN) return text;
  return unspaced(wide.test(text) ? text.replace(wideSigns, (sign) => sign.normalize('NFKC')) : text);
}

const wide = /[０-９Ａ-Ｚａ-ｚ]/;
const wideSigns = /[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９])．(?=[０-９])/g;
const LONGEST_PLAIN = 80;
