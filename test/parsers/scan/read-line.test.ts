import { readFileSync } from 'node:fs';
import { decode } from 'jpeg-js';
import { afterAll, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { pagePicture } from '../../../parsers/scan/image/page-picture.ts';
import { dismissReaders } from '../../../parsers/scan/index.ts';
import { readCells } from '../../../parsers/scan/read-page.ts';

afterAll(dismissReaders);

/** A fictional table in AR PL UMing, scanned at 200 dpi with noise and skew (scripts/scan); sizes in points. */
const [width, height] = [282.96, 136.44];
const [left, middle, right] = [17.6, 175.9, 266.6];
const rows = [17.6, 33.4, 49.9, 65.6, 82.1, 97.9];
const printed = [
  ['服务对象满意度指标', '≥98.5%'],
  ['道路硬化工程（二期）', '1,234.56万元'],
  ['开展培训12次，参训率≥95%', '30.2—37.1个'],
  ['完成时限', '2023年12月底前'],
  ['≤3.05', '……'],
];

it('reads a noisy scan: words, figures, signs and figures in sentences, none of them in doubt', async () => {
  const jpeg = decode(readFileSync(new URL('./lines.jpg', import.meta.url)), { useTArray: true });
  const pixels = { ...jpeg, channels: 4 as const };
  const picture = pagePicture([{ pixels, frame: [width, 0, 0, -height, 0, height] }], width, height);
  const ready = cleanPage({ number: 1, width, height, rotation: 0, picture });
  const read = await Promise.all(
    rows.slice(1).map((y1, i) => {
      const row = { y0: rows[i]!, y1 };
      return readCells(ready, [
        { x0: left, x1: middle, ...row },
        { x0: middle, x1: right, ...row },
      ]);
    }),
  );
  expect(read.map((row) => row.map(({ text }) => text))).toEqual(printed);
  expect(read.flat().filter(({ doubt }) => doubt !== null)).toEqual([]);
});
