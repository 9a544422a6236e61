import { describe, expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const form = drawTable(
  {
    xs: [60, 200, 350],
    ys: [60, 90, 120],
    cells: ['指标', '数值', '合格率', ''].map((text, i) => ({
      row: i >> 1,
      column: i % 2,
      lines: text ? [text] : [],
    })),
  },
  'strokes',
);

const utf16 = (text: string): string =>
  `<feff${Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

/** A field in the last cell, and how it looks. */
function field(dict: string, look?: string): TestObject[] {
  const own = look === undefined ? '' : '/AP << /N 101 0 R >>';
  const fonts = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
  return [
    { number: 100, dict: `/Type /Annot /Subtype /Widget /F 4 /Rect [220 730 340 748] /T (a) ${dict} ${own}` },
    { number: 101, dict: `/Type /XObject /Subtype /Form /BBox [0 0 120 18] ${fonts}`, stream: look ?? '' },
    { number: 102, dict: '', stream: '95' },
  ];
}

async function read(objects: TestObject[], content = '', annotations = '100 0 R') {
  const page = { content: form + content, extra: `/Annots [${annotations}]` };
  const source = await readPdf(
    writePdf([page], { objects, catalog: '/AcroForm << /Fields [100 0 R] /DA (/F1 9 Tf 0 g) >>' }),
  );
  return { source, cell: gridsOf(source)[0]!.cells[3]! };
}

const degrees = `/Opt [[(1) ${utf16('优')}] [(2) ${utf16('良')}]]`;
const date = ['2025', '年', '3', '月', '1', '日'];
const dated = date.map((text, i) => show(text, [5, 25, 34, 39, 48, 53][i]!, 5, 9)).join('');
const boxed = (text: string): string => [...text].map((c, i) => show(c, 15 * i + 5, 5, 9)).join('');

describe('a field shows', () => {
  test.each([
    ['a figure that should be a string', '/FT /Tx /V 95.50', undefined, '95.50'],
    ['a choice by a figure', `/FT /Ch /Ff 131072 /V 1 ${degrees}`, undefined, '优'],
    ['nothing where it has only a default', '/FT /Tx /DV (0)', undefined, ''],
    ['nothing where it has only a default and an empty look', '/FT /Tx /DV (0)', '', ''],
    ['its value where that is the default', '/FT /Tx /V (0) /DV (0)', undefined, '0'],
    ['a rate in its format', '/FT /Tx /V (0.9536)', show('95.4%', 5, 5, 9), '95.4%'],
    ['an amount in its format', '/FT /Tx /V (1268.5)', show('1,268.50', 5, 5, 9), '1,268.50'],
    ['a date in its format', '/FT /Tx /V (2025-03-01)', dated, '2025年3月1日'],
    [
      'characters in boxes as one',
      '/FT /Tx /Ff 16777216 /MaxLen 8 /V (20250301)',
      boxed('20250301'),
      '20250301',
    ],
    [
      'wrapped lines as one',
      `/FT /Tx /Ff 4096 /V ${utf16('完成清淤三十二公里并更换闸门四十座')}`,
      show('完成清淤三十二公里', 2, 10, 8) + show('并更换闸门四十座', 2, 1, 8),
      '完成清淤三十二公里并更换闸门四十座',
    ],
    ['its value where its font lacks Chinese', `/FT /Tx /V ${utf16('优95')}`, show('?95', 5, 5, 9), '优95'],
    [
      'what bytes of GB 2312 mean',
      '/FT /Tx /V <D3C53935>',
      show('优', 5, 5, 9) + show('95', 14, 5, 9),
      '优95',
    ],
  ])('%s', async (_, dict, look, text) => {
    const { cell } = await read(field(dict, look));
    expect([cell.text, cell.doubt]).toEqual([text, undefined]);
  });

  test.each([
    ['another figure than it holds', '/FT /Tx /V (95)', show('90', 5, 5, 9), '90', /holds another value: 95/],
    [
      'another choice',
      `/FT /Ch /Ff 131072 /V (1) ${degrees}`,
      show('良', 5, 5, 9),
      '良',
      /another value: 优/,
    ],
    ['bytes of GB 2312 alone', '/FT /Tx /V <D3C53935>', undefined, '优95', /no known encoding/],
  ])('%s, with doubt', async (_, dict, look, text, doubt) => {
    const { cell } = await read(field(dict, look));
    expect(cell.text).toBe(text);
    expect(cell.doubt).toMatch(doubt);
    expect(cell.confidence).toBeLessThan(1);
  });

  test('no value of a kind that is not read, which is told', async () => {
    for (const dict of ['/FT /Tx /V 102 0 R', '/FT /Tx /RV (<p>95</p>)']) {
      const { source, cell } = await read(field(dict));
      expect([cell.text, source.warnings.map(({ code }) => code)]).toEqual(['', ['text_left_out']]);
    }
  });

  test('the caption of a button beside the form', async () => {
    const { source, cell } = await read(field('/FT /Btn /Ff 65536', show('打印', 5, 5, 9)));
    expect(cell.text).toBe('');
    expect(paragraphsOf(source).map(({ role, text }) => [role, text])).toEqual([['furniture', '打印']]);
  });
});

describe('boxes in a cell', () => {
  const box = (isOn: boolean, number: number, x: number, tick: string): TestObject[] => {
    const state = isOn ? 'Yes' : 'Off';
    const frame = '0.5 w 0.5 0.5 9 9 re S';
    const look = '/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /Font << /F3 7 0 R >> >>';
    return [
      {
        number,
        dict: `/Type /Annot /Subtype /Widget /F 4 /Rect [${x} 732 ${x + 10} 742] /FT /Btn /T (b${x}) /V /${state} /AS /${state} /AP << /N << /Yes ${number + 1} 0 R /Off ${number + 2} 0 R >> >>`,
      },
      { number: number + 1, dict: look, stream: `${frame} ${tick}` },
      { number: number + 2, dict: look, stream: frame },
    ];
  };

  test.each([
    ['strokes', '2 5 m 4 2 l 8 8 l S'],
    ['an area', '2 2 6 6 re f'],
    ['a sign without a known meaning', 'BT /F3 9 Tf 1 0 0 1 1 1 Tm <4efc> Tj ET'],
  ])('are ticked by %s', async (_, tick) => {
    const boxes = [...box(true, 100, 222, tick), ...box(false, 103, 272, tick)];
    const labels = show('是', 234, 733, 9) + show('否', 284, 733, 9);
    const { cell } = await read(boxes, labels, '100 0 R 103 0 R');
    expect([cell.text, cell.confidence]).toEqual(['✔是 否', 1]);
  });
});

test.each(['天然气管网利用质量', '预算执行率', '2030年3月'])(
  'whose font is missing is read by its value and nothing is told: %s',
  async (value) => {
    const objects = field(`/FT /Tx /DA (/SimSun 9 Tf 0 g) /V ${utf16(value)}`);
    const page = { content: form, extra: '/Annots [100 0 R]' };
    const catalog = '/AcroForm << /Fields [100 0 R] /NeedAppearances true >>';
    const source = await readPdf(writePdf([page], { objects, catalog }));
    const cell = gridsOf(source)[0]!.cells[3]!;
    expect([cell.text, cell.confidence, source.warnings]).toEqual([value, 1, []]);
  },
);
