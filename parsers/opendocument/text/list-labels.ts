import { writeOrdinal } from '../../word/ordinals.ts';
import type { Styles } from '../styles.ts';
import { attributeOf, countOf, type Element, elementsOf } from '../tree.ts';

/** A list that counts on. */
export interface OpenList {
  style: string;
  /** Of each level, from the outermost; a hole where nothing was counted. */
  counts: (number | undefined)[];
}

/** Formats of numbers (ODF 1.2 part 1 §19.500 and what LibreOffice adds), as Word calls them. */
const formats = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一, 二, 三, ...', 'chineseCounting'],
  ['一, 十, 百, ...', 'chineseCounting'],
  ['壹, 贰, 叁, ...', 'chineseLegalSimplified'],
  ['壹, 貳, 參, ...', 'chineseLegalSimplified'],
  ['①, ②, ③, ...', 'decimalEnclosedCircle'],
  ['１, ２, ３, ...', 'decimalFullWidth'],
  ['甲, 乙, 丙, ...', 'ideographTraditional'],
  ['子, 丑, 寅, ...', 'ideographZodiac'],
]);

/** Counts the next item of a level, and gives the label in front of it; '' where it has none. `start`: what the item itself begins with. */
export function nextLabel(list: OpenList, level: number, styles: Styles, start: number | null): string {
  const levels = levelsOf(styles.lists.get(list.style));
  const own = levels.get(level);
  if (own === undefined) return '';
  const { counts } = list;
  counts[level] = start ?? (counts[level] ?? startOf(own) - 1) + 1;
  counts.length = level + 1;
  return labelOf(levels, own, level, counts);
}

function levelsOf(style: Element | undefined): Map<number, Element> {
  const levels = new Map<number, Element>();
  for (const element of style === undefined ? [] : elementsOf(style))
    if (/^text:(?:list-level-style|outline-level-style)/.test(element.name))
      levels.set(countOf(element, 'text:level') - 1, element);
  return levels;
}

function labelOf(
  levels: ReadonlyMap<number, Element>,
  own: Element,
  level: number,
  counts: readonly (number | undefined)[],
): string {
  const format = attributeOf(own, 'style:num-format') ?? '';
  if (own.name === 'text:list-level-style-bullet' || own.name === 'text:list-level-style-image') return '';
  if (format === '') return '';
  const numberAt = (depth: number): string => {
    const element = levels.get(depth);
    const shown = element === undefined ? null : attributeOf(element, 'style:num-format');
    if (element === undefined || shown === null || shown === '') return '';
    return writeOrdinal(counts[depth] ?? startOf(element), formats.get(shown) ?? 'decimal');
  };
  const written = attributeOf(own, 'loext:num-list-format');
  if (written !== null)
    return written.replace(/%(\d{1,2})%/g, (_, digits: string) => numberAt(Number(digits) - 1));
  const shown = Math.min(level + 1, countOf(own, 'text:display-levels'));
  const numbers = Array.from({ length: shown }, (_, n) => numberAt(level - shown + 1 + n));
  const [prefix, suffix] = ['style:num-prefix', 'style:num-suffix'].map(
    (name) => attributeOf(own, name) ?? '',
  );
  return prefix + numbers.filter((number) => number !== '').join('.') + suffix;
}

function startOf(level: Element): number {
  return attributeOf(level, 'text:start-value') === null ? 1 : countOf(level, 'text:start-value', 0);
}
