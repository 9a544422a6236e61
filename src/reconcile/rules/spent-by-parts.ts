import type { Amount } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { lineAt } from '../figures/lines.ts';
import type { FilingContext } from '../rule.ts';

/** What one row prints as spent in parts of the year, as the rate beside it may take it. */
export interface SpentByParts {
  /** What was spent in the part that the rate stands under; null under a head of its own. */
  own: Fact | null;
  /** All that was spent up to that part, for comparison only: no cell prints it. */
  toDate: Fact | null;
}

const PART = /季度|半年|\d{1,2}月|[一二三四五六七八九十]月/;

/** 一季度 | 支出数 | 进度 | 二季度 | 支出数 | 进度: the parts of the rate's row; null where it has not several. */
export function spentByParts({ amounts, facts }: FilingContext, rate: Amount): SpentByParts | null {
  const at = rate.source.value;
  const line = lineAt(amounts, at);
  const parts = line.filter(
    ({ column_label: column, item, measure, value }) =>
      measure === 'executed' && value !== null && item === rate.item && PART.test(column ?? ''),
  );
  const groups = new Set(parts.map(({ column_label: column }) => partIn(column)));
  if (at === undefined || groups.size < 2) return null;
  const part = partIn(rate.column_label);
  // 执行率 behind all parts beside a sum of them is of the year.
  if (part === null && line.some((each) => isSum(each, rate))) return null;
  const last =
    part === null ? parts.length - 1 : parts.findIndex((each) => partIn(each.column_label) === part);
  const found = parts.slice(0, last + 1).map((each) => facts.amount(each));
  const own = part === null ? null : (found.at(-1) ?? null);
  return { own, toDate: added(found.filter((fact): fact is Fact => fact !== null)) };
}

function isSum({ column_label: column, item, measure }: Amount, rate: Amount): boolean {
  return measure === 'executed' && item === rate.item && !PART.test(column ?? '');
}

/** 一季度支出 | 二季度支出 | 全年执行数 | 执行率: without the parts of the year, for a rate that stands under none, where a figure of all of it stands beside them. */
export function wholeYear(row: readonly Amount[], rate: Amount): readonly Amount[] {
  if (PART.test(rate.column_label ?? '')) return row;
  const whole = new Set(
    row.filter(({ column_label: column }) => !PART.test(column ?? '')).map(({ measure }) => measure),
  );
  return row.filter(({ column_label: column, measure }) => !whole.has(measure) || !PART.test(column ?? ''));
}

/** 第一季度 / 支出数 and 一季度进度 are of one part. */
function partIn(column: string | null): string | null {
  return (
    /(?:\d{1,2}-)?\d{1,2}月|[一二三四1-4]季度|[上下]半年|[一二三四五六七八九十]{1,2}月/.exec(
      column ?? '',
    )?.[0] ?? null
  );
}

/** A sum of figures that no cell prints, to compare with only; null of none. */
export function added(facts: readonly Fact[]): Fact | null {
  const [first] = facts;
  if (first === undefined || facts.some(({ factor }) => factor !== first.factor)) return null;
  const sum = (of: (fact: Fact) => bigint): bigint => facts.reduce((all, fact) => all + of(fact), 0n);
  return { ...first, value: sum(({ value }) => value), half: sum(({ half }) => half) };
}
