import { describe, expect, it, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';

const sentence = 'What a program of recognition read on this page, and put under its picture';
const whole = 'q 600 0 0 842 0 0 cm /I Do Q';
const strips = [0, 1, 2, 3, 4, 5].map((i) => `q 600 0 0 140.5 0 ${i * 140.5} cm /I Do Q`).join('\n');

/** A page with a picture of 8 × 8 pixels of one level; with `mask` it lets half of what is under it through. */
function pageOf(content: string, { level = 255, mask = false } = {}): Uint8Array {
  const image = (number: number, space: string, channels: number, value: number, more = ''): TestObject => ({
    number,
    dict: `/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /${space} /BitsPerComponent 8 ${more}`,
    stream: String.fromCharCode(value).repeat(64 * channels),
  });
  const resources = '/XObject << /I 100 0 R >>';
  return writePdf([{ content, width: 600, height: 842, resources }], {
    objects: [
      image(100, 'DeviceRGB', 3, level, mask ? '/SMask 101 0 R' : ''),
      image(101, 'DeviceGray', 1, 128),
    ],
  });
}

const covered = (picture: string, mask = false): Uint8Array =>
  pageOf(`${show(sentence, 60, 700)}\n${picture}`, { mask });

test.each([
  ['the picture', whole],
  ['the strips of a picture', strips],
])('text that %s of a page lies over makes it no digital one', async (_, picture) => {
  const { pages } = await readPdf(covered(picture));
  expect(pages[0]?.kind).toBe('scanned');
});

test('text under a picture that lets it through is read', async () => {
  const source = await readPdf(covered(whole, true));
  expect(source.pages[0]?.kind).toBe('digital');
  expect(paragraphsOf(source)).toHaveLength(1);
});

test('text under a picture that takes half of a page is not read, and told', async () => {
  const source = await readPdf(covered('q 600 0 0 300 0 542 cm /I Do Q'));
  expect(paragraphsOf(source)).toHaveLength(0);
  expect(source.warnings).toEqual([expect.objectContaining({ code: 'text_left_out' })]);
});

describe('white text laid over a picture', () => {
  const laidOver = (level: number): Uint8Array =>
    pageOf(`${whole} 1 1 1 rg\n${show(sentence, 60, 700)}`, { level });

  it('is seen by nobody where that is the paper of a scan', async () => {
    const { pages } = await readPdf(laidOver(225));
    expect(pages[0]?.kind).toBe('scanned');
  });

  it('is read where the picture is dark', async () => {
    const source = await readPdf(laidOver(60));
    expect(source.pages[0]?.kind).toBe('digital');
    expect(paragraphsOf(source)).toHaveLength(1);
  });
});
