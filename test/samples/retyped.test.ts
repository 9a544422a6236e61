import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import type { SourceDocument } from '../../schemas/index.ts';
import { damagedBlocks } from '../../scripts/generate/damaged-grids.ts';
import { seededRandom } from '../../scripts/generate/random.ts';
import { retypings } from '../../scripts/generate/retyped-grids.ts';
import { rewordings } from '../../scripts/generate/reworded-heads.ts';
import { missing, retyped, saidIn } from '../../scripts/generate/said.ts';
import { readFilings } from '../../src/reading/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { root } from '../house/sources.ts';

const folder = join(root, 'samples');
const files = readdirSync(folder).filter((name) => /\.(?:docx|xlsx)$/.test(name));
const sources = new Map<string, SourceDocument>();
for (const name of files) {
  const parsed = await parseDocument(readFileSync(join(folder, name)));
  if (parsed.status === 'read') sources.set(name, parsed.source);
}
const read = (source: SourceDocument) => readFilings(source, 'd'.repeat(64));

test('every sample is one', () => expect([...sources.keys()]).toEqual(files));

test.each(Object.entries(retypings))('the samples say the same, retyped by %s', (_, retyping) => {
  for (const [name, source] of sources) {
    const [plain, other] = [saidIn(read(source)), saidIn(read(retyped(source, retyping)))];
    expect({ name, lost: missing(plain, other), made: missing(other, plain) }).toEqual({
      name,
      lost: [],
      made: [],
    });
  }
});

/** The one of the words that a document has; of those that have two, one is not the other. */
const wordOf = (source: SourceDocument, words: readonly string[]): string | null => {
  const texts = new Set(
    source.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.cells.map(({ text }) => text.replace(/\s+/g, '')) : [],
    ),
  );
  const found = words.filter((word) => texts.has(word));
  return found.length === 1 ? found[0]! : null;
};

test.each(rewordings)('the samples say the same with other words: $name', ({ from, retyping }) => {
  let tried = 0;
  for (const [name, source] of sources) {
    if (wordOf(source, from) === null) continue;
    tried++;
    const [plain, other] = [saidIn(read(source)), saidIn(read(retyped(source, retyping)))];
    expect({ name, lost: missing(plain, other), made: missing(other, plain) }).toEqual({
      name,
      lost: [],
      made: [],
    });
  }
  expect(tried).toBeGreaterThan(0);
});

test('a sample that was damaged in any way is read without a mistake of ours', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources.values()), fc.nat(), (source, seed) => {
      const random = seededRandom(seed);
      const blocks = damagedBlocks(source.blocks, (limit) => random.int(0, limit - 1));
      reconcile(read({ ...source, blocks }));
    }),
    { numRuns: 400 },
  );
});
