/** A piece of a format code: a quoted text, a sign with what makes it stand for itself, a bracket, or one character (ECMA-376 18.8.31). */
const piece = /"[^"]*"|[\\_*][\s\S]|![^;0#?,@]|\[[^\]]*\]|[\s\S]/gu;
const condition = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;
const digit = /^[0#?]$/;
/** Dates, powers, fractions and General have no digits whose places can be counted. */
const otherKind = /^[ymdhseg/.]$/i;

export const isCondition = (part: string): boolean => condition.test(part);
export const isDigit = (part: string): boolean => digit.test(part);
export const isOfOtherKind = (part: string): boolean => otherKind.test(part);

/** A workbook has a few formats for all of its cells: so many are kept, over workbooks too. */
const mostKept = 200;
const kept = new Map<string, readonly (readonly string[])[]>();

/** The sections of a format code, each in pieces. */
export function sectionsOf(format: string): readonly (readonly string[])[] {
  const known = kept.get(format);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const sections = partSections(format);
  kept.set(format, sections);
  return sections;
}

function partSections(format: string): string[][] {
  const sections: string[][] = [[]];
  for (const part of format.match(piece) ?? []) {
    if (part === ';') sections.push([]);
    else sections.at(-1)?.push(part);
  }
  return sections;
}

/** The section that shows a number, and the number without its sign where the section says it itself. */
export interface Choice {
  pieces: readonly string[];
  value: number;
}

/**
 * By conditions, or by the sign. Null where no section is for the number. With conditions only a second section of three that has none
 * says the sign itself: `[=0]"-";0.00` shows -5 as -5.00.
 */
export function chosenSection(sections: readonly (readonly string[])[], value: number): Choice | null {
  const numeric = sections.slice(0, 3);
  const tests = numeric.map((section) => section.map((part) => condition.exec(part)).find(Boolean) ?? null);
  const [first, second] = tests;
  const takesFirst = first ? holds(first, value) : numeric.length > 2 ? value > 0 : value >= 0;
  if (numeric.length === 1 && !first) return { pieces: numeric[0] ?? [], value };
  if (takesFirst) return { pieces: numeric[0] ?? [], value };
  if (numeric.length === 1) return null;
  const saysSign = value < 0 && !second && (numeric.length > 2 || !first);
  const takesSecond = second ? holds(second, value) : numeric.length === 2 || value < 0;
  if (takesSecond) return { pieces: numeric[1] ?? [], value: saysSign ? -value : value };
  return numeric.length === 2 ? null : { pieces: numeric[2] ?? [], value };
}

function holds([, sign, bound]: RegExpExecArray, value: number): boolean {
  const limit = Number(bound);
  if (sign === '<') return value < limit;
  if (sign === '>') return value > limit;
  if (sign === '<=') return value <= limit;
  if (sign === '>=') return value >= limit;
  return sign === '=' ? value === limit : value !== limit;
}
