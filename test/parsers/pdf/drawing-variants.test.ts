import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { expectTiling, gridsOf, readPdf, shape } from './reading.ts';
import { expected, form } from './small-form.ts';
import { type DrawnCell, type DrawnTable, drawings, drawTable } from './table-drawing.ts';

describe('the same table', () => {
  test.each(drawings)('drawn by %s', async (drawing) => {
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: drawTable(form, drawing) }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(expected);
    expectTiling(grid!);
    expect(grid!.method).toBe('ruled');
  });

  test.each([
    [['left', 'right'] as const],
    [['top', 'bottom'] as const],
    [['top', 'bottom', 'left', 'right'] as const],
  ])('with open sides: %s', async (open) => {
    const content = drawTable({ ...form, open: [...open] }, 'strokes');
    const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(shape(grid!)).toEqual(expected);
  });

  test.each([
    ['turned by the page', { extra: '/Rotate 90' }],
    ['turned round by the page', { extra: '/Rotate 180' }],
    ['in a user unit of two points', { extra: '/UserUnit 2' }],
    ['cropped', { extra: '/CropBox [40 500 560 800]' }],
  ])('%s', async (_, page) => {
    const [grid] = gridsOf(await readPdf(writePdf([{ content: drawTable(form, 'strokes'), ...page }])));
    expect(shape(grid!)).toEqual(expected);
  });

  test('drawn sideways on the page, and located as the page shows it', async () => {
    const content = `q 0 1 -1 0 595 0 cm ${drawTable(form, 'strokes', 595)} Q`;
    const source = await readPdf(writePdf([{ content }]));
    const [grid] = gridsOf(source);
    expect(shape(grid!)).toEqual(expected);
    const [x0, y0, x1, y1] = grid!.parts[0]!.box!;
    expect(x1 - x0).toBeCloseTo(165, 0);
    expect(y1 - y0).toBeCloseTo(440, 0);
    expect(y1).toBeLessThanOrEqual(842 - 60 + 1);
  });

  test('has boxes in points from the top left', async () => {
    const [grid] = gridsOf(await readPdf(writePdf([{ content: drawTable(form, 'strokes') }])));
    const cell = grid!.cells.find(({ text }) => text === '32.5')!;
    const box = cell.location.box!;
    expect([box.x0, box.y0, box.x1, box.y1].map(Math.round)).toEqual([330, 150, 420, 190]);
    expect(cell.location).toMatchObject({ page: 1, grid: 0, row: 2, column: 3 });
  });
});

test('a table whose lines are colours that pass into one another; one of bows is none', async () => {
  const resources =
    '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.3] /N 1 >> >> >>';
  const content = drawTable(form, 'filled boxes').replace(/^(.* re) f$/gm, 'q $1 W n /S sh Q');
  const [grid] = gridsOf(await readPdf(writePdf([{ content, resources }])));
  expect(shape(grid!)).toEqual(expected);
  const bent = drawTable(form, 'curves').replaceAll(
    /m (\S+) (\S+) (\S+) (\S+) /g,
    (_, a, b, c, d) => `m ${a} ${Number(b) + 4} ${c} ${Number(d) + 4} `,
  );
  expect(
    gridsOf(await readPdf(writePdf([{ content: bent }]))).filter(({ method }) => method === 'ruled'),
  ).toEqual([]);
});

test('lines under words and strokes inside a cell make no cells', async () => {
  const content = `${drawTable(form, 'strokes')} 0.5 w 215 660 m 260 660 l S 340 600 m 340 606 l S`;
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(shape(grid!)).toEqual(expected);
});

test('two tables side by side are two grids, and one inside a cell is its own', async () => {
  const small = (x: number, y: number): DrawnTable => ({
    xs: [x, x + 60, x + 120],
    ys: [y, y + 20, y + 40],
    cells: [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column, lines: [`${x}${row}${column}`] }))),
  });
  const content = drawTable(small(60, 100), 'strokes') + drawTable(small(300, 100), 'strokes');
  const grids = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grids.map((grid) => grid.cells.map((cell) => cell.text))).toEqual([
    ['6000', '6001', '6010', '6011'],
    ['30000', '30001', '30010', '30011'],
  ]);
  const outer: DrawnTable = {
    xs: [50, 250, 500],
    ys: [80, 180, 220],
    cells: [
      { row: 0, column: 0, lines: [] },
      { row: 0, column: 1, lines: ['右'] },
      { row: 1, column: 0, lines: ['下'] },
      { row: 1, column: 1, lines: ['末'] },
    ],
  };
  const nested = gridsOf(
    await readPdf(
      writePdf([{ content: drawTable(outer, 'strokes') + drawTable(small(60, 100), 'strokes') }]),
    ),
  );
  expect(nested.map((grid) => shape(grid))).toContainEqual(['0,0', '0,1 右', '1,0 下', '1,1 末']);
  expect(nested.map((grid) => grid.cells.map((cell) => cell.text))).toContainEqual([
    '6000',
    '6001',
    '6010',
    '6011',
  ]);
});

test('any tiling drawn in any way is read back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 5 }),
      fc.array(fc.nat({ max: 999 }), { minLength: 30, maxLength: 30 }),
      fc.constantFrom(...drawings),
      async (rows, columns, choices, drawing) => {
        const cells = randomTiling(rows, columns, choices);
        const table: DrawnTable = {
          xs: Array.from({ length: columns + 1 }, (_, i) => 50 + i * 90),
          ys: Array.from({ length: rows + 1 }, (_, i) => 90 + i * 30),
          cells,
        };
        const [grid] = gridsOf(await readPdf(writePdf([{ content: drawTable(table, drawing) }])));
        expect(shape(grid!).map((line) => line.split(' ').at(-1))).toEqual(
          cells.map((cell) => cell.lines[0]),
        );
        expectTiling(grid!);
      },
    ),
    { numRuns: 40, seed: 20260101 },
  );
});

/** Cells with spans that tile the grid; a line of the lattice that no cell uses would vanish, so the last row and column stay unmerged. */
function randomTiling(rows: number, columns: number, choices: readonly number[]): DrawnCell[] {
  const taken = new Set<string>();
  const cells: DrawnCell[] = [];
  let at = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken.has(`${row},${column}`)) continue;
      const choice = choices[at++ % choices.length]!;
      const inner = row < rows - 1 && column < columns - 1;
      const wanted = inner ? 1 + (choice % 2) : 1;
      const columnSpan =
        column + wanted < columns && !taken.has(`${row},${column + wanted - 1}`) ? wanted : 1;
      const rowSpan = inner && row + 2 < rows ? 1 + (Math.floor(choice / 2) % 2) : 1;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
      cells.push({ row, column, rowSpan, columnSpan, lines: [`${row}${column}`] });
    }
  return cells;
}
