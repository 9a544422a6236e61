/** Writes samples/ anew: `node scripts/samples.ts`. The files are the same, byte for byte, on every run. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSamples } from './generate/samples.ts';

const folder = path.join(import.meta.dirname, '..', 'samples');
mkdirSync(folder, { recursive: true });
const files = buildSamples();
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(path.join(folder, name));
for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
process.stderr.write(`${files.size} files in samples/\n`);
