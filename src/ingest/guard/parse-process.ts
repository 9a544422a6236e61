import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Limits } from '../limits.ts';
import type { Result } from '../result.ts';
import { type Command, parseEnvironment, timesPerProcess } from './command.ts';
import { type Death, outOfMemory, outOfTime } from './death.ts';
import type { Reply, SentOptions } from './messages.ts';
import { type ProcessStat, processStat } from './process-stat.ts';
import { timesFor } from './times.ts';
import { connect, type Wire } from './wire.ts';

/** A result; how the process died over the document; or that it died before it came to the document. */
export type Outcome = Result | { death: Death } | { again: true };

/** One process that parses documents one after another. */
export interface ParseProcess {
  /** Takes a document; the next may be given before the last is done, so that the process never waits. */
  examine: (path: string, bytes: Uint8Array, onTurn: () => void) => Promise<Outcome>;
  /** Looks at what the process uses, and ends it where that is over a limit. */
  look: () => Promise<void>;
  /** Whether it is on its way to the limit of memory, and wants to be looked at more often. */
  isGrowing: () => boolean;
  /** Whether it has served long enough, or holds on to too much memory. */
  isWorn: () => boolean;
  isAlive: () => boolean;
  stop: () => void;
}

/** A process that has not even loaded its modules by then will not; generous, for machines are busy. */
const startUpSeconds = 120;
/** Beyond the records: the head of the reply and its document. */
const frameSlack = 1 << 22;
/** Share of the memory that a process may keep between documents: one that recognises scans keeps half of the default for its models. */
const restingShare = 0.6;
/** Share of the wall time that a document must have used of the processor, to be endless and not only waiting. */
const busyShare = 0.5;
/** Share of the limit of memory from which on a process is looked at more often. */
const growingShare = 0.25;
/**
 * Milliseconds for which a mark of the highest memory holds: to set and to read it takes a tenth of a small document. Those that are done
 * within one are told the same figure.
 */
const markEvery = 25;
/** Starting a process fails at times on a machine that is short of something. */
const startAttempts = 3;
/** One that was killed before it was ready says nothing about the machine. */
const killsAtStart = 20;

/** Starts a process and waits until it is ready. A throw means that none can be started here at all. */
export async function startProcess(
  command: Command,
  options: SentOptions,
  limits: Limits,
): Promise<ParseProcess> {
  for (let failures = 0, kills = 0; ; ) {
    const started = await tryToStart(command, options, limits);
    if (!('death' in started)) return started;
    const { detail, wasKilled } = started.death;
    if (wasKilled) kills += 1;
    else failures += 1;
    if (failures >= startAttempts || kills >= killsAtStart)
      throw new Error(`no process to parse with could be started: ${detail}`);
  }
}

async function tryToStart(
  command: Command,
  options: SentOptions,
  limits: Limits,
): Promise<ParseProcess | { death: Death }> {
  const child = spawn(command.file, command.args, {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: parseEnvironment(),
  });
  // Without a process there are no pipes either.
  if (child.pid === undefined) return { death: await whyNotStarted(child) };
  const wire = connect(child, limits.outputBytes + frameSlack, tooLarge(limits.outputBytes));
  const settings = { options, maxBytes: limits.outputBytes };
  const started = await wire.ask(settings, new Uint8Array(), startUpSeconds);
  if ('death' in started) return started;
  if ('again' in started) return { death: { code: 'crashed', detail: 'it ended at once', isFinal: false } };
  return serve(child.pid!, wire, limits);
}

async function whyNotStarted(child: ChildProcess): Promise<Death> {
  const [error] = (await once(child, 'error')) as [Error];
  return { code: 'crashed', detail: error.message, isFinal: false };
}

/** Whether a document that took `cpu` seconds of the processor is at fault for its end, which then is final. */
function isOwnFault(
  death: Death,
  cpu: number,
  allowed: { cpu: number; wall: number },
  isFirst: boolean,
): boolean {
  // Little processor time used: the machine was busy, not the document endless. Memory: the process had some before.
  const wasWaiting = death.code === 'timeout' && cpu < allowed.wall * busyShare;
  const hadBallast = death.code === 'out_of_memory' && !isFirst;
  return death.isFinal && (cpu >= allowed.cpu || !wasWaiting) && !hadBallast;
}

function serve(pid: number, wire: Wire, limits: Limits): ParseProcess {
  preferAsVictim(pid);
  const stat = processStat(pid);
  let handled = 0;
  let restingMemory = 0;
  let cpuBefore = 0;
  // What it took to start is not the first document's.
  let cpuNow = stat.processorTime();
  let highest = 0;
  let memoryNow = 0;
  let allowed = timesFor(0, limits);
  const peak = peakOf(stat);
  return {
    isAlive: wire.isAlive,
    isGrowing: () => wire.isAlive() && memoryNow > limits.memory * growingShare,
    isWorn: () =>
      handled >= limits.documentsPerProcess ||
      restingMemory > limits.memory * restingShare ||
      cpuNow > timesPerProcess * limits.cpuTime,
    async examine(path, bytes, onTurn) {
      handled += 1;
      const isFirst = handled === 1;
      const times = timesFor(bytes.length, limits);
      const answer = await wire.ask({ path }, bytes, times.wall, () => {
        allowed = times;
        cpuBefore = cpuNow;
        highest = 0;
        peak.reset();
        onTurn();
      });
      if ('again' in answer) return answer;
      if ('death' in answer) {
        const isFinal = isOwnFault(answer.death, cpuNow - cpuBefore, allowed, isFirst);
        return { death: { ...answer.death, isFinal, memory: highest } };
      }
      const reply = answer.head as Reply;
      if (reply.kind !== 'result') return { death: tooLarge(limits.outputBytes) };
      restingMemory = reply.rss;
      reply.head.cost.memory = peak.read() || reply.rss;
      return { head: reply.head, packed: answer.body };
    },
    async look() {
      const usage = await stat.usage();
      if (usage === null || !wire.isAlive()) return;
      cpuNow = usage.cpu;
      memoryNow = usage.memory;
      highest = Math.max(highest, usage.memory);
      if (usage.memory > limits.memory) {
        highest = Math.max(highest, stat.peakMemory());
        wire.kill(outOfMemory(limits.memory));
      } else if (usage.cpu - cpuBefore > allowed.cpu) wire.kill(outOfTime(allowed.cpu));
    },
    stop() {
      wire.kill({ code: 'crashed', detail: 'stopped', isFinal: false });
      stat.close();
    },
  };
}

/** The highest memory since it was last reset. */
function peakOf(stat: ProcessStat): { reset: () => void; read: () => number } {
  let resetAt = Number.NEGATIVE_INFINITY;
  let readAt = Number.NEGATIVE_INFINITY;
  let peak = 0;
  return {
    reset() {
      const now = performance.now();
      if (now - resetAt < markEvery) return;
      resetAt = now;
      stat.resetPeak();
    },
    read() {
      const now = performance.now();
      if (now - readAt < markEvery) return peak;
      readAt = now;
      peak = stat.peakMemory();
      return peak;
    },
  };
}

function tooLarge(limit: number): Death {
  return { code: 'too_large', detail: `more than ${limit} bytes of records`, isFinal: true };
}

/** Where the machine as a whole runs out of memory, the kernel is to end a parser and not the run. */
function preferAsVictim(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '900');
  } catch {
    // Not Linux, or not allowed: the kernel chooses as it does.
  }
}
