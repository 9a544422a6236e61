// One side of the comparison, in a process of its own: reads the folder's documents once each time it is told to.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLimits, examine, resultOf, startPool } from './compiled.ts';
import { childProcesses, ownProcessorTime, processorTimeOf } from './figures.ts';

export interface Round {
  /** Wall time and processor time of all processes, milliseconds. */
  wall: number;
  processor: number;
}

const [folder = '', side = ''] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
const documents = files.map(({ parentPath, name }) => {
  const bytes = readFileSync(join(parentPath, name));
  return { path: name, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
});
const sides: Record<string, () => () => Promise<void>> = {
  examine: () => inProcess(() => undefined),
  packed: () => inProcess((examination) => resultOf(examination, { time: 0, memory: 0 })),
  guarded: inPool,
};
const read = sides[side]!();

process.on('message', async () => {
  const before = processorTime();
  const began = performance.now();
  await read();
  const round: Round = { wall: performance.now() - began, processor: processorTime() - before };
  process.send!(round);
});
process.on('disconnect', () => process.exit(0));

function inProcess(keep: (examination: Awaited<ReturnType<typeof examine>>) => unknown) {
  return async () => {
    for (const { bytes, path } of documents) keep(await examine(bytes, { path }));
  };
}

function inPool() {
  const limits = { ...allLimits, documentsPerProcess: 1e9, cpuTime: 1e6 };
  const pool = startPool({ workers: 1, options: { norms: [] }, limits });
  return async () => {
    for (const document of documents) {
      await pool.room();
      void pool.examine(document);
    }
    await pool.idle();
  };
}

function processorTime(): number {
  return childProcesses().reduce((sum, pid) => sum + processorTimeOf(pid), ownProcessorTime());
}
