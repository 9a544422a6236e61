import type { Raster } from '../image/raster.ts';
import { inFigures } from './figures-of-line.ts';
import type { SeenTwice } from './seen-twice.ts';
import { leanOf } from './sign-lean.ts';

/** A 2 that is one by its glyph alone, from this vote on. */
const sureTwo = 0.9;

/** What a sign is worth that was read as a 2: a doubt, where its glyph alone does not bear it out. */
const byLean = 0.8;

/** A 2 at the head of a figure, or alone, whose ink begins at the left and comes back is a narrow or small ≥ or ≧ (≥83 read as 283 by every reader). */
export function withSignsReadAsTwo(ink: Raster, characters: readonly SeenTwice[]): SeenTwice[] {
  return characters.map((character, i) => {
    const { text, glyph, vote, confidence } = character;
    if (text !== '2' || !glyph || inFigures.test(characters[i - 1]?.text ?? '')) return character;
    if ((vote?.text === '2' && vote.confidence >= sureTwo) || leanOf(ink, glyph) !== '>') return character;
    return { ...character, text: '≥', confidence: byLean, rival: '2', rivalConfidence: confidence };
  });
}
