import { describe, expect, test } from 'vitest';
import { drawPdfPage } from '../../../parsers/pdf/draw.ts';
import { show, writePdf } from './pdf-writer.ts';
import { drawTable } from './table-drawing.ts';

const table = drawTable(
  {
    xs: [60, 160, 260],
    ys: [100, 130, 160],
    cells: [
      { row: 0, column: 0, columnSpan: 2, lines: ['<项目> & "表"'] },
      { row: 1, column: 0, lines: ['甲'] },
      { row: 1, column: 1, lines: ['乙'] },
    ],
  },
  'strokes',
);

describe('the picture of a page', () => {
  test('has a layer for every stage, escaped texts and the ids of cells with their spans', async () => {
    const drawn = await drawPdfPage(writePdf([{ content: table + show('note', 60, 500) }]), 1);
    const svg = 'svg' in drawn ? drawn.svg : '';
    for (const layer of ['fills', 'glyphs', 'rulings', 'edges', 'crossings', 'cells', 'texts', 'roles'])
      expect(svg).toContain(`<g id="${layer}"`);
    expect(svg).toContain('0,0 1×2');
    expect(svg).toContain('&lt;');
    expect(svg).toContain('grid ruled');
    expect(svg.match(/<circle/g)!.length).toBeGreaterThanOrEqual(8);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('of a page that is not there is an error value', async () => {
    expect(await drawPdfPage(writePdf([{ content: table }]), 4)).toMatchObject({
      error: { code: 'page_failed' },
    });
  });
});
