// Stands in for the process that parses: does what the document says, so that every way to die can be seen.
import { readFileSync, readSync, writeSync } from 'node:fs';
import { frame, prefixBytes } from '../../src/ingest/guard/frames.ts';
import { recordParts } from '../../src/ingest/result.ts';

const none = Object.fromEntries(recordParts.map((part) => [part, { count: 0, bytes: 0 }]));

take();
give({ kind: 'ready' });
for (let order = take(); order !== null; order = take()) obey(order);

function obey(order: string): void {
  const [word, argument = ''] = order.split(' ');
  if (word === 'loop') for (;;);
  if (word === 'wait') pause(Number.POSITIVE_INFINITY);
  if (word === 'exit') process.exit(Number(argument));
  if (word === 'kill') process.kill(process.pid, 'SIGKILL');
  if (word === 'abort') process.abort();
  if (word === 'heap') for (const kept: object[] = []; ; ) kept.push(new Array(1000).fill({}));
  if (word === 'buffers') for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(8 << 20, 1));
  // Slower than any watchdog, on a machine that is busy with other things.
  if (word === 'grow') for (const kept: Buffer[] = []; ; pause(40)) kept.push(Buffer.alloc(8 << 20, 1));
  if (word === 'noise') writeSync(3, Buffer.alloc(100, 255));
  if (word === 'once' && !readFileSync(argument, 'utf8').includes('done')) throw new Error('once');
  const document = { path: order, error: null };
  give({ kind: 'result', head: { document, parts: none, cost: { time: 1, memory: 0 } }, rss: 1 });
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function take(): string | null {
  const prefix = read(prefixBytes);
  if (prefix === null) return null;
  read(prefix.readUInt32LE(0));
  return read(prefix.readUInt32LE(4))?.toString() ?? null;
}

function read(length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length; ) {
    const count = readSync(0, bytes, filled, length - filled, null);
    if (count === 0) return null;
    filled += count;
  }
  return bytes;
}

function give(head: object): void {
  writeSync(3, frame(head, 0));
}
