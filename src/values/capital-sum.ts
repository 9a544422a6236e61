import { compare, type Decimal, parseDecimal, shift } from './decimal.ts';
import { readNumber } from './number.ts';
import { readNumeral } from './numeral.ts';

const signs = '[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]';
const sum = new RegExp(
  `(?:人民币)?(${signs}{2,20})[元圆](?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?`,
);
const digits = /^(?:人民币)?¥?(\d[\d,]*(?:\.\d+)?)(万元|元)?$/;
const inWords = /[(（]?(?:大写|小写)[)）]?[:：]?/g;

/**
 * Reads a sum of money in the numerals that cheques use, alone or beside its figure: 贰佰叁拾万元整（¥2,300,000.00）. In yuan; null for any other
 * text, and where the two differ. The text is folded and without blanks.
 */
export function readCapitalSum(text: string): Decimal | null {
  const [written, beside] = partsOf(text);
  return written !== null && (beside === null || compare(written, beside) === 0) ? written : null;
}

/** Whether the text is such a sum, be it the one of its figure or not. */
export function isCapitalSum(text: string): boolean {
  return partsOf(text)[0] !== null;
}

/** The sum in words and the figure beside it, in yuan; nothing where the text says more. */
function partsOf(text: string): [written: Decimal | null, beside: Decimal | null] {
  if (text.length > MAX_SUM || !capital.test(text)) return [null, null];
  const plain = text.replace(inWords, '');
  const [whole, yuan, jiao = '零', fen = '零'] = sum.exec(plain) ?? [];
  const value = yuan === undefined ? null : readNumeral(yuan);
  if (whole === undefined || value === null) return [null, null];
  const written = parseDecimal(`${value}.${readNumeral(jiao)}${readNumeral(fen)}`);
  const rest = plain.replace(whole, '').replace(/^[()（）]+|[()（）;；,，]+$/g, '');
  if (rest === '') return [written, null];
  const [, figure = '', unit] = digits.exec(rest) ?? [];
  const beside = readNumber(figure)?.decimal ?? null;
  return beside === null ? [null, null] : [written, unit === '万元' ? shift(beside, 4) : beside];
}

const MAX_SUM = 60;
const capital = /[壹贰叁肆伍陆柒捌玖拾佰仟]/;
