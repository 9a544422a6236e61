import { readFileSync } from 'node:fs';
import { decode, encode } from 'jpeg-js';
import { expect, it } from 'vitest';
import { drawPdfPage } from '../../../parsers/pdf/draw.ts';
import { picturesPdf } from '../../../scripts/scan/pictures-pdf.ts';
import { fill, tablePage } from './drawing.ts';

it('a scan is drawn with its picture, its rulings and cells, and what speaks against its grid', async () => {
  const page = tablePage(3);
  fill(page, 1100, 300, 1160, 303);
  const data = Buffer.alloc(page.data.length * 4, 255);
  for (let i = 0; i < page.data.length; i++) data.fill(page.data[i]!, i * 4, i * 4 + 3);
  const { jpeg, width, height } = {
    jpeg: encode({ width: 1200, height: 900, data }, 90).data,
    width: 288,
    height: 216,
  };
  const drawn = await drawPdfPage(
    picturesPdf([{ jpeg, width, height, pixelWidth: 1200, pixelHeight: 900 }]),
    1,
  );
  const svg = 'svg' in drawn ? drawn.svg : '';
  expect(svg).toContain('<image width="288" height="216" href="data:image/png;base64,');
  expect(svg.match(/<g id="rulings".*<\/g>/)?.[0].match(/<line/g)?.length).toBe(9);
  expect(svg).toContain('a line runs out of the grid');
  expect(svg).toContain('>2,3</text>');
});

it('a cell of a scan is drawn by what it was read from', async () => {
  const jpeg = readFileSync(new URL('./lines.jpg', import.meta.url));
  const { width: pixelWidth, height: pixelHeight } = decode(jpeg);
  const size = { width: (pixelWidth * 72) / 200, height: (pixelHeight * 72) / 200 };
  const scan = picturesPdf([{ jpeg, ...size, pixelWidth, pixelHeight }]);
  const drawn = await drawPdfPage(scan, 1, undefined, [], { row: 0, column: 0 });
  expect('svg' in drawn ? [] : drawn.error.message.en).toEqual([]);
  const svg = 'svg' in drawn ? drawn.svg : '';
  for (const part of ['cell: ', 'lines × 1: ', 'lines × 1.25: ', 'figures: ', 'taken: '])
    expect(svg).toContain(`>${part}`);
  const nowhere = await drawPdfPage(scan, 1, undefined, [], { row: 99, column: 0 });
  expect('error' in nowhere && nowhere.error.message.en).toContain('no grid has a cell 99,0');
});
