import { loweredDigits, raisedDigits } from '../../flow/raised-digits.ts';
import type { Glyph } from '../marks.ts';

/** A digit set this small and this far up, in parts of the size of what it stands behind, is a power or the mark of a note. */
const smallest = 0.8;
const raisedBy = 0.2;

/** A digit below the line is a mark from here on. */
const loweredBy = 0.1;

/** The sign of a digit set above or below the line behind a figure; null for all else. Written level it would be one more digit of the figure. */
export function shiftedDigit(glyph: Glyph, level: Glyph): string | null {
  if (glyph.size > smallest * level.size) return null;
  const up = (level.baseline - glyph.baseline) / level.size;
  if (up <= -loweredBy) return loweredDigits(glyph.text, level.text);
  return up >= raisedBy && /^[\d%)）]$/.test(level.text) ? raisedDigits(glyph.text) : null;
}
