import { Worker } from 'node:worker_threads';
import type { Raster } from '../image/raster.ts';
import type { SeenLine } from './ctc.ts';

/** A crop for a thread: grey levels, row by row. */
export interface LineQuestion {
  id: number;
  width: number;
  data: Uint8Array;
}

export type LineAnswer = { id: number; line: SeenLine } | { id: number; failed: string };

/** Threads that read lines: one a core of the smallest machine; some 100 MB each. */
const threadCount = 2;

/** A thread that says nothing for so long is given up, in milliseconds: a line takes some tens of them, and loading a second or two. */
const patience = 120_000;

interface Job {
  question: LineQuestion;
  done: (line: SeenLine) => void;
  failed: (reason: Error) => void;
}

interface Seat {
  thread: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

const seats: Seat[] = [];
const queue: Job[] = [];
let count = 0;

/** Reads a crop of one line, 36 to 48 pixels high. Threads are shared by all pages and documents of the process; idle ones do not keep it alive. */
export function readModelLine({ width, data }: Raster): Promise<SeenLine> {
  return new Promise((done, failed) => {
    queue.push({ question: { id: count++, width, data }, done, failed });
    serve();
  });
}

/** Ends the threads; the next line starts new ones. */
export async function dismissLineReaders(): Promise<void> {
  await Promise.all(seats.splice(0).map(({ thread }) => thread.terminate()));
}

function serve(): void {
  while (queue.length > 0) {
    const seat = seats.find(({ job }) => job === null) ?? (seats.length < threadCount ? hire() : null);
    const job = seat && queue.shift();
    if (!job) return;
    seat.job = job;
    seat.timer = setTimeout(() => dismiss(seat, new Error('the reader of lines does not answer')), patience);
    seat.thread.ref();
    seat.thread.postMessage(job.question);
  }
}

function hire(): Seat {
  const file = import.meta.url.endsWith('.ts') ? './line-thread.ts' : './line-thread.js';
  const seat: Seat = { thread: new Worker(new URL(file, import.meta.url)), job: null, timer: null };
  seats.push(seat);
  seat.thread.on('message', (reply: LineAnswer) => {
    const job = freed(seat);
    seat.thread.unref();
    if ('line' in reply) job?.done(reply.line);
    else job?.failed(new Error(reply.failed));
    serve();
  });
  seat.thread.on('error', (reason: unknown) => {
    dismiss(seat, reason instanceof Error ? reason : new Error(String(reason)));
  });
  return seat;
}

/** A thread that failed is replaced; what it was reading fails with it. */
function dismiss(seat: Seat, reason: Error): void {
  const at = seats.indexOf(seat);
  if (at >= 0) seats.splice(at, 1);
  const job = freed(seat);
  void seat.thread.terminate();
  job?.failed(reason);
  serve();
}

function freed(seat: Seat): Job | null {
  const { job, timer } = seat;
  if (timer) clearTimeout(timer);
  seat.job = null;
  seat.timer = null;
  return job;
}
