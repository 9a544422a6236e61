import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { compareGrids } from '../../scripts/generate/compare-grids.ts';
import { compareFindings, compareRecords } from '../../scripts/generate/compare-records.ts';
import { generateDocument } from '../../scripts/generate/document.ts';
import { recordRecall } from '../../scripts/generate/record-recall.ts';
import { renderDocx } from '../../scripts/generate/render/docx.ts';
import { examine } from '../../src/index.ts';

const { sections, truth } = generateDocument(4, { template: 'project_targets/evidence-columns' });
const bytes = renderDocx(sections);

async function parsed() {
  const result = await parseDocument(bytes, { name: 'form.docx' });
  if (result.status !== 'read') throw new Error(result.error.message.en);
  return structuredClone(result.source);
}

test('a changed figure, a moved span and a lost sign are each told', async () => {
  const source = await parsed();
  const grid = source.blocks.find((block) => block.kind === 'grid')!;
  const figure = grid.cells.find(({ text }) => /^\d+\.\d+$/.test(text))!;
  figure.text = `9${figure.text}`;
  const label = grid.cells.find(({ text }) => text === '预算单位')!;
  label.text = '预算单';
  const merged = grid.cells.find(({ rowSpan }) => rowSpan > 1)!;
  merged.rowSpan--;
  const comparison = compareGrids(sections, source);
  expect(comparison.cells - comparison.cellsExact).toBe(3);
  expect(comparison.figures - comparison.figuresExact).toBe(1);
  expect(comparison.figuresWrongAndSure).toBe(1);
  expect(comparison.lost).toBe('位');
  expect(comparison.added).toBe('9');
  expect(comparison.gridsExact).toBe(0);
});

test('a grid that is missing costs its cells', async () => {
  const source = await parsed();
  source.blocks = source.blocks.filter((block) => block.kind !== 'grid');
  const comparison = compareGrids(sections, source);
  expect(comparison.cellsExact).toBe(0);
  expect(comparison.differences[0]).toContain('1 grids');
});

test('wrong, missing and surplus records and findings are each told', async () => {
  const examination = structuredClone(await examine(bytes, { path: 'form.docx', contacts: true }));
  expect(compareRecords(truth, examination)).toEqual([]);
  expect(recordRecall([truth], examination).found).toBe(recordRecall([truth], examination).expected);
  examination.indicators[0]!.weight = 99;
  examination.amounts[0]!.value = -1;
  examination.filings[0]!.organisation = '别处';
  const said = compareRecords(truth, examination).join('\n');
  expect(said).toContain('weight');
  expect(said).toContain('is missing');
  expect(said).toContain('was not printed');
  expect(said).toContain('organisation');
  const { expected, found } = recordRecall([truth], examination);
  expect(expected - found).toBe(2);
  const planted = generateDocument(4, { template: 'project_targets/evidence-columns', slip: 'missing_name' });
  expect(compareFindings(planted.truth, examination)[0]).toContain('finding missed');
});
