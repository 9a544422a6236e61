import PQueue from 'p-queue';
import { unread } from '../../examine/examine.ts';
import type { Limits } from '../limits.ts';
import { type Result, resultOf } from '../result.ts';
import { type Command, parseCommand } from './command.ts';
import { depth, startCrew } from './crew.ts';
import { type Death, issueOf } from './death.ts';
import { guessFormat } from './guess-format.ts';
import type { SentOptions } from './messages.ts';
import { startProcess } from './parse-process.ts';
import { hasProc } from './process-stat.ts';

/** A document to examine, with the SHA-256 of its bytes. */
export interface Job {
  path: string;
  hash: string;
  bytes: Uint8Array;
}

export interface Pool {
  /** Examines a document in a process of its own; how that ends is always a result. */
  examine: (job: Job) => Promise<Result>;
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

/** Milliseconds between looks at the processes. */
const lookEvery = 25;
/** The same while one of them grows: at 4 GB a second, 4 ms let 16 MB pass. */
const lookEveryAtGrowth = 4;
const lookEveryByPs = 1000;

export function startPool({
  workers,
  options,
  limits,
  command = parseCommand(limits, workers),
}: PoolOptions): Pool {
  const queue = new PQueue({ concurrency: workers * depth });
  const crew = startCrew(workers, () => startProcess(command, options, limits));
  // The queue's own promise of room makes and ends a signal each time, which is a tenth of the work on a small document.
  const waiting: (() => void)[] = [];
  queue.addEventListener('active', () => {
    if (queue.size === 0) for (const resolve of waiting.splice(0)) resolve();
  });
  let deaths = 0;
  let isStopped = false;
  let watch: NodeJS.Timeout;
  const look = () => {
    const isGrowing = crew.look();
    const pause = !hasProc ? lookEveryByPs : isGrowing ? lookEveryAtGrowth : lookEvery;
    watch = setTimeout(look, pause).unref();
  };
  look();

  const examine = async (job: Job): Promise<Result> => {
    const began = performance.now();
    for (let died = 0, killed = 0; ; ) {
      if (isStopped) throw new Error('stopped');
      const outcome = await crew.examine(job.path, job.bytes, died + killed > 0);
      if ('head' in outcome) return outcome;
      if (isStopped) throw new Error('stopped');
      if ('again' in outcome) continue;
      deaths += 1;
      const { death } = outcome;
      if (death.wasKilled) killed += 1;
      else died += 1;
      if (death.isFinal || died >= limits.deaths || killed >= limits.kills)
        return putAside(job, death, performance.now() - began);
    }
  };
  return {
    examine: (job) => queue.add(() => examine(job)),
    room: () => (queue.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    running: crew.running,
    deaths: () => deaths,
    idle: () => queue.onIdle(),
    stop() {
      isStopped = true;
      clearTimeout(watch);
      queue.clear();
      for (const resolve of waiting.splice(0)) resolve();
      crew.stop();
    },
  };
}

/** What stands for a document that no process survives. */
function putAside({ path, hash, bytes }: Job, death: Death, time: number): Result {
  const identity = { document_id: hash, path, bytes: bytes.length };
  const examination = unread(identity, guessFormat(bytes, path), 'failed', issueOf(death));
  return resultOf(examination, { time, memory: death.memory ?? 0 });
}
