import { expect, it } from 'vitest';
import type { PageLayout } from '../../../parsers/geometry/layout.ts';
import { linelessTables } from '../../../parsers/scan/grid/lineless-tables.ts';

const table = { x0: 50, y0: 100, x1: 500, y1: 300 };

function layout(method: 'ruled' | 'aligned'): PageLayout {
  const grid = { kind: 'grid' as const, page: 1, box: table, xs: [], ys: [], cells: [], method };
  const open = { confidence: 1, openTop: [], openBottom: [] };
  return { number: 1, width: 595, height: 842, items: [{ ...grid, ...open }], boxes: [] };
}

const within = { x0: 200, y0: 150, x1: 240, y1: 160 };
const below = { x0: 200, y0: 350, x1: 240, y1: 360 };

it('a table without lines is in question where marks lay over its writing, one with lines is not', () => {
  const reason = 'marks lay over a table without lines';
  expect(linelessTables([layout('aligned')], [below, within])).toEqual([{ box: table, of: 'all', reason }]);
  expect(linelessTables([layout('aligned')], [below])).toEqual([]);
  expect(linelessTables([layout('aligned')], [])).toEqual([]);
  expect(linelessTables([layout('ruled')], [within])).toEqual([]);
});

it('a table without lines is in question on any scan, a list of labels and answers is not', () => {
  const drawn = (method: 'ruled' | 'aligned', xs: number[]): PageLayout => {
    const page = layout(method);
    return {
      ...page,
      items: page.items.map((item) => ({ ...item, xs, ys: [100, 120, 140, 160] }) as typeof item),
    };
  };
  const reason = 'no lines draw the table of a scan';
  const columns = [50, 200, 300, 400];
  expect(linelessTables([drawn('aligned', columns)])).toEqual([{ box: table, of: 'all', reason }]);
  expect(linelessTables([drawn('aligned', columns.slice(1))])).toEqual([]);
  expect(linelessTables([drawn('ruled', columns)])).toEqual([]);
});
