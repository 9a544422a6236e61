import type { TextFigure } from '../../../schemas/index.ts';

/** What the words before a figure make of it. */
export interface Cue {
  role: 'change' | 'growth' | 'share' | 'rate';
  direction: 'up' | 'down' | null;
  /** The words themselves: 比2022年预算执行数增加, 占基本支出的. */
  text: string;
  /** What it is compared with or a share of, as printed (2022年预算执行数); null where the words do not say. */
  base: string | null;
  /** What stands before the words in their clause, which may name the subject anew. */
  before: string;
}

/** A sentence that says a figure is as large as another: 与2022年预算持平. */
export interface Equality {
  index: number;
  text: string;
  base: string;
}

const up = '增收|增支|多支|多收|增加|增长|上升|提高|提升|增|上涨';
const down = '减收|减支|少支|少收|减少|下降|降低|节约|压减|压缩|减|回落|降(?=幅)|跌';
// 增加到 and 下降至 lead to the new figure, not to the change, so nothing but 了 and 约 may follow the word.
// 减少为0元 says what is left, and 减少额为5元 by how much.
const changeWords = new RegExp(
  `(?:(?:同比|(?:相)?比|较|与|同)([^，。；;：:、]{0,30}?)(?:相比|比较|对比)?[，,]?\\s*)?(?:分别|共|净|约|略有|有所)?(${up}|${down})(?:(?:额|幅|幅度|率|比例)(?:分别)?(?:为|约|近|达)?|了?(?:分别为?|约|近|达)?)\\s*$`,
);
/** 由100元提高到120元: the second figure is told of what the first is told of. */
export const movesTo =
  /(?:(?:增|减|升|降|提|涨|落)[加少高长低升]?(?:到|至)|调整(?:为|到|至))[^，。；;：:]{0,8}$/;
// 高 and 低 compare only beside what they compare with: 较年初目标高2.6个百分点.
const weakWords = /(?:比|较)([^，。；;：:、]{1,30}?)(高|低|多|少)(?:了|出)?(?:约)?\s*$/;
/** 与上年相比，支出减少: the comparison stands in the clause before. */
const comparedBefore =
  /(?:与|同|和|较)([^，。；;：:、]{1,30})(?:相比|比较|对比)[，,]([^，。；;：:、]{0,30})$/;
const rateWords = /完成(?:了)?\s*([^，。；;：:、]{0,20}(?:预算|计划|目标|任务)数?)\s*的?\s*$/;
const shareWords =
  /占\s*([^，。；;：:、]{0,30}?)(?:的)?(?:比重|比例|百分比|比)?(?:分别)?(?:为|达到|达|约)?\s*$/;
const equalWords =
  /(?:与|同|较|比|和)([^，。；;：:、\d]{0,12}(?:\d{4}年)?[^，。；;：:、\d]{0,16}?)(?:相比)?(?:基本)?(?:持平|相同|一致|无增减(?:变化)?|无变化|没有变化)/g;
const clauseStart = /[，。；：:、;\n]/;

/** Nothing further back belongs to the words before a figure. */
const WINDOW = 60;

/** The cue that a lead ends with, for a figure of this unit; null for a plain statement. */
export function cueBefore(lead: string, unit: TextFigure['unit']): Cue | null {
  const tail = lead.slice(-WINDOW);
  const perCent = unit === '%' || unit === '‰';
  const share = perCent ? shareWords.exec(tail) : null;
  if (share) return cueOf('share', null, tail, share);
  const rate = perCent ? rateWords.exec(tail) : null;
  if (rate) return cueOf('rate', null, tail, rate);
  const change = changeWords.exec(tail) ?? weakWords.exec(tail);
  if (!change) return null;
  const direction = new RegExp(`^(?:${up}|高|多)$`).test(change[2] as string) ? 'up' : 'down';
  const cue = cueOf(perCent ? 'growth' : 'change', direction, tail, change);
  const earlier = cue.base === null ? comparedBefore.exec(tail.slice(0, change.index)) : null;
  return earlier ? { ...cue, base: said(earlier[1]), text: tail.slice(earlier.index).trim() } : cue;
}

function cueOf(role: Cue['role'], direction: Cue['direction'], tail: string, match: RegExpExecArray): Cue {
  const before = clauseBefore(tail, match.index);
  return { role, direction, text: match[0].trim(), base: said(match[1]), before };
}

/** All 与…持平 of a stretch of text between figures. */
export function equalitiesIn(gap: string): Equality[] {
  return Array.from(gap.matchAll(equalWords), (match) => ({
    index: match.index,
    text: match[0],
    base: (match[1] as string).trim(),
  }));
}

const yearWords = /^(?:(?:19|20)\d{2}\s*年(?:度)?|上一?年度?|去年|前年|同期|当年|本年)+(?:同期)?(?:的)?/;

/** Parts what a comparison is made with: 2022年预算执行数 → its year, else whether it is the year before, and the item. */
export function readBase(base: string | null): { year: number | null; before: boolean; item: string | null } {
  if (base === null) return { year: null, before: false, item: null };
  const named = /(?:19|20)\d{2}(?=\s*年)/.exec(base);
  const item = base.replace(yearWords, '').replace(/^当年/, '').trim();
  return {
    year: named ? Number(named[0]) : null,
    before: /上一?年|去年|同期/.test(base),
    item: item.length >= 2 ? item : null,
  };
}

function clauseBefore(tail: string, index: number): string {
  return tail.slice(0, index).split(clauseStart).at(-1)?.trim() ?? '';
}

function said(words: string | undefined): string | null {
  const text = words?.trim() ?? '';
  return text === '' ? null : text;
}
