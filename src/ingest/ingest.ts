import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../parsers/limits.ts';
import type { Issue } from '../../schemas/index.ts';
import { unread } from '../examine/examine.ts';
import { filingSet } from '../reconcile/index.ts';
import { countFiles, type Discovered, discover } from './discovery/discover.ts';
import type { NormLayer, SentOptions } from './guard/messages.ts';
import { settingsOf } from './guard/norms.ts';
import { type Pool, startPool } from './guard/pool.ts';
import { hashIndex } from './ledger/hash-index.ts';
import { identityOf, keyOf } from './ledger/identity.ts';
import { type Ledger, openLedger } from './ledger/ledger.ts';
import { takeLock } from './ledger/lock.ts';
import { allLimits, type Limits } from './limits.ts';
import { assemble } from './output/assemble.ts';
import { openJsonlSink } from './output/jsonl-sink.ts';
import { type Manifest, openManifest } from './output/manifest.ts';
import type { Sink } from './output/sink.ts';
import { type IngestReport, tally } from './report.ts';
import type { ResultHead } from './result.ts';
import { type Stop, stopFor, stops } from './stop.ts';

export interface IngestOptions {
  /** Folder that the record files are written to; the state of the run stands in `.hedui` below it. */
  out: string;
  /** Processes that parse at the same time; as many as there are processors where none is given. */
  workers?: number;
  limits?: Partial<Limits>;
  password?: string;
  contacts?: boolean;
  /** Parses everything again, whatever was finished before. */
  fresh?: boolean;
  /** Parses again what ended over time or memory, in a crash or in a mistake of ours. */
  retryFailed?: boolean;
  /** Ends the run after what is being written; what is finished stays. */
  signal?: AbortSignal;
  observer?: Observer;
  /** Norms over the national framework, the weakest first. */
  norms?: readonly NormLayer[];
  /** Where records go; the JSONL files of `out` where none is given. */
  openSink?: (out: string, state: string) => Promise<Sink>;
}

/** Is told how a run goes on. */
export interface Observer {
  started?: (pool: Pick<Pool, 'running'>) => void;
  /** How many files are known of by now. */
  expected?: (count: number) => void;
  done?: (event: DoneEvent) => void;
}

export interface DoneEvent {
  path: string;
  /** `reused` from an earlier run, `copy` of bytes met before in this one, `unread` could not be opened. */
  origin: 'parsed' | 'reused' | 'copy' | 'unread';
  /** What came of it, where that is at hand. */
  head: Pick<ResultHead, 'document' | 'parts' | 'cost'> | null;
  issue: Issue | null;
}

export type IngestOutcome = { status: 'finished'; report: IngestReport } | { status: 'stopped'; stop: Stop };

/**
 * Reads an archive into record files. Every document is parsed in a process of its own under limits, once for its
 * bytes, this code and these settings; what is finished is kept at once, so that a run that was stopped in any way
 * goes on where it was. The record files appear together at the end and hold exactly what the inputs hold now.
 */
export async function ingest(inputs: readonly string[], options: IngestOptions): Promise<IngestOutcome> {
  const state = join(options.out, '.hedui');
  try {
    await mkdir(options.out, { recursive: true });
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

async function run(inputs: readonly string[], options: IngestOptions, state: string): Promise<IngestOutcome> {
  const began = performance.now();
  const limits = { ...allLimits, ...options.limits };
  const sent = sentOptions(options, limits);
  const workers = options.workers ?? availableParallelism();
  if (options.fresh) rmSync(join(state, 'ledger'), { recursive: true, force: true });
  const ledger = openLedger(join(state, 'ledger'));
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

interface Pass {
  inputs: readonly string[];
  options: IngestOptions;
  limits: Limits;
  state: string;
  ledger: Ledger;
  pool: Pool;
  identity: ReturnType<typeof identityOf>;
}

const manifestPath = ({ state }: Pass) => join(state, 'manifest.jsonl');

/** Walks the archive once, lists it in the manifest, and has parsed what the ledger does not hold; gives how many. */
async function parseAll(pass: Pass): Promise<number> {
  const { options, limits, pool, inputs } = pass;
  const { observer } = options;
  observer?.started?.(pool);
  let expected = 0;
  const expect = (count: number) => {
    expected += count;
    observer?.expected?.(expected);
  };
  const counting = countFiles(inputs, { out: options.out }).then(expect, () => undefined);
  const manifest = await openManifest(manifestPath(pass));
  const parser = resultParser(pass);
  try {
    for await (const found of discover(inputs, { limits, out: options.out, onEntries: expect })) {
      if (options.signal?.aborted || parser.failure() !== null) break;
      await list(found, manifest, observer);
      if (found.kind === 'document') await parser.take(found);
    }
    await pool.idle();
    await parser.settled();
  } finally {
    await manifest.close();
    await counting;
  }
  const failure = parser.failure();
  if (failure !== null && !options.signal?.aborted) throw failure;
  return parser.parsed();
}

async function list(found: Discovered, manifest: Manifest, observer?: Observer): Promise<void> {
  const { path } = found;
  if (found.kind === 'document') await manifest.add({ path, hash: found.hash });
  else if (found.kind === 'skipped') await manifest.add({ path, skipped: found.reason });
  else {
    const identity = { document_id: found.hash, path, bytes: found.size };
    const status = found.issue.code === 'unsupported_format' ? 'unsupported' : 'failed';
    const { document } = unread(identity, found.isArchive ? 'archive' : 'unknown', status, found.issue);
    await manifest.add({ path, document });
    observer?.done?.({ path, origin: 'unread', head: null, issue: found.issue });
  }
}

const retryable: ReadonlySet<string> = new Set(['timeout', 'out_of_memory', 'crashed', 'internal']);

/** Has documents parsed that the ledger does not hold, each once, and keeps what comes of them. */
function resultParser({ ledger, pool, identity, options }: Pass) {
  const { observer } = options;
  const seen = hashIndex();
  const open = new Set<Promise<void>>();
  let failure: unknown = null;
  let parsed = 0;
  const isDone = (key: Buffer): boolean => {
    if (!ledger.has(key)) return false;
    if (!options.retryFailed) return true;
    return !retryable.has(ledger.read(key)?.head.document.error?.code ?? '');
  };
  const parse = async (found: Extract<Discovered, { kind: 'document' }>, key: Buffer) => {
    const result = await pool.examine(found);
    await ledger.append(key, result);
    parsed += 1;
    const { head } = result;
    observer?.done?.({ path: found.path, origin: 'parsed', head, issue: head.document.error });
  };
  return {
    async take(found: Extract<Discovered, { kind: 'document' }>): Promise<void> {
      const key = keyOf(found.hash, identity);
      const isCopy = seen.get(key) !== undefined;
      if (isCopy || isDone(key)) {
        if (!isCopy) seen.set(key, { segment: 0, offset: 0 });
        const origin = isCopy ? 'copy' : 'reused';
        observer?.done?.({ path: found.path, origin, head: null, issue: null });
        return;
      }
      seen.set(key, { segment: 0, offset: 0 });
      await pool.room();
      const task = parse(found, key)
        .catch((thrown: unknown) => {
          failure ??= thrown;
        })
        .finally(() => open.delete(task));
      open.add(task);
    },
    failure: () => failure,
    settled: async () => void (await Promise.all(open)),
    parsed: () => parsed,
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
    else await sink.finish();
    return lost;
  } catch (thrown) {
    await sink.abort();
    throw thrown;
  }
}
