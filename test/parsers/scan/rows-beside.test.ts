import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../../parsers/geometry/layout.ts';
import { rowsBeside } from '../../../parsers/scan/grid/rows-beside.ts';

const box = { x0: 50, y0: 50, x1: 500, y1: 60 };
const line = (text: string) => ({
  text,
  box,
  baseline: 58,
  size: 10,
  bold: false,
  endsInSpace: false,
  firstUnit: 10,
  glyphs: [],
});

/** A page with a grid and texts. */
function page(method: 'ruled' | 'aligned', ...texts: string[]): PageLayout {
  const grid = { kind: 'grid' as const, page: 1, box, xs: [], ys: [], cells: [], method };
  const role = 'body' as const;
  const text = {
    kind: 'text' as const,
    page: 1,
    box,
    text: '',
    lines: texts.map(line),
    size: 10,
    bold: false,
    role,
  };
  const open = { confidence: 1, openTop: [], openBottom: [] };
  return { number: 1, width: 595, height: 842, items: [{ ...grid, ...open }, text], boxes: [] };
}

const rows = ['年度资金总额： 608.84 603.98 99.2%', '其中：中央补助 604.84 600', '地方资金 4 3.98'];

describe('rows of figures beside a ruled grid', () => {
  it('put the page in question', () => {
    expect(rowsBeside([page('ruled', ...rows)])).toMatchObject([
      { of: 'all', reason: 'rows of figures stand beside the grids' },
    ]);
  });

  it('do not where there are few of them, or the grid is one of texts', () => {
    expect(rowsBeside([page('ruled', ...rows.slice(1))])).toEqual([]);
    expect(rowsBeside([page('aligned', ...rows)])).toEqual([]);
  });

  it('are no sentences, no dates and no captions', () => {
    const others = [
      '填报日期： 2024 年 3 月 5 日',
      '第 1 页',
      '1. 完成 100 户，支出 20',
      '联系电话：0000-0000000',
      '单位：万元',
    ];
    expect(rowsBeside([page('ruled', ...others, ...rows.slice(1))])).toEqual([]);
  });
});
