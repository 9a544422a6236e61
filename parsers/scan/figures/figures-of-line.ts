import type { PlacedCharacter } from '../lines/read-text.ts';

/** Characters that figures are made of, with the signs before them and between two of them. */
export const inFigures = /^[\d.,%％<>=≤≥≦≧＜＞＝+\-—–~～，．()（）]$/;

/** Stretches of characters of figures that hold a digit. */
export function figuresOf(characters: readonly PlacedCharacter[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < characters.length; i++) {
    if (!inFigures.test(characters[i]!.text)) continue;
    const last = found.at(-1);
    if (last && last.to === i) last.to = i + 1;
    else found.push({ from: i, to: i + 1 });
  }
  const isDigit = ({ text }: PlacedCharacter): boolean => /\d/.test(text);
  return found
    .map(({ from, to }) => trimmed(characters, from, to))
    .filter(({ from, to }) => characters.slice(from, to).some(isDigit));
}

/** A comma or a point at the end belongs to the sentence. */
function trimmed(
  characters: readonly PlacedCharacter[],
  from: number,
  to: number,
): { from: number; to: number } {
  let [first, last] = [from, to];
  while (first < last && /[,，.．]/.test(characters[first]!.text)) first++;
  while (last > first && /[,，.．]/.test(characters[last - 1]!.text)) last--;
  return { from: first, to: last };
}
