import { describe, expect, it } from 'vitest';
import type { Cell, SourceDocument } from '../../../schemas/index.ts';
import { missingFigures } from '../../../scripts/scan/native-tesseract.ts';
import { comparedDocument } from '../../../scripts/scan/table-figures.ts';
import { medianRows } from '../../../scripts/scan/table-rows.ts';

const cell = (column: number, text: string, confidence = 1): Cell => ({
  row: 0,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  confidence,
  location: { block: 0, grid: 0, row: 0, column, page: 1, box: null, sheet: null, ref: null, table: null },
});

function page(...cells: Cell[]): SourceDocument {
  const grid = { kind: 'grid', rows: 1, columns: cells.length, cells };
  return { pages: [{ number: 1 }], blocks: [grid] } as unknown as SourceDocument;
}

describe('scans against their prints', () => {
  const printed = page(cell(0, '1,200.50'), cell(1, '≥95%'), cell(2, '合计'), cell(3, '37'));

  it('count figures that are wrong without a doubt, and those doubted in vain', () => {
    const read = page(cell(0, '1,200.50', 0.8), cell(1, '≥96%', 0.98), cell(2, '合'), cell(3, '31', 0.6));
    expect(comparedDocument('a', printed, read)).toMatchObject({
      pages: 1,
      pagesExact: 1,
      figures: 3,
      figuresExact: 1,
      silent: 1,
      doubted: 1,
      labels: 1,
      labelsExact: 0,
    });
  });

  it('count a page whose cells differ as wrong, and one that was not read', () => {
    const joined = page(cell(0, '1,200.50'), { ...cell(1, '≥95%'), columnSpan: 2 }, cell(3, '37'));
    expect(comparedDocument('a', printed, joined).pagesExact).toBe(0);
    expect(comparedDocument('a', printed, null)).toMatchObject({
      pagesExact: 0,
      figures: 3,
      figuresExact: 0,
    });
  });

  it('find each figure of a print once in the text of another reader', () => {
    expect(missingFigures(printed, '合 计 1,200.50\n>95%\n137 37')).toEqual({ figures: 3, wrong: 1 });
    expect(missingFigures(page(cell(0, '37'), cell(1, '37')), '37 3.7')).toEqual({ figures: 2, wrong: 1 });
  });

  it('tell the median of the runs', () => {
    const own = comparedDocument('a', printed, printed);
    const compared = { own, pages: 0, figures: 0, wrong: 0, seconds: 0, used: 0 };
    const rows = medianRows(
      'clean300',
      [0, 300, 30].map((seconds) => ({ own: { ...own, seconds }, compared })),
    );
    expect(rows.find((row) => row.startsWith('seconds a page'))).toMatch(
      /processes\s+30\.00 \(0\.00, 300\.00, 30\.00\)/,
    );
    expect(rows.find((row) => row.startsWith('figures exact'))).toContain('100.00 %');
  });
});
