import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blankBitmap, fillOutlines } from '../../../parsers/pages/drawn-text/bitmap.ts';
import { strokesOf } from '../../../parsers/pages/drawn-text/outlines.ts';
import { show, type TestObject, type TestPage, type WriterOptions, writePdf } from './pdf-writer.ts';
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

describe('a page whose characters were turned into curves', () => {
  test('is recognised as a picture of itself', async () => {
    const bytes = readFileSync(new URL('turned-into-curves.pdf', import.meta.url));
    const source = await readPdf(new Uint8Array(bytes));
    expect(source.pages[0]!.kind).toBe('scanned');
    const [grid] = gridsOf(source);
    expect(shape(grid!)).toContain('0,1 1×3 云溪灌区渠道清淤项目');
    expect(grid!.cells.filter(({ row }) => row === 2).map(({ text }) => text)).toEqual([
      '产出指标',
      '清淤渠道长度',
      '≥32.5公里',
      '10',
    ]);
  });

  test('fills outlines by either rule, and their sides as strokes', () => {
    const page = blankBitmap(12, 12);
    const outer = [1, 1, 11, 1, 11, 11, 1, 11];
    const inner = [3, 3, 9, 3, 9, 9, 3, 9];
    const inkAt = (x: number, y: number): boolean => page.data[y * 12 + x] === 0;
    fillOutlines(page, [outer, inner], 'evenodd', 0);
    expect([inkAt(2, 2), inkAt(5, 5), inkAt(0, 0)]).toEqual([true, false, false]);
    fillOutlines(page, [outer, inner], 'nonzero', 0);
    expect(inkAt(5, 5)).toBe(true);
    fillOutlines(page, strokesOf([[0, 6, 12, 6]], 2), 'nonzero', 255);
    expect([inkAt(5, 4), inkAt(5, 5), inkAt(5, 6), inkAt(5, 7)]).toEqual([true, false, false, true]);
  });
});

describe('texts that are no characters mark their page for recognition, where there is text as well', () => {
  const ways: [string, (x: number, y: number, w: number, h: number) => string][] = [
    [
      'turned into curves',
      (x, y, w, h) => `${x} ${y} m ${x + w} ${y} ${x + w} ${y} ${x + w} ${y + h} c ${x} ${y + h} l h f\n`,
    ],
    [
      'turned into corners',
      (x, y, w, h) =>
        `${x} ${y} m ${x + w} ${y} l ${x + w / 2} ${y + 1} l ${x + w} ${y + h} l ${x + 1} ${y + h} l ${x + w / 3} ${y + h / 2} l h f\n`,
    ],
    ['as small pictures', (x, y, w, h) => `q ${w} 0 0 ${h} ${x} ${y} cm /I Do Q\n`],
    ['as small masks', (x, y, w, h) => `q ${w} 0 0 ${h} ${x} ${y} cm /M Do Q\n`],
  ];
  const drawnBy = (draw: (typeof ways)[number][1], count: number): string =>
    Array.from({ length: count }, (_, i) =>
      draw(65 + (i % 30) * 14, 600 + Math.floor(i / 30) * 20, 4 + (i % 7) / 2, 4 + (i % 11) / 3),
    ).join('');
  const picture = '/Type /XObject /Subtype /Image /Width 8 /Height 2 /BitsPerComponent';
  const objects = [
    { number: 100, dict: `${picture} 8 /ColorSpace /DeviceGray`, stream: 'abcdefghijklmnop' },
    { number: 101, dict: `${picture} 1 /ImageMask true`, stream: 'Zq' },
  ];
  const resources = '/XObject << /I 100 0 R /M 101 0 R >>';
  test.each(ways)('%s', async (_, draw) => {
    const content = drawTable(form, 'strokes') + drawnBy(draw, 240);
    const { warnings } = await readPdf(writePdf([{ content, resources }], { objects }));
    expect(warnings).toMatchObject([{ code: 'no_text', place: 'page 1' }]);
  });

  test('a drawing beside texts marks nothing', async () => {
    const [, draw] = ways[0]!;
    const content = drawTable(form, 'strokes') + drawnBy(draw, 100);
    expect((await readPdf(writePdf([{ content }]))).warnings).toEqual([]);
    const alike = drawTable(form, 'strokes') + drawnBy((x, y) => draw(x, y, 5, 5), 240);
    expect((await readPdf(writePdf([{ content: alike }]))).warnings).toEqual([]);
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

  /** Chinese characters by one byte each, as fonts of 256 have them, all an em wide. */
  const byBytes = (from: number): { write: TextWriter; fonts: string; objects: TestObject[] } => {
    const numbers = new Map<string, number>();
    const numberOf = (character: string): number => {
      if (!numbers.has(character)) numbers.set(character, from + numbers.size);
      return numbers.get(character)!;
    };
    const write: TextWriter = (text, x, y, size) =>
      /[^ -~]/.test(text)
        ? `BT /F9 ${size} Tf ${x} ${y} Td <${writers.hexOf(Array.from(text, numberOf), 2)}> Tj ET\n`
        : show(text, x, y, size);
    const objects = [
      {
        number: 100,
        dict: `/Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Fiction /FirstChar 0 /LastChar 255 /Widths [${'1000 '.repeat(256)}] /FontDescriptor 101 0 R`,
      },
      {
        number: 101,
        dict: '/Type /FontDescriptor /FontName /ABCDEF+Fiction /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0',
      },
    ];
    return { write, fonts: '/F9 100 0 R', objects };
  };

  test.each([33, 161])(
    'mark their page and are not sure where they pass for Latin text: bytes from %i',
    async (from) => {
      const { write, ...more } = byBytes(from);
      const content = drawTable(form, 'strokes', 842, write);
      const page = { content, fonts: more.fonts };
      const { warnings, blocks } = await readPdf(writePdf([page], { objects: more.objects }));
      expect(warnings).toMatchObject([{ code: 'no_text', place: 'page 1' }]);
      const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
      expect(cells.filter(({ confidence }) => confidence === 1).map(({ text }) => text)).toEqual(
        form.cells.map(({ lines }) => lines.join('')).filter((text) => /^[ -~]+$/.test(text)),
      );
    },
  );

  test('are not meant where Latin text is full of signs', async () => {
    const signs = ['A & B', '#3 <= 5', '[x] {y}', '"one" = 2;', 'https://a.example/?b=c&d=e#f'];
    const content = signs.map((text, i) => show(text, 60, 400 - 40 * i, 10)).join('');
    const { warnings } = await readPdf(writePdf([{ content: drawTable(form, 'strokes') + content }]));
    expect(warnings).toEqual([]);
  });
});

describe('figures in a font whose map tells nothing, among texts of good fonts', () => {
  const signs = [...'0123456789.'];
  const numberOf = (sign: string): number => signs.indexOf(sign) + 1;
  const isFigure = (text: string): boolean => /^[\d.]+$/.test(text);
  const byNumber: TextWriter = (text, x, y, size) =>
    isFigure(text)
      ? `BT /F4 ${size} Tf ${x} ${y} Td <${writers.hexOf(Array.from(text, numberOf), 4)}> Tj ET\n`
      : show(text, x, y, size);
  const table = {
    xs: [60, 180, 260, 340],
    ys: [60, 84, 108],
    cells: [
      ['航标更新', '8.40', '9'],
      ['合计', '20.95', '7'],
    ].flatMap((texts, row) => texts.map((text, column) => ({ row, column, lines: [text] }))),
  };
  const { objects, fonts } = writers.unmappedFont;

  async function figures(
    map: ((sign: string) => string) | null,
    widths = '',
  ): Promise<(string | number)[][]> {
    const pairs = signs.map(
      (sign) =>
        `<${writers.hexOf([numberOf(sign)], 4)}> <${writers.hexOf([map?.(sign).charCodeAt(0) ?? 0], 4)}>`,
    );
    const stream = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <ffff> endcodespacerange ${signs.length} beginbfchar ${pairs.join(' ')} endbfchar endcmap end end`;
    const named = objects.map((object) => ({
      ...object,
      dict:
        object.dict +
        (object.number === 100 && map !== null
          ? ' /ToUnicode 110 0 R'
          : object.number === 101
            ? ` /W [1 [${widths}]]`
            : ''),
    }));
    const content = drawTable(table, 'strokes', 842, byNumber);
    const more = map === null ? [] : [{ number: 110, dict: '', stream }];
    const [grid] = gridsOf(await readPdf(writePdf([{ content, fonts }], { objects: [...named, ...more] })));
    expect(grid!.cells.find(({ text }) => text === '航标更新')?.confidence).toBe(1);
    return grid!.cells.filter(({ column }) => column > 0).map(({ text, confidence }) => [text, confidence]);
  }

  const digits = '500 '.repeat(10);

  test('are read and sure where it tells all', async () => {
    expect(await figures((sign) => sign, `${digits} 250`)).toEqual([
      ['8.40', 1],
      ['9', 1],
      ['20.95', 1],
      ['7', 1],
    ]);
  });

  test.each([
    ['is not there, and numbers of glyphs are those of tabs and ends of lines', null],
    ['makes all of them blanks', (): string => ' '],
    ['makes all of them nothing', (): string => '\u0000'],
  ] as const)('are shown as unknown where it %s', async (_, map) => {
    expect(await figures(map)).toEqual([
      ['\ufffd\ufffd\ufffd\ufffd', 0.8],
      ['\ufffd', 0.8],
      ['\ufffd\ufffd\ufffd\ufffd\ufffd', 0.8],
      ['\ufffd', 0.8],
    ]);
  });

  test('are not sure where it makes all of them one digit', async () => {
    const read = await figures(() => '1');
    expect(read.map(([, confidence]) => confidence)).toEqual([0.8, 0.8, 0.8, 0.8]);
  });

  test('are not sure where the width of a digit is that of a point: it is the map of other glyphs', async () => {
    const next = (sign: string): string => signs[(signs.indexOf(sign) + 1) % signs.length]!;
    const read = await figures(next, `${digits} 250`);
    expect(read.map(([, confidence]) => confidence)).toEqual([0.8, 0.8, 0.8, 0.8]);
  });
});
