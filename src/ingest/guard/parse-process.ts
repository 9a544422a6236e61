import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Limits } from '../limits.ts';
import type { Result } from '../result.ts';
import type { Command } from './command.ts';
import { causeOfDeath, type Death } from './death.ts';
import { type Frame, frame, frameReader } from './frames.ts';
import type { Reply, SentOptions } from './messages.ts';
import { peakMemory, resetPeak, type Usage } from './process-stat.ts';

export type Outcome = Result | { death: Death };

/** One process that parses documents one after another. */
export interface ParseProcess {
  pid: number;
  /** Documents it has been given. */
  handled: number;
  /** Resident memory after the last document, bytes. */
  restingMemory: number;
  isAlive: () => boolean;
  examine: (path: string, bytes: Uint8Array) => Promise<Outcome>;
  /** Told what the process uses now; ends it where that is over a limit. */
  look: (usage: Usage) => void;
  stop: () => void;
}

/** Most of what a process writes as it dies is the stack of V8; the cause stands in front. */
const lastWordsBytes = 8192;
/** A process that has not even loaded its modules by then will not; generous, for machines are busy. */
const startUpSeconds = 120;
/** Beyond the records: the head of the reply and its document. */
const frameSlack = 1 << 22;

/** Starts a process and waits until it is ready. A throw means that none can be started here at all. */
export async function startProcess(
  command: Command,
  options: SentOptions,
  limits: Limits,
): Promise<ParseProcess> {
  const child = spawn(command.file, command.args, {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: { LANG: 'C.UTF-8', TZ: process.env.TZ ?? '' },
  });
  const wire = connect(child, limits.outputBytes + frameSlack);
  wire.send(frame({ options, maxBytes: limits.outputBytes }, 0));
  const started = await wire.reply(startUpSeconds);
  if ('death' in started)
    throw new Error(`no process to parse with could be started: ${started.death.detail}`);
  return serve(child, wire, limits);
}

function serve(child: ChildProcess, wire: Wire, limits: Limits): ParseProcess {
  const pid = child.pid!;
  preferAsVictim(pid);
  let cpuBefore = 0;
  let cpuNow = 0;
  const self: ParseProcess = {
    pid,
    handled: 0,
    restingMemory: 0,
    isAlive: wire.isAlive,
    async examine(path, bytes) {
      self.handled += 1;
      cpuBefore = cpuNow;
      resetPeak(pid);
      wire.send(frame({ path }, bytes.length));
      wire.send(bytes);
      const answer = await wire.reply(limits.wallTime);
      if ('death' in answer) {
        const busy = cpuNow - cpuBefore;
        // Little processor time used means that the machine was busy, not the document endless.
        if (answer.death.code === 'timeout' && busy < limits.wallTime / 2) answer.death.isFinal = false;
        else if (self.handled > 1) answer.death.isFinal &&= answer.death.code !== 'out_of_memory';
        return answer;
      }
      const reply = answer.head as Reply;
      if (reply.kind !== 'result') return { death: tooLarge(limits.outputBytes) };
      self.restingMemory = reply.rss;
      reply.head.cost.memory = peakMemory(pid) || reply.rss;
      return { head: reply.head, packed: answer.body };
    },
    look(usage) {
      cpuNow = usage.cpu;
      if (usage.memory > limits.memory) {
        wire.kill({
          code: 'out_of_memory',
          detail: `more than ${Math.round(limits.memory / 1048576)} MB`,
          isFinal: true,
        });
      } else if (usage.cpu - cpuBefore > limits.cpuTime) {
        wire.kill({
          code: 'timeout',
          detail: `more than ${limits.cpuTime} s of processor time`,
          isFinal: true,
        });
      }
    },
    stop: () => wire.kill({ code: 'crashed', detail: 'stopped', isFinal: false }),
  };
  return self;
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

interface Wire {
  send: (bytes: Uint8Array) => void;
  /** The next message, or how the process ended before it gave one. */
  reply: (seconds: number) => Promise<Frame | { death: Death }>;
  kill: (death: Death) => void;
  isAlive: () => boolean;
}

function connect(child: ChildProcess, maxBytes: number): Wire {
  let isAlive = true;
  let reason: Death | null = null;
  let lastWords = '';
  let waiting: ((answer: Frame | { death: Death }) => void) | null = null;
  let ended: Death | null = null;
  const kill = (death: Death) => {
    reason ??= death;
    isAlive = false;
    child.kill('SIGKILL');
  };
  const end = (death: Death) => {
    isAlive = false;
    ended = reason ?? death;
    waiting?.({ death: ended });
    waiting = null;
  };
  const read = frameReader(maxBytes);
  (child.stdio[3] as Readable).on('data', (piece: Buffer) => {
    const frames = read(piece);
    if (frames === 'too_large') kill(tooLarge(maxBytes));
    else
      for (const message of frames) {
        waiting?.(message);
        waiting = null;
      }
  });
  (child.stdio[3] as Readable).on('error', () => undefined);
  child.stderr!.on('data', (piece: Buffer) => {
    lastWords = (lastWords + piece.toString('latin1')).slice(0, lastWordsBytes);
  });
  child.stdin!.on('error', () => undefined);
  child.on('error', (error) => end({ code: 'crashed', detail: error.message, isFinal: false }));
  // `close` comes after the last bytes of stderr, which say why.
  child.on('close', (exitCode, signal) => end(causeOfDeath(exitCode, signal, lastWords)));
  return {
    send: (bytes) => void (child.stdin as Writable).write(bytes),
    isAlive: () => isAlive,
    kill,
    reply(seconds) {
      if (ended !== null) return Promise.resolve({ death: ended });
      return new Promise((resolve) => {
        const timer = setTimeout(
          () => kill({ code: 'timeout', detail: `more than ${seconds} s`, isFinal: true }),
          seconds * 1000,
        );
        waiting = (answer) => {
          clearTimeout(timer);
          resolve(answer);
        };
      });
    },
  };
}
