import type { Area } from '../image/raster.ts';
import type { LineReading } from '../lines/read-line.ts';
import { struck } from './figure-shape.ts';

/** Most that a figure is believed that a mark stands beside. */
const marked = 0.8;

/** Marks that nothing printed has before or behind a figure that is alone on its line: rests of ticks, slashes and underlines are read as one. */
const before = /^(?:[,，/／~～]|[-—–]+(?=[<>=≤≥≦≧-]))+(?=.*\d)/u;
const behind = /(?<=[\d%％‰])[-—–~～/／,，]+$/u;
const onlyFigure = /^[\d.,，、．%％‰<>=≤≥≦≧+\-—–~～/／]+$/u;

/** A comma at the end of a figure that parts no three digits: 12,75 for 12.75. */
const oddComma = /(\d)[,，](\d{1,2})(?=[%％‰]?$)/u;

/** Where a line stands in its cell. */
interface Place {
  first: boolean;
  last: boolean;
}

/**
 * A figure alone on its line in a cell that a mark stands beside, or in which a comma parts no three digits, is in doubt: without the mark, or
 * with a point, is the other reading. What is wrapped goes on above the first mark, below the last (2024- over 2025).
 */
export function struckFigures(lines: readonly LineReading[]): LineReading[] {
  const ends = new Map<Area, { from: number; to: number }>();
  for (const [i, { cell }] of lines.entries())
    if (cell) ends.set(cell, { from: ends.get(cell)?.from ?? i, to: i });
  return lines.map((line, i) => {
    if (!line.cell) return line;
    const { from, to } = ends.get(line.cell)!;
    const other = withoutMarks(line.text, { first: i === from, last: i === to });
    if (other === null) return line;
    const reading = { text: other, by: 'shape', confidence: line.confidence / 2 };
    const confidence = Math.min(line.confidence, marked);
    return {
      ...line,
      confidence,
      doubt: line.doubt ?? struck,
      alternatives: [...line.alternatives, reading],
    };
  });
}

/** The other reading of a figure with such a mark; null where it has none. */
function withoutMarks(read: string, { first, last }: Place): string | null {
  const text = read.replace(/\s/gu, '');
  if (!onlyFigure.test(text) || !/\d/.test(text)) return null;
  let other = first ? text.replace(before, '') : text;
  if (last) other = other.replace(behind, '');
  if (first && last) other = other.replace(oddComma, '$1.$2');
  return other === text ? null : other;
}
