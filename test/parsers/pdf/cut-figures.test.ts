import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';

const xs = [60, 150, 200, 250];
const ys = [660, 680, 700];
const lines = [
  ...xs.map((x) => `${x} ${ys[0]} m ${x} ${ys[2]} l S\n`),
  ...ys.map((y) => `${xs[0]} ${y} m ${xs[3]} ${y} l S\n`),
].join('');
const heads = ['项目', '预算数', '决算数'].map((text, i) => show(text, xs[i]! + 6, 686, 10)).join('');

/** Figures of Helvetica at 10 points, set character by character. */
const advance = (sign: string): number => (/\d/.test(sign) ? 5.56 : 2.78);
const signBySign = (text: string, x: number, object: (content: string) => string): string => {
  let at = x;
  const signs = [...text].map((sign) => {
    const content = `1 0 0 1 ${at.toFixed(2)} 666 Tm (${sign}) Tj `;
    at += advance(sign);
    return content;
  });
  return object(signs.join('|'));
};
/** All in one text object, as browsers write, or each in one of its own. */
const asOne = (content: string): string => `BT /F1 10 Tf ${content.replaceAll('|', '')} ET\n`;
const apart = (content: string): string =>
  content
    .split('|')
    .map((part) => `BT /F1 10 Tf ${part} ET\n`)
    .join('');

async function entries(object: (content: string) => string): Promise<{ text: string; confidence: number }[]> {
  // The first figure is wider than its cell and runs into the next one.
  const figures =
    show('清淤', 66, 666, 10) + signBySign('18,842,137.50', 153, object) + signBySign('96.20', 219, object);
  const [grid] = gridsOf(await readPdf(writePdf([{ content: `0.5 w\n${lines}${heads}${figures}` }])));
  return grid!.cells.slice(4).map(({ text, confidence }) => ({ text, confidence }));
}

describe('a figure that runs over the border of its cell, set sign by sign', () => {
  test('stays whole where one text object holds its signs', async () => {
    expect((await entries(asOne)).map(({ text }) => text)).toEqual(['18,842,137.50', '96.20']);
  });

  test('is doubtful on both sides of the border where nothing tells its end', async () => {
    const found = await entries(apart);
    expect(found.map(({ confidence }) => confidence).every((confidence) => confidence < 0.9)).toBe(true);
  });
});
