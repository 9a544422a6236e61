/**
 * Reads files as they are and retyped in every way of `generate/retyped-grids.ts`, and counts what they say otherwise; reads them damaged too, and
 * names what was thrown.
 *   node scripts/metamorphic.ts FILE… [--only unmerged,filled] [--damaged 20] [--seed 1] [--list]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDocument } from '../parsers/index.ts';
import type { SourceDocument } from '../schemas/index.ts';
import { readFilings } from '../src/reading/index.ts';
import { reconcile } from '../src/reconcile/index.ts';
import { damagedBlocks } from './generate/damaged-grids.ts';
import { seededRandom } from './generate/random.ts';
import { retypings } from './generate/retyped-grids.ts';
import { missing, retyped, saidIn } from './generate/said.ts';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    damaged: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});

const names = options.only?.split(',') ?? Object.keys(retypings);
const counts = new Map(
  names.map((name) => [name, { files: 0, differ: 0, said: 0, lost: 0, made: 0, errors: 0 }]),
);
const thrown = new Map<string, string>();
const random = seededRandom(Number(options.seed));

for (const file of files) {
  const source = await sourceOf(file);
  if (source === null) continue;
  const { lines, errors } = read(source);
  for (const name of names) {
    const count = counts.get(name)!;
    const other = read(retyped(source, retypings[name]!));
    const [lost, made] = [missing(lines, other.lines), missing(other.lines, lines)];
    count.files++;
    count.said += lines.length;
    count.lost += lost.length;
    count.made += made.length;
    count.errors += Math.max(0, other.errors - errors);
    if (lost.length + made.length === 0) continue;
    count.differ++;
    if (options.list)
      console.log(
        [name, file, ...lost.map((line) => `- ${line}`), ...made.map((line) => `+ ${line}`)].join('\n  '),
      );
  }
  for (let left = Number(options.damaged); left > 0; left--) tryDamaged(file, source);
}

console.log('retyping         files  differ    said    lost    made  new errors');
for (const [name, { files: read, differ, said, lost, made, errors }] of counts)
  console.log(
    [name.padEnd(15), ...[read, differ, said, lost, made, errors].map((n) => String(n).padStart(7))].join(
      ' ',
    ),
  );
for (const [error, file] of thrown) console.log(`thrown: ${error}\n  first by ${file}`);
if (thrown.size > 0) process.exitCode = 1;

async function sourceOf(file: string): Promise<SourceDocument | null> {
  const parsed = await parseDocument(readFileSync(file));
  if (parsed.status !== 'read') return null;
  const { source } = parsed;
  return source.blocks.some(({ kind }) => kind === 'grid') ? source : null;
}

function read(source: SourceDocument): { lines: string[]; errors: number } {
  const readout = readFilings(source, 'd'.repeat(64));
  const errors = reconcile(readout).findings.filter(({ severity }) => severity === 'error');
  return { lines: saidIn(readout), errors: errors.length };
}

function tryDamaged(file: string, source: SourceDocument): void {
  try {
    read({ ...source, blocks: damagedBlocks(source.blocks, (limit) => random.int(0, limit - 1)) });
  } catch (error) {
    const [what, where] = String((error as Error).stack).split('\n');
    const key = `${what} ${where?.trim()}`;
    if (!thrown.has(key)) thrown.set(key, file);
  }
}
