import * as XLSX from 'xlsx';
import {
  type Choice,
  chosenSection,
  isCondition,
  isDigit,
  isOfOtherKind,
  sectionsOf,
} from './format-sections.ts';

/** A point that is only a sign; Chinese Excel takes `!` for a backslash. */
const writtenPoint = /^(?:\\\.|!\.|"\.")$/;
const conditional = /\[[<>=]/;
/** As shown, with something beside it; Chinese Excel has a name of its own for General. */
const general = /general|g\/通用格式/i;
/** Fills the cell with a sign, of which nothing is a part of the number. */
const filling = /\*[^\s"]/;

/**
 * A number as a format shows it that SheetJS shows wrong or not at all. Where the point is a sign between the digits, they are
 * those of a whole number: `0\.0,"万元"` shows the thousands with a point before the last, 12 345 as 1.2万元. Signs escaped
 * by `!`, and Chinese ones that nothing escapes, stand for themselves. With conditions, SheetJS takes the wrong section or loses the minus;
 * of `General"元"` it loses the unit. Null where the format is none of these, or stays not understood.
 */
export function showBySigns(code: string, value: number, isUnderstood: boolean): string | null {
  // LibreOffice takes the ! of 0!.0 for a sign of its own, and stores it so.
  const format = code.replaceAll(/(?:\\!|"!")\.(?=[0#])/g, '!.');
  if (perCentBelow.test(format) && Number.isFinite(value)) return showAbove(format, value);
  const hasPoint = format.includes('.') && /\\\.|!\.|"\."/.test(format);
  const isOdd =
    conditional.test(format) || filling.test(format) || (general.test(format) && format !== 'General');
  if (!hasPoint && !isOdd && isUnderstood && !format.includes('!')) return null;
  if (!Number.isFinite(value)) return null;
  const sections = sectionsOf(format);
  const choice = chosenSection(sections, value);
  try {
    if (choice === null) return XLSX.SSF.format('General', value);
    const scaled = hasPoint ? withRealPoint(choice.pieces) : null;
    if (scaled !== null) {
      const sign = choice.value < 0 ? '-' : '';
      return sign + XLSX.SSF.format(scaled.code, Math.abs(value) / scaled.divisor);
    }
    // SheetJS knows from which year a workbook counts its days.
    if (isOdd && !choice.pieces.some(isOfDate)) return showAlone(choice);
    if (isUnderstood && !format.includes('!')) return null;
    return XLSX.SSF.format(
      sections.map((section) => spelt(isUnderstood ? section : usual(section), !isUnderstood)).join(';'),
      value,
    );
  } catch {
    return null;
  }
}

/** Signs of per cent on a line of their own, which the row is too low to show: 0.00,,⏎% is a hundredfold of millionths, in ten thousands. */
const perCentBelow = /(?:[\r\n]|_x000[aAdD]_)+[ %]*%/;

function showAbove(format: string, value: number): string | null {
  const [section = ''] = format.split(';');
  const scale = (perCentBelow.exec(section)?.[0].match(/%/g) ?? []).length;
  const above = format.replaceAll(new RegExp(perCentBelow, 'g'), '');
  const scaled = Number((value * 100 ** scale).toPrecision(15));
  const shown = showBySigns(above, scaled, true);
  try {
    return shown ?? XLSX.SSF.format(above, scaled);
  } catch {
    return null;
  }
}

const isOfDate = (part: string): boolean => /^[ymdhs]$/i.test(part);

/** The number by one section. A section without digits shows only its words, whatever the sign. */
function showAlone({ pieces, value }: Choice): string {
  const plain = pieces.filter((part) => !isCondition(part) && !filling.test(part));
  const code = plain.join('');
  const found = general.exec(code);
  if (found === null) {
    const hasNumber = plain.some((part) => isDigit(part) || isOfOtherKind(part));
    return XLSX.SSF.format(spelt(plain, true), hasNumber ? value : Math.abs(value));
  }
  const around = [code.slice(0, found.index), code.slice(found.index + found[0].length)];
  const [before, after] = around.map((words) => sectionsOf(words).flat().map(shownSign).join(''));
  return `${value < 0 ? '-' : ''}${before}${XLSX.SSF.format('General', Math.abs(value))}${after}`;
}

/** What a piece beside General shows: of a bracket its currency, of a gap as wide as a sign a blank. */
function shownSign(part: string): string {
  if (part.startsWith('"')) return part.replaceAll('"', '');
  if (part.startsWith('[')) return /^\[\$([^-\]]*)/.exec(part)?.[1] ?? '';
  if (part.startsWith('_')) return ' ';
  return part.length > 1 ? part.slice(1) : part;
}

/** The section with a decimal point in the place of the sign, and what the number is to be divided by for it to show the same. */
function withRealPoint(pieces: readonly string[]): { code: string; divisor: number } | null {
  const digits = pieces.flatMap((part, at) => (isDigit(part) ? [at] : []));
  const [first, last] = [digits[0] ?? 0, digits.at(-1) ?? 0];
  const points = pieces.flatMap((part, at) =>
    at > first && at < last && writtenPoint.test(part) ? [at] : [],
  );
  const [point] = points;
  if (point === undefined || points.length > 1 || pieces.some(isOfOtherKind)) return null;
  let end = last + 1;
  while (pieces[end] === ',') end++;
  const decimals = digits.filter((at) => at > point).length;
  const code = pieces.flatMap((part, at) => {
    if (isCondition(part) || (at > last && at < end)) return [];
    return [at === point ? '.' : part];
  });
  return { code: spelt(code, true), divisor: 10 ** (3 * (end - last - 1) + decimals) };
}

/** A section that SheetJS does not understand as one that it does. */
function usual(pieces: readonly string[]): string[] {
  // yyyy.MM.dd: the point stands for itself.
  if (pieces.some(isOfDate) && !pieces.some(isDigit))
    return pieces.map((part) => (part === '.' ? '"."' : part));
  // 0.00 %: SheetJS wants the sign beside the digits.
  return grouped(pieces.filter((part, at) => part !== ' ' || pieces[at + 1] !== '%'));
}

/** A section whose thousands are set apart in one of the ways that SheetJS does not understand, `#,#` and `#,#0.00`, as `#,##0.00`. */
function grouped(pieces: readonly string[]): string[] {
  const first = pieces.findIndex(isDigit);
  let end = first;
  while (end >= 0 && (isDigit(pieces[end] ?? '') || pieces[end] === ',')) end++;
  while (pieces[end - 1] === ',') end--;
  const places = pieces.slice(first, end);
  if (first < 0 || !places.includes(',')) return [...pieces];
  const digits = places
    .filter((part) => part !== ',')
    .join('')
    .padStart(4, '#');
  return [...pieces.slice(0, first), ...digits.slice(0, -3), ',', ...digits.slice(-3), ...pieces.slice(end)];
}

/** The code as SheetJS understands it. */
function spelt(pieces: readonly string[], quoted: boolean): string {
  return pieces
    .map((part) => {
      if (part.length > 1 && part.startsWith('!')) return `\\${part.slice(1)}`;
      return quoted && part.length === 1 && part > '~' ? `"${part}"` : part;
    })
    .join('');
}
