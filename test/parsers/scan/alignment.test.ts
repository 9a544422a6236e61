import { describe, expect, it } from 'vitest';
import { align } from '../../../parsers/scan/lines/alignment.ts';

const em = 40;

/** Glyphs of given widths and heights in ems, a tenth of an em apart. */
function glyphs(...sizes: [width: number, height: number][]) {
  let x = 0;
  return sizes.map(([width, height]) => {
    const x0 = x;
    x += Math.round(width * em);
    const glyph = { x0, x1: x, y0: Math.round((1 - height) * em), y1: em };
    x += 4;
    return glyph;
  });
}

const digit: [number, number] = [0.46, 0.7];
const point: [number, number] = [0.1, 0.1];
const wide: [number, number] = [0.9, 0.9];

describe('characters on glyphs', () => {
  it('fits a figure on its glyphs', () => {
    const { unmatched, misfit } = align([...'148.4'], glyphs([0.3, 0.7], digit, digit, point, digit), em);
    expect(unmatched).toBe(0);
    expect(misfit).toBeLessThan(0.05);
  });

  it('sees that a digit was left out or put in', () => {
    const shown = glyphs(digit, digit, digit, point, digit);
    expect(align([...'48.4'], shown, em).unmatched).toBeGreaterThan(0);
    const added = align([...'2848.4'], shown, em);
    expect(added.unmatched + added.misfit).toBeGreaterThan(0.05);
  });

  it('finds the figure among characters that fall into parts', () => {
    const shown = glyphs(wide, [0.3, 0.9], [0.5, 0.9], digit, digit, wide);
    const { places } = align([...'达到25个'], shown, em);
    expect(places[2]?.x0).toBe(shown[3]!.x0);
    expect(places[3]?.x1).toBe(shown[4]!.x1);
  });

  it('does not take a bracket for a digit', () => {
    const shown = glyphs([0.2, 0.95], digit, digit, digit, digit, wide);
    expect(align([...'(2023年'], shown, em).places[1]?.x0).toBe(shown[1]!.x0);
  });
});
