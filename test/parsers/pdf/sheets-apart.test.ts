import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examine } from '../../../src/examine/examine.ts';
import { writePdf } from './pdf-writer.ts';

const jpeg = readFileSync(new URL('../scan/narrow-form.jpg', import.meta.url)).toString('latin1');

/** Draws the scanned form 520 points wide, turned by so many degrees about its lower left corner. */
function drawn(degrees: number, x: number, y: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return `q ${cos} ${sin} ${-sin} ${cos} ${x} ${y} cm 520 0 0 368 0 0 cm /I Do Q`;
}

test.each([
  ['beside', 1120, 400, [drawn(1.6, 20, 6), drawn(-1.6, 570, 24)]],
  ['below', 560, 800, [drawn(1.6, 20, 406), drawn(-1.6, 10, 20)]],
])('two scans at different angles %s each other are read one by one', async (_, width, height, content) => {
  const dict =
    '/Type /XObject /Subtype /Image /Width 2339 /Height 1654 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode';
  const page = { content: content.join('\n'), width, height, resources: '/XObject << /I 100 0 R >>' };
  const bytes = writePdf([page], { objects: [{ number: 100, dict, stream: jpeg }] });
  const { document, filings, amounts } = await examine(bytes, { path: 'a.pdf' });
  expect(document).toMatchObject({ status: 'ok', ocr_pages: 1 });
  expect(filings.map(({ organisation }) => organisation)).toEqual(Array(2).fill('青城市水务信息中心'));
  const [first, second] = filings.map(({ filing_id }) =>
    amounts.filter((amount) => amount.filing_id === filing_id).map(({ item, value }) => [item, value]),
  );
  expect(first).toContainEqual([expect.any(String), 2000]);
  expect(second).toEqual(first);
});
