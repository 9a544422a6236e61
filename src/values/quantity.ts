import type { Operator, Quantity } from '../../schemas/index.ts';
import { readCapitalSum } from './capital-sum.ts';
import { compare, type Decimal, parseDecimal, toNumber } from './decimal.ts';
import { fold } from './fold.ts';
import { readNumber } from './number.ts';
import { NUMERAL_SIGNS, readNumeral } from './numeral.ts';
import { operatorAfter, operatorBefore, readOperator } from './operators.ts';
import { isDeadline, isPeriodOrDate } from './period.ts';
import { isUnit, measureAt } from './unit-words.ts';
import { baseOf, isBareScale, scaleOf } from './units.ts';

/** What the columns beside a value say. */
export interface QuantityContext {
  /** The unit column (度量单位); serves where the value prints none. */
  unit?: string | null;
  /** The operator column (指标性质); serves where the value prints none. */
  op?: string | null;
}

/** A quantity is short; a longer text is words, whatever figures are in it. */
const MAX_QUANTITY = 60;

const blank = /^(?:无|[-—/\\]+|[…]+|\.{2,}|·{2,}|…+\.*)?$/;
const hasFigure = new RegExp(`[\\d${NUMERAL_SIGNS}]`);
const number = '\\d[\\d,]*(?:\\.\\d+)?';
const single = new RegExp(`^([+-]?(?:${number}|\\.\\d+))(\\D.*)?$`, 's');
const range = new RegExp(`^(${number})([^\\d~—+-]*?)(?:[~—]|-{1,3}|——|至|到)(${number})(\\D.*)?$`, 's');
const numeral = new RegExp(`^([${NUMERAL_SIGNS}]{1,20})(.*)$`, 's');
const share = new RegExp(`^(百|千)分之(${number}|[${NUMERAL_SIGNS}]{1,8})$`);

/** 1 234 567, 1 234.50: thousands set apart by a blank; 12 345 alone may be two numbers. */
const spacedThousands = /^\D*\d{1,3}(?: \d{3})+(?:(?<= \d{3} \d{3})|\.\d+)\D*$/;

/** What refers to a note behind a figure: 14.99¹, 14.99①, 14.99*, 14.99[1], 14.99(注1). Powers are none: m², 公里². */
const noteMark =
  /(?<=[\d%‰\u4e00-\u9fff])(?<![米里])(?:[⁰¹²³⁴-⁹]{1,2}|[①-⑳]{1,3}|\*{1,3}|※|\[(?:注?\d{1,2}|注)\]|\((?:见?注\d{0,2}|注[①-⑳])\)|注\d{1,2})$/;

/** Signs of a choice or a check before or behind a figure; a box without a tick is none. */
const ticks = /^[√✓✔☑🗹■●]+(?=[-+¥≥≤<>=]?[\d.])|(?<=[\d%‰\u4e00-\u9fff²³])[√✓✔☑🗹]+$/gu;

/** 10³ as a value may be a power of ten; 10¹ is none. */
const power = /^10[²³⁴-⁹]$/;

/** The folded text without the mark of a note behind what may be a figure. */
export const withoutNoteMark = (text: string): string => text.replace(noteMark, '');

/** A name without the raised number of a note behind it: 教育支出¹; 公里² is a unit. */
export const withoutRaisedNumber = (name: string): string => name.replace(raisedNumber, '');
const raisedNumber = /(?<=[\u4e00-\u9fff)）])(?<![米里])\s*[⁰¹²³⁴-⁹]{1,2}$/;

/** Most cells hold a number and nothing else; with so many digits it is no code. */
const plainNumber = /^\d{1,12}(?:\.\d{1,3})?$/;

/** 116,2⏎67,000.00, 980.⏎50: a narrow cell broke the line within three digits or at the point, and neither line is a number. */
const brokenFigure =
  /^\s*-?\d[\d,]{0,15}(?:\.\n\d|\n\.\d)\d{0,5}\s*$|^\s*-?\d{1,3}(?:,\d{3}){0,3},(?:\d\n\d\d|\d\d\n\d)(?:,\d{3}){0,3}(?:\.\d{1,6})?\s*$/;

/**
 * Reads what a value cell says. Kinds as the contract has them: `number`, `range`, `text` (words, periods and dates, words
 * mixed with figures, damaged numbers, codes too long to be a number) and `blank`. `raw` is the text as given; 不适用 is a
 * statement and so `text`. Never throws; linear in the length of the text.
 */
export function readQuantity(text: string, context: QuantityContext = {}): Quantity {
  if (plainNumber.test(text)) {
    const decimal = parseDecimal(text);
    if (decimal) return numberOf(text, decimal, null, null, context);
  }
  if (text.length > 4 * MAX_QUANTITY) return wordsOf(text);
  const folded = fold(brokenFigure.test(text) ? text.replace(/\n/g, '') : text).trim();
  if (blank.test(folded.replace(/\s+/g, ''))) return { ...wordsOf(text), kind: 'blank' };
  if (folded.length > MAX_QUANTITY || !hasFigure.test(folded)) return wordsOf(text);
  // Spaces mean nothing except between digits, where closing up would make 5 6 into 56.
  if (/\d\s+[\d.,]|[\d.,]\s+\d/.test(folded) && !spacedThousands.test(folded)) return wordsOf(text);
  const compact = folded
    .replace(/\s+/g, '')
    .replace(/[。;；,]$/, '')
    .replace(/\(含[^()]{1,8}\)(?=$|及?以[上下内])/, '')
    // 介于5至10次之间
    .replace(/^介于(?=\d)|(?<=\d[^\d]{1,4})之间$/g, '')
    .replace(power.test(folded) ? /$^/ : noteMark, '')
    // —8.72: a keyboard of Chinese has no other minus. A dash alone is a blank.
    .replace(/^—(?=[\d.])/, '-')
    // ☑12.8公里, 980.50√: whoever checked it ticked it off, or chose it.
    .replace(ticks, '')
    // '123.45: programs put a sign in front that keeps a spreadsheet from reading a number.
    .replace(/^['`](?=[-+¥≥≤<>]?[\d.])/, '')
    // RMB980.5, 人民币980.5万元整
    .replace(/^(?:RMB|CNY|人民币)¥?(?=[\d.])/i, '¥')
    .replace(/(?<=\d[百千万亿]?元)整$/, '')
    // 1.≥60公斤: a list mark, and the sign behind it tells it from a figure with a point.
    .replace(/^\(?\d{1,2}[.、)](?=[≥≤<>=])/, '');
  const inCapitals = readCapitalSum(compact);
  if (inCapitals !== null) return numberOf(text, inCapitals, '元', null, context);
  if (isPeriodOrDate(compact)) return { ...wordsOf(text), op: isDeadline(compact) ? '<=' : null };
  return readCompact(text, compact, context) ?? wordsOf(text);
}

function readCompact(raw: string, compact: string, context: QuantityContext): Quantity | null {
  // A currency format's ¥1,200.00 is yuan where nothing says 万元.
  const [sign] = /^[+-]?¥(?=[\d.])/.exec(compact) ?? [];
  if (sign !== undefined) {
    const size = `${sign.slice(0, -1)}${compact.slice(sign.length)}`;
    return readCompact(raw, size, { ...context, unit: context.unit ?? '元' });
  }
  if (compact.startsWith('(')) {
    // The accountant's negative: (1,234.00), (20.00%).
    const [, inner, unit = null] = /^\(([^()%‰]+)([%‰])\)$/.exec(compact) ?? [];
    const negative = inner === undefined ? readNumber(compact) : readNumber(`-${inner}`);
    if (negative) return numberOf(raw, negative.decimal, unit, null, context);
  }
  const before = operatorBefore(compact);
  if (before.op === null && before.word !== '') return null;
  const body = before.rest;
  const bounded = before.op !== null && before.op !== '=';
  if (bounded && range.test(body)) return null;
  const after = operatorAfter(body);
  // A sign or a bound before the number goes before one behind it: ≥95%以上, 控制在5%左右.
  const op = bounded ? before.op : (after.op ?? before.op);
  return (
    readBody(raw, after.rest, op, context) ??
    (after.op === null ? null : readBody(raw, body, before.op, context)) ??
    readBounded(raw, body, bounded ? before.op : null, context)
  );
}

/**
 * ≥900叶, ≥12航班: a sign in front says that it is a number; a character behind it counts, though no list knows it, and so do two that start
 * with no measure word.
 */
function readBounded(
  raw: string,
  body: string,
  op: Operator | null,
  context: QuantityContext,
): Quantity | null {
  const [, digits = '', unit = ''] = /^(\d[\d,]*(?:\.\d+)?)(\p{Script=Han}{1,2})$/u.exec(body) ?? [];
  if (op === null || [...unit].some((sign) => noMeasure.has(sign))) return null;
  if (unit.length > 1 && (measureAt(unit) > 0 || statement.test(unit))) return null;
  const value = digits === '' ? null : readNumber(digits);
  return value && numberOf(raw, value.decimal, unit, op, context);
}

const noMeasure = new Set('内外上下左右前后余多约无有第号月旬初末底');
/** ≥95合格, ≥8增长: what is said of the figure, and 万像 a scale before a word. */
const statement =
  /^[百千万亿]|合格|达标|完成|优秀|良好|增长|提[高升]|下降|减少|增加|通过|覆盖|满意|正常|及时|[率度]$/;

function readBody(raw: string, body: string, op: Operator | null, context: QuantityContext): Quantity | null {
  const between = range.exec(body);
  if (between) return readRange(raw, between, context);
  const digits = single.exec(body);
  if (digits) return readSingle(raw, digits[1] as string, digits[2] ?? '', op, context);
  const spoken = share.exec(body);
  if (spoken) {
    const value = spokenNumber(spoken[2] as string);
    return value && numberOf(raw, value, spoken[1] === '百' ? '%' : '‰', op, context);
  }
  return readSpelled(raw, body, op, context);
}

function readSingle(
  raw: string,
  digits: string,
  tail: string,
  op: Operator | null,
  context: QuantityContext,
): Quantity | null {
  const value = readNumber(digits);
  const unit = withoutRemark(tail.replace(/^\(([^()]+)\)$/, '$1')); // 100（%）
  if (!value || (unit !== '' && !isUnit(unit))) return null;
  return numberOf(raw, value.decimal, unit || null, op, context);
}

/** 三万五千, 十二次, 一百零五人: the longest numeral that leaves a known unit or nothing. 十分 means very, 一 alone 一般. */
function readSpelled(
  raw: string,
  body: string,
  op: Operator | null,
  context: QuantityContext,
): Quantity | null {
  const match = numeral.exec(body);
  if (!match || body === '十分') return null;
  const run = match[1] as string;
  for (let end = run.length; end > 0; end--) {
    const value = spokenNumber(run.slice(0, end));
    const tail = run.slice(end) + (match[2] as string);
    if (value && (tail === '' ? run.length > 1 || run === '零' : isUnit(tail, true))) {
      return numberOf(raw, value, tail || null, op, context);
    }
  }
  return null;
}

function readRange(raw: string, match: RegExpExecArray, context: QuantityContext): Quantity | null {
  const [, first = '', between = '', second = '', tail = ''] = match;
  const printed = tail.replace(/^\(([^()]+)\)$/, '$1'); // 5-10（次）
  const lower = readNumber(first);
  const upper = readNumber(second);
  if (!lower || !upper || /^0\d/.test(first) || /^0\d/.test(second)) return null;
  if ((printed !== '' && !isUnit(printed)) || !sameUnit(between, printed)) return null;
  if (compare(lower.decimal, upper.decimal) > 0) return null;
  const unit = unitOf(printed || null, context);
  const base = baseOf(lower.decimal, unit);
  return {
    raw,
    kind: 'range',
    op: null,
    value: lower.value,
    upper: upper.value,
    unit,
    base_value: base?.value ?? null,
    base_unit: base?.unit ?? null,
  };
}

/** 90%-95%, 15万-20万元: the first end prints the unit of the second, its scale, or nothing. */
function sameUnit(first: string, second: string): boolean {
  return first === '' || first === second || (isBareScale(first) && second === `${first}元`);
}

function numberOf(
  raw: string,
  decimal: Decimal,
  printedUnit: string | null,
  op: Operator | null,
  context: QuantityContext,
): Quantity {
  const unit = unitOf(printedUnit, context);
  const base = baseOf(decimal, unit);
  return {
    raw,
    kind: 'number',
    op: op ?? readOperator(context.op) ?? '=',
    value: toNumber(decimal),
    upper: null,
    unit,
    base_value: base?.value ?? null,
    base_unit: base?.unit ?? null,
  };
}

/** 100%（全部完成）, ≥85分（百分制）: words behind the unit that are no unit themselves; 台(套) stays. */
function withoutRemark(unit: string): string {
  const [, head, remark] = /^([^()]+)\(([^()\d]{2,})\)$/.exec(unit) ?? [];
  return head === undefined || remark === undefined || isUnit(remark) || /^百分[比数]$|^千分比$/.test(remark)
    ? unit
    : head;
}

/** The unit beside the value, else that of the column; 100万 in a column of 元 is 100 万元, 28.4/株 is 28.4 元/株. */
function unitOf(printed: string | null, context: QuantityContext): string | null {
  const column = fold(context.unit ?? '').trim();
  if (blank.test(column) || printed === column) return printed;
  if (printed === null) return column;
  if (printed.startsWith('/')) return column + printed;
  if (!isBareScale(printed)) return printed;
  if (column.startsWith(printed)) return column;
  const scale = scaleOf(column);
  if (scale && scale.power === 0 && scale.base !== '1') return printed + column;
  // 1.2亿 in a column of 万元 is 亿元.
  return /^[百千万亿]+元$/.test(column) ? `${printed}元` : printed;
}

function spokenNumber(text: string): Decimal | null {
  const plain = readNumber(text);
  if (plain) return plain.decimal;
  const value = readNumeral(text);
  return value === null || !Number.isSafeInteger(value) ? null : { coefficient: value, scale: 0 };
}

function wordsOf(raw: string): Quantity {
  return {
    raw,
    kind: 'text',
    op: null,
    value: null,
    upper: null,
    unit: null,
    base_value: null,
    base_unit: null,
  };
}
