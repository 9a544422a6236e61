import { describe, expect, test } from 'vitest';
import { show, type TestPage, type WriterOptions, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { expected, form } from './small-form.ts';
import { type DrawnCell, type DrawnTable, drawTable } from './table-drawing.ts';

async function read(page: TestPage, options: WriterOptions = {}): Promise<string[]> {
  const grids = gridsOf(await readPdf(writePdf([page], options)));
  expect(grids).toHaveLength(1);
  return shape(grids[0]!);
}

const drawn = drawTable(form, 'strokes');
/** The texts of the form alone. */
const texts = drawTable({ ...form, open: ['top', 'bottom', 'left', 'right'] }, 'strokes').replace(
  /^.* S$/gm,
  '',
);

interface Side {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
/** Box of a cell in page space, y upwards. */
function boxOf({ row, column, rowSpan = 1, columnSpan = 1 }: DrawnCell, { xs, ys }: DrawnTable = form): Side {
  return {
    x0: xs[column]!,
    x1: xs[column + columnSpan]!,
    y0: 842 - ys[row + rowSpan]!,
    y1: 842 - ys[row]!,
  };
}
const eachCell = (draw: (box: Side) => string): string =>
  form.cells.map((cell) => draw(boxOf(cell))).join('\n');

describe('the form reads the same with its borders drawn', () => {
  const t = 0.48;
  const ways: Record<string, (box: Side) => string> = {
    'as filled boxes with small boxes at the corners': ({ x0, y0, x1, y1 }) =>
      [
        [x0, y1 - t, t, t],
        [x0 + t, y1 - t, x1 - x0 - t, t],
        [x0, y0 + t, t, y1 - y0 - 2 * t],
        [x1, y0 + t, t, y1 - y0 - 2 * t],
        [x0, y0, t, t],
        [x0 + t, y0, x1 - x0 - t, t],
      ]
        .map((box) => `${box.map((v) => v.toFixed(2)).join(' ')} re f`)
        .join('\n'),
    'inside the clip of every cell': ({ x0, y0, x1, y1 }) =>
      `q ${x0 - 0.2} ${y0 - 0.2} ${x1 - x0 + 0.4} ${y1 - y0 + 0.4} re W* n 0.7 w 1 J ${x0} ${y0} m ${x1} ${y0} l S ${x0} ${y0} m ${x0} ${y1} l S ${x1} ${y0} m ${x1} ${y1} l S ${x0} ${y1} m ${x1} ${y1} l S Q`,
    'as closed paths that are filled': ({ x0, y0, x1, y1 }) =>
      [
        [x0, y0, x1, y0 + t],
        [x0, y1 - t, x1, y1],
        [x0, y0, x0 + t, y1],
        [x1 - t, y0, x1, y1],
      ]
        .map(([a, b, c, d]) => `${a} ${b} m ${c} ${b} l ${c} ${d} l ${a} ${d} l h f*`)
        .join('\n'),
    'as frames with a hole': ({ x0, y0, x1, y1 }) =>
      `${x0} ${y0} ${x1 - x0} ${y1 - y0} re ${x0 + t} ${y0 + t} ${x1 - x0 - 2 * t} ${y1 - y0 - 2 * t} re f*`,
    'as frames whose hole is drawn first': ({ x0, y0, x1, y1 }) =>
      `${x0 + t} ${y0 + t} ${x1 - x0 - 2 * t} ${y1 - y0 - 2 * t} re ${x0} ${y0} ${x1 - x0} ${y1 - y0} re f*`,
    'as rounded lines of dots': ({ x0, y0, x1, y1 }) =>
      `q 1 J [0 1.5] 0 d 0.75 w ${x0} ${y0} ${x1 - x0} ${y1 - y0} re S Q`,
    'as thin pictures': ({ x0, y0, x1, y1 }) =>
      [
        [x1 - x0, t, x0, y0],
        [x1 - x0, t, x0, y1 - t],
        [t, y1 - y0, x0, y0],
        [t, y1 - y0, x1 - t, y0],
      ]
        .map(([w, h, x, y]) => `q ${w} 0 0 ${h} ${x} ${y} cm /I Do Q`)
        .join('\n'),
    'as many pictures of one size': ({ x0, y0, x1, y1 }) => {
      const along = (from: number, to: number): number[] =>
        Array.from({ length: Math.ceil((to - from) / 5) }, (_, i) => Math.min(from + i * 5, to - 5));
      const level = [y0, y1].flatMap((y) => along(x0, x1).map((x) => `q 5 0 0 ${t} ${x} ${y} cm /I Do Q`));
      const upright = [x0, x1].flatMap((x) => along(y0, y1).map((y) => `q ${t} 0 0 5 ${x} ${y} cm /I Do Q`));
      return [...level, ...upright].join('\n');
    },
    'as strokes with a fine gap beside their double': ({ x0, y0, x1, y1 }) =>
      `0.25 w ${x0 + 0.15} ${y0 + 0.15} ${x1 - x0 - 0.3} ${y1 - y0 - 0.3} re S`,
    'as wide strokes under a narrow white cell': ({ x0, y0, x1, y1 }) =>
      `0 G 0.6 w 1 g ${x0} ${y0} ${x1 - x0} ${y1 - y0} re B 0 g`,
    'as one path for a side, in a scaled frame': ({ x0, y0, x1, y1 }) =>
      `q 0.12 0 0 0.12 0 0 cm 4 w ${x0 / 0.12} ${y0 / 0.12} m ${x1 / 0.12} ${y0 / 0.12} l ${x1 / 0.12} ${y1 / 0.12} l ${x0 / 0.12} ${y1 / 0.12} l s Q`,
    'as strokes that a pattern colours': ({ x0, y0, x1, y1 }) =>
      `q /Pattern CS /P1 SCN 0.5 w ${x0} ${y0} ${x1 - x0} ${y1 - y0} re S Q`,
  };
  const resources = '/XObject << /I 100 0 R >> /Pattern << /P1 101 0 R >>';
  const objects = [
    {
      number: 100,
      dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      stream: '\u0000',
    },
    {
      number: 101,
      dict: '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 2 2] /XStep 2 /YStep 2 /Resources << >>',
      stream: '0 0 2 2 re f',
    },
  ];
  test.each(Object.entries(ways))('%s', async (_, draw) => {
    expect(await read({ content: `${eachCell(draw)}\n${texts}`, resources }, { objects })).toEqual(expected);
  });
});

describe('the form reads the same on a page', () => {
  const pages: Record<string, TestPage> = {
    'whose origin lies elsewhere': {
      content: `q 1 0 0 1 -300 -200 cm ${drawn} Q`,
      mediaBox: '[-300 -200 295 642]',
    },
    'cropped at an origin of its own': {
      content: `q 1 0 0 1 100 50 cm ${drawn} Q`,
      mediaBox: '[0 0 800 1000]',
      extra: '/CropBox [100 50 695 892]',
    },
    'whose boxes name their corners the other way round': { content: drawn, mediaBox: '[595 842 0 0]' },
    'turned by 90 and written upright': {
      content: `q 0 1 -1 0 842 0 cm ${drawn} Q`,
      width: 842,
      height: 595,
      extra: '/Rotate 90',
    },
    'turned by 180 and written upright': {
      content: `q -1 0 0 -1 595 842 cm ${drawn} Q`,
      extra: '/Rotate 180',
    },
    'turned by 270, in units of two points, cropped': {
      content: `q 0 -1 1 0 50 645 cm ${drawn} Q`,
      mediaBox: '[0 0 1000 800]',
      extra: '/Rotate 270 /UserUnit 2 /CropBox [50 50 892 645]',
    },
    'turned backwards': {
      content: `q 0 -1 1 0 0 595 cm ${drawn} Q`,
      width: 842,
      height: 595,
      extra: '/Rotate -90',
    },
  };
  test.each(Object.entries(pages))('%s', async (_, page) => {
    expect(await read(page)).toEqual(expected);
  });
});

describe('the form reads the same', () => {
  const fonts = '/Font << /F1 3 0 R /F2 4 0 R >>';
  const group = (number: number, stream: string, dict = '', inside = ''): WriterOptions['objects'] => [
    {
      number,
      dict: `/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] /Resources << ${fonts} ${inside} >> ${dict}`,
      stream,
    },
  ];

  test('inside three drawings, each in a frame of its own', async () => {
    const objects = [
      ...group(100, '0.5 0 0 0.5 0 0 cm /B Do', '/Matrix [2 0 0 2 100 0]', '/XObject << /B 101 0 R >>')!,
      ...group(101, 'q 0 1 -1 0 0 0 cm /C Do Q', '/Matrix [1 0 0 1 -100 0]', '/XObject << /C 102 0 R >>')!,
      ...group(102, drawn, '/Matrix [0 -1 1 0 0 0]')!,
    ];
    const resources = '/XObject << /A 100 0 R >>';
    expect(await read({ content: 'q /A Do Q', resources }, { objects })).toEqual(expected);
  });

  test('beside layers that are not shown', async () => {
    const objects = [
      { number: 100, dict: '/Type /OCG /Name (Draft)' },
      { number: 101, dict: '/Type /OCMD /OCGs [100 0 R] /P /AllOn' },
      ...group(102, show('999', 340, 842 - 175), '/OC 100 0 R')!,
    ];
    const catalog = '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] /Order [] >> >>';
    const resources = '/Properties << /L 100 0 R /M 101 0 R >> /XObject << /X 102 0 R >>';
    const hidden = `/OC /L BDC ${show('777', 340, 842 - 165)} EMC /OC /M BDC ${show('888', 340, 842 - 185)} 0.5 w 375 652 m 375 692 l S EMC /X Do`;
    const bytes = writePdf([{ content: `${drawn} ${hidden}`, resources }], { objects, catalog });
    const source = await readPdf(bytes);
    expect(shape(gridsOf(source)[0]!)).toEqual(expected);
    expect(source.warnings.map(({ message }) => message.en).join()).toMatch(/777/);
  });

  const fields = (appearance: boolean): WriterOptions['objects'] =>
    form.cells
      .filter(({ column, lines }) => column > 1 && lines.length === 1)
      .flatMap((cell, i) => {
        const { x0, y0, x1, y1 } = boxOf(cell);
        const [text = ''] = cell.lines;
        const value = `<feff${Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
        const look = appearance ? `/AP << /N ${301 + 2 * i} 0 R >>` : '';
        return [
          {
            number: 300 + 2 * i,
            dict: `/Type /Annot /Subtype /Widget /FT /Tx /T (f${i}) /V ${value} /F 4 /DA (/F1 9 Tf 0 g) /Rect [${x0 + 1} ${y0 + 1} ${x1 - 1} ${y1 - 1}] ${look}`,
          },
          {
            number: 301 + 2 * i,
            dict: `/Type /XObject /Subtype /Form /BBox [0 0 ${x1 - x0 - 2} ${y1 - y0 - 2}] /Resources << ${fonts} >>`,
            stream: `/Tx BMC q ${show(text, 3, 8, 9)} Q EMC`,
          },
        ];
      });
  const kept = new Set(form.cells.filter(({ column, lines }) => column > 1 && lines.length === 1));
  const blank = drawTable(
    { ...form, cells: form.cells.map((cell) => (kept.has(cell) ? { ...cell, lines: [] } : cell)) },
    'strokes',
  );
  const numbers = Array.from({ length: kept.size }, (_, i) => `${300 + 2 * i} 0 R`).join(' ');

  test('filled in as fields that show their values', async () => {
    const catalog = `/AcroForm << /Fields [${numbers}] /DR << ${fonts} >> >>`;
    const page = { content: blank, extra: `/Annots [${numbers}]` };
    expect(await read(page, { objects: fields(true)!, catalog })).toEqual(expected);
  });

  test.each([
    ['whose look is left to the reader', '/NeedAppearances true', false],
    ['that have a look which the reader is to make anew', '/NeedAppearances true', true],
    ['without any look', '', false],
  ])('filled in as fields %s', async (_, wish, appearance) => {
    const catalog = `/AcroForm << /Fields [${numbers}] ${wish} /DR << ${fonts} >> >>`;
    const page = { content: blank, extra: `/Annots [${numbers}]` };
    expect(await read(page, { objects: fields(appearance)!, catalog })).toEqual(expected);
  });

  test('filled in as a field of several lines; one that is hidden stays so', async () => {
    const field = (number: number, value: string, rect: string, more: string) => ({
      number,
      dict: `/Type /Annot /Subtype /Widget /FT /Tx /T (f${number}) /V ${value} /DA (/F1 9 Tf 0 g) /Rect [${rect}] ${more}`,
    });
    const objects = [
      field(300, '(a long value that the field has to wrap)', '332 654 418 690', '/F 4 /Ff 4096'),
      field(301, '(secret)', '422 654 498 690', '/F 2'),
    ];
    const cells = form.cells.map((cell) =>
      cell.row === 2 && cell.column > 2 ? { ...cell, lines: [] } : cell,
    );
    const catalog = '/AcroForm << /Fields [300 0 R 301 0 R] >>';
    const page = {
      content: drawTable({ ...form, cells }, 'strokes'),
      extra: '/Annots [300 0 R 301 0 R]',
    };
    const lines = await read(page, { objects, catalog });
    expect(lines).toContain('2,3 a long value that the field has to wrap');
    expect(lines).toContain('2,4');
  });
});
