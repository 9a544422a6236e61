import { fold } from './fold.ts';
import { readNumeral } from './numeral.ts';

/** What kind of mark: the outline levels of official documents (国家标准 GB/T 9704: 一、（一）1.（1）), and words. */
export type MarkKind = 'outline' | 'of_which' | 'label' | 'ordinal' | 'bullet';

/** A list mark taken off a text. */
export interface ListMark {
  /** As printed, with its brackets and signs. */
  mark: string;
  kind: MarkKind;
  /** Depth that the mark tells, from 1: 一、 1 · （一） 2 · 1. 3 · (1) 4 · ① 5 · a. 6. Null for 其中, labels and bullets, which tell none. */
  level: number | null;
  /** Its number, to see a gap; null where it has none. */
  ordinal: number | null;
  /** The text behind it. */
  rest: string;
}

const chinese = '[一二三四五六七八九十]{1,3}';

/** Tried in this order on the folded text; group 1 is the number. */
const forms: readonly { form: RegExp; kind: MarkKind; level: number | null }[] = [
  { form: new RegExp(`^(${chinese})\\s*[、.]\\s*`), kind: 'outline', level: 1 },
  // 一、 on a scan comes as a dash or an ellipsis: the sign 、 behind it says what it was.
  { form: /^(?:[-—–…_]{1,3}|\.{3})\s*、\s*(?=[\u4e00-\u9fff])/, kind: 'outline', level: 1 },
  { form: new RegExp(`^\\((${chinese})\\)\\s*[、.:]?\\s*`), kind: 'outline', level: 2 },
  { form: /^(\d{1,3})\s*(?:、|[.,:](?!\d)|\.(?=(?:19|20)\d{2}年))\s*/, kind: 'outline', level: 3 },
  { form: /^\((\d{1,3})\)\s*[、.:]?\s*(?=\S)/, kind: 'outline', level: 4 },
  { form: /^(\d{1,3})\)\s*[、.:]?\s*(?=\S)/, kind: 'outline', level: 4 },
  { form: /^([①-⑳])\s*[、.:]?\s*/, kind: 'outline', level: 5 },
  { form: /^([a-zA-Z])\s*[、.)]\s*(?=[\u4e00-\u9fff])/, kind: 'outline', level: 6 },
  { form: /^其\s*中(?!心|间|央)\s*[:、,]?\s*/, kind: 'of_which', level: null },
  {
    form: /^(?:年度|长期|总体|中期|绩效|三级)?(?:指标|目标|任务)\s*(\d{1,3}|[一二三四五六七八九十]{1,2})(?:\s*[:、.]\s*|\s+(?=[\u4e00-\u9fff]{2})|$)/,
    kind: 'label',
    level: null,
  },
  { form: new RegExp(`^第(${chinese}|\\d{1,2})(?:条|项|点|、|,|:|;)\\s*`), kind: 'ordinal', level: null },
  { form: /^([一二三四五六七八九])是(?=[\u4e00-\u9fff])/, kind: 'ordinal', level: null },
  { form: /^[●■◆○★▲•·※✓◇□]\s*/, kind: 'bullet', level: null },
  { form: /^[-—]{1,2}\s*(?=[\u4e00-\u9fff])/, kind: 'bullet', level: null },
];

/** A mark stands within the first signs of a text. */
const MAX_MARK = 24;

/** The Chinese characters that a mark can start with: most names start with another and are done. */
const firstCharacters = new Set('一二三四五六七八九十其年长总中绩三指目任第');

/** The list mark that a text starts with and what stands behind it; null where it starts with none. `rest` is as printed. */
export function listMark(text: string): ListMark | null {
  const start = text.length - text.trimStart().length;
  if (!mayStartMark(text, start)) return null;
  const head = fold(text.slice(start, start + MAX_MARK));
  // An invisible sign in the head would shift every offset; such a text is folded as a whole.
  const printed =
    head.length === Math.min(text.length - start, MAX_MARK) ? text.slice(start) : fold(text.slice(start));
  for (const { form, kind, level } of forms) {
    const match = form.exec(head);
    if (match) {
      const mark = printed.slice(0, match[0].length).trimEnd();
      return { mark, kind, level, ordinal: ordinalOf(match[1]), rest: printed.slice(match[0].length).trim() };
    }
  }
  return null;
}

function mayStartMark(text: string, start: number): boolean {
  const sign = text.charAt(start);
  return sign < '\u4e00' || sign > '\u9fff' || firstCharacters.has(sign);
}

/** Marks before one text, as 其中：1. has two. */
const MAX_MARKS = 4;

/** Takes all marks off: 其中：1.财政拨款 → 财政拨款. A mark with nothing behind it is the text itself. */
export function stripMarks(text: string): { marks: ListMark[]; rest: string } {
  const marks: ListMark[] = [];
  let rest = text.trim();
  while (marks.length < MAX_MARKS) {
    const mark = listMark(rest);
    if (!mark || (mark.rest === '' && mark.kind !== 'label')) break;
    marks.push(mark);
    rest = mark.rest;
  }
  return { marks, rest };
}

/** The depth that the marks before a text tell: 4 of 其中：（1）人员经费. Null where none tells one. */
export function outlineLevel(text: string): number | null {
  return stripMarks(text).marks.find(({ level }) => level !== null)?.level ?? null;
}

function ordinalOf(number: string | undefined): number | null {
  if (number === undefined) return null;
  if (/^\d+$/.test(number)) return Number(number);
  const circled = number.charCodeAt(0) - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  if (/^[a-z]$/i.test(number)) return number.toLowerCase().charCodeAt(0) - 96;
  return readNumeral(number);
}
