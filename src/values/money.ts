import type { MoneyUnit } from '../../schemas/index.ts';
import type { Decimal } from './decimal.ts';
import { fold } from './fold.ts';
import { readNumber } from './number.ts';
import { baseOf } from './units.ts';

/** A sum of money. */
export interface Money {
  /** As printed. */
  value: number;
  /** As printed, exact, with its places. */
  decimal: Decimal;
  /** Beside the figure, else of the context; null where neither says. */
  unit: MoneyUnit | null;
  /** In 元, exact; null where the unit is. */
  base: Decimal | null;
  /** In 元; null where the unit is. */
  baseValue: number | null;
}

const units = new Map<string, MoneyUnit>([
  ['元', '元'],
  ['元整', '元'],
  ['元人民币', '元'],
  ['千元', '千元'],
  ['万', '万元'],
  ['万元', '万元'],
  ['万元整', '万元'],
  ['万元人民币', '万元'],
  ['百万元', '百万元'],
  ['亿', '亿元'],
  ['亿元', '亿元'],
]);
const money =
  /^(?:人民币)?[¥$]?([+-]?[\d,.]+|\([\d,.]+\))(元整|元人民币|元|千元|万元整|万元人民币|万元|万|百万元|亿元|亿)?$/;

/** Reads a cell that holds a sum of money and nothing else: 1,234.56, 2.00 万元, ¥10000元, (12.30). Null where it is anything else. */
export function readMoney(text: string, unit: MoneyUnit | null = null): Money | null {
  const folded = text.length > 120 ? '' : fold(text).trim();
  if (/\d\s+[\d.,]|[\d.,]\s+\d/.test(folded)) return null;
  const match = money.exec(folded.replace(/\s+/g, ''));
  const number = match && readNumber(match[1] as string);
  if (!number) return null;
  const own = match[2] === undefined ? null : (units.get(match[2]) ?? null);
  const printed = own ?? (/[¥]/.test(folded) ? '元' : unit);
  const base = baseOf(number.decimal, printed);
  return {
    value: number.value,
    decimal: number.decimal,
    unit: printed,
    base: base?.decimal ?? null,
    baseValue: base?.value ?? null,
  };
}

const name = '(百万元|亿元|万元|千元|元)';
/** 单位：万元, 金额单位:元, 单位：人、万元, 计量单位为万元. What follows must not make it a name (单位：元宝镇). */
const declared = new RegExp(
  `(?:单位[)）]?\\s*(?:[:：]|为|是)?|(?:金额|币种)\\s*[:：])\\s*(?:人民币)?(?:[^\\s:：()]{0,8}[、,，/])?(?:人民币)?${name}(?=$|[\\s()、,，;；。/%]|人民币)`,
);
/** 项目资金（万元）, 预算数(人民币万元); a rate (元/人) is no unit of money. */
const inBrackets = new RegExp(`[(（]\\s*(?:人民币|金额单位|单位)?[:：]?\\s*${name}(?:人民币)?\\s*[)）]`);
const alone = new RegExp(`^(?:人民币)?${name}(?:人民币)?$`);
const spoken = new RegExp(`人民币${name}`);

/** A caption or a label with its unit is short; only so many signs are searched. */
const MAX_SEARCHED = 200;

/** The unit of money that a caption or a label states: 单位：万元, 项目资金（万元）, 人民币万元, 万元. Null where it states none. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  if (!text.includes('元')) return null;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const unit = unitStated(text);
  if (text.length <= LONGEST_REMEMBERED && remembered.size < MAX_REMEMBERED) remembered.set(text, unit);
  return unit;
}

/** Every figure of a table asks for the unit of the same few labels; texts that are longer than labels are not kept. */
const LONGEST_REMEMBERED = 12;
const MAX_REMEMBERED = 1_000;
const remembered = new Map<string, MoneyUnit | null>();

function unitStated(text: string): MoneyUnit | null {
  const folded = fold(text.slice(0, MAX_SEARCHED)).trim();
  const match =
    declared.exec(folded) ??
    inBrackets.exec(folded) ??
    alone.exec(folded.replace(/\s+/g, '')) ??
    spoken.exec(folded);
  return match ? (units.get(match[1] as string) ?? null) : null;
}
