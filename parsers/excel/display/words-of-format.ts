import { readQuantity } from '../../../src/values/quantity.ts';
import { chosenSection, isCondition, isDigit, isOfOtherKind, sectionsOf } from './format-sections.ts';

/** What makes a figure doubtful whose number format puts words beside it; those stand behind it. */
export const besideWords = 'words that its number format adds: ';

/** What makes a text doubtful that a number format shows in place of a number. */
export const inPlaceOfNumber = 'words of its number format in place of a number';

/** Words whose figure without them would say something else: less than nothing, or money of another kind. */
const changing = /[-−负减降亏少欠△▲]|[A-Za-z]/u;
/** 第 3 of a list is no figure. */
const ordinal = /第\s*$/;

/**
 * What a format of a number shows beside it. `"收入"0.00` shows 收入980.50, of which 980.50 is the figure, and `"已批复"` shows nothing of it.
 * Null where the text says the figure as it stands, or is one of dates.
 */
export function withoutWords(
  text: string,
  format: string,
  value: number,
): { text: string; doubt: string } | null {
  const sections = sectionsOf(format);
  const pieces = chosenSection(sections, value)?.pieces;
  if (pieces === undefined || text.trim() === '') return null;
  if (/general|g\/通用格式/i.test(pieces.join('')) || pieces.includes('@')) return null;
  if (pieces.some((part) => /^[ymdhsae]$/i.test(part))) return null;
  if (!pieces.some(isDigit)) return pieces.some(isOfOtherKind) ? null : inPlace(text, sections.flat(), value);
  const remarked = withoutRemark(text);
  if (remarked !== null || readQuantity(text).kind !== 'text') return remarked;
  const words = /^[^\d.]*?(?=-?[\d.])/.exec(text)?.[0] ?? '';
  if (!/\p{L}/u.test(words) || ordinal.test(words)) return null;
  const rest = text.slice(words.length);
  const isPlain = !changing.test(words) && readQuantity(rest).kind === 'number';
  return { text: isPlain ? rest : text, doubt: `${besideWords}${words.trim()}` };
}

/** Where a condition asks for one number, words say which it is, and a nought is shown as nothing. */
function inPlace(
  text: string,
  pieces: readonly string[],
  value: number,
): { text: string; doubt: string } | null {
  if (value === 0 || pieces.some((part) => isCondition(part) && part.startsWith('[='))) return null;
  return { text, doubt: inPlaceOfNumber };
}

/** 980.50（含结转）: what stands in brackets behind a figure is a remark on it. */
function withoutRemark(text: string): { text: string; doubt: string } | null {
  const [, figure, remark] = /^([-\d,.]+)\s*([（(][^（()）\d]{2,}[)）])$/u.exec(text) ?? [];
  if (figure === undefined || remark === undefined || /[元%‰]/.test(remark)) return null;
  return { text: figure, doubt: `${besideWords}${remark}` };
}
