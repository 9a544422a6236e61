import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judging } from '../reconcile/profiles/index.ts';
import { openReader, openSink } from '../warehouse/location.ts';
import type { WarehouseReader } from '../warehouse/reader.ts';
import { storedOf } from '../warehouse/sink.ts';
import type { Context } from './context.ts';
import { type DocumentOptions, examinations } from './documents.ts';

/** Examines files and hands on a warehouse of them that is gone afterwards, and how many files gave nothing: what reads a warehouse reads files too. */
export async function withExamined(
  paths: string[],
  options: DocumentOptions & { settings: Judging },
  context: Context,
  work: (reader: WarehouseReader, failures: number) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hedui-'));
  const undo = removeOnSignal(folder);
  try {
    const { files, failures } = await fill(folder, paths, options, context);
    if (files === 0) return;
    const reader = (await openReader(folder))!;
    try {
      await work(reader, failures);
    } finally {
      await reader.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    undo();
  }
}

/** Takes the folder away where the command is stopped, which then ends by the signal as it would have. Gives what undoes that. */
function removeOnSignal(folder: string): () => void {
  const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
  const stop = (signal: NodeJS.Signals) => {
    undo();
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  const undo = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.once(signal, stop);
  return undo;
}

async function fill(
  folder: string,
  paths: string[],
  options: DocumentOptions & { settings: Judging },
  context: Context,
): Promise<{ files: number; failures: number }> {
  const { filingSet } = await import('../reconcile/index.ts');
  const across = filingSet(options.settings);
  const program = `hedui ${context.version}`;
  const sink = await openSink(folder, { program, settings: {}, startedAt: new Date(), roots: [] });
  const seen = new Set<string>();
  const told = { files: 0, failures: 0 };
  try {
    for await (const examination of examinations(paths, options, context)) {
      const { document_id, error } = examination.document;
      told.files += 1;
      if (error !== null) told.failures += 1;
      const isCopy = seen.has(document_id);
      seen.add(document_id);
      await sink.write(storedOf(examination, isCopy));
      if (!isCopy) across.add(examination);
    }
    const { findings, coverage } = across.conclude();
    await sink.writeFindings(findings, coverage);
    await sink.finish();
    return told;
  } catch (thrown) {
    await sink.abort();
    throw thrown;
  }
}
