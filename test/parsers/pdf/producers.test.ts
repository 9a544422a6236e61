import { describe, expect, test } from 'vitest';
import { show, type TestPage, type WriterOptions, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { expected, form } from './small-form.ts';
import { drawTable, type TextWriter } from './table-drawing.ts';
import * as writers from './text-writers.ts';

async function read(page: TestPage, options: WriterOptions = {}): Promise<string[]> {
  const source = await readPdf(writePdf([page], options));
  const grids = gridsOf(source);
  expect(grids).toHaveLength(1);
  return shape(grids[0]!);
}

describe('the form reads the same with its texts written', () => {
  const ways: [string, TextWriter][] = [
    ['character by character, a little off their places', writers.glyphByGlyph],
    ['in spans of two or three characters', writers.spans],
    ['filled and stroked', writers.filledAndStroked],
    ['three times', writers.thrice],
    ['upside down in a frame that turns them round', writers.flipped],
    ['narrow and spread', writers.spread],
  ];
  test.each(ways)('%s', async (_, write) => {
    expect(await read({ content: drawTable(form, 'strokes', 842, write) })).toEqual(expected);
  });

  test.each(['GBK-EUC-H', 'GBK2K-H', 'UniGB-UCS2-H', 'UniGB-UTF16-H'])(
    'in a font that is not embedded, by %s',
    async (encoding) => {
      const { write, objects, fonts } = writers.byCharacterMap(encoding);
      const content = drawTable(form, 'strokes', 842, write);
      expect(await read({ content, fonts }, { objects })).toEqual(expected);
    },
  );

  test('in a font of drawings', async () => {
    const all = form.cells.flatMap(({ lines }) => lines).join('');
    const { write, objects, fonts } = writers.byDrawnFont(all);
    const content = drawTable(form, 'strokes', 842, write);
    expect(await read({ content, fonts }, { objects })).toEqual(expected);
  });

  test('downwards, by a character map for vertical writing', async () => {
    const { write, objects, fonts } = writers.byCharacterMap('UniGB-UCS2-V');
    const label: TextWriter = (text, x, y, size) =>
      text === '绩' ? write('绩效', x + size / 2, y + size, size) : '';
    const content = drawTable(form, 'strokes', 842, (text, ...at) =>
      text === '绩' || text === '效' ? label(text, ...at) : writers.spans(text, ...at),
    );
    expect(await read({ content, fonts }, { objects })).toEqual(expected);
  });
});

describe('texts that are no characters mark their page for recognition', () => {
  const ways: [string, (x: number, y: number) => string][] = [
    ['turned into curves', (x, y) => `${x} ${y} m ${x + 7} ${y} ${x + 7} ${y + 7} ${x} ${y + 7} c h f\n`],
    [
      'turned into corners',
      (x, y) =>
        `${x} ${y} m ${[3, 1, 7, 2, 4, 6, 2, 7, 1, 5].map((d, i) => `${x + d} ${y + ((i * 3) % 8)} l`).join(' ')} h f\n`,
    ],
    ['as small pictures', (x, y) => `q 7 0 0 8 ${x} ${y} cm /I Do Q\n`],
    ['as small masks', (x, y) => `q 7 0 0 8 ${x} ${y} cm /M Do Q\n`],
  ];
  const picture = '/Type /XObject /Subtype /Image /Width 8 /Height 2 /BitsPerComponent';
  const objects = [
    { number: 100, dict: `${picture} 8 /ColorSpace /DeviceGray`, stream: 'abcdefghijklmnop' },
    { number: 101, dict: `${picture} 1 /ImageMask true`, stream: 'Zq' },
  ];
  const resources = '/XObject << /I 100 0 R /M 101 0 R >>';
  const bare = drawTable({ ...form, cells: form.cells.map((cell) => ({ ...cell, lines: [] })) }, 'strokes');
  test.each(ways)('%s', async (_, draw) => {
    const drawn = Array.from({ length: 150 }, (_, i) =>
      draw(65 + (i % 30) * 14, 600 + Math.floor(i / 30) * 25),
    );
    const { warnings } = await readPdf(
      writePdf([{ content: bare + drawn.join(''), resources }], { objects }),
    );
    expect(warnings).toMatchObject([{ code: 'no_text', place: 'page 1' }]);
  });

  test('a drawing beside texts marks nothing', async () => {
    const [, draw] = ways[0]!;
    const drawn = Array.from({ length: 60 }, (_, i) => draw(65 + (i % 30) * 14, 300));
    const content = drawTable(form, 'strokes') + drawn.join('');
    expect((await readPdf(writePdf([{ content }]))).warnings).toEqual([]);
  });
});

describe('texts in a font without a map', () => {
  const numbers: TextWriter = (text, x, y, size) => writers.byGlyphNumbers(text, x, y, size);
  const { objects, fonts } = writers.unmappedFont;

  test('mark their page for recognition, though many numbers of glyphs are characters too', async () => {
    const labels = form.cells.map((cell) => (/\d/.test(cell.lines[0]!) ? { ...cell, lines: [] } : cell));
    const content = drawTable({ ...form, cells: labels }, 'strokes', 842, numbers);
    const { warnings } = await readPdf(writePdf([{ content, fonts }], { objects }));
    expect(warnings).toMatchObject([{ code: 'no_text', place: 'page 1' }]);
  });

  test('are neither dropped nor trusted where they are figures', async () => {
    const content = drawTable(form, 'strokes', 842, (text, ...at) =>
      (/\d/.test(text) ? numbers : show)(text, ...at),
    );
    const [grid] = gridsOf(await readPdf(writePdf([{ content, fonts }], { objects })));
    const figure = grid!.cells.find(({ row, column }) => row === 2 && column === 3)!;
    expect(figure.text).toBe('\ufffd\ufffd\ufffd\ufffd');
    expect(figure.confidence).toBeLessThan(1);
    expect(figure.doubt).toBeDefined();
    expect(grid!.cells[0]).toMatchObject({ text: '项目名称', confidence: 1 });
  });
});
