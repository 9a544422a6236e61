import PQueue from 'p-queue';
import { unread } from '../../examine/examine.ts';
import type { Limits } from '../limits.ts';
import { type Result, resultOf } from '../result.ts';
import { type Command, parseCommand } from './command.ts';
import { issueOf } from './death.ts';
import { guessFormat } from './guess-format.ts';
import type { SentOptions } from './messages.ts';
import { type Outcome, type ParseProcess, startProcess } from './parse-process.ts';
import { hasProc, usageFromProc, usageFromPs } from './process-stat.ts';

export interface Pool {
  /** Examines a document in a process of its own; how that ends is always a result. */
  examine: (document: { path: string; hash: string; bytes: Uint8Array }) => Promise<Result>;
  /** Waits until a document can be taken without holding more than a few. */
  room: () => Promise<void>;
  /** What is being read, and since when (`performance.now()`). */
  running: () => { path: string; since: number }[];
  /** Processes that died over a document. */
  deaths: () => number;
  idle: () => Promise<void>;
  stop: () => void;
}

export interface PoolOptions {
  workers: number;
  options: SentOptions;
  limits: Limits;
  /** In place of the usual one, for tests. */
  command?: Command;
}

/** Milliseconds between looks at the processes: at 2 GB a second, 25 ms let 50 MB pass. */
const lookEvery = 25;
const lookEveryByPs = 1000;
/** Share of the memory that a process may keep between documents before it is replaced. */
const restingShare = 0.5;
/** Starting a process fails at times on a machine that is short of something. */
const startAttempts = 3;

export function startPool({ workers, options, limits, command = parseCommand(limits) }: PoolOptions): Pool {
  const queue = new PQueue({ concurrency: workers });
  const idle: ParseProcess[] = [];
  const busy = new Map<ParseProcess, { path: string; since: number }>();
  let deaths = 0;
  let isStopped = false;
  const watch = setInterval(() => void lookAtAll(busy), hasProc ? lookEvery : lookEveryByPs);
  watch.unref();

  const take = async (fresh: boolean): Promise<ParseProcess> => {
    const waiting = fresh ? undefined : idle.pop();
    return waiting?.isAlive() ? waiting : start(command, options, limits);
  };
  const giveBack = (worker: ParseProcess) => {
    const isWorn =
      worker.handled >= limits.documentsPerProcess || worker.restingMemory > limits.memory * restingShare;
    const isOld = (usageFromProc(worker.pid)?.cpu ?? 0) > limits.cpuTime;
    if (isStopped || isWorn || isOld || idle.length >= workers || !worker.isAlive()) worker.stop();
    else idle.push(worker);
  };
  const attempt = async (path: string, bytes: Uint8Array, fresh: boolean): Promise<Outcome> => {
    const worker = await take(fresh);
    busy.set(worker, { path, since: performance.now() });
    try {
      return await worker.examine(path, bytes);
    } finally {
      busy.delete(worker);
      giveBack(worker);
    }
  };
  return {
    examine: ({ path, hash, bytes }) =>
      queue.add(async () => {
        const started = performance.now();
        for (let died = 1; ; died += 1) {
          const outcome = await attempt(path, bytes, died > 1);
          if ('head' in outcome) return outcome;
          if (isStopped) throw new Error('stopped');
          deaths += 1;
          if (!outcome.death.isFinal && died < limits.deaths) continue;
          const identity = { document_id: hash, path, bytes: bytes.length };
          const examination = unread(identity, guessFormat(bytes, path), 'failed', issueOf(outcome.death));
          const memory = outcome.death.code === 'out_of_memory' ? limits.memory : 0;
          return resultOf(examination, { time: performance.now() - started, memory });
        }
      }) as Promise<Result>,
    room: () => queue.onSizeLessThan(Math.max(1, workers)),
    running: () => [...busy.values()],
    deaths: () => deaths,
    idle: () => queue.onIdle(),
    stop() {
      isStopped = true;
      clearInterval(watch);
      queue.clear();
      for (const worker of [...idle, ...busy.keys()]) worker.stop();
    },
  };
}

async function start(command: Command, options: SentOptions, limits: Limits): Promise<ParseProcess> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await startProcess(command, options, limits);
    } catch (thrown) {
      if (attempts >= startAttempts) throw thrown;
    }
  }
}

async function lookAtAll(busy: ReadonlyMap<ParseProcess, unknown>): Promise<void> {
  for (const worker of busy.keys()) {
    const usage = hasProc ? usageFromProc(worker.pid) : await usageFromPs(worker.pid);
    if (usage !== null) worker.look(usage);
  }
}
