import { describe, expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const frame = drawTable(
  { xs: [100, 240, 300], ys: [162, 202], cells: [0, 1].map((column) => ({ row: 0, column, lines: [] })) },
  'strokes',
);

const descriptor = (name: string): TestObject => ({
  number: 112,
  dict: `/Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0`,
});

/** A font with codes of two bytes, and what its map says of some: `0001 4f18`. Its glyphs are half an em wide but for those named. */
function composite(name: string, map: readonly string[], widths = ''): TestObject[] {
  const entries = map.map((entry) => entry.replace(/(\w+) (\w+)/, '<$1> <$2>')).join(' ');
  return [
    {
      number: 110,
      dict: `/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [111 0 R] /ToUnicode 113 0 R`,
    },
    {
      number: 111,
      dict: `/Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW 500 /W [${widths}] /FontDescriptor 112 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>`,
    },
    descriptor(name),
    {
      number: 113,
      dict: '',
      stream: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${entries} endbfchar endcmap end end`,
    },
  ];
}

const simple = (name: string, width = 900, number = 110): TestObject[] => [
  {
    number,
    dict: `/Type /Font /Subtype /TrueType /BaseFont /${name} /FirstChar 32 /LastChar 255 /Widths [${Array(224).fill(width).join(' ')}] /FontDescriptor 112 0 R`,
  },
  descriptor(name),
];

/** A piece of a font that is drawn by procedures: the codes, characters and widths of some glyphs. */
function drawn(number: number, map: readonly string[]): TestObject[] {
  const glyphs = map.map((entry) => entry.split(' ') as [string, string, string]);
  const widths = Array<string>(256).fill('0');
  for (const [code, , width] of glyphs) widths[Number.parseInt(code, 16)] = width;
  const names = glyphs.map(([code]) => `${Number.parseInt(code, 16)} /g${code}`).join(' ');
  const procedures = glyphs.map(([code]) => `/g${code} ${number + 4} 0 R`).join(' ');
  const characters = glyphs.map(([code, text]) => `<${code}> <${text}>`).join(' ');
  return [
    {
      number,
      dict: `/Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 255 /Widths [${widths.join(' ')}] /Encoding << /Differences [${names}] >> /CharProcs << ${procedures} >> /Resources << >> /ToUnicode ${number + 3} 0 R`,
    },
    {
      number: number + 3,
      dict: '',
      stream: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <00> <ff> endcodespacerange ${map.length} beginbfchar ${characters} endbfchar endcmap end end`,
    },
    { number: number + 4, dict: '', stream: '1000 0 0 -120 1000 880 d1 100 0 300 700 re f' },
  ];
}

function sourceOf(objects: TestObject[], codes: string, more = '') {
  const content = `${frame}BT /F4 10 Tf 1 0 0 1 120 660 Tm <${codes}> Tj ${more} ET`;
  const fonts = `/F4 110 0 R ${more === '' ? '' : '/F5 120 0 R'}`;
  return readPdf(writePdf([{ content, fonts }], { objects }));
}

async function cellOf(...page: Parameters<typeof sourceOf>) {
  return gridsOf(await sourceOf(...page))[0]!.cells[0]!;
}

describe('characters of which a map says nothing', () => {
  const mapped = ['0101 4f18', '0102 826f', '0014 0031', '0015 0032'];

  test.each([
    ['digits that are as wide as Chinese', mapped, '48 [1000]', '010100140030', '优1�'],
    ['Chinese', mapped, '', '010100144e00', '优1�'],
    ['a digit of a font that lacks others', mapped, '', '0101001400300005', '优1��'],
  ])('are the numbers of glyphs, and no %s', async (_, map, widths, codes, text) => {
    const cell = await cellOf(composite('ABCDEF+Fiction', map, widths), codes);
    expect([cell.text, cell.confidence]).toEqual([text, 0.8]);
  });

  test.each([
    ['its number by chance', [...mapped, '0035 0035'], '0101010200140035', '优良15'],
    ['its number as all others are', ['4f18 4f18', '0039 0039'], '4f180039', '优9'],
    [
      'its number as most others are',
      [...['4f18', '0039', '0038', '0037'].map((code) => `${code} ${code}`), '0102 826f'],
      '4f180039003800370102',
      '优987良',
    ],
  ])('are none where a character has %s', async (_, map, codes, text) => {
    const cell = await cellOf(composite('ABCDEF+Fiction', map), codes);
    expect([cell.text, cell.confidence]).toEqual([text, 1]);
  });
});

/** As LibreOffice writes letters of Symbol and of Wingdings: ≥, 9 and 0 of the one, ☑ and □ of the other. */
const openSymbol = composite(
  'ABCDEF+OpenSymbol',
  ['0001 f0b3', '0002 f039', '0003 f030', '0004 f0fe', '0005 f0a8', '0006 f0fe'],
  '1 [794 500 500 925 890 494]',
);

describe('fonts of signs', () => {
  test.each([
    ['Wingdings', simple('Wingdings'), 'fcfea86f', '✓☑□□'],
    ['Wingdings of a subset', simple('ABCDEF+Wingdings-Regular'), 'fe', '☑'],
    ['Wingdings 2', simple('Wingdings2'), '5052a3', '✓☑□'],
    ['letters of private use', composite('ABCDEF+Wingdings2', ['0001 f052']), '0001', '☑'],
    ['letters of private use of Symbol', composite('ABCDEF+SymbolMT', ['0001 f0b3']), '0001', '≥'],
    ['letters that a map names', composite('ABCDEF+Wingdings', ['0001 00fc']), '0001', '✓'],
    ['signs that a map names', composite('ABCDEF+Wingdings', ['0001 2611']), '0001', '☑'],
    ['the letters of Symbol', simple('Symbol'), 'b3b1b4', '≥±×'],
    ['letters of several fonts, told by their widths', openSymbol, '00010002000300040005', '≥90☑□'],
  ])('show what their letters stand for: %s', async (_, objects, codes, text) => {
    const cell = await cellOf(objects, codes);
    expect([cell.text, cell.confidence]).toEqual([text, 1]);
  });

  test('without a table show what nobody tells', async () => {
    const cell = await cellOf(simple('ABCDEF+MTExtra'), '4c');
    expect([cell.text, cell.confidence]).toEqual(['�', 0.8]);
  });

  test('show what nobody tells where another sign has their letter', async () => {
    const cell = await cellOf(openSymbol, '0006');
    expect([cell.text, cell.confidence]).toEqual(['�', 0.8]);
  });

  test.each([
    ['an empty place', 250, true],
    ['a sign', 549, false],
  ])('are in doubt where a letter of Standard Symbols is drawn as %s', async (_, width, inDoubt) => {
    const cell = await cellOf(composite('ABCDEF+StandardSymbolsPS', ['0001 f0b3'], `1 [${width}]`), '0001');
    expect([cell.text, cell.doubt !== undefined]).toEqual(['≥', inDoubt]);
  });
});

describe('numbers of glyphs', () => {
  const pieces = (width: number) => [
    ...simple('ABCDEF+Fiction_2a', width),
    simple('BCDEFG+Fiction_2b', width + 1, 120)[0]!,
  ];

  test.each([
    ['letters an em wide', 1000, 0.8],
    ['letters as wide as letters are', 600, 1],
  ])('in pieces of a font that write two or three each are told together: %s', async (_, width, sure) => {
    const cell = await cellOf(pieces(width), 'e9f1', '/F5 10 Tf <f9ee> Tj');
    expect(cell.confidence).toBe(sure);
  });

  test.each([
    ['a map of the file that gives others than their codes', 29, 1],
    ['none, for the map gives the codes themselves', 0, 0.8],
  ])('are no signs beside Chinese (>=, <=, [, *) of a font with %s', async (_, before, sure) => {
    const map = ['3e', '3d', '3c', '2a', '5b', '5d', '31'].map(
      (text) => `${(Number.parseInt(text, 16) - before).toString(16).padStart(4, '0')} 00${text}`,
    );
    const codes = map.map((entry) => entry.slice(0, 4)).join('');
    const source = await sourceOf(composite('ABCDEF+Fiction', map), codes);
    expect(gridsOf(source)[0]!.cells[0]!.confidence).toBe(sure);
    expect(source.warnings.map(({ code }) => code)).toEqual(sure === 1 ? [] : ['no_text']);
  });

  test.each([
    ['over Extension A and the others', ['3a51', '41d2', '4693', '49d7', 'a010', 'b2d4'], 0.8],
    ['over scripts', ['0915', '0e01', '1203', '1345', '0904', '05d0'], 0.8],
    ['over none but one, Tibetan', ['0f40', '0f41', '0f42', '0f44', '0f45', '0f46'], 1],
  ])('that pass for characters are told where they are strewn %s', async (_, texts, sure) => {
    const map = ['7bd2', '5f97', ...texts].map(
      (text, i) => `${(0x201 + i).toString(16).padStart(4, '0')} ${text}`,
    );
    const codes = map.map((entry) => entry.slice(0, 4)).join('');
    const source = await sourceOf(composite('ABCDEF+Fiction', map), codes + codes);
    expect(gridsOf(source)[0]!.cells[0]!.confidence).toBe(sure);
    expect(source.warnings.map(({ code }) => code)).toEqual(sure === 1 ? [] : ['no_text']);
  });
});

test('letters that character spacing sets apart are one word, and a figure', async () => {
  const spread = (text: string, y: number, by: number): string => show(text, 110, y, 8, `${by} Tc`);
  const content = `${frame}${spread('1268.50', 670, 6)}${spread('budget', 655, 5)}`;
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grid!.cells[0]!.text.replace(/\s/g, ' ')).toBe('1268.50 budget');
});

test('white letters with dark outlines are read, and those that clip as well', async () => {
  const content = `${frame}q 1 g ${show('95', 120, 670, 10, '2 Tr')} Q q 1 g ${show('87', 120, 650, 10, '5 Tr')} Q`;
  const source = await readPdf(writePdf([{ content }]));
  expect([gridsOf(source)[0]!.cells[0]!.text, source.warnings]).toEqual(['95\n87', []]);
});

describe('maps of which a program folded the two bytes of a character into one', () => {
  const mapped = ['0101 4f18', '0102 826f', '0014 0031', '0015 0032', '0016 0033', '0017 0067'];
  const widths = '257 [1000 1000 1000 1000 1000]';

  test('give brackets and the character for a year as letters an em wide: they are unknown, and so are letters out of their order', async () => {
    const folded = [...mapped.slice(0, 5), '0103 00ff', '0104 0100', '0105 0080', '0090 0067'];
    const cell = await cellOf(
      composite('ABCDEF+Fiction', folded, widths),
      '010101030090001401050015001601040102',
    );
    expect([cell.text, cell.confidence]).toEqual(['优\ufffd\ufffd1\ufffd23\ufffd良', 0.8]);
  });

  test('are proved by figures an em wide in a piece of a font whose others are not; letters that Chinese fonts have so wide are unknown then', async () => {
    const some = drawn(110, ['01 4f18 1000', '14 0031 500', '15 0032 500', '16 0033 500', '7c 00f3 1000']);
    const cell = await cellOf([...some, ...drawn(120, ['7b 0032 1000'])], '017c141516', '/F5 10 Tf <7b> Tj');
    expect([cell.text, cell.confidence]).toEqual(['优\ufffd123\ufffd', 0.8]);
  });

  test('are no maps whose letters are an em wide as GBK has them', async () => {
    const cell = await cellOf(
      composite('ABCDEF+Fiction', [...mapped, '0103 00d7', '0104 00e9', '0105 00b1'], widths),
      '010101030104010500140017',
    );
    expect(cell.text).toBe('优×é±1g');
    expect(cell.confidence).toBeGreaterThan(0.8);
  });
});
