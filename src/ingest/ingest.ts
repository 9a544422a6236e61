import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../parsers/limits.ts';
import { filingSet } from '../reconcile/index.ts';
import type { Input } from './discovery/walk.ts';
import type { SentOptions } from './guard/messages.ts';
import { settingsOf } from './guard/norms.ts';
import { startPool } from './guard/pool.ts';
import { type Identity, identityOf, keyOf } from './ledger/identity.ts';
import { openLedger } from './ledger/ledger.ts';
import { takeLock } from './ledger/lock.ts';
import { allLimits, type Limits } from './limits.ts';
import type { IngestOptions } from './options.ts';
import { assemble } from './output/assemble.ts';
import { openJsonlSink } from './output/jsonl-sink.ts';
import { makeFolder } from './output/make-folder.ts';
import { readManifest } from './output/manifest.ts';
import { manifestPath, type Pass, parseAll } from './pass.ts';
import { type IngestReport, tally } from './report.ts';
import { type Stop, stopFor, stops } from './stop.ts';

export type IngestOutcome = { status: 'finished'; report: IngestReport } | { status: 'stopped'; stop: Stop };

/** Milliseconds of results that a run may lose when it is killed; they are parsed again. */
const gatherFor = 25;

/**
 * Reads an archive into record files. Every document is parsed in a process of its own under limits, once for its
 * bytes, this code and these settings; what is finished is kept at once, so that a run that was stopped in any way
 * goes on where it was. The record files appear together at the end and hold exactly what the inputs hold now.
 */
export async function ingest(inputs: readonly Input[], options: IngestOptions): Promise<IngestOutcome> {
  const state = join(options.out, '.hedui');
  try {
    await makeFolder(options.out);
    const lock = takeLock(state);
    if ('heldBy' in lock) return { status: 'stopped', stop: stops.locked(options.out, lock.heldBy) };
    try {
      return await run(inputs, options, state);
    } finally {
      lock.release();
    }
  } catch (thrown) {
    const stop = stopFor(thrown, options.out);
    if (stop === null) throw thrown;
    return { status: 'stopped', stop };
  }
}

async function run(inputs: readonly Input[], options: IngestOptions, state: string): Promise<IngestOutcome> {
  const began = performance.now();
  const limits = { ...allLimits, ...options.limits };
  const sent = sentOptions(options, limits);
  const workers = options.workers ?? availableParallelism();
  if (options.fresh) rmSync(join(state, 'ledger'), { recursive: true, force: true });
  const ledger = openLedger(join(state, 'ledger'), { gatherFor });
  const pool = startPool({ workers, options: sent, limits });
  const pass: Pass = { inputs, options, limits, state, ledger, pool, identity: identityOf(sent, limits) };
  const stop = () => pool.stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    let parsed = 0;
    // A second round only where the disk did not give back what the ledger had.
    for (let round = 1; ; round += 1) {
      parsed += await parseAll(pass);
      if (options.signal?.aborted) return { status: 'stopped', stop: stops.interrupted() };
      const counted = tally();
      const lost = await writeOut(pass, counted);
      if (lost.length > 0 && round < 3) {
        for (const hash of lost) await ledger.forget(keyOf(hash, pass.identity));
        continue;
      }
      const seconds = (performance.now() - began) / 1000;
      const report = counted.report({ parsed, deaths: pool.deaths(), seconds, workers, limits });
      await writeFile(join(state, 'run.json'), `${JSON.stringify(report, null, 2)}\n`);
      return { status: 'finished', report };
    }
  } finally {
    options.signal?.removeEventListener('abort', stop);
    pool.stop();
    await ledger.close();
  }
}

function sentOptions({ password, contacts, norms = [] }: IngestOptions, limits: Limits): SentOptions {
  const names = Object.keys(defaultLimits) as (keyof typeof defaultLimits)[];
  return {
    limits: Object.fromEntries(names.map((name) => [name, limits[name]])),
    contacts: contacts === true,
    norms,
    ...(password === undefined ? {} : { password }),
  };
}

/** Makes the record files; gives the hashes of documents that have to be parsed again. */
async function writeOut(pass: Pass, counted: ReturnType<typeof tally>): Promise<string[]> {
  const { options, state, ledger, identity } = pass;
  const sink = await (options.openSink ?? openJsonlSink)(options.out, state);
  try {
    const manifest = manifestPath(pass);
    const across = filingSet(settingsOf(options.norms ?? []));
    const lost = await assemble({ manifest, ledger, identity, sink, tally: counted, across });
    if (lost.length > 0) await sink.abort();
    else {
      await sink.finish();
      await ledger.keepOnly(keysIn(manifest, identity));
    }
    return lost;
  } catch (thrown) {
    await sink.abort();
    throw thrown;
  }
}

/** Keys of the results that the manifest names. */
async function* keysIn(manifest: string, identity: Identity): AsyncGenerator<Buffer> {
  for await (const row of readManifest(manifest))
    if ('hash' in row) yield keyOf(row.hash, identity);
    else if ('list' in row) yield Buffer.from(row.list, 'hex');
}
