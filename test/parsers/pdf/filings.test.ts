import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gridsOf, readPdf } from './reading.ts';

const shared = path.resolve(import.meta.dirname, '../../../../shared');
const filings = path.join(shared, 'filings');
const score = path.join(shared, 'tools/gridscore.mjs');
const present = existsSync(filings) && existsSync(score);

test.skipIf(!present)('grids of the acceptance filings, where they lie beside the repository', async () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'hedui-grids-'));
  try {
    const names = readdirSync(filings).filter((name) => /\.(writer|calc|chromium|original)\.pdf$/.test(name));
    const files: string[] = [];
    for (const name of names) {
      const source = await readPdf(new Uint8Array(readFileSync(path.join(filings, name))));
      const file = path.join(out, name.replace(/\.pdf$/, '.tables.json'));
      writeFileSync(file, JSON.stringify({ document_id: name, grids: gridsOf(source) }));
      files.push(file);
    }
    const report = execFileSync(process.execPath, [score, filings, ...files], { encoding: 'utf8' });
    const [, recall, precision] = /TOTAL\s+recall ([\d.]+)\s+precision ([\d.]+)/.exec(report) ?? [];
    expect(Number(recall)).toBeGreaterThanOrEqual(99.5);
    expect(Number(precision)).toBeGreaterThanOrEqual(99.5);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
