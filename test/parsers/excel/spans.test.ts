import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../schemas/index.ts';
import { cellAt, gridsOf, merges, onlyGrid, packageOf, read, rowsOf } from './package.ts';

const square = [
  ['甲', '乙', '丙'],
  ['丁', '戊', '己'],
  ['庚', '辛', '壬'],
];

/** How often each place of a grid is covered; exact tiling is 1 everywhere. */
function cover(grid: Grid): number[] {
  const times: number[] = new Array(grid.rows * grid.columns).fill(0);
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        times[row * grid.columns + column] = (times[row * grid.columns + column] ?? 0) + 1;
      }
    }
  }
  return times;
}

describe('merged cells', () => {
  it('span rows and columns as on the sheet', async () => {
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(square), after: merges('A1:B2') }])));
    expect(cellAt(grid, 0, 0)).toMatchObject({
      text: '甲',
      rowSpan: 2,
      columnSpan: 2,
      location: { ref: 'A1:B2' },
    });
    expect(grid.cells).toHaveLength(6);
  });

  it('are cut to the real content where they claim a million rows', async () => {
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(square), after: merges('A1:A1048576') }])));
    expect(grid).toMatchObject({ rows: 3, columns: 3 });
    expect(cellAt(grid, 0, 0).rowSpan).toBe(3);
  });

  it('are cut to the real content where they claim the whole sheet', async () => {
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(square), after: merges('B2:XFD1048576') }])));
    expect(cellAt(grid, 1, 1)).toMatchObject({ rowSpan: 2, columnSpan: 2 });
  });

  it('are not believed where they would cover millions of cells, even with a value at the far end', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const after = merges('A1:XFD1048576', 'B2:C2');
    const source = await read(packageOf([{ rows: rowsOf(square) + far, after }]));
    const grid = onlyGrid(source);
    expect(cellAt(grid, 0, 0)).toMatchObject({ rowSpan: 1, columnSpan: 1 });
    expect(cellAt(grid, 1, 1).columnSpan).toBe(2);
  });

  it('are believed a little beyond the last filled cell', async () => {
    const grid = onlyGrid(
      await read(
        packageOf([
          {
            rows: rowsOf([
              ['标题', '', ''],
              ['甲', '乙', ''],
            ]),
            after: merges('A1:D1'),
          },
        ]),
      ),
    );
    expect(cellAt(grid, 0, 0).columnSpan).toBe(4);
  });

  it('hide no text where they overlap', async () => {
    const after = merges('A1:B2', 'B2:C2');
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(square), after }])));
    expect(grid.cells.map(({ text }) => text)).toEqual(square.flat());
  });

  it('are read once where they overlap', async () => {
    const rows = rowsOf([['甲', '', '丙'], ['', '', ''], square[2] ?? []]);
    const grid = onlyGrid(await read(packageOf([{ rows, after: merges('A1:B2', 'B2:C2') }])));
    expect(cellAt(grid, 0, 0)).toMatchObject({ rowSpan: 2, columnSpan: 2 });
    expect(cellAt(grid, 2, 2).text).toBe('壬');
    expect(new Set(cover(grid))).toEqual(new Set([1]));
  });

  it('say what they hide', async () => {
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(square), after: merges('A1:A2') }])));
    expect(cellAt(grid, 0, 0)).toMatchObject({ text: '甲', doubt: 'covers 丁' });
  });

  it('tile every grid exactly, however they lie', async () => {
    const place = fc.integer({ min: 0, max: 7 });
    const area = fc.tuple(place, place, place, place).map(([a, b, c, d]) => {
      const [left, right] = [Math.min(a, b), Math.max(a, b)];
      const [top, bottom] = [Math.min(c, d), Math.max(c, d)];
      return `${'ABCDEFGH'[left]}${top + 1}:${'ABCDEFGH'[right]}${bottom + 1}`;
    });
    const cell = fc.constantFrom('', '', '|', '文', 7);
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.array(area, { maxLength: 5 }), async (cells, refs) => {
        const source = await read(
          packageOf([{ rows: rowsOf(cells), after: refs.length > 0 ? merges(...refs) : '' }]),
        );
        for (const grid of gridsOf(source)) expect(new Set(cover(grid))).toEqual(new Set([1]));
      }),
      { numRuns: 150 },
    );
  });
});
