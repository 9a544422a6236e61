/** Digits of a text that are no figures: dates, document numbers, codes, phone numbers, list marks, ordinals, formulas. */

/** Where such digits stand: from, and the place after the last. */
export interface Span {
  start: number;
  end: number;
}

/** A year that the text speaks of. */
export interface YearMention extends Span {
  year: number;
}

const patterns = [
  '(?:19|20)\\d{2}\\s*[-~—至到]{1,2}\\s*(?:19|20)\\d{2}\\s*年', // 2021-2023年
  '\\d{4}\\s*年(?:\\s*度)?(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号])?)?', // 2023年12月31日
  '\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]',
  '(?:1[0-2]|[1-9])\\s*(?:[-~—至到]{1,2}\\s*\\d{1,2}\\s*)?月(?:份|底|末|初|前|中旬)',
  '(?<!\\d)(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)',
  '[〔[【(](?:19|20)\\d{2}[〕\\]】)]\\s*(?:第)?\\d*\\s*号?', // 〔2020〕10号
  '\\((?:科目编码)?:?\\d{2,7}\\s*[类款项]?\\)', // (204类) (06款) 2010301
  '(?:第|附件|附表|表|图)\\s*\\d+',
  '\\d+\\s*号(?:文|令|楼|线)?',
  '(?<!\\d)1\\d{10}(?!\\d)|(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d)', // telephone
  '[×*÷]\\s*\\d+(?:\\.\\d+)?%?', // a formula's ×100%
  '\\([^()\\n=]{0,40}÷[^()\\n=]{0,40}\\)', // (194.50万元÷44人): how it was worked out
  '(?<![A-Za-z])[A-Za-z]{1,12}[-.]?\\d+(?:\\.\\d+)?', // PM2.5, A4
  '\\d{12,}', // codes
];
const anywhere = new RegExp(patterns.join('|'), 'g');
/** 1、 2. 3） at the start of a line or a sentence. */
const marks = /(?:^|[\n。;:])[ \t]{0,8}\(?\d{1,2}\s*(?:[、)]|\.(?!\d))/g;

/** Spans of such digits in a folded text, in order and without overlap. */
export function spansWithoutFigures(folded: string): Span[] {
  const all = [...spansOf(folded, anywhere), ...spansOf(folded, marks)].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of all) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}

// A day or a deadline is no year that figures are told for, unless they are counted on it (截至2024年8月31日).
const yearMention =
  /(?<!\d)((?:19|20)\d{2})\s{0,2}年(?!\s{0,2}(?:\d{1,2}\s{0,2}月|底|末|前))|(?:截至|截止)到?\s{0,2}((?:19|20)\d{2})\s{0,2}年/g;
// 2022年当年 is 2022, and 上年结转 a figure of this year.
const relativeMention = /(?:上一?年|去年)(?!结转|结余|末)|(?<!年)(?:本年|当年|今年)/g;

/** The years that a folded text names, in order; 上年 and 本年 by the year of the filing, else by the latest that the text named before. */
export function yearsIn(folded: string, year: number | null): YearMention[] {
  const named = [...folded.matchAll(yearMention)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    year: Number(match[1] ?? match[2]),
  }));
  const all: YearMention[] = [];
  let latest = year;
  let next = 0;
  for (const { index: start, 0: words } of folded.matchAll(relativeMention)) {
    for (; (named[next]?.start ?? Number.POSITIVE_INFINITY) < start; next++) {
      const mention = named[next] as YearMention;
      if (year === null) latest = Math.max(latest ?? 0, mention.year);
      all.push(mention);
    }
    if (latest !== null)
      all.push({ start, end: start + words.length, year: /上|去/.test(words) ? latest - 1 : latest });
  }
  return [...all, ...named.slice(next)];
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
