import { describe, expect, test } from 'vitest';
import { allCases, runCases } from '../../scripts/hostile/run.ts';
import { folderOf } from '../ingest/archive.ts';

/** The rest takes minutes: `npm run hostile`. */
const light = allCases.filter(({ heavy }) => heavy === undefined);

const memory = 512 << 20;
const limits = { cpuTime: 4, wallTime: 60, memory, maxUnpackedBytes: 64 << 20, maxBytes: 32 << 20 };

describe('hostile inputs', () => {
  test('come to what is written down for each, within the memory that they may take', async () => {
    const verdicts = await runCases(light, folderOf({}), { workers: 2, limits });
    expect(verdicts.length).toBeGreaterThan(120);
    expect(
      verdicts.filter(({ wrong }) => wrong !== null).map(({ name, wrong }) => `${name}: ${wrong}`),
    ).toEqual([]);
    expect(verdicts.filter((verdict) => verdict.memory > memory * 1.1).map(({ name }) => name)).toEqual([]);
  }, 480_000);
});
