import { describe, expect, it } from 'vitest';
import { withLonePerCent } from '../../../parsers/scan/figures/seen-twice.ts';
import { withPowers } from '../../../parsers/scan/glyphs/raised-powers.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { unreadInk } from '../../../parsers/scan/lines/read-line.ts';
import { columnRuns, tightened } from '../../../parsers/scan/lines/text-lines.ts';
import { fill, inkOfPicture, stroke } from './drawing.ts';

const em = 40;
const whole = { x0: 0, y0: 0, x1: 200, y1: 100 };

/** An m of 22 × 18 pixels on a line whose foot is at 60. */
const metre = (page: Raster): void => {
  fill(page, 40, 42, 62, 45);
  for (const x of [40, 49, 59]) fill(page, x, 42, x + 3, 60);
};
/** Digits of 12 × 18 pixels: rows of a bitmap, two pixels each. */
const two = ['.####.', '##..##', '....##', '....##', '...##.', '..##..', '.##...', '##....', '######'];
const three = ['.####.', '##..##', '....##', '....##', '..###.', '....##', '....##', '##..##', '.####.'];
const digit = (page: Raster, x: number, y: number, rows: readonly string[]): void =>
  rows.forEach((row, v) => {
    for (let u = 0; u < row.length; u++)
      if (row[u] === '#') fill(page, x + 2 * u, y + 2 * v, x + 2 * u + 2, y + 2 * v + 2);
  });
const squared = (x: number, y: number) => (page: Raster) => {
  metre(page);
  digit(page, x, y, two);
};
const cubed = (page: Raster): void => {
  metre(page);
  digit(page, 65, 32, three);
};

function pageOf(draw: (page: Raster) => void) {
  const picture = blank(200, 100);
  draw(picture);
  const ink = inkOfPicture(picture);
  const glyphs = columnRuns(ink, whole, 0).flatMap(
    ({ x0, x1 }) => tightened(ink, { ...whole, x0, x1 }) ?? [],
  );
  return { page: { picture, ink, dpi: 300, em, noise: 0 }, glyphs };
}

/** `at`: where the third character was read. */
function read(draw: (page: Raster) => void, text: string, at = 110) {
  const { page, glyphs } = pageOf(draw);
  const characters = [...text].map((character, i) => ({
    text: character,
    x: [51, 70, at][i]!,
    confidence: 0.98,
    rival: '',
    rivalConfidence: 0,
  }));
  const line = withPowers(page, glyphs, { characters, leftOut: 0 }, em);
  return {
    text: line.characters.map((one) => one.text).join(''),
    least: Math.min(...line.characters.map(({ confidence }) => confidence)),
  };
}

describe('ink raised behind an m', () => {
  it('is a power, whatever was read', () => {
    expect(read(squared(65, 32), 'm').text).toBe('m²');
    expect(read(squared(65, 32), 'm²').text).toBe('m²');
    expect(read(squared(65, 32), 'm?').text).toBe('m²');
    expect(read(squared(65, 32), '㎡²').text).toBe('m²');
    expect(read(cubed, 'm').text).toBe('m³');
    expect(read(cubed, 'm²').text).toBe('m³');
    expect(read(squared(65, 32), 'm²').least).toBeGreaterThan(0.9);
  });

  it('is told where a digit touches the m on its other side', () => {
    const digitBefore = (page: Raster): void => {
      squared(60, 26)(page);
      fill(page, 12, 26, 24, 60);
      fill(page, 24, 42, 40, 60);
      fill(page, 34, 35, 40, 45);
    };
    expect(read(digitBefore, 'm').text).toMatch(/^m[²³]$/);
  });

  it('is all that was read behind the m where it is the last ink, and no more where a digit follows', () => {
    expect(read(cubed, 'm23', 90).text).toBe('m³');
    const followed = (page: Raster): void => {
      cubed(page);
      digit(page, 84, 42, three);
    };
    expect(read(followed, 'm23', 90).text).toBe('m³3');
  });

  it('is sure where it stands free and the other digit is far, and in doubt where that is near', () => {
    const worn = ['.###..', '...##.', '...##.', '...##.', '..##..', '...##.', '...##.', '...##.', '.###..'];
    const between = [
      '.####.',
      '##..##',
      '....##',
      '....##',
      '..###.',
      '....##',
      '...##.',
      '.###..',
      '######',
    ];
    const raised = (rows: readonly string[]) => (page: Raster) => {
      metre(page);
      digit(page, 65, 32, rows);
    };
    const sure = read(raised(worn), 'm²');
    expect(sure.text).toBe('m³');
    expect(sure.least).toBeGreaterThan(0.9);
    expect(read(raised(between), 'm²').least).toBeLessThan(0.9);
  });

  it('is told where it is no higher than a digit that touches the m', () => {
    const digitBefore = (page: Raster): void => {
      cubed(page);
      fill(page, 12, 30, 24, 60);
      fill(page, 24, 42, 40, 60);
    };
    expect(read(digitBefore, 'm').text).toBe('m³');
  });

  it('is told and in doubt where noise broke it in two', () => {
    const broken = (page: Raster): void => {
      squared(66, 30)(page);
      fill(page, 66, 37, 78, 41, 255);
    };
    const told = read(broken, 'm²');
    expect(told.text).toMatch(/^m[²³]$/);
    expect(told.least).toBeLessThan(0.9);
  });

  it('leaves the m in doubt where all that toner left of it are dark dots too small for ink', () => {
    const seen = (dots: readonly [number, number][]) => {
      const { page, glyphs } = pageOf(metre);
      for (const [x, y] of dots) fill(page.picture, x, y, x + 1, y + 1, 0);
      const letter = { text: 'm', x: 51, confidence: 0.98, rival: '', rivalConfidence: 0 };
      return withPowers(page, glyphs, { characters: [letter], leftOut: 0 }, em).characters;
    };
    const raised = seen([
      [67, 33],
      [68, 34],
      [70, 40],
    ]);
    expect(raised).toMatchObject([{ text: 'm' }]);
    expect(raised[0]!.confidence).toBeLessThan(0.9);
    const beside = seen([
      [67, 56],
      [68, 57],
      [70, 58],
    ]);
    expect(beside).toMatchObject([{ text: 'm', confidence: 0.98 }]);
  });

  it('is told where it touches the m, by the cut that shows a digit, and in doubt where none does', () => {
    const touching = (rows: readonly string[]) => (page: Raster) => {
      metre(page);
      digit(page, 56, 26, rows);
    };
    for (const [rows, power] of [
      [two, '²'],
      [three, '³'],
    ] as const) {
      const told = read(touching(rows), 'm');
      expect(told.text).toBe(`m${power}`);
      expect(told.least).toBeGreaterThan(0.9);
    }
    expect(read(touching(three), 'm2').least).toBeLessThan(0.9);
    expect(read(touching(three), '㎡').text).toBe('m²');
    const blot = read(touching(Array.from({ length: 9 }, () => '######')), '㎡');
    expect(blot.text).toBe('m²');
    expect(blot.least).toBeLessThan(0.9);
  });

  it('is told before a bracket that closes behind it', () => {
    const bracketed = (page: Raster): void => {
      cubed(page);
      fill(page, 82, 28, 85, 66);
    };
    expect(read(bracketed, 'm2）', 84).text).toBe('m³）');
    expect(read(bracketed, 'm）', 70).text).toBe('m）');
  });

  it('is told, in doubt, where a pale print left a stroke of it', () => {
    const pale = (page: Raster): void => {
      metre(page);
      fill(page, 72, 30, 75, 48);
    };
    const told = read(pale, 'm');
    expect(told.text).toMatch(/^m[²³]$/);
    expect(told.least).toBeLessThan(0.9);
  });

  it('is told in a line as low as figures are, whose em is small', () => {
    const high = (page: Raster): void => {
      metre(page);
      three.forEach((row, v) => {
        for (let u = 0; u < row.length; u++)
          if (row[u] === '#')
            fill(page, 65 + 2 * u, 30 + Math.round(2.6 * v), 67 + 2 * u, 30 + Math.round(2.6 * (v + 1)));
      });
    };
    expect(read(high, 'm').text).toBe('m³');
  });

  it('is none where it stands on the line, or is missing', () => {
    expect(read(squared(65, 42), 'm2').text).toBe('m2');
    expect(read(metre, 'm').text).toBe('m');
  });
});

const perCent = (page: Raster): void => {
  for (const [x, y] of [
    [42, 30],
    [64, 47],
  ] as const) {
    fill(page, x, y, x + 11, y + 13);
    fill(page, x + 3, y + 3, x + 8, y + 10, 255);
  }
  stroke(page, [68, 30], [49, 59], 1);
};

describe('a line in which nothing was read', () => {
  it('is a % where its one glyph looks like one, and its ink is that of no ‰', () => {
    const { page, glyphs } = pageOf(perCent);
    const area = { x0: 42, x1: 75, y0: 30, y1: 60 };
    const own = [tightened(page.ink, area)!];
    expect(glyphs.length).toBeGreaterThan(0);
    expect(unreadInk(page, own, area, em)).toMatchObject({ text: '%', confidence: 0.93 });
    const wide = pageOf((picture) => {
      perCent(picture);
      fill(picture, 77, 47, 88, 60);
      fill(picture, 80, 50, 85, 57, 255);
    });
    const rings = tightened(wide.page.ink, { x0: 42, x1: 90, y0: 30, y1: 62 })!;
    const read = unreadInk(wide.page, [rings], area, em);
    expect(read.text === '' || read.confidence <= 0.7).toBe(true);
  });

  it('is told where it is as large as writing, and dirt where it is not', () => {
    const { page, glyphs } = pageOf((picture) => {
      stroke(picture, [40, 30], [70, 62], 2);
      stroke(picture, [40, 62], [70, 30], 2);
      stroke(picture, [40, 46], [70, 46], 2);
    });
    expect(unreadInk(page, glyphs, whole, em)).toMatchObject({ text: '', doubt: expect.any(String) });
    const speck = pageOf((picture) => fill(picture, 40, 40, 45, 45));
    expect(unreadInk(speck.page, speck.glyphs, whole, em)).toMatchObject({ text: '', doubt: null });
  });
});

describe('a nought alone', () => {
  const nought = { text: '0', x: 50, confidence: 0.4, rival: '', rivalConfidence: 0, glyph: null };

  it('is a %, in doubt, where it looks like one by itself', () => {
    const seen = withLonePerCent([{ ...nought, vote: { text: '%', confidence: 0.99 } }], em);
    expect(seen[0]).toMatchObject({ text: '%', confidence: 0.8, rival: '0' });
  });

  it('leaves a % as sure as both readers are that see one, but in small print, where a ‰ looks like it', () => {
    const read = { ...nought, text: '%', vote: { text: '%', confidence: 0.99 } };
    expect(withLonePerCent([read], em)[0]).toMatchObject({ text: '%', confidence: 0.95 });
    expect(withLonePerCent([read], 20)[0]).toBe(read);
  });

  it('stays where it does not, and beside digits', () => {
    const unsure = { ...nought, vote: { text: '%', confidence: 0.7 } };
    expect(withLonePerCent([unsure], em)[0]).toBe(unsure);
    const ten = ['1', '0'].map((text) => ({ ...nought, text, vote: { text: '%', confidence: 0.99 } }));
    expect(withLonePerCent(ten, em)).toBe(ten);
  });
});
