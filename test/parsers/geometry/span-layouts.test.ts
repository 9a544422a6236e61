import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../parsers/html/index.ts';
import { parseWord } from '../../../parsers/word/index.ts';
import type { Grid } from '../../../schemas/index.ts';
import { expectExactTiling, gridsOf, readAs } from '../grids.ts';
import { docx, tbl, tc, tr } from '../word/docx.ts';

interface Tile {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A random exact tiling in which every grid line is the edge of some tile: the last row and column are not merged. */
const tilings = fc
  .tuple(
    fc.integer({ min: 2, max: 7 }),
    fc.integer({ min: 2, max: 7 }),
    fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
  )
  .map(([rows, columns, sizes]) => {
    const taken = new Set<string>();
    const tiles: Tile[] = [];
    const size = () => sizes.next().value as number;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${row},${column}`)) continue;
        const last = row === rows - 1;
        let columnSpan = 1;
        const wanted = last ? 1 : size();
        while (
          columnSpan < wanted &&
          column + columnSpan < columns &&
          !taken.has(`${row},${column + columnSpan}`)
        )
          columnSpan++;
        const rowSpan = last ? 1 : Math.min(size(), rows - 1 - row);
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
        }
        tiles.push({ row, column, rowSpan, columnSpan });
      }
    }
    return { rows, columns, tiles };
  });

const name = ({ row, column }: Tile) => `${row}-${column}`;
const shape = ({ row, column, rowSpan, columnSpan }: Tile, text: string) =>
  `${text}@${row},${column}:${rowSpan}x${columnSpan}`;
const shapesOf = (grid: Grid | undefined) => grid?.cells.map((cell) => shape(cell, cell.text));

function asWord(rows: number, tiles: Tile[]): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) =>
    tiles
      .filter((tile) => row >= tile.row && row < tile.row + tile.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map((tile) => {
        const first = tile.row === row;
        const merge = tile.rowSpan === 1 ? '' : first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
        return tc(first ? name(tile) : '', `<w:gridSpan w:val="${tile.columnSpan}"/>${merge}`);
      }),
  );
  return docx(tbl(...lines.map((cells) => tr(...cells))));
}

function asHtml(rows: number, tiles: Tile[]): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) =>
    tiles
      .filter((tile) => tile.row === row)
      .map((tile) => `<td rowspan=${tile.rowSpan} colspan=${tile.columnSpan}>${name(tile)}</td>`)
      .join(''),
  );
  return new TextEncoder().encode(`<table>${lines.map((cells) => `<tr>${cells}</tr>`).join('')}</table>`);
}

describe('a random layout of spans', () => {
  it('reads back from Word and from HTML as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(tilings, async ({ rows, tiles }) => {
        const expected = tiles.map((tile) => shape(tile, name(tile)));
        const [word] = gridsOf(await readAs(parseWord, 'docx', asWord(rows, tiles)));
        const [html] = gridsOf(await readAs(parseHtml, 'html', asHtml(rows, tiles)));
        expect(shapesOf(word)).toEqual(expected);
        expect(shapesOf(html)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('is tiled exactly from HTML with any spans at all', async () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const rows = table.map(
            (cells) => `<tr>${cells.map(([r, c]) => `<td rowspan=${r} colspan=${c}>x</td>`).join('')}</tr>`,
          );
          const source = await readAs(
            parseHtml,
            'html',
            new TextEncoder().encode(`<table>${rows.join('')}</table>`),
          );
          for (const grid of gridsOf(source)) expectExactTiling(grid);
        },
      ),
      { numRuns: 100 },
    );
  });
});
