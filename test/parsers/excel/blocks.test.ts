import { describe, expect, it } from 'vitest';
import {
  cellAt,
  gridsOf,
  merges,
  onlyGrid,
  packageOf,
  paragraphsOf,
  read,
  rowsOf,
  textsOf,
} from './package.ts';

const form = [
  ['指标', '目标值', '权重'],
  ['养护里程', '≥120公里', 20],
];

describe('blocks of a sheet', () => {
  it('takes unmerged lines of one text above and below a form for captions', async () => {
    const rows =
      rowsOf([['绩效目标表'], ['单位：万元']], 1, 0) + rowsOf(form, 3) + rowsOf([['注：均为含税。']], 5, 0);
    const source = await read(packageOf([{ rows }]));
    expect(textsOf(onlyGrid(source))).toEqual(['指标 | 目标值 | 权重', '养护里程 | ≥120公里 | 20']);
    expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'grid', 'paragraph']);
    expect(paragraphsOf(source)).toMatchObject([
      { text: '绩效目标表', role: 'caption', location: { block: 0, sheet: '表1', ref: 'A1', grid: null } },
      { text: '单位：万元', role: 'caption', location: { block: 1, ref: 'A2' } },
      { text: '注：均为含税。', role: 'caption', location: { block: 3, ref: 'A5' } },
    ]);
  });

  it('keeps the lines below a form in their order', async () => {
    const rows = rowsOf(form) + rowsOf([['注一'], ['注二'], ['注三']], 3, 0);
    const source = await read(packageOf([{ rows }]));
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['注一', '注二', '注三']);
  });

  it('keeps a title that is merged across the form as its first row', async () => {
    const rows = rowsOf([['绩效目标表', '|', '|']]) + rowsOf(form, 2);
    const grid = onlyGrid(await read(packageOf([{ rows, after: merges('A1:C1') }])));
    expect(cellAt(grid, 0, 0)).toMatchObject({
      text: '绩效目标表',
      rowSpan: 1,
      columnSpan: 3,
      location: { ref: 'A1:C1' },
    });
    expect(grid).toMatchObject({ rows: 3, columns: 3, method: 'native' });
  });

  it('keeps a row of one text whose other cells are ruled blanks', async () => {
    const rows = rowsOf([...form, ['其他说明', '|', '|']]);
    expect(onlyGrid(await read(packageOf([{ rows }]))).rows).toBe(3);
  });

  it('keeps a row of several texts without lines that touches the form', async () => {
    const rows = rowsOf([['填报单位：青禾镇', '', '单位：万元']], 1, 0) + rowsOf(form, 2);
    expect(textsOf(onlyGrid(await read(packageOf([{ rows }]))))[0]).toBe('填报单位：青禾镇 |  | 单位：万元');
  });

  it('separates forms by a blank row, and by a blank column', async () => {
    const below = await read(packageOf([{ rows: rowsOf(form) + rowsOf(form, 4) }]));
    expect(gridsOf(below).map((grid) => grid.cells[0]?.location.ref)).toEqual(['A1', 'A4']);
    const beside = [
      ['指标', '值', '', '事项', '数'],
      ['里程', 1, '', '人数', 2],
    ];
    const source = await read(packageOf([{ rows: rowsOf(beside) }]));
    expect(gridsOf(source).map(textsOf)).toEqual([
      ['指标 | 值', '里程 | 1'],
      ['事项 | 数', '人数 | 2'],
    ]);
    expect(gridsOf(source).map((grid) => grid.cells[0]?.location)).toMatchObject([
      { block: 0, grid: 0, ref: 'A1' },
      { block: 1, grid: 1, ref: 'D1' },
    ]);
  });

  it('does not cut a form at a blank row inside its lines', async () => {
    const rows = rowsOf([...form, ['|', '|', '|'], ['满意度', '≥95%', 10]]);
    expect(textsOf(onlyGrid(await read(packageOf([{ rows }])))).at(-1)).toBe('满意度 | ≥95% | 10');
  });

  it('cuts at a blank row that has only the line of its neighbour', async () => {
    const rows = rowsOf(form) + rowsOf([['|', '|', '|']], 3, 2) + rowsOf(form, 4);
    expect(gridsOf(await read(packageOf([{ rows }])))).toHaveLength(2);
  });

  it('takes a value alone in the middle of a ruled frame for part of it', async () => {
    const frame = [
      ['总体目标', '|', '|', '|', '|'],
      ['|', '', '', '', '|'],
      ['|', '', '道路平整', '', '|'],
      ['|', '', '', '', '|'],
      ['|', '|', '|', '|', '|'],
    ];
    const grid = onlyGrid(await read(packageOf([{ rows: rowsOf(frame) }])));
    expect(cellAt(grid, 2, 2).text).toBe('道路平整');
    expect(grid).toMatchObject({ rows: 5, columns: 5 });
  });

  it('reads a list of lines without a table as paragraphs, the first ones as headings of the grid below', async () => {
    const rows =
      rowsOf([['第一部分'], ['概况']], 1, 0) + rowsOf(form, 5) + rowsOf([['说明一'], ['说明二']], 9, 0);
    const source = await read(packageOf([{ rows }]));
    expect(paragraphsOf(source).map(({ text, role }) => [text, role])).toEqual([
      ['第一部分', 'heading'],
      ['概况', 'heading'],
      ['说明一', 'body'],
      ['说明二', 'body'],
    ]);
    expect(gridsOf(source)).toHaveLength(1);
  });

  it('keeps one form over several sheets as grids of their own', async () => {
    const source = await read(
      packageOf([
        { name: '基本情况', rows: rowsOf(form) },
        { name: '续表', rows: rowsOf(form) },
      ]),
    );
    expect(gridsOf(source).map((grid) => grid.parts)).toEqual([
      [{ page: null, sheet: '基本情况', table: null, box: null, firstRow: 0, endRow: 2 }],
      [{ page: null, sheet: '续表', table: null, box: null, firstRow: 0, endRow: 2 }],
    ]);
    expect(source.pages.map(({ number, name }) => [number, name])).toEqual([
      [1, '基本情况'],
      [2, '续表'],
    ]);
  });

  it('has no block for a sheet without text', async () => {
    const source = await read(
      packageOf([
        {
          rows: rowsOf([
            ['|', '|'],
            ['|', '|'],
          ]),
        },
      ]),
    );
    expect(source).toMatchObject({ blocks: [], warnings: [], pages: [{ number: 1 }] });
  });
});
