import { expect, test } from 'vitest';
import type { Examination } from '../../schemas/index.ts';
import { generateDocument } from '../../scripts/generate/document.ts';
import { renderDocx } from '../../scripts/generate/render/docx.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';
import { examine } from '../../src/index.ts';
import { comparedOf, examinationOf, linesOf, resultOf } from '../../src/ingest/result.ts';
import { filingSet } from '../../src/reconcile/index.ts';

const cost = { time: 0, memory: 0 };

/** So many filings that some belong to one unit, in two formats. */
async function examined(count: number): Promise<Examination[]> {
  const all: Examination[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const { sections } = generateDocument(seed);
    const isBook = seed % 2 === 0;
    const bytes = isBook ? renderXlsx(sections) : renderDocx(sections);
    all.push(await examine(bytes, { path: `${seed}.${isBook ? 'xlsx' : 'docx'}` }));
  }
  return all;
}

test('an examination at rest is what it was, however long its texts are', async () => {
  const [first] = await examined(1);
  const titled = (title: string): Examination => ({
    ...first!,
    filings: first!.filings.map((filing) => ({ ...filing, title })),
  });
  const [long, beyondOnePiece] = [titled('绩效a'.repeat(400_000)), titled('绩'.repeat(6_000_000))];
  expect(long.filings.length).toBeGreaterThan(0);
  for (const examination of [first!, long, first!, beyondOnePiece]) {
    const result = resultOf(examination, cost);
    expect(examinationOf(result.head.document, linesOf(result))).toEqual(examination);
  }
});

test('what is compared between documents comes out of a result as it would of the records', async () => {
  const examinations = await examined(150);
  const [ofRecords, ofResults] = [filingSet(), filingSet()];
  for (const examination of examinations) {
    ofRecords.add(examination);
    ofResults.addDigest(comparedOf(linesOf(resultOf(examination, cost)).compared));
  }
  const { findings } = ofRecords.conclude();
  expect(findings.length).toBeGreaterThan(0);
  expect(ofResults.conclude().findings).toEqual(findings);
});
