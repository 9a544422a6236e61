import { fundingRank } from '../../lexicon/money-items.ts';
import type { RowName } from '../row-name.ts';

/** Rank of what is part of a source of funds. */
const PART = 2;

/**
 * 财政拨款 merged down beside 小计 | 中央 | 省级, between 年度资金总额 and 自筹资金: a source of funds whose parts stand right of it. Its 小计 is
 * the source itself; where it prints none, the label heads its parts without a figure. Names in order, those of sources in no
 * group any more; all others as they are.
 */
export function sourceGroups(names: readonly RowName[]): RowName[] {
  const whole = names.findIndex(({ funding, group }) => group === '' && funding === 0);
  if (whole < 0) return [...names];
  const joined: RowName[] = [];
  let last = '';
  for (const [at, name] of names.entries()) {
    const { group } = name;
    const opens = group !== last;
    last = group;
    if (at < whole || group === '' || fundingRank(group) !== 1) {
      joined.push(name);
      continue;
    }
    const source = { ...name, name: group, key: group, group: '', funding: 1, mark: null, total: false };
    if (opens && name.total) {
      joined.push(source);
      continue;
    }
    if (opens) joined.push({ ...source, headsOnly: true });
    joined.push({ ...name, group: '', funding: Math.max(PART, name.funding ?? PART) });
  }
  return joined;
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
