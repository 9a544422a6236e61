import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';

const read = async (content: string) => readPdf(writePdf([{ content }]));
const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;
const box = (x: number, y: number, width: number, height: number): string =>
  `0.6 g ${x} ${y} ${width} ${height} re f 0 g\n`;

describe('what looks like a table and is none', () => {
  test.each([
    ['lines across', false],
    ['a net of lines', true],
  ])('a chart over %s', async (_, down) => {
    const ys = [400, 430, 460, 490, 520, 550];
    const xs = [100, 150, 200, 250, 300, 350];
    const content = [
      ...ys.map((y, i) => line(100, y, 350, y) + show(String(i * 20), 82, y - 3, 9)),
      ...(down ? xs.map((x) => line(x, 400, x, 550)) : []),
      ...xs
        .slice(1)
        .map(
          (x, i) => show(String(2001 + i), x - 34, 388, 9) + show(`${13 + i * 4}.5`, x - 34, 420 + i * 20, 9),
        ),
    ].join('');
    expect(gridsOf(await read(content))).toEqual([]);
  });

  test('points of two rows each stand at the lines between them, and at no axis', async () => {
    const [x0, x1, x2, x3, x4] = [60, 120, 160, 260, 300];
    const groups = [0, 1, 2, 3].map((i) => 700 - i * 60);
    const content = [
      line(x0, 700, x4, 700),
      ...[x0, x1, x2, x3, x4].map((x) => line(x, 460, x, 700)),
      ...groups.flatMap((top, i) => [
        line(x0, top - 60, x4, top - 60),
        line(x2, top - 30, x4, top - 30),
        show(`Part ${i}`, x0 + 8, top - 24, 9) + show('of all', x0 + 8, top - 42, 9),
        show(String(12 + i), x1 + 28, top - 33, 9),
        show('First item', x2 + 6, top - 18, 9) + show('6', x3 + 8, top - 18, 9),
        show('Second item', x2 + 6, top - 48, 9) + show('6', x3 + 8, top - 48, 9),
      ]),
    ].join('');
    expect(gridsOf(await read(content)).map(({ rows, columns }) => [rows, columns])).toEqual([[8, 4]]);
  });

  test('boxes that lines connect', async () => {
    const boxes = [
      [200, 600],
      [80, 540],
      [200, 540],
      [320, 540],
      [80, 480],
      [200, 480],
      [320, 480],
    ];
    const content =
      boxes
        .map(
          ([x, y], i) =>
            line(x!, y!, x! + 80, y!) +
            line(x!, y! + 24, x! + 80, y! + 24) +
            line(x!, y!, x!, y! + 24) +
            line(x! + 80, y!, x! + 80, y! + 24) +
            show(`Office ${i}`, x! + 20, y! + 9, 9),
        )
        .join('') +
      line(240, 564, 240, 600) +
      line(120, 582, 360, 582) +
      line(120, 564, 120, 582) +
      line(360, 564, 360, 582);
    expect(gridsOf(await read(content))).toEqual([]);
  });

  test.each([
    ['boxes of a chart of offices, which stand apart,', 30, 0],
    ['cells with space between them, which make a table,', 3, 1],
  ])('%s in a row', async (_, gap, count) => {
    const xs = [0, 1, 2].map((i) => 60 + i * (110 + gap));
    const content = xs
      .map(
        (x, i) =>
          show(`Regional area ${i}`, x + 20, 614, 9) +
          show(`Office ${i}`, x + 30, 603, 9) +
          line(x, 598, x + 110, 598) +
          line(x, 626, x + 110, 626) +
          line(x, 598, x, 626) +
          line(x + 110, 598, x + 110, 626),
      )
      .join('');
    expect(gridsOf(await read(content))).toHaveLength(count);
  });

  test('boxes that stand apart, over offices without boxes', async () => {
    const content = ['North', 'South', 'East', 'West']
      .map((name, i) => {
        const [x, y] = [60 + i * 120, 620];
        return (
          [`Directorate ${name}`, `${name}ern regions`, `${name}ern ports`, `${name}ern forests`]
            .map((text, l) => show(text, x + 8 + ((i + l) % 3) * 6, y - l * 10 - (l > 1 ? 12 : 0), 8))
            .join('') +
          line(x, y - 16, x + 100, y - 16) +
          line(x, y + 12, x + 100, y + 12) +
          line(x, y - 16, x, y + 12) +
          line(x + 100, y - 16, x + 100, y + 12)
        );
      })
      .join('');
    expect(gridsOf(await read(content))).toEqual([]);
  });

  test('bars of several parts, each with its value', async () => {
    const content = ['Austria', 'Belgium', 'Denmark', 'Estonia', 'Finland']
      .map((name, i) => {
        const y = 600 - i * 18;
        let x = 140;
        const parts = [0, 1, 2].map((part) => {
          const width = 40 + ((i * 31 + part * 23) % 50);
          const drawn =
            `0.${5 + part} g ${x} ${y - 2} ${width} 12 re f 0 g\n` +
            show(String(width), x + width / 2 - 5, y, 9);
          x += width;
          return drawn;
        });
        return show(name, 80, y, 9) + parts.join('');
      })
      .join('');
    expect(gridsOf(await read(content))).toEqual([]);
  });

  test('bars with their names and values', async () => {
    const names = ['Austria', 'Belgium', 'Denmark', 'Estonia', 'Finland', 'France', 'Greece'];
    const content = names
      .map((name, i) => {
        const width = 30 + ((i * 67) % 200);
        const y = 600 - i * 18;
        return (
          show(name, 80, y, 9) +
          box(140, y - 2, width, 12) +
          show(String(width / 3).slice(0, 4), 146 + width, y, 9)
        );
      })
      .join('');
    expect(gridsOf(await read(content))).toEqual([]);
  });

  test('a frame round text is paragraphs', async () => {
    const frame = [
      line(80, 600, 400, 600),
      line(80, 500, 400, 500),
      line(80, 600, 80, 500),
      line(400, 600, 400, 500),
    ];
    const content = [
      ...frame,
      line(80, 580, 400, 580),
      show('Box 2', 90, 586),
      show('Spending rose in all regions', 90, 560),
    ];
    const source = await read(content.join(''));
    expect(gridsOf(source)).toEqual([]);
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['Box 2', 'Spending rose in all regions']);
  });

  test('sender and date at the head of a letter', async () => {
    const content = [
      ['Office of growth', 'Ministry'],
      ['High Street', 'No. 12-345'],
      ['Tel: 555-0100', 'June 3, 2010'],
    ].map(([left, right], i) => show(left!, 80, 700 - i * 13) + show(right!, 400, 700 - i * 13));
    expect(gridsOf(await read(content.join('')))).toEqual([]);
  });
});

const columns = [80, 200, 260, 320];
const figures = (seed: number): string[] =>
  [0, 1, 2].map((i) => String(1000 + ((seed * 377 + i * 531) % 9000)));
const labels = ['Coal', 'Gas', 'Water', 'Wind', 'Sun', 'Wood'];
const heads = ['Sector', '2001', '2002', '2003'];
const rows = [heads, ...labels.map((label, i) => [label, ...figures(i + 1)])];
const written = (list: readonly (readonly string[])[], top = 600): string =>
  list.map((row, r) => row.map((text, c) => show(text, columns[c]!, top - r * 15)).join('')).join('');
const cellsOf = (list: readonly (readonly string[])[]): string[] =>
  list.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

describe('tables whose rows no line parts', () => {
  test('a box with lines down and one below the head', async () => {
    const [top, bottom] = [612, 612 - rows.length * 15];
    const content = [
      ...[75, 190, 250, 310, 370].map((x) => line(x, top, x, bottom)),
      ...[top, top - 15, bottom].map((y) => line(75, y, 370, y)),
      written(rows),
    ];
    const [grid, ...more] = gridsOf(await read(content.join('')));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(cellsOf(rows));
    expect(grid!.confidence).toBeLessThan(0.9);
  });

  test('of which only the head is coloured', async () => {
    const fills = [75, 190, 250, 310].map((x, i) => `0.8 g ${x} 596 ${[115, 60, 60, 60][i]} 15 re f 0 g\n`);
    const [grid, ...more] = gridsOf(await read(fills.join('') + written(rows)));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(cellsOf(rows));
  });

  test('with heads of sections over all columns', async () => {
    const [head, ...body] = rows;
    const content = [
      written([head!]),
      show('Homes of the people', 180, 585),
      written(body.slice(0, 3), 570),
      show('Works and their offices', 180, 525),
      written(body.slice(3), 510),
    ];
    const [grid, ...more] = gridsOf(await read(content.join('')));
    expect(more).toEqual([]);
    expect([grid!.rows, grid!.columns]).toEqual([9, 4]);
    const texts = grid!.cells.map(({ text }) => text);
    expect(texts).toContain('Homes of the people');
    for (const text of body.flat()) expect(texts).toContain(text);
  });

  test('whose labels are led to several figures by dots', async () => {
    const led = rows.map(([label, ...rest], i) => [i === 0 ? label! : `${label} . . . . . . . . .`, ...rest]);
    const [grid, ...more] = gridsOf(await read(written(led)));
    expect(more).toEqual([]);
    expect([grid!.rows, grid!.columns]).toEqual([7, 4]);
  });

  test('in three-line style, right above another with its name between them', async () => {
    const ruled = (top: number): string =>
      [top + 12, top - 3, top - rows.length * 15 + 12].map((y) => line(75, y, 360, y)).join('');
    const content = [
      ruled(600),
      written(rows),
      show('Table 2: Spending of states', 75, 482),
      ruled(460),
      written(rows, 460),
    ];
    const grids = gridsOf(await read(content.join('')));
    expect(grids.map(shape)).toEqual([cellsOf(rows), cellsOf(rows)]);
  });
});

test('a head over several columns of figures set to the right spans them', async () => {
  const right = [150, 200, 250, 320, 370, 420];
  const figure = (text: string, c: number, y: number): string => show(text, right[c]! - text.length * 5, y);
  const content = [
    show('Country', 60, 600),
    show('Exports', 170, 600),
    show('Imports', 340, 600),
    ...['2005', '2006', '2007', '2005', '2006', '2007'].map((text, c) => figure(text, c, 585)),
    ...['Austria', 'Belgium', 'Denmark', 'Estonia', 'Finland'].flatMap((name, r) => [
      show(name, 60, 570 - r * 15),
      ...right.map((_, c) => figure(String(10000 + ((r * 6131 + c * 4177) % 79999)), c, 570 - r * 15)),
    ]),
  ].join('');
  const [grid, ...more] = gridsOf(await read(content));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(expect.arrayContaining(['0,1 1×3 Exports', '0,4 1×3 Imports', '2,0 Austria']));
});

test('columns of prose that stand as close as words are two, with the number of the page between them', async () => {
  const words = ['agency', 'reports', 'that', 'spending', 'rose', 'while', 'revenue', 'did', 'not', 'by'];
  const lineOf = (i: number): string =>
    Array.from({ length: 9 }, (_, k) => words[(i * 3 + k * 7) % 10])
      .join(' ')
      .slice(0, 41)
      .padEnd(41, 'e');
  const column = (x: number): string =>
    Array.from({ length: 16 }, (_, i) => show(lineOf(Math.round(x) + i), x, 700 - i * 12)).join('');
  const gutter = 60 + 41 * 5.2;
  const source = await read(column(60) + column(gutter + 10) + show('1', gutter + 2, 480));
  expect(gridsOf(source)).toEqual([]);
  const [first] = paragraphsOf(source);
  expect(first!.text).toContain(`${lineOf(60)} ${lineOf(61)}`);
});
