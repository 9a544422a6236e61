import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../schemas/index.ts';
import { examine } from '../../../src/examine/examine.ts';
import { filingSet } from '../../../src/reconcile/index.ts';
import { type File, folderOf } from './folder.ts';
import { slips } from './slips.ts';

/** Whole folders of a unit, of others near it in name, over several years: what agrees is never told, one slip is. */

interface SetFinding extends Finding {
  /** Files that its evidence stands in. */
  files: string[];
}

async function compared(files: readonly File[]): Promise<SetFinding[]> {
  const set = filingSet();
  const paths = new Map<string, string>();
  for (const { path, bytes } of files) {
    const examination = await examine(bytes, { path });
    paths.set(examination.document.document_id, path);
    set.add(examination);
  }
  return set.conclude().findings.map((finding) => ({
    ...finding,
    files: [...new Set(finding.evidence.map(({ document_id }) => paths.get(document_id ?? '') ?? ''))],
  }));
}

/** A longer run of other seeds gave none either. */
const CLEAN = [1, 5, 9, 18, 22, 26];

describe('a set without a slip', () => {
  test.each(CLEAN)('has no finding but notes: %i', async (seed) => {
    const found = await compared(folderOf(seed));
    expect(
      found.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule} ${message.en}`),
    ).toEqual([]);
  });
});

/** A set of one year, so that a slip stands against few papers. */
const SLIPPED = [4];

describe.each(Object.entries(slips))('%s', (_, { slip }) => {
  test.each(SLIPPED)('is told with the cells of both files: %i', async (seed) => {
    const found = await compared(folderOf(seed, { plain: true, slip }));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ files }) => files.length > 1)).toBe(true);
  });
});
