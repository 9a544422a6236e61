import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridsOf, read } from './package.ts';

const folder = new URL('../../../../shared/filings/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:xlsx|xls)$/.test(name)) : [];

interface TruthCell {
  r: number;
  c: number;
  rs: number;
  cs: number;
  t: string;
}

/** Spaces and the width of signs are the scribe's business. */
const folded = (text: string) => text.normalize('NFKC').replace(/<\/?u>|\s/g, '');
const line = (row: number, column: number, rows: number, columns: number, text: string) =>
  `${row},${column} ${rows}×${columns} ${folded(text)}`;

describe.skipIf(names.length === 0)('acceptance filings beside the repository', () => {
  it.each(names)('%s has the tables of its truth, cell by cell', async (name) => {
    const truth = JSON.parse(readFileSync(new URL(`${name.split('.')[0]}.truth.json`, folder), 'utf8')) as {
      tables: { cells: TruthCell[] }[];
    };
    const source = await read(readFileSync(new URL(name, folder)), name);
    const filled = (lines: string[]) => lines.filter((text) => !text.endsWith(' ')).sort();
    const found = gridsOf(source).map((grid) =>
      filled(grid.cells.map((cell) => line(cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text))),
    );
    expect(found).toEqual(
      truth.tables.map((table) => filled(table.cells.map(({ r, c, rs, cs, t }) => line(r, c, rs, cs, t)))),
    );
  });
});
