import type { Operator } from '../../schemas/index.ts';
import { fold } from './fold.ts';

/** Signs, longest first, on folded text without spaces. */
const signs = new Map<string, Operator>([
  ['>=', '>='],
  ['=>', '>='],
  ['≥', '>='],
  ['≥=', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['≤', '<='],
  ['≤=', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
  ['==', '='],
]);
const signBefore = /^[<>=≥≤]{1,2}/;

/**
 * Words before a number. 以上, 以下, 以内 count the number in and 超过, 不满 leave it out (民法典 第一千二百五十九条).
 * 达到 and 约 say no bound.
 */
const wordsBefore: readonly (readonly [string, Operator])[] = [
  ...pairs(
    '>=',
    '大于或等于 大于等于 高于或等于 高于等于 多于等于 不得低于 不得少于 不得小于 不低于 不少于 不小于 不短于 不弱于 未低于 至少 最少 最低 不下于',
  ),
  ...pairs(
    '<=',
    '小于或等于 小于等于 低于或等于 低于等于 少于等于 不得超过 不得高于 不得大于 不得多于 不超过 未超过 不超出 不超 不高于 不大于 不多于 不长于 不突破 不晚于 控制在 控制 最多 至多 最高',
  ),
  ...pairs('>', '大于 超过 高于 多于 超出 超'),
  ...pairs('<', '小于 低于 少于 不足 不满 不到 短于'),
  ...pairs('=', '等于 达到 达 大约 约为 约 接近 近 保持在 维持在 为'),
];

/** Words after a number and its unit. */
const wordsAfter: readonly (readonly [string, Operator])[] = [
  ...pairs('>=', '及以上 或以上 以上 (含)以上 (及)以上 (或)以上 以上(含)'),
  ...pairs('<=', '及以下 或以下 以下 (含)以下 以下(含) 及以内 以内 之内 (含)以内 以内(含) 内 封顶'),
  ...pairs('>', '以外 以上(不含) (不含)以上'),
  ...pairs('<', '以下(不含) (不含)以下 以内(不含)'),
  ...pairs('=', '左右 上下 (含) (约)'),
];

/** Words that a column of its own may hold. */
const columnWords = new Map(
  [...wordsAfter, ...wordsBefore].filter(([word]) => word !== '为' && word !== '控制'),
);

/** The operator of a column of its own (指标性质, 符号): ≥, >=, 大于等于, 不低于; null for 定性 and everything else. */
export function readOperator(text: string | null | undefined): Operator | null {
  if (text === null || text === undefined || text.length > 20) return null;
  const folded = fold(text).replace(/\s+/g, '');
  const sign = signs.get(folded);
  if (sign) return sign;
  // A column may print both, ≥(大于等于).
  const bare = folded.replace(/^([<>=≥≤]{1,2})\(.*\)$/, '$1');
  if (bare !== folded) return signs.get(bare) ?? null;
  return columnWords.get(folded) ?? null;
}

/** What a text starts with, and the rest; `op` is null where it starts with no operator, `malformed` where the signs make none. */
export function operatorBefore(text: string): { op: Operator | null; word: string; rest: string } {
  const sign = signBefore.exec(text)?.[0];
  if (sign !== undefined) {
    const op = signs.get(sign) ?? null;
    return { op, word: sign, rest: text.slice(sign.length) };
  }
  const found = wordsBefore.find(([word]) => text.startsWith(word));
  return found
    ? { op: found[1], word: found[0], rest: text.slice(found[0].length) }
    : { op: null, word: '', rest: text };
}

/** What a text ends with, and what stands before it. */
export function operatorAfter(text: string): { op: Operator | null; rest: string } {
  let longest: readonly [string, Operator] | undefined;
  for (const entry of wordsAfter) {
    if (text.endsWith(entry[0]) && entry[0].length > (longest?.[0].length ?? 0)) longest = entry;
  }
  return longest ? { op: longest[1], rest: text.slice(0, -longest[0].length) } : { op: null, rest: text };
}

const longestBefore = Math.max(...wordsBefore.map(([word]) => word.length));
const signsAtEnd = /[<>=≥≤]{1,2}\s*$/;
const afterInProse = /^(?:\(含\))?(?:及以|或以|以)(?:上|下|内)(?:\(含\))?|^之内|^左右/;

/** Length of the operator that a folded text ends with, in running prose: 不低于, ≥. Words that say no bound do not count. */
export function operatorEnding(text: string): number {
  const tail = text.slice(-longestBefore - 2);
  const sign = signsAtEnd.exec(tail);
  if (sign) return sign[0].length;
  const words = wordsBefore.filter(([word, op]) => op !== '=' && word !== '控制' && tail.endsWith(word));
  return Math.max(0, ...words.map(([word]) => word.length));
}

/** Length of the operator that a folded text starts with, behind a figure in running prose: 以上, （含）以上, 左右. */
export function operatorBehind(text: string): number {
  return afterInProse.exec(text.slice(0, 12))?.[0].length ?? 0;
}

function pairs(op: Operator, words: string): (readonly [string, Operator])[] {
  return words.split(' ').map((word) => [word, op] as const);
}
