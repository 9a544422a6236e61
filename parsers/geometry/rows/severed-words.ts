import type { WrittenLine } from './written-line.ts';
import { isCrossed, uprightLength } from './written-lines.ts';

/**
 * The parts of a word written downwards above and below a boundary; null where the boundary runs through a character, or where
 * a part is too short to be a word. In a column one character wide, labels right below each other look like one word.
 */
export function severedAt(word: WrittenLine, boundary: number): [WrittenLine, WrittenLine] | null {
  if (!word.upright || boundary <= word.y0 || boundary >= word.y1) return null;
  const characters = [...word.text];
  const distance = (word.y1 - word.y0 - word.size) / (characters.length - 1);
  const count = Math.round((boundary - word.y0 - word.size / 2) / distance + 0.5);
  if (count < uprightLength || characters.length - count < uprightLength) return null;
  const part = (from: number, to: number): WrittenLine => {
    const y0 = word.y0 + from * distance;
    const y1 = word.y0 + (to - 1) * distance + word.size;
    return { ...word, y0, y1, middle: (y0 + y1) / 2, text: characters.slice(from, to).join(''), next: null };
  };
  const parts: [WrittenLine, WrittenLine] = [part(0, count), part(count, characters.length)];
  return parts.some((one) => isCrossed(one, boundary)) ? null : parts;
}
