import { raisedDigits } from '../../flow/raised-digits.ts';
import type { Glyph } from '../marks.ts';

/** A digit set this small and this far up, in parts of the size of what it stands behind, is a power or the mark of a note. */
const smallest = 0.8;
const raisedBy = 0.2;

/** The sign of a digit raised behind a figure; null for all else. Written level it would be one more digit of the figure. */
export function raisedDigit(glyph: Glyph, level: Glyph): string | null {
  if (glyph.size > smallest * level.size || level.baseline - glyph.baseline < raisedBy * level.size)
    return null;
  return /^[\d%)）]$/.test(level.text) ? raisedDigits(glyph.text) : null;
}
