import { stripMarks } from '../../values/index.ts';
import {
  divideDown,
  divideRounded,
  divideUp,
  type Exact,
  exact,
  HUNDRED,
  halfUnit,
  placesOf,
  roundTo,
} from '../facts/exact.ts';
import { normalised } from '../keys.ts';

/** What a report says that one part of its score table got. Points as printed, in 分; the rate in per cent. */
export interface SectionScore {
  /** Names that may be meant, the surest first: of the clause, of the sentence before it, of the heading above. */
  names: readonly string[];
  points: string | null;
  score: string;
  rate: string | null;
  /** Points taken off, as the same clause says. */
  off: string | null;
  /** Of the statement in its line. */
  offset: number;
  /** As printed, for evidence. */
  quote: string;
}

const NUMBER = String.raw`(\d{1,4}(?:\.\d{1,4})?)`;
const POINTS = String.raw`(?:(?:标准|指标|设定|该项)?(?:分值|满分|权重分?值?)(?:为|是|共|合计)?|共计?)\s*${NUMBER}\s*分`;
const SCORE = String.raw`(?:实际|评价|评估|综合|自评|最终)?(?:得分|评分|实?得)(?:为|是)?\s*${NUMBER}\s*分`;
const RATE = String.raw`[，,]\s*得分率(?:为|是|达)?\s*${NUMBER}\s*[%％]`;
const OFF = String.raw`[，,]\s*(?:扣(?:减|除)?|扣分|失)(?:了)?(?:为|是)?\s*${NUMBER}\s*分`;
/** 分值15分，得14分，得分率93.33%; 共15分，得14分; 得分18分（满分20分）. */
const STATED = new RegExp(
  String.raw`(?:${POINTS}\s*[，,；]?\s*)?${SCORE}(?![制者])\s*(?:[（(](?:满分|分值|总分)(?:为)?\s*${NUMBER}\s*分[）)])?(?:${RATE})?(?:${OFF})?`,
  'g',
);
/** A rule of scoring tells what would be got. */
const RULED = /否则|不得分|酌情|每(?:有|少|降|发现|超|缺|低|高|减|增|出现)|可得|则得|的得|全部得|均得/;
/** Longest line that is gone through, and longest heading, in characters. */
const LONGEST = 1000;
const LONGEST_HEADING = 40;

/** The scores of parts that one line of a text states; `above` is the line before it. */
export function sectionScores(line: string, above: string): SectionScore[] {
  if (line.length > LONGEST || !/得|评分/.test(line) || RULED.test(line)) return [];
  const found = [...line.matchAll(STATED)];
  return found.flatMap((match): SectionScore[] => {
    const [quote, before, score, behind, rate, off] = match;
    const points = before ?? behind ?? null;
    const lead = line.slice(0, match.index);
    const own = lead.split(/[，,。；;：:]/).at(-1) ?? '';
    const first = stripMarks(lead.trim()).rest.split(/[，,。；;：:]/)[0] ?? '';
    const isAlone = found.length === 1;
    const heading = isAlone && points !== null && above.length <= LONGEST_HEADING ? above : '';
    const names = [own, isAlone ? first : '', heading].map(partName).filter((name) => name.length >= 2);
    if (names.length === 0 || score === undefined) return [];
    return [
      {
        names: [...new Set(names)],
        points,
        score,
        rate: rate ?? null,
        off: off === undefined || isOneOfSeveral(line.slice(match.index + quote.length)) ? null : off,
        offset: match.index,
        quote: quote.trim(),
      },
    ];
  });
}

/** 项目产出情况 and 产出类指标 of 产出: what tells one part of a score table from another. */
export function partName(name: string): string {
  const bare = normalised(stripMarks(name.trim()).rest)
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[。，、；]+$/, '');
  const head = bare
    .replace(/^(?:其中|一级指标|二级指标|三级指标|在|该|本|关于)/, '')
    .replace(/^(?:项目|部门)(?=..)/, '');
  return head.replace(/(?:类|部分|方面|维度|完成|实现|得分|评价|分析|指标|情况|项目|绩效|自评|共|总)+$/, '');
}

/** What a rate in per cent would be to the places of its print, where it is not the score over the points, rounded or cut off; null where it is. */
export function brokenRate({ score, rate }: SectionScore, full: Exact): Exact | null {
  if (rate === null || full <= 0n) return null;
  const half = slackOf(score);
  const unit = halfUnit(placesOf(rate));
  const [said, got] = [exact(Number(rate)), exact(Number(score))];
  const low = divideDown((got - half) * HUNDRED, full);
  const high = divideUp((got + half) * HUNDRED, full);
  if (said + 2n * unit >= low && said - unit <= high) return null;
  return roundTo(divideRounded(got * HUNDRED, full), placesOf(rate));
}

/** 得分48分，扣1分（资料不全）、1分（进度滞后）: points taken off for one reason of several, up to the score that is told next. */
const isOneOfSeveral = (rest: string): boolean =>
  /\d\s*分/.test(rest.split(/得分|评分|实得|分值|满分/)[0] ?? '');

/** What is taken off by the points and the score, where the clause says otherwise; null where it does not. */
export function brokenDeduction({ off, score }: SectionScore, full: Exact | null): Exact | null {
  if (off === null || full === null || full <= 0n) return null;
  const real = full - exact(Number(score));
  return real === exact(Number(off)) ? null : real;
}

/** Whether a score is a sum at the precision of its print. */
export function isScore(printed: string, sum: Exact): boolean {
  const off = exact(Number(printed)) - sum;
  const slack = slackOf(printed);
  return off <= slack && -off <= slack;
}

/** 26.3 may be 26.33; 26 is 26. */
const slackOf = (printed: string): Exact => (printed.includes('.') ? halfUnit(placesOf(printed)) : 0n);
