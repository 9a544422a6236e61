import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DocumentRecord } from '../../../schemas/index.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import type { Limits } from '../../../src/ingest/limits.ts';
import type { DoneEvent } from '../../../src/ingest/options.ts';
import type { Fuzzed } from './fuzz.ts';

export interface FuzzReport {
  /** Documents by kind and ending, the most frequent first. */
  counts: [ending: string, documents: number][];
  /** Those that ended as none should. */
  bad: { name: string; how: string[]; ending: string }[];
  /** Highest memory of a process, bytes. */
  memory: number;
  /** Milliseconds. */
  slowest: { name: string; time: number };
}

/** A mistake of ours, a process that died, or one that had to be ended. */
const never: ReadonlySet<string> = new Set(['internal', 'crashed', 'timeout', 'out_of_memory']);

/** Reads them as an archive would bring them. */
export async function readFuzzed(
  documents: readonly Fuzzed[],
  folder: string,
  options: { workers: number; limits: Partial<Limits> },
): Promise<FuzzReport> {
  const input = join(folder, 'in');
  const out = join(folder, 'out');
  mkdirSync(input);
  for (const { name, bytes } of documents) writeFileSync(join(input, name), bytes);
  let [memory, slowest] = [0, { name: '', time: 0 }];
  const done = ({ path, head }: DoneEvent) => {
    if (head === null) return;
    memory = Math.max(memory, head.cost.memory);
    if (head.cost.time > slowest.time) slowest = { name: basename(path), time: head.cost.time };
  };
  const outcome = await ingest([input], { out, ...options, observer: { done } });
  if (outcome.status !== 'finished') throw new Error(outcome.stop.message.en);
  const rows = readFileSync(join(out, 'documents.jsonl'), 'utf8').split('\n').filter(Boolean);
  const ends = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { path, format, status, error } = JSON.parse(row) as DocumentRecord;
    const name = path.slice(input.length + 1).split('!/')[0]!;
    const ending = `${format} ${status}${error === null ? '' : ` ${error.code}`}`;
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
    const said = error !== null && never.has(error.code) ? [`${error.code}: ${error.message.en}`] : [];
    ends.set(name, [...(ends.get(name) ?? []), ...said]);
  }
  const bad = documents.flatMap(({ name, how }) => {
    const said = ends.get(name);
    if (said === undefined) return [{ name, how, ending: 'no row' }];
    return said.map((ending) => ({ name, how, ending }));
  });
  return { counts: [...counts].sort(([, a], [, b]) => b - a), bad, memory, slowest };
}
