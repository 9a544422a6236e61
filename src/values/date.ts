import { fold } from './fold.ts';
import { readDigits, readNumeral } from './numeral.ts';

/** Years that a filing speaks of; anything else is a number. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

/** A label with its date is short; only so many signs are searched. */
const MAX_SEARCHED = 400;

const printedDate =
  /(?<!\d)(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})(?:\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*[日号]?|\s*月)/;
const compactDate = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/;
const spelledDate =
  /([〇零○O一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?/;

/**
 * The first date in a text as ISO 8601: 2023年11月20日, 2023-11-20, 2023/11/20, 2023.11.20, 20231120, 二〇二三年十一月二十日
 * → `2023-11-20`; 2023年11月 → `2023-11`. Null where there is none or the calendar has no such day.
 */
export function readDate(text: string): string | null {
  const folded = fold(text.slice(0, MAX_SEARCHED));
  const match = printedDate.exec(folded) ?? compactDate.exec(folded);
  if (match)
    return isoOf(Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
  const spelled = spelledDate.exec(folded);
  if (!spelled) return null;
  const day = spelled[3] === undefined ? null : (readNumeral(spelled[3]) ?? 0);
  return isoOf(readDigits(spelled[1] as string) ?? 0, readNumeral(spelled[2] as string) ?? 0, day);
}

/** A year, by what stands behind it: 2023年, 2023部门预算, but no 2000人 and no 2023.56. */
const printedYear =
  /(?<![\d.])((?:19|20)\d{2})(?=\s*(?:年|[-/.](?:1[0-2]|0?[1-9])(?!\d)|$|[^\s\d.,%‰万亿千元人个次项户家件名亩米吨套台辆公平天小份处所吨度]))/;
/** 2023-2024年末, 2021年—2022年末: what there was at the end of the last of these years. */
const endOfSpan = /(?<![\d.])(?:19|20)\d{2}\s*年?\s*[-—–~至到]{1,3}\s*((?:19|20)\d{2})\s*年?年?[末底]/;
const spelledYear = /([〇零○O一二三四五六七八九]{4})年/;

/** The first year in a text: 2023年度, 2023, 预算年度：2023, 2023-11-20, 二〇二三年; null where there is none. */
export function readYear(text: string): number | null {
  const folded = fold(text.slice(0, MAX_SEARCHED));
  const match = endOfSpan.exec(folded) ?? printedYear.exec(folded);
  const year = match ? Number(match[1]) : (readDigits(spelledYear.exec(folded)?.[1] ?? '') ?? 0);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

const relative: readonly (readonly [RegExp, number])[] = [
  [/(?<!以)前年|上上年|上两年/, -2],
  [/上年|去年|上一年|往年同期|以前年度/, -1],
  [/下年|次年|明年|下一年/, 1],
  [/本年|当年|今年|本预算年度|预算当年/, 0],
];

/** The year a label means beside the filing's own: 前年 -2, 上年 -1, 本年 0, 次年 1; null where it says none. */
export function relativeYear(label: string): number | null {
  const folded = fold(label.slice(0, MAX_SEARCHED)).replace(/\s+/g, '');
  return relative.find(([words]) => words.test(folded))?.[1] ?? null;
}

function isoOf(year: number, month: number, day: number | null): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return start;
  // Day 0 of the next month is the last of this one.
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? `${start}-${String(day).padStart(2, '0')}`
    : null;
}
