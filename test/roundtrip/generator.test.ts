import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { compareGrids } from '../../scripts/generate/compare-grids.ts';
import { printFigure, shareOf } from '../../scripts/generate/decimal.ts';
import { generateDocument, templates } from '../../scripts/generate/document.ts';
import { gridBuilder } from '../../scripts/generate/grid-builder.ts';
import { renderDocx } from '../../scripts/generate/render/docx.ts';
import { renderHtml } from '../../scripts/generate/render/html.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe.each(templates)('$id', ({ id, slips }) => {
  test('gives the same document for the same seed, whose grids tile', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(undefined, ...slips), (seed, slip) => {
        const document = generateDocument(seed, { template: id, slip });
        expect(document).toEqual(generateDocument(seed, { template: id, slip }));
        for (const { blocks } of document.sections) {
          for (const block of blocks) {
            if (block.kind !== 'grid') continue;
            const covered = block.cells.reduce((n, { rowSpan, columnSpan }) => n + rowSpan * columnSpan, 0);
            expect(covered).toBe(block.rows * block.columns);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('comes back from Word, HTML and Excel with the grids that were written', async () => {
    for (const seed of [1, 2]) {
      const { sections } = generateDocument(seed, { template: id });
      const written = {
        docx: renderDocx(sections),
        html: new TextEncoder().encode(renderHtml(sections)),
        xlsx: renderXlsx(sections, {
          captions: 'first-cell',
          numbers: 'native',
          narrow: 'left',
          sheets: 'each',
        }),
      };
      for (const [format, bytes] of Object.entries(written)) {
        const parsed = await parseDocument(bytes, { name: `form.${format}` });
        if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
        const { differences, lost, added } = compareGrids(sections, parsed.source);
        expect({ format, seed, differences, lost, added }).toEqual({
          format,
          seed,
          differences: [],
          lost: '',
          added: '',
        });
      }
    }
  });
});

test('a grid that does not tile is refused', () => {
  const short = gridBuilder(3);
  expect(() => short.row('a', 'b')).toThrow('too short');
  const long = gridBuilder(2);
  expect(() => long.row('a', 'b', 'c')).toThrow('too long');
  const open = gridBuilder(1);
  open.row({ text: 'a', rowSpan: 2 });
  expect(() => open.finish()).toThrow('below the last row');
});

test('a column boundary where no cell begins is dropped', () => {
  const builder = gridBuilder(4);
  builder.row({ text: 'a', columnSpan: 2 }, { text: 'b', columnSpan: 2 });
  builder.row({ text: 'c', columnSpan: 4 });
  const grid = builder.finish();
  expect(grid.columns).toBe(2);
  expect(grid.cells.map(({ columnSpan }) => columnSpan)).toEqual([1, 1, 2]);
});

test('figures print as people write them', () => {
  expect(printFigure({ scaled: 123456, decimals: 2 }, { thousands: true })).toBe('1,234.56');
  expect(printFigure({ scaled: 1050, decimals: 2 }, { trim: true })).toBe('10.5');
  expect(printFigure({ scaled: -5, decimals: 2 })).toBe('-0.05');
  const [part, whole] = [
    { scaled: 2, decimals: 0 },
    { scaled: 3, decimals: 0 },
  ];
  expect(shareOf(part, whole, 1, 'half-up').scaled).toBe(667);
  expect(shareOf(part, whole, 1, 'truncated').scaled).toBe(666);
});
