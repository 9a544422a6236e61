import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineWhole } from '../../src/index.ts';
import { columnShares } from '../../src/report/table/column-widths.ts';
import { excerptOf } from '../../src/report/table/excerpt.ts';
import { sourceOfKept } from '../../src/report/table/kept-source.ts';
import { root } from '../house/sources.ts';

const sample = (name: string) =>
  examineWhole(readFileSync(join(root, 'samples', name)), { path: `samples/${name}` });

test('an excerpt holds the head and the rows of a finding, its cells marked, in the columns of the table', async () => {
  const { examination } = await sample('project-targets-transposed-total.docx');
  const { findings, grids } = examination;
  const sum = findings.find(({ rule }) => rule === 'SUM-01')!;
  const { rows } = excerptOf(sum, grids)!;
  const marked = rows.flatMap(({ cells }) =>
    cells.filter(([, , isMarked]) => isMarked).map(([, text]) => text),
  );
  expect(marked).toEqual(['880.60', '674.90', '211.10']);
  const columns = grids[sum.evidence[0]!.source.grid!]!.columns;
  for (const { cells } of rows) expect(cells.reduce((total, [wide]) => total + wide, 0)).toBe(columns);
});

test('of a finding about prose there is none', async () => {
  const { examination } = await sample('project-targets-transposed-total.docx');
  const [finding] = examination.findings;
  const source = { ...finding!.evidence[0]!.source, grid: null, row: null, column: null };
  const told = { ...finding!, evidence: [{ ...finding!.evidence[0]!, source }] };
  expect(excerptOf(told, examination.grids)).toBeNull();
});

test('tables that records keep are the tables that were seen', async () => {
  const { examination, source } = await sample('department-targets.docx');
  const seen = source!.blocks.filter((block) => block.kind === 'grid');
  const kept = sourceOfKept(examination.document, examination.grids).blocks.filter(
    (block) => block.kind === 'grid',
  );
  const shape = (grid: (typeof seen)[number]) => [
    grid.rows,
    grid.columns,
    grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
  ];
  expect(kept.map(shape)).toEqual(seen.map(shape));
  for (const grid of kept) expect(columnShares(grid).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});
