import type { TextRelation } from '../../../schemas/index.ts';
import { type Draft, lastBefore, sameMeasure } from './draft.ts';

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
    whole: /预算|计划|下达|安排|批复|核定|应|目标|到位/,
  },
];
/** Words that say what a figure is stand no further before it. */
const WORDS = 16;

/** 预算数120万元，执行数114万元，执行率95%: the rate with the two figures before it. */
export function rateRelations(drafts: readonly Draft[], parts: readonly TextRelation[]): TextRelation[] {
  const nested = new Set(parts.map(({ from }) => drafts[from]));
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
    const rest = {
      base_item: (drafts[base] as Draft).item,
      base_year: null,
      direction: null,
      text: draft.item as string,
    };
    return [{ kind: 'rate_of' as const, from: index, to, base, ...rest }];
  });
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
