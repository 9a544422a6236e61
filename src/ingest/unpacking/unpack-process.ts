import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { guardedCommand, parseEnvironment } from '../guard/command.ts';
import { causeOfDeath, type Death, outOfMemory, outOfTime } from '../guard/death.ts';
import { type Frame, frame, frameReader } from '../guard/frames.ts';
import { hasProc, type ProcessStat, processStat } from '../guard/process-stat.ts';
import type { Limits } from '../limits.ts';
import type { Order, Told } from './messages.ts';

/** What a process says of an archive, or how it died over it. */
export type Heard = { told: Told; bytes: Buffer } | { death: Death };

/** One process that unpacks archives one after another. It does no more than is asked for: its pipe fills up. */
export interface UnpackProcess {
  send: (order: Order, archive: Uint8Array) => void;
  hear: () => Promise<Heard>;
  stop: () => void;
}

/** Beyond the bytes of an entry: its name. */
const frameSlack = 1 << 20;
const lookEvery = 25;
const lookEveryByPs = 1000;
const lastWordsBytes = 8192;

/** `descriptors`: of an archive on disk that is too large to be sent. */
export function startUnpackProcess(limits: Limits, descriptors: readonly number[] = []): UnpackProcess {
  const { file, args } = guardedCommand(limits, 'unpack');
  const child = spawn(file, args, {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', ...descriptors],
    env: parseEnvironment(),
  });
  const ended = endOf(child);
  const stat = child.pid === undefined ? null : processStat(child.pid);
  const pieces = (child.stdio[3] as Readable)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const read = frameReader(limits.maxBytes + frameSlack);
  const heard: Frame[] = [];
  const next = async (): Promise<Heard> => {
    while (heard.length === 0) {
      const piece = await pieces.next().catch(() => ({ done: true as const, value: undefined }));
      if (piece.done) return { death: await ended.death() };
      const frames = read(piece.value);
      if (frames !== 'too_large') heard.push(...frames);
      else ended.because({ code: 'crashed', detail: 'it said more than it may', isFinal: true });
    }
    const { head, body } = heard.shift()!;
    return { told: head as Told, bytes: body };
  };
  return {
    send(order, archive) {
      child.stdin!.write(frame(order, archive.length));
      child.stdin!.write(archive);
    },
    hear: () => watched(next, stat, limits, ended.because),
    stop() {
      child.kill('SIGKILL');
      stat?.close();
    },
  };
}

/** Looks at the process while something is expected of it, and ends it over a limit. Times count from one word to the next. */
async function watched(
  next: () => Promise<Heard>,
  stat: ProcessStat | null,
  { cpuTime, wallTime, memory }: Limits,
  because: (death: Death) => void,
): Promise<Heard> {
  const before = stat?.processorTime() ?? 0;
  const began = performance.now();
  const watch = setInterval(
    async () => {
      const usage = await stat?.usage();
      if (usage === null || usage === undefined) return;
      if (usage.memory > memory) because(outOfMemory(memory));
      else if (usage.cpu - before > cpuTime) because(outOfTime(cpuTime));
      else if (performance.now() - began > wallTime * 1000)
        because({ code: 'timeout', detail: `more than ${wallTime} s`, isFinal: true });
    },
    hasProc ? lookEvery : lookEveryByPs,
  );
  try {
    return await next();
  } finally {
    clearInterval(watch);
  }
}

/** How a process ends: by what was decided over it, or else by what it said. */
function endOf(child: ChildProcess): { because: (death: Death) => void; death: () => Promise<Death> } {
  let reason: Death | null = null;
  let lastWords = '';
  child.stdin!.on('error', () => undefined);
  child.stderr!.on('data', (piece: Buffer) => {
    lastWords = (lastWords + piece.toString('latin1')).slice(0, lastWordsBytes);
  });
  const end = new Promise<Death>((resolve) => {
    child.on('error', (error) => resolve({ code: 'crashed', detail: error.message, isFinal: false }));
    child.on('close', (code, signal) => resolve(causeOfDeath(code, signal, lastWords)));
  });
  return {
    because(death) {
      reason ??= death;
      child.kill('SIGKILL');
    },
    death: async () => {
      const seen = await end;
      return reason ?? seen;
    },
  };
}
