import { describe, expect, it } from 'vitest';
import { cutGlyphs } from '../../../parsers/scan/glyphs/cut-glyphs.ts';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { fill, inkOfPicture } from './drawing.ts';

const digits = { x0: 30, x1: 54, y0: 20, y1: 45 };

/** Two digits that touch, and a point before them or none. */
function cut(characters: { text: string; x: number }[], point: { x0: number; x1: number } | null) {
  const picture = blank(80, 60);
  fill(picture, 30, 20, 41, 45);
  fill(picture, 41, 30, 43, 34, 120);
  fill(picture, 43, 20, 54, 45);
  const area = point && { ...point, y0: 41, y1: 45 };
  if (area) fill(picture, area.x0, area.y0, area.x1, area.y1);
  return cutGlyphs({ picture, ink: inkOfPicture(picture) }, area ? [area, digits] : [digits], characters);
}

describe('glyphs that run into one another', () => {
  it('are cut between two characters that were seen on them', () => {
    expect(
      cut(
        [
          { text: '5', x: 35 },
          { text: '0', x: 48 },
        ],
        null,
      ),
    ).toHaveLength(2);
  });

  it('are not cut for a point that has a glyph of its own before them', () => {
    const point = { x0: 23, x1: 27 };
    const seen = [
      { text: '.', x: 31 },
      { text: '0', x: 42 },
    ];
    expect(cut(seen, point)).toHaveLength(2);
    expect(cut(seen, null)).toHaveLength(2);
    expect(
      cut(
        [
          { text: '5', x: 31 },
          { text: '0', x: 42 },
        ],
        point,
      ),
    ).toHaveLength(3);
  });
});
