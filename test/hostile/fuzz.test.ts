import { expect, test } from 'vitest';
import { fuzzed } from '../../scripts/hostile/fuzz/fuzz.ts';
import { readFuzzed } from '../../scripts/hostile/fuzz/read.ts';
import { folderOf } from '../ingest/archive.ts';

/** Pictures take a second each, and are left to `node scripts/fuzz.ts`. */
const isPicture = (name: string) => /\.(?:png|jpg|tif)$/.test(name);

test('damaged documents of every kind come to an honest end, and never to a mistake of ours', async () => {
  const all = Array.from({ length: 50 }, (_, i) => fuzzed(i + 1));
  const documents = all.filter(({ name }) => !isPicture(name));
  const { bad, counts } = await readFuzzed(documents, folderOf({}), { workers: 2, limits: {} });
  expect(bad).toEqual([]);
  expect(counts.length).toBeGreaterThan(6);
});

test('the same seed makes the same document', () => {
  for (const seed of [1, 2, 3, 4, 5]) expect(fuzzed(seed)).toEqual(fuzzed(seed));
});
