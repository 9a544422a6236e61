/** Chinese numerals: 十二, 一百零五, 三万五千, 两千零三亿, and digits in a row (二〇二三). */

const digits = new Map(
  [
    ['〇', 0],
    ['零', 0],
    ['○', 0],
    ['O', 0],
    ['一', 1],
    ['壹', 1],
    ['二', 2],
    ['贰', 2],
    ['两', 2],
    ['三', 3],
    ['叁', 3],
    ['四', 4],
    ['肆', 4],
    ['五', 5],
    ['伍', 5],
    ['六', 6],
    ['陆', 6],
    ['七', 7],
    ['柒', 7],
    ['八', 8],
    ['捌', 8],
    ['九', 9],
    ['玖', 9],
  ].map(([sign, value]) => [sign as string, value as number]),
);
const small = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const large = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Longest numeral that is read; 九千九百九十九万九千九百九十九亿… ends well before. */
const MAX_NUMERAL = 30;

/** The characters a numeral with places is made of, for patterns. */
export const NUMERAL_SIGNS = '〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';

/** The number that the whole text spells with places (十二, 三万五千); null where it does not, and for digits in a row. */
export function readNumeral(text: string): number | null {
  if (text === '' || text.length > MAX_NUMERAL) return null;
  if (text.length === 1) return digits.get(text) ?? (text === '十' || text === '拾' ? 10 : null);
  return readPlaces(text);
}

/** Digits in a row, as years are spelled: 二〇二三 → 2023; null for anything else. */
export function readDigits(text: string): number | null {
  if (text === '' || text.length > 15) return null;
  let value = 0;
  for (const sign of text) {
    const digit = digits.get(sign);
    if (digit === undefined || sign === '两') return null;
    value = value * 10 + digit;
  }
  return value;
}

function readPlaces(text: string): number | null {
  let total = 0; // what stands before 亿 and 万
  let section = 0; // below 10 000
  let digit: number | null = null;
  let lastSmall = Number.POSITIVE_INFINITY;
  let lastLarge = Number.POSITIVE_INFINITY;
  let lastPlace = 1; // place of the sign before, for 三万五 and 一百五
  let gap = false; // a 零 stands before the digit
  for (const sign of text) {
    const value = digits.get(sign);
    if (value === 0) {
      if (digit !== null || gap || (total === 0 && section === 0)) return null;
      gap = true;
      continue;
    }
    if (value !== undefined) {
      if (digit !== null) return null;
      digit = value;
      continue;
    }
    const place = small.get(sign);
    if (place !== undefined) {
      // 十 may stand without a digit only where nothing smaller came before: 十二, 一百十二.
      if (place >= lastSmall || (digit === null && place !== 10)) return null;
      section += (digit ?? 1) * place;
      lastSmall = place;
      lastPlace = place;
    } else {
      const scale = large.get(sign);
      if (scale === undefined || scale >= lastLarge) return null;
      const head = section + (digit ?? 0);
      if (head === 0) return null;
      total += head * scale;
      section = 0;
      lastSmall = Number.POSITIVE_INFINITY;
      lastLarge = scale;
      lastPlace = scale;
    }
    digit = null;
    gap = false;
  }
  if (gap && digit === null) return null;
  if (digit === null) return total + section;
  // 三万五 is 35 000 and 一百五 is 150; 三万零五 and 二十五 count units.
  return total + section + (gap || lastPlace <= 10 ? digit : (digit * lastPlace) / 10);
}
