// Reads damaged documents through `ingest` and says what came of them; what must not happen makes it fail.
//   --count N  --seed FIRST  --workers N  --limit NAME=VALUE
//   --bases DIR   documents to damage, in place of generated ones
//   --keep DIR    the documents that ended as none should are written there
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLimit } from '../src/ingest/limits.ts';
import { fuzzed } from './hostile/fuzz/fuzz.ts';
import { readFuzzed } from './hostile/fuzz/read.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    limit: { type: 'string', multiple: true, default: [] },
    bases: { type: 'string' },
    keep: { type: 'string' },
  },
});
const limits = values.limit.map((text) => {
  const parsed = parseLimit(text);
  if ('wrong' in parsed) throw new TypeError(parsed.wrong.en);
  return parsed.limit;
});
const bases = filesIn(values.bases).map((path) => ({
  kind: extname(path).slice(1).toLowerCase(),
  bytes: readFileSync(path),
}));
const first = Number(values.seed);
const documents = Array.from({ length: Number(values.count) }, (_, i) => fuzzed(first + i, bases));
const folder = mkdtempSync(join(tmpdir(), 'hedui-fuzz-'));
try {
  const { counts, bad, memory, slowest } = await readFuzzed(documents, folder, {
    workers: Number(values.workers),
    limits: Object.assign({}, ...limits),
  });
  for (const [ending, count] of counts) process.stdout.write(`${String(count).padStart(7)}  ${ending}\n`);
  process.stdout.write(
    `highest memory ${(memory / 1048576).toFixed(0)} MB, slowest ${(slowest.time / 1000).toFixed(1)} s (${slowest.name})\n`,
  );
  for (const { name, how, ending } of bad)
    process.stdout.write(`✗ ${name} ${ending}  ${how.join('; ').slice(0, 300)}\n`);
  if (values.keep !== undefined) keep(values.keep, new Set(bad.map(({ name }) => name)));
  if (bad.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function filesIn(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function keep(target: string, names: ReadonlySet<string>): void {
  mkdirSync(target, { recursive: true });
  for (const { name, bytes } of documents) if (names.has(name)) writeFileSync(join(target, name), bytes);
}
