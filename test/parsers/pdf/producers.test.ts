import { describe, expect, test } from 'vitest';
import { type TestPage, type WriterOptions, writePdf } from './pdf-writer.ts';
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
