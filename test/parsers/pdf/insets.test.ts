import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/examine/examine.ts';
import { type TestObject, writePdf } from './pdf-writer.ts';

const jpeg = readFileSync(new URL('../scan/narrow-form.jpg', import.meta.url)).toString('latin1');

/** Text of Chinese characters in the font of the writer whose codes are UTF-16. */
const codes = (text: string): string =>
  [...text].map((sign) => sign.codePointAt(0)!.toString(16).padStart(4, '0')).join('');

const line = (text: string, x: number, y: number): string =>
  `BT /F2 12 Tf ${x} ${y} Td <${codes(text)}> Tj ET`;

/** A page of text with a scanned form between its lines, in three strips as scanners cut them where it is asked for. */
function pageWith(picture: string, strips: number): Uint8Array {
  const [width, height] = [520, 368];
  const drawn = Array.from({ length: strips }, (_, i) => {
    const y = 300 + (height * (strips - 1 - i)) / strips;
    // Each strip shows its part of the picture through a clip of its own.
    return `q 40 ${y} ${width} ${height / strips} re W n ${width} 0 0 ${height} 40 300 cm /I Do Q`;
  });
  const image: TestObject = {
    number: 100,
    dict: '/Type /XObject /Subtype /Image /Width 2339 /Height 1654 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
    stream: picture,
  };
  const content = [
    line('现将本单位二〇二五年项目绩效目标说明如下，请予审核。', 60, 780),
    ...drawn,
    line('以上目标已经集体研究，相关资料留存备查，特此说明。', 60, 250),
  ].join('\n');
  return writePdf([{ content, width: 600, height: 842, resources: '/XObject << /I 100 0 R >>' }], {
    objects: [image],
  });
}

describe('a scanned form among the text of a digital page', () => {
  it('is read where it stands, cut into strips or not', async () => {
    const { document, filings, amounts, grids } = await examine(pageWith(jpeg, 3), { path: 'a.pdf' });
    expect(document).toMatchObject({ status: 'ok', ocr_pages: 0 });
    expect(filings).toHaveLength(1);
    expect(filings[0]).toMatchObject({ organisation: '青城市水务信息中心', supervisor: '青城市水务局' });
    expect(amounts.map(({ value }) => value)).toContain(2000);
    expect(amounts.every(({ confidence }) => confidence < 1)).toBe(true);
    expect(grids).toHaveLength(1);
  });

  it('leaves a warning where it is damaged', async () => {
    const { document } = await examine(pageWith(jpeg.slice(40_000), 1), { path: 'a.pdf' });
    expect(document).toMatchObject({
      status: 'partial',
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'picture_only', place: 'page 1' })]),
    });
  });
});
