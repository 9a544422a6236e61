const digits = '〇一二三四五六七八九';
const financialDigits = '零壹贰叁肆伍陆柒捌玖';
const circledOne = 0x2460;
const circled = 20;
const parenthesizedOne = 0x3220;
const parenthesized = 10;
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** A list number as Word writes it in a number format (ECMA-376 part 1 §17.18.59 ST_NumberFormat); decimal where the format is not known. */
export function writeOrdinal(value: number, format: string): string {
  const write = formats.get(format);
  return (value > 0 ? write?.(value) : undefined) ?? String(value);
}

const formats = new Map<string, (value: number) => string | undefined>([
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', letter],
  ['lowerLetter', (value) => letter(value).toLowerCase()],
  ['chineseCounting', chinese],
  ['chineseCountingThousand', chinese],
  ['japaneseCounting', chinese],
  ['taiwaneseCounting', chinese],
  ['taiwaneseCountingThousand', chinese],
  ['ideographDigital', (value) => digitwise(value, digits)],
  ['japaneseDigitalTenThousand', (value) => digitwise(value, digits)],
  ['taiwaneseDigital', (value) => digitwise(value, digits)],
  ['chineseLegalSimplified', (value) => countingWords(value, financialDigits, ['', '拾', '佰', '仟'])],
  ['decimalEnclosedCircle', (value) => from(circledOne, circled, value)],
  ['decimalEnclosedCircleChinese', (value) => from(circledOne, circled, value)],
  ['decimalEnclosedParen', (value) => `(${value})`],
  ['decimalEnclosedFullstop', (value) => `${value}.`],
  ['ideographEnclosedCircle', (value) => from(parenthesizedOne + 0x60, parenthesized, value)],
  ['ideographTraditional', (value) => stems[value - 1]],
  ['ideographZodiac', (value) => branches[value - 1]],
]);

const from = (first: number, count: number, value: number): string | undefined =>
  value <= count ? String.fromCodePoint(first + value - 1) : undefined;

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

const digitwise = (value: number, signs: string): string =>
  String(value).replace(/\d/g, (digit) => signs[Number(digit)] ?? digit);

function chinese(value: number): string | undefined {
  return countingWords(value, digits, ['', '十', '百', '千'])?.replace(/^一十/, '十').replaceAll('〇', '零');
}

/** Below ten thousand; lists do not count further in words. */
function countingWords(value: number, signs: string, powers: string[]): string | undefined {
  if (value > 9999) return undefined;
  const zero = signs[0] ?? '';
  let text = '';
  const places = String(value);
  for (let n = 0; n < places.length; n++) {
    const digit = Number(places[n]);
    text += digit === 0 ? zero : `${signs[digit]}${powers[places.length - 1 - n]}`;
  }
  return text.replace(new RegExp(`${zero}+`, 'g'), zero).replace(new RegExp(`${zero}$`), '');
}

const romanSigns: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value > 3999) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letter(value: number): string {
  const sign = String.fromCodePoint(65 + ((value - 1) % 26));
  return sign.repeat(Math.min(10, Math.ceil(value / 26)));
}
