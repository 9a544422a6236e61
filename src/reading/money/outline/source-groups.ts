import { fundingRank } from '../../lexicon/money-items.ts';
import type { RowName } from '../money-row.ts';

/** Rank of a source of funds, and of what is part of one. */
const SOURCE = 1;
const PART = 2;

/**
 * 财政拨款 merged down beside 小计 | 中央 | 省级, between 年度资金总额 and 自筹资金: a source of funds whose parts stand right of it. Its 小计,
 * wherever it stands among them, is the source itself and comes before its parts; where it prints none, the label heads them without a
 * figure. Gives the names with those of sources in no group any more; all others as they are.
 */
export function sourceGroups(names: readonly RowName[]): RowName[] {
  const first = names.findIndex(({ funding, group }) => group === '' && funding === 0);
  if (first < 0) return [...names];
  // 合计 may stand at the foot.
  const whole = first === names.length - 1 ? -1 : first;
  const joined: RowName[] = [];
  for (let at = 0; at < names.length; ) {
    const { group } = names[at] as RowName;
    let end = at + 1;
    while (end < names.length && names[end]?.group === group) end++;
    const run = names.slice(at, end);
    joined.push(...(at > whole && group !== '' && fundingRank(group) ? sourceOf(group, run) : run));
    at = end;
  }
  return joined;
}

/** The source that a label names, and its parts. */
function sourceOf(group: string, run: readonly RowName[]): RowName[] {
  const sum = run.find(({ total }) => total);
  const printed = sum ?? (run[0] as RowName);
  const source = {
    ...printed,
    name: group,
    key: group,
    group: '',
    funding: SOURCE,
    mark: null,
    total: false,
  };
  const parts = run.filter((name) => name !== sum);
  return [
    sum === undefined ? { ...source, headsOnly: true } : source,
    ...parts.map((name) => ({ ...name, group: '', funding: Math.max(PART, name.funding ?? PART) })),
  ];
}

/**
 * 财政拨款 merged down beside 小计 | 一般公共预算 | 政府性基金, above 其他资金 and 合计: what stands beside 小计 is the line itself, in one list
 * with those that no label groups, and its parts stand further right.
 */
export function subtotalGroups(names: readonly RowName[]): RowName[] {
  if (names.every(({ group }) => group !== '')) return [...names];
  let last = '';
  let headed = false;
  return names.map((name) => {
    const { group } = name;
    const opens = group !== last;
    last = group;
    if (opens) headed = group !== '' && name.total && fundingRank(group) === 1;
    if (!headed) return name;
    return opens
      ? { ...name, name: group, key: group, group: '', indent: 0, mark: null, total: false }
      : { ...name, group: '' };
  });
}
