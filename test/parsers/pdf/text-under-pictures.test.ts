import { expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';

/** A white picture of 8 × 8 pixels over the whole page; with `mask` it lets half of what is under it through. */
function covered(mask: boolean): Uint8Array {
  const image = (number: number, space: string, channels: number, level: number, more = ''): TestObject => ({
    number,
    dict: `/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /${space} /BitsPerComponent 8 ${more}`,
    stream: String.fromCharCode(level).repeat(64 * channels),
  });
  const text = show('What a program of recognition read on this page, and put under its picture', 60, 700);
  return writePdf(
    [
      {
        content: `${text}\nq 600 0 0 842 0 0 cm /I Do Q`,
        width: 600,
        height: 842,
        resources: '/XObject << /I 100 0 R >>',
      },
    ],
    {
      objects: [
        image(100, 'DeviceRGB', 3, 255, mask ? '/SMask 101 0 R' : ''),
        image(101, 'DeviceGray', 1, 128),
      ],
    },
  );
}

test('text that the picture of a page lies over makes it no digital one', async () => {
  const { pages } = await readPdf(covered(false));
  expect(pages[0]?.kind).toBe('scanned');
});

test('text under a picture that lets it through is read', async () => {
  const source = await readPdf(covered(true));
  expect(source.pages[0]?.kind).toBe('digital');
  expect(paragraphsOf(source)).toHaveLength(1);
});
