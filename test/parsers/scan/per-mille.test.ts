import { describe, expect, it } from 'vitest';
import { inDoubtOfPerMille, withPerMille } from '../../../parsers/scan/glyphs/per-mille.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { columnRuns, tightened } from '../../../parsers/scan/lines/text-lines.ts';
import { fill, inkOfPicture, stroke } from './drawing.ts';

const em = 40;
const whole = { x0: 0, y0: 0, x1: 200, y1: 100 };

const ring = (page: Raster, x: number, y: number): void => {
  fill(page, x, y, x + 11, y + 13);
  fill(page, x + 3, y + 3, x + 8, y + 10, 255);
};
const digit = (page: Raster): void => {
  fill(page, 20, 30, 36, 60);
  fill(page, 24, 34, 32, 56, 255);
};
const perCent = (page: Raster): void => {
  ring(page, 42, 30);
  ring(page, 64, 47);
  stroke(page, [68, 30], [49, 59], 1);
};
const perMille = (page: Raster): void => {
  perCent(page);
  ring(page, 77, 47);
};

function read(draw: (page: Raster) => void, text: string) {
  const page = blank(200, 100);
  digit(page);
  draw(page);
  const ink = inkOfPicture(page);
  const glyphs = columnRuns(ink, whole, 0).flatMap(
    ({ x0, x1 }) => tightened(ink, { ...whole, x0, x1 }) ?? [],
  );
  const at = [28, 58, 82];
  const characters = [...text].map((character, i) => ({
    text: character,
    x: at[i]!,
    confidence: 0.98,
    rival: '',
    rivalConfidence: 0,
  }));
  const line = withPerMille(
    { picture: page, ink, dpi: 300, em, noise: 0 },
    glyphs,
    { characters, leftOut: 0 },
    em,
  );
  return { text: line.characters.map((one) => one.text).join(''), isOpen: line.isOpen };
}

describe('a per mille sign', () => {
  it('is told from a per cent sign by its ink, whatever was read', () => {
    expect(read(perMille, '5%')).toEqual({ text: '5‰', isOpen: false });
    expect(read(perMille, '5%0')).toEqual({ text: '5‰', isOpen: false });
    expect(read(perCent, '5%')).toEqual({ text: '5%', isOpen: false });
  });

  it('is in doubt where a stroke over it stands out of the rows of its digits', () => {
    const struck = (page: Raster): void => {
      perMille(page);
      stroke(page, [78, 58], [88, 66], 1);
    };
    expect(read(struck, '5%')).toEqual({ text: '5%', isOpen: true });
  });

  it('is in doubt where a ring was read that the ink does not bear out', () => {
    expect(read(perCent, '5%0')).toEqual({ text: '5%0', isOpen: true });
    const doubted = inDoubtOfPerMille({ text: '≤5%0', confidence: 0.98, doubt: null, alternatives: [] });
    expect(doubted).toMatchObject({ text: '≤5%0', confidence: 0.8, doubt: 'its % may be a ‰' });
    expect(doubted.alternatives.map(({ text }) => text)).toEqual(['≤5‰']);
  });
});
