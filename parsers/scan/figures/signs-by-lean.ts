import type { Area, Raster } from '../image/raster.ts';
import type { CheckedText } from './checked-text.ts';
import { inFigures } from './figures-of-line.ts';
import type { SeenTwice } from './seen-twice.ts';
import { barred, leanOf } from './sign-lean.ts';

/** A 2 that is one by its glyph alone, from this vote on. */
const sureTwo = 0.9;

/** What a sign is worth that was read as a 2: a doubt, where its glyph alone does not bear it out. */
const byLean = 0.8;

/** A 2 at the head of a figure, or alone, whose ink begins at the left and comes back is a narrow or small ≥ or ≧ (≥83 read as 283 by every reader). */
export function withSignsReadAsTwo(ink: Raster, characters: readonly SeenTwice[]): SeenTwice[] {
  return characters.map((character, i) => {
    const { text, glyph, vote, confidence } = character;
    if (text !== '2' || !glyph || inFigures.test(characters[i - 1]?.text ?? '')) return character;
    if (beginsYear(characters, i)) return character;
    if ((vote?.text === '2' && vote.confidence >= sureTwo) || leanOf(ink, glyph) !== '>') return character;
    return { ...character, text: '≥', confidence: byLean, rival: '2', rivalConfidence: confidence };
  });
}

/** 2024: no figure begins with a nought and digits, so that no sign stands before 024. */
const beginsYear = (characters: readonly SeenTwice[], at: number): boolean =>
  characters[at + 1]?.text === '0' && /^\d$/.test(characters[at + 2]?.text ?? '');

/** Characters that readers see in a small sign that stands alone. */
const likeSigns = /^[2A-Z工人入八Λ]$/u;

/** What such a sign is worth: its shape says which way it points, and no more. */
const aloneByLean = 0.7;

/** A letter alone that points to one side as no letter does is ≥ or ≤, in doubt: ≦ is read as M and ≧ as N or W, and which is which no text tells. */
export function withLoneSign(ink: Raster, glyphs: readonly Area[], read: CheckedText): CheckedText {
  const { text, confidence, alternatives } = read;
  if (glyphs.length !== 1 || !likeSigns.test(text)) return read;
  const lean = leanOf(ink, glyphs[0]!);
  if (lean === null) return read;
  return {
    text: barred(lean),
    confidence: Math.min(confidence, aloneByLean),
    doubt: `a sign by its shape, read as ${text}`,
    alternatives: [...alternatives, { text, by: 'lines', confidence }],
  };
}
