import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { causeOfDeath, type Death } from './death.ts';
import { type Frame, frame, frameReader, largeBytes } from './frames.ts';

/** How a message was answered. `again` where the process died over an earlier one and never came to this. */
export type Answer = Frame | { death: Death } | { again: true };

/** Messages to a process and back, in order. The next one may be sent before the last is answered. */
export interface Wire {
  /** `seconds` count from when the process comes to this message; `onTurn` is told then. Nothing reads the body once it is answered. */
  ask: (head: unknown, body: Uint8Array, seconds: number, onTurn?: () => void) => Promise<Answer>;
  kill: (death: Death) => void;
  isAlive: () => boolean;
}

/** Most of what a process writes as it dies is the stack of V8; the cause stands in front. */
const lastWordsBytes = 8192;

interface Waiting {
  resolve: (answer: Answer) => void;
  seconds: number;
  onTurn: (() => void) | undefined;
  timer?: NodeJS.Timeout;
}

/** The promise is kept when nothing reads a large body any more, whatever became of it; null for a small one. */
function send(stream: Writable, head: unknown, body: Uint8Array): Promise<void> | null {
  stream.cork();
  stream.write(frame(head, body.length));
  const isLarge = body.length >= largeBytes;
  const sent = isLarge ? new Promise<void>((resolve) => stream.write(body, () => resolve())) : null;
  if (!isLarge) stream.write(body);
  stream.uncork();
  return sent;
}

export function connect(child: ChildProcess, maxBytes: number, tooLarge: Death): Wire {
  const waiting: Waiting[] = [];
  let isAlive = true;
  let reason: Death | null = null;
  let ended: Death | null = null;
  let lastWords = '';
  const kill = (death: Death) => {
    reason ??= death;
    isAlive = false;
    child.kill('SIGKILL');
  };
  const begin = (next: Waiting | undefined) => {
    if (next === undefined) return;
    const { seconds } = next;
    const late: Death = { code: 'timeout', detail: `more than ${seconds} s`, isFinal: true };
    next.timer = setTimeout(() => kill(late), seconds * 1000);
    next.onTurn?.();
  };
  const settle = (answer: Answer) => {
    const first = waiting.shift();
    clearTimeout(first?.timer);
    first?.resolve(answer);
  };
  const end = (death: Death) => {
    isAlive = false;
    ended ??= reason ?? death;
    settle({ death: ended });
    while (waiting.length > 0) settle({ again: true });
  };
  const results = child.stdio[3] as Readable;
  const read = frameReader(maxBytes);
  results.on('data', (piece: Buffer) => {
    const frames = read(piece);
    if (frames === 'too_large') return kill(tooLarge);
    for (const message of frames) {
      settle(message);
      begin(waiting[0]);
    }
  });
  results.on('error', () => undefined);
  child.stderr!.on('data', (piece: Buffer) => {
    lastWords = (lastWords + piece.toString('latin1')).slice(0, lastWordsBytes);
  });
  child.stdin!.on('error', () => undefined);
  child.on('error', (error) => end({ code: 'crashed', detail: error.message, isFinal: false }));
  // `close` comes after the last bytes of stderr, which say why.
  child.on('close', (exitCode, signal) => end(causeOfDeath(exitCode, signal, lastWords)));
  return {
    isAlive: () => isAlive,
    kill,
    ask(head, body, seconds, onTurn) {
      if (ended !== null || !isAlive) return Promise.resolve({ again: true });
      const sent = send(child.stdin as Writable, head, body);
      const answered = new Promise<Answer>((resolve) => {
        waiting.push({ resolve, seconds, onTurn });
        if (waiting.length === 1) begin(waiting[0]);
      });
      return sent === null ? answered : sent.then(() => answered);
    },
  };
}
