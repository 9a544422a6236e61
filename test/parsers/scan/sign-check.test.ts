import { describe, expect, it } from 'vitest';
import { withSigns } from '../../../parsers/scan/figures/sign-check.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { columnRuns, tightened } from '../../../parsers/scan/lines/text-lines.ts';
import { fill, inkOfPicture, stroke } from './drawing.ts';

const em = 40;
const whole = { x0: 0, y0: 0, x1: 200, y1: 100 };

const greaterOrEqual = (page: Raster): void => {
  stroke(page, [20, 30], [48, 42], 3);
  stroke(page, [48, 42], [20, 54], 3);
  fill(page, 20, 60, 51, 63);
};
/** Something as large as a digit. */
const digit = (x: number) => (page: Raster) => {
  fill(page, x, 32, x + 4, 60);
  fill(page, x, 32, x + 18, 36);
  fill(page, x + 14, 32, x + 18, 60);
};
const dash = (x: number, width: number) => (page: Raster) => fill(page, x, 46, x + width, 49);

function checked(
  drawings: ((page: Raster) => void)[],
  seen: [text: string, x: number, confidence: number][],
) {
  const page = blank(200, 100);
  for (const draw of drawings) draw(page);
  const ink = inkOfPicture(page);
  const glyphs = columnRuns(ink, whole, 0).flatMap(
    ({ x0, x1 }) => tightened(ink, { ...whole, x0, x1 }) ?? [],
  );
  const characters = seen.map(([text, x, confidence]) => ({
    text,
    x,
    confidence,
    rival: '',
    rivalConfidence: 0,
  }));
  return withSigns(ink, glyphs, { characters, leftOut: 0 }, em).characters;
}

/** A + with its crossbar at half height; with a foot below it a ±. */
const plus = (foot: [width: number] | null) => (page: Raster) => {
  fill(page, 32, 34, 35, 52);
  fill(page, 24, 42, 43, 45);
  if (foot !== null) fill(page, 34 - foot[0] / 2, 57, 34 + foot[0] / 2, 60);
};

describe('a plus before a digit', () => {
  const read: [string, number, number][] = [
    ['+', 33, 0.97],
    ['1', 69, 0.99],
  ];

  it('is a ± where a bar stands below it, and a + where its stem ends it', () => {
    expect(checked([plus([19]), digit(60)], read)[0]).toMatchObject({ text: '±', rival: '+' });
    expect(checked([plus(null), digit(60)], read)[0]).toMatchObject({ text: '+', confidence: 0.97 });
  });

  it('is in doubt where what stands below it is too short for a bar', () => {
    const [sign] = checked([plus([12]), digit(60)], read);
    expect(sign).toMatchObject({ text: '+', rival: '±' });
    expect(sign?.confidence).toBeLessThanOrEqual(0.7);
  });

  it('stays before what is no digit', () => {
    const [sign] = checked([plus([19]), digit(60)], [read[0]!, ['A', 69, 0.99]]);
    expect(sign?.text).toBe('+');
  });
});

describe('signs of a line', () => {
  it('are put for a letter before a figure that has their shape, in doubt; letters stay where they have another', () => {
    const digitBehind: [string, number, number] = ['1', 69, 0.99];
    const [sign] = checked([greaterOrEqual, digit(60)], [['M', 35, 0.98], digitBehind]);
    expect([sign?.text, sign?.rival]).toEqual(['≥', 'M']);
    expect(sign?.confidence).toBeLessThan(0.9);
    expect(checked([digit(20), digit(60)], [['M', 29, 0.98], digitBehind])[0]?.text).toBe('M');
  });

  it('are sure where reader and shape agree', () => {
    const [sign] = checked(
      [greaterOrEqual, digit(60)],
      [
        ['≥', 35, 0.6],
        ['5', 69, 0.99],
      ],
    );
    expect(sign).toMatchObject({ text: '≥', confidence: 0.98 });
  });

  it('are those of the shape where the reader was unsure', () => {
    const [sign] = checked(
      [greaterOrEqual, digit(60)],
      [
        ['>', 35, 0.5],
        ['5', 69, 0.99],
      ],
    );
    expect(sign).toMatchObject({ text: '≥', rival: '>', confidence: 0.93 });
  });

  it('are doubtful where the reader was sure of another', () => {
    const [sign] = checked(
      [greaterOrEqual, digit(60)],
      [
        ['>', 35, 0.97],
        ['5', 69, 0.99],
      ],
    );
    expect(sign).toMatchObject({ text: '>', rival: '≥', confidence: 0.7 });
  });

  it('are not sure without a bar: at low resolutions it runs into its chevron', () => {
    const bare = (page: Raster): void => {
      stroke(page, [20, 30], [48, 42], 3);
      stroke(page, [48, 42], [20, 54], 3);
    };
    const [sign] = checked(
      [bare, digit(60)],
      [
        ['>', 35, 0.6],
        ['5', 69, 0.99],
      ],
    );
    expect(sign).toMatchObject({ text: '>', confidence: 0.6 });
  });

  it('are put in where the reader left one out', () => {
    const [sign, figure] = checked([greaterOrEqual, digit(60)], [['5', 69, 0.99]]);
    expect(sign).toMatchObject({ text: '≥' });
    expect(sign?.confidence).toBeLessThan(0.9);
    expect(figure?.text).toBe('5');
  });

  it('are not put in before a part of a Chinese character that is as large as a digit', () => {
    const word: [string, number, number][] = [['状', 72, 0.99]];
    expect(checked([greaterOrEqual, digit(60), digit(84)], word).map(({ text }) => text)).toEqual(['状']);
  });

  it('are >= and <=, in doubt, where a copier took a bar of = before a digit', () => {
    for (const sign of ['>', '<']) {
      const [first, bar, figure] = checked(
        [dash(40, 16), digit(60)],
        [
          [sign, 25, 0.97],
          ['-', 48, 0.97],
          ['1', 69, 0.99],
        ],
      );
      expect([first?.text, bar?.text, figure?.text]).toEqual([sign, '=', '1']);
      expect(bar?.confidence).toBeLessThan(0.9);
    }
  });
});

describe('dashes between figures', () => {
  const range = (dashes: ((page: Raster) => void)[], seen: string) =>
    checked(
      [digit(20), ...dashes, digit(100)],
      [
        ['5', 29, 0.99],
        [seen, 70, 0.6],
        ['7', 109, 0.99],
      ],
    )
      .map(({ text }) => text)
      .join('');

  it('are as long as they are drawn', () => {
    expect(range([dash(64, 12)], '—')).toBe('5-7');
    expect(range([dash(52, 36)], '一')).toBe('5—7');
  });

  it('are a minus before a figure, however long', () => {
    const text = (width: number, seen: string): string =>
      checked(
        [dash(20, width), digit(60)],
        [
          [seen, 20 + width / 2, 0.9],
          ['5', 69, 0.99],
        ],
      )
        .map((one) => one.text)
        .join('');
    expect(text(36, '—')).toBe('-5');
    expect(text(26, '一')).toBe('-5');
    expect(text(14, '-')).toBe('-5');
  });

  it('are a minus, in doubt, where the reader left it out before a digit', () => {
    const [first, second] = checked([dash(20, 14), digit(44)], [['5', 53, 0.99]]);
    expect(first).toMatchObject({ text: '-', confidence: 0.8 });
    expect(second?.text).toBe('5');
    const low = (page: Raster): void => fill(page, 20, 57, 34, 60);
    expect(checked([low, digit(44)], [['5', 53, 0.99]])).toHaveLength(1);
  });

  it('are two where two are drawn', () => {
    expect(range([dash(56, 12), dash(74, 12)], '-')).toBe('5--7');
  });

  it('are none in a word', () => {
    const [one] = checked(
      [dash(20, 36), digit(60)],
      [
        ['一', 38, 0.9],
        ['年', 69, 0.99],
      ],
    );
    expect(one?.text).toBe('一');
  });
});
