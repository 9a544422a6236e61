import { once } from 'node:events';
import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ParsedDocument } from '../../../parsers/index.ts';
import type { WholeExamination } from '../../examine/examine.ts';
import { allLimits, type Limits } from '../limits.ts';
import { type Death, issueOf, outOfMemory, outOfTime } from './death.ts';
import { guessFormat } from './guess-format.ts';
import type { SentOptions } from './messages.ts';
import { timesFor } from './times.ts';

/** What a thread is to do with a document: examine it, with or without what was seen of it, or no more than parse it. */
export type Question = { kind: 'examine' | 'whole' | 'parse'; path: string; bytes: Uint8Array };

/** What is sent to a thread: what holds for the questions that follow, or one of those. */
export type Sent = { options: SentOptions } | Question;

/** Its answers; a document that used up a limit, or ended the thread, is an answer too. */
export interface Answers {
  examine: WholeExamination;
  whole: WholeExamination;
  parse: ParsedDocument;
}

/** Reads documents one after another in a thread of this process, for commands that read a few files. */
export interface WatchedThread {
  limits: Limits;
  ask: <Kind extends keyof Answers>(
    kind: Kind,
    job: { path: string; hash: string; bytes: Uint8Array },
    options: SentOptions,
  ) => Promise<Answers[Kind]>;
  stop: () => Promise<void>;
}

/** Milliseconds between looks at what the thread uses: at 4 GB a second, 25 ms let 100 MB pass. */
const lookEvery = 25;
/** Of the memory limit of a guarded process: a person waits for these few files, and nothing else runs beside them. */
const timesTheMemory = 2;
/**
 * What V8 may take of the limit for JavaScript objects, in times: where it is full within one step of its own (a text of gigabytes that is split),
 * V8 ends the whole process. The look at the memory is to come first.
 */
const timesTheHeap = 3;

/** The limits of a guarded process, with more memory for a document, and no more than a quarter of the machine's. */
export const threadLimits: Limits = {
  ...allLimits,
  memory: Math.min(timesTheMemory * allLimits.memory, totalmem() / 4),
};

/**
 * A thread has the rights of its process, which a guarded process has not; it is for files that a person names, and sees that a command ends:
 * a loop in a library, or a file that takes all memory, is a document with an error. It starts at once, while its command loads what it needs itself,
 * and again after a death; it keeps no process that is done from leaving.
 */
export function watchedThread(limits: Limits = threadLimits): WatchedThread {
  const start = (): Started => {
    const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
    const resourceLimits = { maxOldGenerationSizeMb: Math.floor((limits.memory * timesTheHeap) / 1048576) };
    const thread = new Worker(new URL(file, import.meta.url), { resourceLimits });
    // What it takes to load its modules is not the first document's.
    const ready = once(thread, 'message');
    ready.catch(() => undefined);
    thread.unref();
    return { thread, ready, told: null };
  };
  let started: Started | null = start();
  return {
    limits,
    async ask(kind, { path, hash, bytes }, options) {
      started ??= start();
      const { thread, ready, told } = started;
      thread.ref();
      await ready;
      if (told !== options) thread.postMessage({ options: { ...options, limits } } satisfies Sent);
      started.told = options;
      const answer = await asked(thread, { kind, path, bytes }, limits);
      thread.unref();
      if (!('death' in answer)) return answer.given as Answers[typeof kind];
      await thread.terminate();
      started = null;
      const format = guessFormat(bytes, path);
      const error = issueOf(answer.death);
      if (kind === 'parse') return { status: 'failed', format, error } as Answers[typeof kind];
      const { unread } = await import('../../examine/examine.ts');
      const examination = unread({ document_id: hash, path, bytes: bytes.length }, format, 'failed', error);
      return { examination, source: null } as Answers[typeof kind];
    },
    async stop() {
      await started?.thread.terminate();
      started = null;
    },
  };
}

/** A thread, and that it has loaded what it needs. */
interface Started {
  thread: Worker;
  ready: Promise<unknown>;
  /** The options that it was told last. */
  told: SentOptions | null;
}

/** The answer of a thread, or what it died of: a limit that it is over is one of its ends. */
function asked(
  thread: Worker,
  question: Question,
  limits: Limits,
): Promise<{ given: Answers[Question['kind']] } | { death: Death }> {
  const times = timesFor(question.bytes.length, limits);
  const began = performance.now();
  const before = process.cpuUsage();
  const held = heldBefore(limits.memory);
  return new Promise((resolve) => {
    const end = (outcome: { given: Answers[Question['kind']] } | { death: Death }) => {
      clearInterval(watch);
      // Its own listeners alone: a thread hears by some of Node's, which are among all of them.
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (given: Answers[Question['kind']]) => end({ given });
    const onError = (reason: NodeJS.ErrnoException) => end({ death: causeOf(reason, limits) });
    const onExit = (code: number) =>
      end({ death: { code: 'crashed', detail: `exit code ${code}`, isFinal: true } });
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      const cpu = (user + system) / 1e6;
      const wall = (performance.now() - began) / 1000;
      if (process.memoryUsage.rss() - held > limits.memory) end({ death: outOfMemory(limits.memory) });
      else if (cpu > times.cpu) end({ death: outOfTime(times.cpu) });
      else if (wall > times.wall)
        end({ death: { code: 'timeout', detail: `more than ${times.wall} s`, isFinal: true } });
    }, lookEvery);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(question satisfies Sent);
  });
}

/** Resident memory that is not the next document's: what the command keeps of those before it, and some that a thread which was ended has not given back yet. */
function heldBefore(limit: number): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return Math.min(rss, heapTotal + external + limit / 2);
}

/** Where its heap is full, V8 ends a thread by an error of its own. */
function causeOf({ code, message }: NodeJS.ErrnoException, limits: Limits): Death {
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? outOfMemory(limits.memory * timesTheHeap)
    : { code: 'crashed', detail: message.slice(0, 200), isFinal: true };
}
