import { readSync, writeSync } from 'node:fs';
import { type Frame, frame, prefixBytes } from './frames.ts';

// The ends of a process that is given work: it blocks on both, for there is nothing else to do.
const requests = 0;
const replies = 3;

/** The next message; null when the parent is gone. */
export function take(): Frame | null {
  const prefix = takeBytes(prefixBytes);
  if (prefix === null) return null;
  const head = takeBytes(prefix.readUInt32LE(0));
  const body = takeBytes(prefix.readUInt32LE(4));
  if (head === null || body === null) return null;
  return { head: JSON.parse(head.toString()), body };
}

function takeBytes(length: number): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let filled = 0; filled < length; ) {
    const count = readSync(requests, bytes, filled, length - filled, null);
    if (count === 0) return null;
    filled += count;
  }
  return bytes;
}

export function give(head: unknown, body: Uint8Array): void {
  for (const bytes of [frame(head, body.length), body])
    for (let at = 0; at < bytes.length; ) at += writeSync(replies, bytes, at);
}
