import type { Glyph } from '../../geometry/marks.ts';

/** Distance of the base line from the head of a line, in ems: as in most fonts for Chinese. */
const ascent = 0.88;

/** Runs of a page are numbered upwards from 0; what is written into fields lies above all that it draws. */
export const topRun = Number.MAX_SAFE_INTEGER;

/** A character that no operator of the page draws, in the em box of its place. Points. */
export function fieldGlyph(text: string, x0: number, x1: number, y0: number, em: number, run: number): Glyph {
  return {
    text,
    box: { x0, y0, x1, y1: y0 + em },
    baseline: y0 + ascent * em,
    size: em,
    turn: 0,
    font: 'field',
    bold: false,
    colour: '#000000',
    run,
    cut: false,
  };
}
