import { attributeOf, countOf, type Element, elementsOf, plainText } from '../tree.ts';

/** Codes of the formats of numbers, as a workbook of Excel says them (ECMA-376 18.8.31); `General` where the format is none. By the names of the formats. */
export function numberCodes(formats: ReadonlyMap<string, Element>): (name: string | undefined) => string {
  const known = new Map<string, string>();
  return (name) => {
    const element = name === undefined ? undefined : formats.get(name);
    if (name === undefined || element === undefined) return general;
    let code = known.get(name);
    if (code === undefined) {
      code = codeOf(element, formats);
      known.set(name, code);
    }
    return code;
  };
}

const general = 'General';

/** What maps say by their conditions: the number is above nought, below it, or is nought (ODF 1.2 part 1 §16.3). */
function codeOf(element: Element, formats: ReadonlyMap<string, Element>): string {
  const maps = elementsOf(element).filter(({ name }) => name === 'style:map');
  const sections = maps.map((map) => {
    const target = formats.get(attributeOf(map, 'style:apply-style-name') ?? '');
    return {
      condition: (attributeOf(map, 'style:condition') ?? '').replace(/^value\(\)/, '').replace('!=', '<>'),
      code: target === undefined ? general : sectionOf(target),
    };
  });
  const own = sectionOf(element);
  const [first, second] = sections;
  if (first === undefined) return own;
  if (second === undefined && first.condition === '>=0') return `${first.code};${own}`;
  if (second?.condition === '<0' && first.condition === '>0' && sections.length === 2)
    return `${first.code};${second.code};${own}`;
  return [...sections.map(({ condition, code }) => `[${condition}]${code}`), own].join(';');
}

function sectionOf(element: Element): string {
  const isPercent = element.name === 'number:percentage-style';
  // More hours than a day has, or minutes than an hour (ODF 1.2 part 1 §19.370).
  const countsOn = attributeOf(element, 'number:truncate-on-overflow') === 'false';
  const codes = elementsOf(element).map((part) =>
    part.name === 'number:text' ? literal(plainText(part), isPercent) : partOf(part),
  );
  const longest = codes.findIndex((code) => /^(?:hh?|mm?|ss?)$/.test(code));
  const code = (countsOn && longest >= 0 ? codes.with(longest, `[${codes[longest]}]`) : codes).join('');
  // LibreOffice takes the G of G/通用格式, the General of a Chinese Excel, for an era.
  const [, behind] = /^g"\/通用格式(.*)"$/s.exec(code) ?? [];
  if (behind !== undefined) return behind === '' ? general : `${general}"${behind}"`;
  return attributeOf(element, 'number:transliteration-format') === null ? code : chineseNumerals + code;
}

/** Its digits are shown in Chinese: 一千二百. */
export const chineseNumerals = '[DBNum1]';

/** As many places and digits are told apart; a format may claim more. */
const mostPlaces = 30;
const placesOf = (element: Element, name: string, least: number): number =>
  Math.min(mostPlaces, countOf(element, name, least));

const isLong = (element: Element): boolean => attributeOf(element, 'number:style') === 'long';

const parts: Readonly<Record<string, (element: Element) => string>> = {
  'number:number': numberOf,
  'number:scientific-number': (element) =>
    `${numberOf(element)}E+${'0'.repeat(placesOf(element, 'number:min-exponent-digits', 2))}`,
  'number:fraction': (element) => {
    const places = '?'.repeat(placesOf(element, 'number:min-denominator-digits', 1));
    return `# ${places}/${places}`;
  },
  'number:currency-symbol': (element) => literal(plainText(element), false),
  'number:text-content': () => '@',
  'number:year': (element) => (isLong(element) ? 'yyyy' : 'yy'),
  'number:month': (element) =>
    attributeOf(element, 'number:textual') === 'true'
      ? isLong(element)
        ? 'mmmm'
        : 'mmm'
      : isLong(element)
        ? 'mm'
        : 'm',
  'number:day': (element) => (isLong(element) ? 'dd' : 'd'),
  'number:day-of-week': (element) => (isLong(element) ? 'aaaa' : 'aaa'),
  'number:hours': (element) => (isLong(element) ? 'hh' : 'h'),
  'number:minutes': (element) => (isLong(element) ? 'mm' : 'm'),
  'number:seconds': (element) => {
    const places = placesOf(element, 'number:decimal-places', 0);
    return (isLong(element) ? 'ss' : 's') + (places > 0 ? `.${'0'.repeat(places)}` : '');
  },
  'number:am-pm': () => 'AM/PM',
  'number:era': () => 'g',
};

const partOf = (element: Element): string => parts[element.name]?.(element) ?? '';

/** Signs that stand for themselves; all others are quoted, and a per cent sign too where the number is none. */
const plain = /^[-+/(): ]*$/;
const literal = (text: string, isPercent: boolean): string =>
  text === '' || plain.test(text) || (isPercent && text.trim() === '%')
    ? text
    : `"${text.replaceAll('"', '')}"`;

function numberOf(element: Element): string {
  const decimals = attributeOf(element, 'number:decimal-places');
  const whole = placesOf(element, 'number:min-integer-digits', 0);
  const isGrouped = attributeOf(element, 'number:grouping') === 'true';
  if (decimals === null && !isGrouped && whole <= 1) return general;
  const most = placesOf(element, 'number:decimal-places', 0);
  const least = Math.min(
    most,
    attributeOf(element, 'number:min-decimal-places') === null
      ? most
      : placesOf(element, 'number:min-decimal-places', 0),
  );
  const factor = Math.round(Math.log10(Number(attributeOf(element, 'number:display-factor') ?? 1)) / 3);
  const digits = isGrouped ? '0'.repeat(whole).padStart(4, '#') : '0'.repeat(whole) || '#';
  const grouped = isGrouped ? `${digits.slice(0, -3)},${digits.slice(-3)}` : withEmbedded(element, digits);
  const places = '0'.repeat(least) + '#'.repeat(most - least);
  return grouped + (places === '' ? '' : `.${places}`) + ','.repeat(Math.max(0, Math.min(4, factor || 0)));
}

/** Texts between the digits, counted from the right (ODF 1.2 part 1 §16.27.4). */
function withEmbedded(element: Element, digits: string): string {
  let written = digits;
  for (const part of elementsOf(element)) {
    const at = digits.length - placesOf(part, 'number:position', 0);
    const text = plainText(part);
    // At 0 it stands before the point: the ! of 0!.0000, which escapes the point in a Chinese Excel.
    if (part.name !== 'number:embedded-text' || at < 0 || at > digits.length || text === '') continue;
    written = `${written.slice(0, at)}${text === '.' ? '\\.' : `"${text.replaceAll('"', '')}"`}${written.slice(at)}`;
  }
  return written;
}
