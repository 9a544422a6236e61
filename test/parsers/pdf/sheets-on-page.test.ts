import { describe, expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnTable, drawTable } from './table-drawing.ts';

/** Columns of a table at the foot of one page and at the head of the next. */
function table(rows: readonly (readonly string[])[], top: number): DrawnTable {
  return {
    xs: [60, 150, 260, 420, 530],
    ys: Array.from({ length: rows.length + 1 }, (_, i) => top + i * 40),
    size: 10,
    cells: rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
  };
}

const first = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '疏浚沟渠长度', '≥12公里'],
  ['产出指标', '质量指标', '工程验收合格率', '≥98%'],
];
const second = [
  ['效益指标', '生态效益指标', '渠岸绿化率', '≥80%'],
  ['满意度指标', '服务对象满意度', '灌区农户满意度', '≥92%'],
];
const contents = [
  `${show('沟渠疏浚项目绩效目标表', 200, 800, 14)}${drawTable(table(first, 660), 'strokes')}`,
  drawTable(table(second, 60), 'strokes'),
];
const fonts = '/Font << /F1 3 0 R /F2 4 0 R /F3 7 0 R >>';

/** Both pages as forms, drawn at places of one page. */
function onePage(places: readonly string[], { width = 842, height = 595, drawn = '' } = {}) {
  const objects = contents.map(
    (stream, i): TestObject => ({
      number: 100 + i,
      dict: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${fonts} >>`,
      stream,
    }),
  );
  const content = places.map((place, i) => `q ${place} cm /X${i} Do Q\n`).join('') + drawn;
  const resources = '/XObject << /X0 100 0 R /X1 101 0 R >>';
  return readPdf(writePdf([{ width, height, content, resources }], { objects }));
}

describe('pages that a printer put on one', () => {
  const whole = [...first, ...second].flatMap((row, r) =>
    row.map((text, column) => `${r},${column} ${text}`),
  );

  test.each([
    ['side by side', ['.7 0 0 .7 2 2', '.7 0 0 .7 423 2'], {}],
    [
      'side by side, lines drawn round them',
      ['.65 0 0 .65 20 20', '.65 0 0 .65 440 20'],
      { drawn: '20 20 387 547 re S 440 20 387 547 re S' },
    ],
    ['one below the other', ['.5 0 0 .5 150 421', '.5 0 0 .5 150 0'], { width: 595, height: 842 }],
    ['two of four places', ['.5 0 0 .5 0 421', '.5 0 0 .5 297.5 421'], { width: 595, height: 842 }],
    ['turned on their side', ['0 .7 -.7 0 591 2', '0 .7 -.7 0 591 423'], { width: 595, height: 842 }],
  ])('have one table where it goes on from one to the next: %s', async (_, places, page) => {
    const grids = gridsOf(await onePage(places, page));
    expect(grids.map(shape)).toEqual([whole]);
    expect(grids[0]!.parts.map((part) => part.page)).toEqual([1, 1]);
  });

  test('lie where the page shows them', async () => {
    const [grid] = gridsOf(
      await onePage(['.5 0 0 .5 0 421', '.5 0 0 .5 297.5 421'], { width: 595, height: 842 }),
    );
    const last = grid!.cells.at(-1)!;
    expect(last.location.page).toBe(1);
    expect(last.location.box!.x1).toBeCloseTo(297.5 + 265, 0);
    expect(last.location.box!.y1).toBeCloseTo(70, 0);
  });
});

describe('pages that a printer put on one and drew without forms', () => {
  const whole = [...first, ...second].flatMap((row, r) =>
    row.map((text, column) => `${r},${column} ${text}`),
  );

  /** Both pages, drawn at places of one page as if they had never been two. */
  const flat = (places: readonly string[], { width = 842, height = 595, drawn = '' } = {}) =>
    readPdf(
      writePdf([
        {
          width,
          height,
          content: places.map((place, i) => `q ${place} cm ${contents[i]} Q\n`).join('') + drawn,
        },
      ]),
    );
  const tall = { width: 595, height: 842 };

  test.each([
    ['side by side', ['.7 0 0 .7 2 2', '.7 0 0 .7 423 2'], {}],
    [
      'side by side, lines drawn round them',
      ['.65 0 0 .65 20 20', '.65 0 0 .65 440 20'],
      { drawn: '20 20 387 547 re S 440 20 387 547 re S' },
    ],
    ['two of four places', ['.5 0 0 .5 0 421', '.5 0 0 .5 297.5 421'], tall],
    ['two of four places, below each other', ['.5 0 0 .5 0 421', '.5 0 0 .5 0 0'], tall],
    ['two of six places', ['.35 0 0 .35 36 300', '.35 0 0 .35 316 300'], {}],
    ['in the middle of a page that is too high', ['.5 0 0 .5 0 210', '.5 0 0 .5 297.5 210'], tall],
    ['the first at the right', ['.7 0 0 .7 423 2', '.7 0 0 .7 2 2'], {}],
  ])('have one table where it goes on from one to the next: %s', async (_, places, page) => {
    const grids = gridsOf(await flat(places, page));
    expect(grids.map(shape)).toEqual([whole]);
    expect(grids[0]!.parts.map((part) => part.page)).toEqual([1, 1]);
  });

  const pages = Array.from({ length: 4 }, (_, page) =>
    Array.from({ length: 19 }, (_, row) => {
      const n = page * 19 + row;
      return n === 0 ? ['序号', '水闸', '位置', '座数'] : [`${n}`, `水闸${n}`, `${n}公里处`, `${n % 7}`];
    }),
  );
  const fourOf = (at: readonly [string, string, string, string], numbered: boolean, size = tall) =>
    readPdf(
      writePdf([
        {
          ...size,
          content: pages
            .map((rows, i) => {
              const number = numbered ? show(`- ${i + 1} -`, 280, 20, 10) : '';
              return `q .5 0 0 .5 ${at[i]} cm ${drawTable(table(rows, 40), 'strokes')} ${number} Q`;
            })
            .join('\n'),
        },
      ]),
    );
  const firstOfEach = [0, 19, 38, 57];

  test('are read downwards first where their numbers say so', async () => {
    const source = await fourOf(['0 421', '0 0', '297.5 421', '297.5 0'], true);
    const [grid] = gridsOf(source);
    const texts = firstOfEach.map((row) => grid!.cells.find((c) => c.row === row && c.column === 2)!.text);
    expect(texts).toEqual(['位置', '19公里处', '38公里处', '57公里处']);
    expect(source.warnings).toEqual([]);
  });

  test('are doubted where several rows of them lie on their side', async () => {
    const turned = [
      '0 .5 -.5 0 421 0',
      '0 .5 -.5 0 842 0',
      '0 .5 -.5 0 421 297.5',
      '0 .5 -.5 0 842 297.5',
    ] as const;
    const source = await fourOf(turned, true, { width: 842, height: 595 });
    expect(source.warnings.map(({ code }) => code)).toEqual(['uncertain_grid']);
  });

  test('are doubted where nothing says which of four is the second', async () => {
    const source = await fourOf(['0 421', '297.5 421', '0 0', '297.5 0'], false);
    const [grid] = gridsOf(source);
    expect(grid!.confidence).toBeLessThanOrEqual(0.8);
    expect(source.warnings.map(({ code, place }) => [code, place])).toEqual([['uncertain_grid', 'page 1']]);
  });
});

test('tables side by side below one title are one page', async () => {
  const beside = { ...table(second, 400), xs: [40, 140, 200, 300, 390] };
  const other = { ...table(second, 400), xs: [452, 552, 612, 712, 802] };
  const content = `${show('收入支出情况表', 340, 540, 14)}${drawTable(beside, 'strokes')}${drawTable(other, 'strokes')}`;
  const grids = gridsOf(await readPdf(writePdf([{ width: 842, height: 595, content }])));
  expect(grids.map(({ rows, parts }) => [rows, parts.length])).toEqual([
    [2, 1],
    [2, 1],
  ]);
});

test('strips of one page are not pages', async () => {
  const rows = [...first, ...second];
  const stream = drawTable(table(rows, 321), 'strokes');
  const objects = ['0 421 595 421', '0 0 595 421'].map((box, i): TestObject => {
    const [x0, y0, width, height] = box.split(' ').map(Number) as [number, number, number, number];
    return {
      number: 100 + i,
      dict: `/Type /XObject /Subtype /Form /BBox [${x0} ${y0} ${x0 + width} ${y0 + height}] /Resources << ${fonts} >>`,
      stream,
    };
  });
  const source = await readPdf(
    writePdf([{ content: 'q /X0 Do Q q /X1 Do Q', resources: '/XObject << /X0 100 0 R /X1 101 0 R >>' }], {
      objects,
    }),
  );
  expect(gridsOf(source).map(({ rows: n, parts }) => [n, parts.length])).toEqual([[5, 1]]);
});

test('a form in a group that is blended as one, alone on its page', async () => {
  const group = (number: number, more: string, stream: string): TestObject => ({
    number,
    dict: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${more}`,
    stream,
  });
  const objects = [
    group(100, '/Group << /S /Transparency >> /Resources << /XObject << /X1 101 0 R >> >>', '/X1 Do'),
    group(101, `/Resources << ${fonts} >>`, contents[0]!),
  ];
  const page = { content: '/X0 Do', resources: '/XObject << /X0 100 0 R >>' };
  const [grid] = gridsOf(await readPdf(writePdf([page], { objects })));
  expect(shape(grid!)).toEqual(first.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
});
