import { fold } from '../../values/fold.ts';
import { readNumeral } from '../../values/numeral.ts';
import { type Exact, exact } from '../facts/exact.ts';
import type { Bound, Direction } from './ast.ts';

/** What a scoring standard is made of. `word` is everything that no other sort explains. */
export type Token =
  | { sort: 'number'; value: Exact; unit: '%' | 'count' | null; text: string }
  | { sort: 'points'; value: Exact; text: string }
  | { sort: 'compare'; op: Bound['op']; text: string }
  /** Behind its number: 90%以上. */
  | { sort: 'behind'; op: Bound['op']; text: string }
  | {
      sort:
        | 'including'
        | 'to'
        | 'each'
        | 'deduct'
        | 'award'
        | 'full'
        | 'none'
        | 'floor'
        | 'pro_rata'
        | 'standard'
        | 'lack';
      text: string;
    }
  | { sort: 'change'; direction: Direction; text: string }
  | { sort: 'pause' | 'stop' | 'word'; text: string };

type Sort = Exclude<Token['sort'], 'number' | 'points' | 'compare' | 'behind' | 'change' | 'word'>;

/** 按比例得分 · 按B/A计分 · 完成率×分值 */
const PRO_RATA =
  /^(?:按照?(?:正常|实际|完成|相应)*比例(?:赋分|得分|计分|计算得分|给分|扣分)?|按完成率(?:得分|计分)|按B\/A(?:或A\/B)?|(?:实际)?(?:完成|执行|达标|满意)(?:率|度|比例)[×*xX](?:该指标|指标)?(?:分值|权重|标准分|\d+分?))/;

/** Tried in this order at each place of the folded text. */
const PLAIN: readonly [RegExp, Sort][] = [
  [/^(?:扣完为止|直至扣完|至扣完|扣至0分|扣完该项分值)/, 'floor'],
  [/^(?:不得分|不计分|不给分|不记分|得0分|计0分|为0分|记0分|0分)/, 'none'],
  [/^(?:得满分|计满分|给满分|记满分|满分|得全分)/, 'full'],
  [PRO_RATA, 'pro_rata'],
  [/^(?:为标准|为基准)/, 'standard'],
  [/^[(（]含[)）]|^含(?=[-~至到])/, 'including'],
  [/^(?:扣减|扣除|扣)/, 'deduct'],
  [/^(?:每)/, 'each'],
  [/^(?:得|计|给|加|记)(?=\d)/, 'award'],
  [/^(?:缺少|缺|未公开|漏)(?=[一1]\s*[项个例条])/, 'lack'],
  [/^[-~—]+(?=\d)|^[至到](?=\d)/, 'to'],
  [/^[;。\n]/, 'stop'],
  [/^[,、]/, 'pause'],
];

const COMPARES: readonly [RegExp, Bound['op']][] = [
  [/^(?:>=|≥|大于等于|大于或等于|不低于|不小于|不少于|达到|达)(?=\d)/, '>='],
  [/^(?:<=|≤|小于等于|小于或等于|不超过|不高于|不大于|控制在)(?=\d)/, '<='],
  [/^(?:>|大于|高于|超过)(?=\d)/, '>'],
  [/^(?:<|小于|低于|少于|不足|未达到|未达)(?=\d)/, '<'],
  [/^(?:=|等于|为)(?=\d)/, '='],
];

const BEHINDS: readonly [RegExp, Bound['op']][] = [
  [/^(?:[(（]含[)）]以上|及以上|以上[(（]含[)）]|以上[(（]含\d+%?[)）]|以上)/, '>='],
  [/^(?:[(（]含[)）]以下|及以下|以下[(（]含[)）]|以内[(（]含[)）]|以内)/, '<='],
  [/^(?:以下[(（]不含[)）]|以下)/, '<'],
];

/** 超过（降低） is a change either way. */
const BRACKETED = '[(（](?:超过|超出|低于|降低|下降|减少|增加|提高)[)）]';
const CHANGES: readonly [RegExp, Direction][] = [
  [
    new RegExp(`^(?:超过|超出|增加|提高|上升|低于|降低|下降|减少|高于)${BRACKETED}|^偏离|^(?:增减|变动)`),
    'either',
  ],
  [/^(?:超过|超出|超|高于|增加|提高|上升|上浮|多|延迟|延误|延期|逾期)/, 'over'],
  [/^(?:低于|降低|下降|减少|少于|少|低|不足|未达到|未完成)/, 'under'],
];

const NUMBER = /^(\d+(?:\.\d+)?)\s*/;
const NUMERAL = /^([一二两三四五六七八九十]{1,2})(?=\s*(?:个?百分点|[项个例次处人天件条篇户名日起]|%))/;
const PERCENT = /^(?:个?百分点|%)/;
const COUNTED = /^(?:个工作日|工作日|个[月年]?|[项例次处人天件条篇户名日起])(?!百分)/;

/** Cuts a standard into tokens; text without signs or spaces that matter is kept as words. */
export function tokens(text: string): Token[] {
  let rest = fold(text).replace(/[^\S\n]+/g, '');
  const found: Token[] = [];
  let word = '';
  while (rest !== '') {
    const token = tokenAt(rest);
    if (token === null) {
      word += rest[0];
      rest = rest.slice(1);
      continue;
    }
    if (word !== '') found.push({ sort: 'word', text: word });
    word = '';
    found.push(token);
    rest = rest.slice(token.text.length);
  }
  if (word !== '') found.push({ sort: 'word', text: word });
  return found;
}

function tokenAt(rest: string): Token | null {
  const number = numberAt(rest);
  if (number !== null) return number;
  for (const [pattern, sort] of PLAIN) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { sort, text };
  }
  for (const [pattern, op] of COMPARES) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { sort: 'compare', op, text };
  }
  for (const [pattern, op] of BEHINDS) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { sort: 'behind', op, text };
  }
  for (const [pattern, direction] of CHANGES) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { sort: 'change', direction, text };
  }
  return null;
}

function numberAt(rest: string): Token | null {
  const digits = NUMBER.exec(rest);
  const numeral = digits === null ? NUMERAL.exec(rest) : null;
  const printed = digits?.[0] ?? numeral?.[0];
  if (printed === undefined) return null;
  const value = digits === null ? exact(readNumeral(numeral![1]!) ?? 0) : exact(Number(digits[1]));
  const tail = rest.slice(printed.length);
  const percent = PERCENT.exec(tail)?.[0];
  if (percent !== undefined) return { sort: 'number', value, unit: '%', text: printed + percent };
  if (/^分(?!之|钟|配|析|解|成|类)/.test(tail)) return { sort: 'points', value, text: `${printed}分` };
  const counted = COUNTED.exec(tail)?.[0];
  if (counted !== undefined) return { sort: 'number', value, unit: 'count', text: printed + counted };
  return { sort: 'number', value, unit: null, text: printed };
}
