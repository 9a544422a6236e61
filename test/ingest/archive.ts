import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { form } from '../../scripts/hostile/form.ts';
import { type Discovered, discover } from '../../src/ingest/discovery/discover.ts';
import { allLimits, type Limits } from '../../src/ingest/limits.ts';

export { form };

/** A folder with files in it and below, gone when the test is over. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'];

/** The record files of an output, as they stand. */
export function recordsIn(out: string): Record<string, string> {
  return Object.fromEntries(
    recordFiles.map((name) => [name, readFileSync(join(out, `${name}.jsonl`), 'utf8')]),
  );
}

export function rowsIn(out: string, name: string): Record<string, unknown>[] {
  const lines = readFileSync(join(out, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What discovery finds, with paths below the folder: `a.zip!/b.html`, and why something was left out or failed. */
export async function found(
  folder: string,
  limits: Partial<Limits> = {},
  inputs = [folder],
): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of discover(inputs, { limits: { ...allLimits, ...limits } }))
    lines.push(lineOf(item, folder));
  return lines;
}

function lineOf(item: Discovered, folder: string): string {
  const path = item.path.replace(`${folder}/`, '');
  if (item.kind === 'skipped') return `${path} skipped ${item.reason}`;
  return item.kind === 'unread' ? `${path} ${item.issue.code}` : path;
}
