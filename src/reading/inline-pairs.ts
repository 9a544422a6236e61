import { fieldRole, fundingRole, labelOfText } from './label.ts';
import type { FieldRole } from './lexicon/fields.ts';

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

/** A source of funds and its figure, with or without a colon between them: 其中：财政拨款300万元. */
const fund =
  /(?:^|[\s;；,，、。])(?:其\s*中\s*[:：]?\s*)?([^\d\s:：;；,，、。]{2,16}?)\s*[:：为]?\s*(\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)?)(?=$|[\s;；,，、。])/g;

/** What may be left of a text of funds beside its sources, in characters: 其中, full stops. */
const MOST_LEFT = 4;

/** The funds that one text names with their figures, where it holds nothing else: 总额：300万元，其中：财政拨款300万元. */
export function fundingPairs(text: string): InlinePair[] {
  if (text.length > MAX_FUNDS || !/\d/.test(text)) return [];
  const pairs: InlinePair[] = [];
  let left = text;
  for (const match of text.matchAll(fund)) {
    const [whole, label, value] = match as unknown as [string, string, string];
    const rank = fundingRole(labelOfText(label));
    if (rank === null) return [];
    pairs.push({ role: null, rank, label, value });
    left = left.replace(whole, '');
  }
  return left.replace(/[\s;；,，、。:：]/g, '').length > MOST_LEFT ? [] : pairs;
}

const MAX_FUNDS = 400;
const MAX_INLINE = 2_000;
const pairHead = /(?:^|[\s;；,，])(?:其中[:：]\s*)?([^\s:：;；,，]{1,20})\s*[:：]/g;

/** The labelled values of one text: 填报日期：2023年11月20日 单位：万元. A label starts the text or follows a blank. */
export function inlinePairs(text: string): InlinePair[] {
  if (!/[:：]/.test(text)) return [];
  const pairs: (InlinePair & { from: number })[] = [];
  pairHead.lastIndex = 0;
  for (let match = pairHead.exec(text); match && match.index < MAX_INLINE; match = pairHead.exec(text)) {
    pairHead.lastIndex--;
    const name = match[1] as string;
    const found = pairLabel(name);
    if (!found) continue;
    const last = pairs.at(-1);
    if (last) last.value = shortValue(text.slice(last.from, match.index), last.role);
    const from = match.index + match[0].length;
    pairs.push({ ...found, label: name, value: text.slice(from).trim(), from });
    if (found.role !== null && longRoles.has(found.role) && found.role !== 'signature') return pairs;
  }
  const last = pairs.at(-1);
  if (last) last.value = shortValue(last.value, last.role);
  return pairs;
}

/** 部门：某某局   2022年度: what stands behind a wide blank is a caption of its own. */
function shortValue(text: string, role: FieldRole | null): string {
  const value = text.trim();
  if (role === null || longRoles.has(role)) return value;
  return (value.split(/\s{2,}|[\t\u3000]/)[0] as string)
    .replace(/\s+(?:公开|预算|决算|财决|附|表)?\s*\d{1,3}\s*表$/, '')
    .replace(/\s+(?:19|20)\d\d\s*年(?:度|\d{1,2}月(?:\d{1,2}日)?)?$/, '')
    .trim();
}

function pairLabel(name: string): { role: FieldRole | null; rank: number | null } | null {
  const label = labelOfText(name);
  const role = fieldRole(label);
  if (role !== null) return { role, rank: null };
  const rank = fundingRole(label);
  return rank === null ? null : { role: null, rank };
}
