import type { MoneyUnit } from '../../schemas/index.ts';
import { fold } from './fold.ts';

/** 单 位：万 元: captions are spread by blanks. */
const name = '((?:百\\s*万|亿|万|千)?\\s*元)';
/** 单位：万元, 金额单位:元, 单位：人、万元, 计量单位为万元. What follows must not make it a name (单位：元宝镇). */
const declared = new RegExp(
  `(?:单\\s*位[)）]?\\s*(?:[为是]?\\s*[:：]|为|是)?|(?:金额|币种)\\s*[:：])\\s*(?:人民币)?(?:[^\\s:：()]{0,8}[、,，/])?(?:人民币)?${name}(?=$|[\\s()、,，;；。/%]|人民币)`,
);
/** 项目资金（万元）, 预算数(人民币万元); a rate (元/人) is no unit of money. A scan may lose the bracket that closes at the end of a line: 执行情况（万元(20分). */
const inBrackets = new RegExp(`[(（]\\s*(?:人民币|金额单位|单位)?[:：]?\\s*${name}(?:人民币)?\\s*[)）(（]`);
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
  return match === null ? null : (match[1]!.replace(/\s+/g, '') as MoneyUnit);
}

/** 年度资金总额（万元） → 年度资金总额: what a sum is called, without what it is counted in. */
export function withoutMoneyUnit(name: string): string {
  return name.replace(/(?<=\S)[（(](?:单位[:：])?[百千万萬亿億]*[元圓圆][)）]$/, '').trimEnd();
}
