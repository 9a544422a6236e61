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
