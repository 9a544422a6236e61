import * as XLSX from 'xlsx';

/** A piece of a format code: a quoted text, a sign with what makes it stand for itself, a bracket, or one character (ECMA-376 18.8.31). */
const piece = /"[^"]*"|[\\_*][\s\S]|![^;0#?,@]|\[[^\]]*\]|[\s\S]/gu;
/** A point that is only a sign; Chinese Excel takes `!` for a backslash. */
const writtenPoint = /^(?:\\\.|!\.|"\.")$/;
const digit = /^[0#?]$/;
/** Dates, powers, fractions and General have no place for such a point. */
const otherKind = /^[ymdhseg/.]$/i;
const condition = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;

/**
 * A number as a format shows it that SheetJS shows wrong or not at all. Where the point is a sign between the digits, they are
 * those of a whole number: `0\.0,"万元"` shows the thousands with a point before the last, 12 345 as 1.2万元. Signs escaped
 * by `!`, and Chinese ones that nothing escapes, stand for themselves. Null where the format is none of these, or stays not understood.
 */
export function showBySigns(format: string, value: number, isUnderstood: boolean): string | null {
  const hasPoint = format.includes('.') && /\\\.|!\.|"\."/.test(format);
  if (!hasPoint && isUnderstood && !format.includes('!')) return null;
  if (!Number.isFinite(value)) return null;
  const sections = sectionsOf(format);
  const index = chosen(sections, value);
  const pieces = sections[index] ?? [];
  const scaled = hasPoint ? withRealPoint(pieces) : null;
  try {
    if (scaled !== null) {
      const conditional = sections.some((section) => section.some((part) => condition.test(part)));
      const sign = value < 0 && (index === 0 || conditional) ? '-' : '';
      return sign + XLSX.SSF.format(scaled.code, Math.abs(value) / scaled.divisor);
    }
    if (isUnderstood && !format.includes('!')) return null;
    return XLSX.SSF.format(sections.map((section) => spelt(section, !isUnderstood)).join(';'), value);
  } catch {
    return null;
  }
}

function sectionsOf(format: string): string[][] {
  const sections: string[][] = [[]];
  for (const part of format.match(piece) ?? []) {
    if (part === ';') sections.push([]);
    else sections.at(-1)?.push(part);
  }
  return sections;
}

/** Which section shows the number: by its condition, or by its sign. */
function chosen(sections: readonly string[][], value: number): number {
  const conditions = sections.map((section) => section.map((part) => condition.exec(part)).find(Boolean));
  if (conditions.some(Boolean)) {
    const found = conditions.findIndex((found) => found != null && holds(found[1], Number(found[2]), value));
    return found >= 0 ? found : Math.min(2, sections.length - 1);
  }
  if (value < 0 && sections.length > 1) return 1;
  return value === 0 && sections.length > 2 ? 2 : 0;
}

function holds(sign: string | undefined, bound: number, value: number): boolean {
  if (sign === '<') return value < bound;
  if (sign === '>') return value > bound;
  if (sign === '<=') return value <= bound;
  if (sign === '>=') return value >= bound;
  return sign === '=' ? value === bound : value !== bound;
}

/** The section with a decimal point in the place of the sign, and what the number is to be divided by for it to show the same. */
function withRealPoint(pieces: readonly string[]): { code: string; divisor: number } | null {
  const digits = pieces.flatMap((part, at) => (digit.test(part) ? [at] : []));
  const [first, last] = [digits[0] ?? 0, digits.at(-1) ?? 0];
  const points = pieces.flatMap((part, at) =>
    at > first && at < last && writtenPoint.test(part) ? [at] : [],
  );
  const [point] = points;
  if (point === undefined || points.length > 1 || pieces.some((part) => otherKind.test(part))) return null;
  let end = last + 1;
  while (pieces[end] === ',') end++;
  const decimals = digits.filter((at) => at > point).length;
  const code = pieces.flatMap((part, at) => {
    if (condition.test(part) || (at > last && at < end)) return [];
    return [at === point ? '.' : part];
  });
  return { code: spelt(code, true), divisor: 10 ** (3 * (end - last - 1) + decimals) };
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
