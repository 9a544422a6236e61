import { describe, expect, it } from 'vitest';
import type { Location } from '../../schemas/index.ts';
import { gridPlace, place } from '../../src/report/place.ts';

const nowhere: Location = {
  block: 4,
  grid: null,
  row: null,
  column: null,
  page: null,
  box: null,
  sheet: null,
  ref: null,
  table: null,
};

describe('a place that a person finds', () => {
  it('says which table of the page it is: each has a row 2', () => {
    const cell = { ...nowhere, page: 1, row: 1, column: 3 };
    expect(place({ ...cell, grid: 0 }, 'zh')).toBe('第1页 表1 第2行第4列');
    expect(place({ ...cell, grid: 1 }, 'en')).toBe('page 1 table 2 row 2 col 4');
  });

  it('numbers the tables of pages as their captions do', () => {
    const part = { page: 1, sheet: null, table: null, firstRow: 0 };
    const grid = { rows: 14, columns: 4, parts: [part, { ...part, page: 2, firstRow: 9 }] } as never;
    expect(gridPlace(grid, 1, 'zh')).toBe('第1页、第2页 表2 · 14 行 × 4 列');
    expect(gridPlace(grid, 1, 'en')).toBe('page 1, page 2 table 2 · 14 rows × 4 columns');
  });

  it('leaves out what says nothing: the number of a table of Word is its own, a paragraph has none', () => {
    expect(place({ ...nowhere, table: 0, grid: 2, row: 1, column: 0 }, 'zh')).toBe('表1 第2行第1列');
    expect(place({ ...nowhere, sheet: '表一', ref: 'C5', grid: 0, row: 4, column: 2 }, 'zh')).toBe('表一!C5');
    expect(place({ ...nowhere, page: 3 }, 'zh')).toBe('第3页');
    expect(place(nowhere, 'zh')).toBe('第5段');
  });
});
