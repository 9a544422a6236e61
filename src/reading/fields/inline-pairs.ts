import type { FieldRole } from '../lexicon/fields.ts';
import { fieldRole, fundingRole, labelOfText } from '../table/label.ts';

/** Fields whose value is a text that may hold colons of its own: it takes all that follows. */
export const longRoles = new Set<FieldRole>([
  'goal',
  'achievement',
  'task',
  'function',
  'note',
  'explanation',
  'known',
  'signature',
]);

export interface InlinePair {
  role: FieldRole | null;
  rank: number | null;
  label: string;
  value: string;
}

const MAX_INLINE = 2_000;
const pairHead = /(?:^|[\s;；,，])(?:其中[:：]\s*)?([^\s:：;；,，]{1,20})\s*[:：]/g;

/** The labelled values of one text: 填报日期：2023年11月20日 单位：万元. A label starts the text or follows a blank. */
export function inlinePairs(given: string): InlinePair[] {
  if (!/[:：]/.test(given)) return [];
  const text = given.replace(behindNumber, '  ');
  const pairs: (InlinePair & { from: number; to: number })[] = [];
  pairHead.lastIndex = 0;
  for (let match = pairHead.exec(text); match && match.index < MAX_INLINE; match = pairHead.exec(text)) {
    pairHead.lastIndex--;
    const name = match[1] as string;
    const found = pairLabel(name);
    const last = pairs.at(-1);
    // 项目名称：… 评价机构：…: a label that nobody asks for ends the value before it.
    if (last && (found || (/^\s/.test(match[0]) && endsValue(name, text.slice(last.from, match.index)))))
      last.to = Math.min(last.to, match.index);
    if (!found) continue;
    if (last) last.value = shortValue(text.slice(last.from, last.to), last.role);
    const from = match.index + match[0].length;
    pairs.push({ ...found, label: name, value: text.slice(from).trim(), from, to: text.length });
    if (found.role !== null && longRoles.has(found.role) && found.role !== 'signature') return pairs;
  }
  const last = pairs.at(-1);
  if (last) last.value = shortValue(text.slice(last.from, last.to).trim(), last.role);
  return pairs.flatMap(partedPair);
}

/** 公开01表单位：万元, where a scan lost the gap: the number of a table ends before the next label. */
const behindNumber = /(?<=(?:^|\s)(?:公开|预算|决算|财决|附)?\s{0,2}\d{1,3}\s?表)(?=(?:金额)?单位\s?[:：])/g;

/** What labels that have no field of their own end with. */
const otherLabel =
  /^\p{Script=Han}{1,8}(?:机构|单位|部门|年度|日期|时间|时点|期间|电话|名称|编号|文号|类型|性质|方式|地址|等级|组长|人员|人|姓名|签[名字])$/u;

/** Whether a label that has no field of its own ends a value: by its own words, or for what stands before it: 某局 承接主体：…. */
const endsValue = (name: string, before: string): boolean =>
  otherLabel.test(name) ||
  (before.length < LONGEST_VALUE && shortHan.test(name) && plausible.test(before.trim()));
const LONGEST_VALUE = 60;
const shortHan = /^\p{Script=Han}{2,8}$/u;

/** What a caption names: an office, a year or date, a unit of money, a number of a telephone. */
const office =
  '.+(?:[局厅委办所馆院校站队处会社部园台厂]|中心|公司|政府|[中小大]学|[一二三四五六七八九十]中)';
const plausible = new RegExp(
  `^(?:${office}|(?:19|20)\\d\\d(?:年(?:度|\\d{1,2}月(?:\\d{1,2}日)?)?|[-./]\\d{1,2}[-./]\\d{1,2})?|[万千百亿]*元|[\\d-]{7,})(?:[（(][盖公签]章[）)])?$`,
  'u',
);
/** An office with the year of its form behind it: 某局2025年度. */
const officeOfYear = new RegExp(`^(${office})(?:19|20)\\d\\d年度?$`, 'u');
const moneyUnit = /^[万千百亿]*元$/;
const personName = /^\p{Script=Han}{2,3}$/u;

/** 填报单位：某局单位：万元, where a scan lost the gap: a known label in a value begins a pair of its own if what stands before it can be a value. */
function partedPair({ role, rank, label, value }: InlinePair): InlinePair[] {
  const pair: InlinePair = { role, rank, label, value };
  const at = value.search(/[:：]/);
  if (at < 0 || role === null || longRoles.has(role)) return [pair];
  const before = value.slice(0, at);
  for (let length = 2; length < Math.min(before.length, LONGEST_LABEL); length++) {
    const own = before.slice(0, -length).trim();
    const name = before.slice(-length);
    const isValue =
      plausible.test(own) || officeOfYear.test(own) || (role === 'person' && personName.test(own));
    const found = isValue ? pairLabel(name) : null;
    if (found === null || found.role === null) continue;
    // A unit of money ends where it stands: 单位：万元单位领导审签（公章）：, of which a line's end took the blank.
    if (longRoles.has(found.role) && !moneyUnit.test(own)) continue;
    const next = { ...found, label: name, value: value.slice(at + 1).trim() };
    return [{ ...pair, value: own.replace(officeOfYear, '$1') }, ...partedPair(next)];
  }
  return [pair];
}

const LONGEST_LABEL = 12;

/** A year, a day, 1—9月, 1月1日至9月30日, 截至2031年6月30日, a quarter or half behind a name. */
const periodBehind =
  /\s+(?:截[至止]到?\s*)?(?:19|20)\d\d\s*年(?:度|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月?(?:\d{1,2}日)?(?:\s*[-—–－~～至到]+\s*\d{1,2}月?(?:\d{1,2}日)?)?)?$/;

/** 部门：某某局   2022年度: what stands behind a wide blank is a caption of its own. */
function shortValue(text: string, role: FieldRole | null): string {
  const value = text.trim();
  if (role === null || longRoles.has(role)) return value;
  return (value.split(/\s{2,}|[\t\u3000]/)[0] as string)
    .replace(/\s+(?:公开|预算|决算|财决|附|表)?\s*\d{1,3}\s*表$/, '')
    .replace(periodBehind, '')
    .replace(officeOfYear, '$1')
    .trim();
}

function pairLabel(name: string): { role: FieldRole | null; rank: number | null } | null {
  // 一般公共预算100万元（其中：: a label holds no sum.
  if (/\d\s*[万亿]?元/.test(name)) return null;
  // With a colon 项目 asks for a name; above figures it heads their items.
  if (name === '项目') return { role: 'project', rank: null };
  // （公章）单位名称：某中心
  const label = labelOfText(name.replace(/^[（(][盖公签]章[)）]/, ''));
  const role = fieldRole(label);
  if (role !== null) return { role, rank: null };
  const rank = fundingRole(label);
  return rank === null ? null : { role: null, rank };
}
