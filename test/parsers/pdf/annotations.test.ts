import { describe, expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const texts = [
  ['指标', '数值', '权重'],
  ['清淤长度', '32', '5'],
  ['合格率', '', '6'],
];
const form = drawTable(
  {
    xs: [60, 200, 350, 500],
    ys: [60, 90, 120, 150],
    cells: texts.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
  },
  'strokes',
);
const cells = texts.flatMap((row, r) => row.map((text, column) => `${r},${column}${text ? ` ${text}` : ''}`));

/** An annotation over the last two rows, and what it draws in its box of 120 × 40 points. */
function laidOn(subtype: string, look: string, more = ''): TestObject[] {
  return [
    {
      number: 100,
      dict: `/Type /Annot /Subtype /${subtype} /F 4 /Rect [220 696 340 736] /AP << /N 101 0 R >> ${more}`,
    },
    {
      number: 101,
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 120 40] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>',
      stream: look,
    },
  ];
}

async function read(objects: TestObject[], catalog = '') {
  const page = { content: form, extra: '/Annots [100 0 R]' };
  return readPdf(writePdf([page], { objects, catalog }));
}

const framed = (text: string): string =>
  `0.8 0 0 RG 0.8 0 0 rg 1 w 2 2 116 36 re S ${show(text, 12, 15, 12)}`;

describe('what was laid on a form', () => {
  test.each([
    ['a stamp', laidOn('Stamp', framed('已审核')), '', '已审核'],
    [
      'a signature',
      laidOn('Widget', framed('数字签名者陈青禾'), '/FT /Sig /T (s) /V << /Type /Sig >>'),
      '/AcroForm << /SigFlags 3 /Fields [100 0 R] >>',
      '数字签名者陈青禾',
    ],
    ['a frame', laidOn('Square', '1 w 2 2 116 36 re S 1 20 m 118 20 l S'), '', null],
    [
      'dots',
      laidOn('Ink', Array.from({ length: 60 }, (_, i) => `${2 * i} 20 0.8 0.8 re f`).join('\n')),
      '',
      null,
    ],
  ])('stays out of it: %s', async (_, objects, catalog, text) => {
    const document = await read(objects, catalog);
    const [grid, ...more] = gridsOf(document);
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(cells);
    const aside = paragraphsOf(document).map((one) => [one.text, one.role]);
    expect(aside).toEqual(text === null ? [] : [[text, 'furniture']]);
  });

  test('is an entry where it was typed', async () => {
    const typed = laidOn('FreeText', `1 w 0 0 m 120 0 l S ${show('95', 50, 5, 9)}`, '/Contents (95)');
    const [grid] = gridsOf(await read(typed));
    expect(shape(grid!)).toEqual(cells.map((cell) => (cell === '2,1' ? '2,1 95' : cell)));
  });

  test.each([
    ['over a figure', show('应改', 46, 37, 9), '[220 696 340 736]'],
    [
      'on a ground of its own',
      `1 1 0.8 rg 0 0 120 40 re f 0 g ${show('请核实', 12, 15, 9)}`,
      '[270 720 330 745]',
    ],
    ['across the line of a cell that is filled', show('应为三十五', 5, 25, 9), '[320 696 440 736]'],
  ])('is a remark where it was typed %s', async (_, look, rect) => {
    const [annotation, drawn] = laidOn('FreeText', look);
    const dict = annotation!.dict.replace('[220 696 340 736]', rect);
    const document = await read([{ ...annotation!, dict }, drawn!]);
    expect(shape(gridsOf(document)[0]!)).toEqual(cells);
    expect(document.warnings).toEqual([]);
    expect(paragraphsOf(document).map(({ role }) => role)).toEqual(['furniture']);
  });

  test.each([
    ['typed, with its look left to the reader', '/Subtype /FreeText /Contents (95) /DA (/F1 9 Tf 0 g)', ''],
    [
      'a field that the form of the file does not list',
      '/Subtype /Widget /FT /Tx /T (a) /V (95)',
      '/AcroForm << /Fields [] >>',
    ],
    ['a field of no form', '/Subtype /Widget /FT /Tx /T (a) /V (95)', ''],
  ])('is an entry without a look: %s', async (_, dict, catalog) => {
    const objects = [{ number: 100, dict: `/Type /Annot /F 4 /Rect [220 700 340 718] ${dict}` }];
    const [grid] = gridsOf(await read(objects, catalog));
    expect(shape(grid!)).toEqual(cells.map((cell) => (cell === '2,1' ? '2,1 95' : cell)));
    const hidden = [{ ...objects[0]!, dict: objects[0]!.dict.replace('/F 4', '/F 2') }];
    expect(shape(gridsOf(await read(hidden, catalog))[0]!)).toEqual(cells);
  });
});

describe('a box of a form that is ticked', () => {
  const box = (kind: string, look: string): TestObject[] => [
    {
      number: 100,
      dict: `/Type /Annot /Subtype /Widget /FT /Btn ${kind} /T (b) /V /Yes /AS /Yes /F 4 /Rect [270 700 282 712] /MK << /CA (4) >> ${look}`,
    },
    {
      number: 101,
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 12 12] /Resources << /Font << /ZaDb 102 0 R >> >>',
      stream: 'BT /ZaDb 10 Tf 1 1 Td (4) Tj ET',
    },
    { number: 102, dict: '/Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats' },
  ];

  test.each([
    ['with a look', '', '/AP << /N << /Yes 101 0 R >> >>'],
    ['as one of several', '/Ff 32768', '/AP << /N << /Yes 101 0 R >> >>'],
    ['without a look', '', ''],
  ])('holds its tick and no figure: %s', async (_, kind, look) => {
    const [grid] = gridsOf(await read(box(kind, look), '/AcroForm << /Fields [100 0 R] >>'));
    expect(shape(grid!)).toContain('2,1 ✔');
  });

  test('holds nothing where it is not ticked', async () => {
    const objects = box('', '/AP << /N << /Yes 101 0 R >> >>').map((object) => ({
      ...object,
      dict: object.dict.replace('/AS /Yes', '/AS /Off').replace('/V /Yes', '/V /Off'),
    }));
    const [grid] = gridsOf(await read(objects, '/AcroForm << /Fields [100 0 R] >>'));
    expect(shape(grid!)).toEqual(cells);
  });
});
