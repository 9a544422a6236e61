import { readFileSync } from 'node:fs';
import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { figureInLetters } from '../../../parsers/scan/figures/figure-in-letters.ts';
import { pagePicture } from '../../../parsers/scan/image/page-picture.ts';
import { glyphsOf } from '../../../parsers/scan/lines/read-line.ts';
import type { PlacedLine } from '../../../parsers/scan/lines/read-text.ts';
import { linesOfCells } from '../../../parsers/scan/read-page.ts';

/** ≥6 and ≥2 in two cells of a fictional row, 300 dpi; the model of lines took the second for VN. */
const jpeg = decode(readFileSync(new URL('./short-figure.jpg', import.meta.url)), { useTArray: true });
const [width, height] = [72, 33.6];
const pixels = { ...jpeg, channels: 4 as const };
const picture = pagePicture([{ pixels, frame: [width, 0, 0, -height, 0, height] }], width, height);
const ready = cleanPage({ number: 1, width, height, rotation: 0, picture });
const [[line] = []] = linesOfCells(ready, [{ x0: 32.8, x1: 64, y0: 2.5, y1: 32 }]);
const { em, glyphs } = glyphsOf(ready.page, line!);

function readAs(texts: string): PlacedLine {
  const characters = [...texts].map((text, i) => ({
    text,
    confidence: 0.9,
    x: (glyphs[i]!.x0 + glyphs[i]!.x1) / 2,
    rival: '',
    rivalConfidence: 0,
  }));
  return { leftOut: 0, characters };
}

const seen = (texts: string): PlacedLine['characters'] =>
  figureInLetters(ready.page, line!.area, glyphs, readAs(texts), em).characters;

describe('a short line of letters', () => {
  it.each(['VN', 'VZ', '2N'])('%s is the figure that its glyphs look like, in doubt', (texts) => {
    expect(
      seen(texts)
        .map(({ text }) => text)
        .join(''),
    ).toBe('≥2');
    expect(seen(texts)[1]?.confidence).toBeLessThan(0.35);
    expect(seen(texts)[1]?.rival).toBe(texts[1]);
  });

  it.each(['V2', '年度'])('%s is left to others where it is no word of letters', (texts) => {
    expect(seen(texts)).toEqual(readAs(texts).characters);
  });
});
