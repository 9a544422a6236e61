import type { TextRelation } from '../../../schemas/index.ts';
import { type Draft, lastBefore, MAX_REACH, sameMeasure } from './draft.ts';

/** A rate that has a name, by what is counted and what it is counted out of. */
interface Rate {
  name: RegExp;
  done: RegExp;
  whole: RegExp;
  /** Units of both, where the words alone would not do. */
  unit?: RegExp;
  /** Where several figures of the sentence could be counted (非常满意, 满意, 基本满意), none is. */
  alone?: true;
  /** Sentences before it where the whole may stand: 计划总投资100万元，…。实际到位90万元，到位率90%. */
  reach?: number;
}

/** Names of figures with the words before them; the first that fits is taken. */
const RATES: readonly Rate[] = [
  { name: /得分率$/, done: /得分/, whole: /权重|分值|满分/, unit: /^分$/ },
  { name: /回收率$/, done: /回收|收回|有效/, whole: /发放|发出|下发/ },
  { name: /满意[度率]$/, done: /满意(?![度率])/, whole: /有效|回收|收回|受访|调查/, alone: true },
  { name: /资产负债率$/, done: /负债/, whole: /资产总|总资产|资产合计/, reach: 1 },
  { name: /到位(?:率|进度)$/, done: /到位/, whole: /预算|计划|下达|安排|批复|核定|应|投资/, reach: 1 },
  {
    name: /(?:执行|完成|支付|支出|使用|控制)(?:率|进度)$/,
    done: /执行|支付|使用|完成|支出|到位|实际/,
    whole: /预算|计划|下达|安排|批复|核定|应|目标|指标值|到位/,
  },
];
/** Words that say what a figure is stand no further before it. */
const WORDS = 16;

/** Parts with what they are parts of, by their places. */
type Wholes = ReadonlyMap<number, number | null>;

/** 预算数120万元，执行数114万元，执行率95%: the rate with the two figures before it. */
export function rateRelations(drafts: readonly Draft[], parts: readonly TextRelation[]): TextRelation[] {
  const nested = new Set(parts.map(({ from }) => drafts[from]));
  const wholes = new Map(parts.map(({ from, to }) => [from, to]));
  return drafts.flatMap((draft, index) => {
    if (draft.role !== 'stated' || draft.sighting.quantity.unit !== '%') return [];
    const rate = RATES.find(({ name }) => name.test(draft.item ?? ''));
    if (!rate) return [];
    const fits = (other: Draft) =>
      other.role === 'stated' &&
      other.sighting.quantity.unit !== '%' &&
      (rate.unit === undefined || rate.unit.test(other.sighting.quantity.unit ?? ''));
    const to = lastBefore(
      drafts,
      index,
      (other) =>
        fits(other) && other.sentence === draft.sentence && rate.done.test(said(other)) && !isPlan(other),
    );
    if (to === null || (rate.alone && countedBefore(drafts, to, rate.done))) return [];
    const done = drafts[to] as Draft;
    const last = lastBefore(drafts, index, fits);
    if (last !== null && last > to && wholes.get(last) === to && isRatedApart(drafts, wholes, last)) {
      const plan = planOfPart(drafts, wholes, last, rate.whole);
      return plan === null ? [] : [rateOf(drafts, index, last, plan)];
    }
    const base = lastBefore(
      drafts,
      index,
      (other) =>
        fits(other) &&
        other !== done &&
        draft.sentence - other.sentence <= (rate.reach ?? 0) &&
        (other.sentence === draft.sentence || !nested.has(other)) &&
        sameMeasure(other, done) &&
        rate.whole.test(said(other)) &&
        !/执行|支付|实际(?!到位)/.test(said(other)),
    );
    if (base === null) return [];
    return [rateOf(drafts, index, to, base)];
  });
}

function rateOf(drafts: readonly Draft[], from: number, to: number, base: number): TextRelation {
  const rest = { base_item: (drafts[base] as Draft).item, base_year: null, direction: null };
  return { kind: 'rate_of', from, to, base, ...rest, text: (drafts[from] as Draft).item as string };
}

/**
 * 到位1150万元，其中：中央600万元，到位率100%；县级190万元，到位率79.17%: parts with rates of their own. Behind the last of parts that
 * have none the rate is the whole's.
 */
function isRatedApart(drafts: readonly Draft[], wholes: Wholes, part: number): boolean {
  const isRated = (index: number): boolean => drafts[index + 1]?.sighting.quantity.unit === '%';
  let siblings = 0;
  for (let i = Math.max(0, part - MAX_REACH); i <= part + MAX_REACH; i++) {
    if (i === part || wholes.get(i) !== wholes.get(part)) continue;
    if (i > part || isRated(i)) return true;
    siblings += 1;
  }
  return siblings === 0;
}

/** What was planned for a part: the figure of its name among the parts of what was planned. */
function planOfPart(drafts: readonly Draft[], wholes: Wholes, part: number, words: RegExp): number | null {
  const own = drafts[part] as Draft;
  for (let i = part - 1; i >= Math.max(0, part - MAX_REACH); i--) {
    const to = wholes.get(i) ?? null;
    const other = drafts[i] as Draft;
    if (to === null || to === wholes.get(part) || other.item !== own.item || !sameMeasure(other, own))
      continue;
    if (own.sentence - other.sentence <= 2 && words.test(said(drafts[to] as Draft))) return i;
  }
  return null;
}

function countedBefore(drafts: readonly Draft[], index: number, words: RegExp): boolean {
  const { sentence } = drafts[index] as Draft;
  const other = lastBefore(drafts, index, (draft) => draft.sentence === sentence && words.test(said(draft)));
  return other !== null;
}

/** The words of a figure: those right before it and its name. */
function said({ gap, item }: Draft): string {
  const clause =
    gap
      .slice(-WORDS)
      .split(/[，。；：,;\n]/)
      .at(-1) ?? '';
  return `${clause}|${item ?? ''}`;
}

function isPlan({ item }: Draft): boolean {
  return /预算数?$/.test(item ?? '');
}
