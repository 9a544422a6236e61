import { readFileSync } from 'node:fs';
import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { liesOnItsSide } from '../../../parsers/scan/image/orientation.ts';
import { pagePicture } from '../../../parsers/scan/image/page-picture.ts';
import { blank, quarterTurned, type Raster } from '../../../parsers/scan/image/raster.ts';
import { readScannedPage } from '../../../parsers/scan/read-scan.ts';
import { fill } from './drawing.ts';

/** Lines of `characters` boxes of 30 pixels, `gap` apart, in columns as a table of 300 dpi sets them. */
function writing(characters: number, gap: number, leading: number): Raster {
  const page = blank(1500, 1000, 0);
  for (let y = 40; y + 30 < 1000; y += leading)
    for (const left of [60, 560, 1060])
      for (let i = 0, x = left; i < characters; i++, x += 30 + gap) fill(page, x, y, x + 30, y + 30, 1);
  return page;
}

describe('how a page lies', () => {
  it.each([
    ['long cells in open rows', 9, 4, 90],
    ['short cells in open rows', 3, 5, 80],
    ['cells of several lines', 8, 5, 44],
    ['spaced-out figures', 6, 9, 70],
  ])('is told by %s', (_, characters, gap, leading) => {
    const page = writing(characters, gap, leading);
    expect(liesOnItsSide(page, 300)).toBe(false);
    expect(liesOnItsSide(quarterTurned(page, 90), 300)).toBe(true);
    expect(liesOnItsSide(quarterTurned(page, 270), 300)).toBe(true);
  });

  it('is upright where nothing is written', () => {
    expect(liesOnItsSide(blank(300, 300, 0), 300)).toBe(false);
  });
});

/** Pixels of 200 dpi in points. */
const points = (pixels: number): number => (pixels * 72) / 200;

function pageOf(file: string): Raster {
  const jpeg = decode(readFileSync(new URL(file, import.meta.url)), { useTArray: true });
  const [across, down] = [points(jpeg.width), points(jpeg.height)];
  return pagePicture(
    [{ pixels: { ...jpeg, channels: 4 }, frame: [across, 0, 0, -down, 0, down] }],
    across,
    down,
  );
}

async function textsOf(picture: Raster): Promise<string[]> {
  const size = { width: points(picture.width), height: points(picture.height) };
  const { readings } = await readScannedPage({ number: 1, rotation: 0, picture, ...size }, defaultGeometry);
  return readings.map(({ text }) => text);
}

describe('a form of narrow columns, of which each way up looks like another', () => {
  const upright = pageOf('./narrow-form.jpg');

  it.each([0, 90, 180, 270] as const)('is read when it was turned by %i degrees', async (turn) => {
    const texts = await textsOf(turn === 0 ? upright : quarterTurned(upright, turn));
    for (const text of ['智慧水务平台', '青城市水务局', '2000万元', '1200']) expect(texts).toContain(text);
  });
});

it('stays as it is shown, and is told, where strokes are so broken that nothing can be read whichever way', async () => {
  const picture = pageOf('./narrow-form.jpg');
  const data = picture.data.map((value, i) => ((i % picture.width) % 6 < 3 ? 255 : value));
  const size = { width: points(picture.width), height: points(picture.height) };
  const source = { number: 1, rotation: 0, picture: { ...picture, data }, ...size };
  const { page, gridDoubts } = await readScannedPage(source, defaultGeometry);
  expect(page.ink.width).toBe(picture.width);
  expect(gridDoubts).toContainEqual(
    expect.objectContaining({ of: 'all', reason: 'most of the writing is hardly legible' }),
  );
});

it('reads prose that stands on its head, of which nothing is read as it stands', async () => {
  const texts = await textsOf(quarterTurned(pageOf('./prose.jpg'), 180));
  expect(texts).toHaveLength(12);
  expect(texts[1]).toBe('安排资金1200万元，省级补助300万元，市级配套900万元');
});
