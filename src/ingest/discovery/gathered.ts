import type { Issue } from '../../../schemas/index.ts';
import { largeBytes } from '../guard/frames.ts';
import { issues } from './issues.ts';

/** Bytes that a block grows by, and that room is asked for. */
const step = 1 << 24;

/** All of a stream whose length nobody tells; an issue where it is longer than `maxBytes`. Room is asked for as it grows. */
export async function gathered(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
  room: (bytes: number) => Promise<void>,
): Promise<Buffer | Issue> {
  let parts: Buffer[] = [];
  let length = 0;
  let block: ArrayBuffer | null = null;
  for await (const chunk of chunks) {
    const start = length;
    length += chunk.length;
    if (length > maxBytes) return issues.tooLarge(length, maxBytes);
    if (block === null && length < largeBytes) {
      parts.push(chunk);
      continue;
    }
    // Where it lies it grows: pieces that are joined at the end take twice as much.
    block ??= withParts(parts, start, maxBytes);
    parts = [];
    if (length > block.byteLength) {
      const size = Math.min(maxBytes, Math.max(length, block.byteLength + step));
      await room(size);
      block.resize(size);
    }
    new Uint8Array(block).set(chunk, start);
  }
  if (block === null) return Buffer.concat(parts);
  block.resize(length);
  return Buffer.from(block, 0, length);
}

function withParts(parts: readonly Buffer[], length: number, maxBytes: number): ArrayBuffer {
  const block = new ArrayBuffer(length, { maxByteLength: maxBytes });
  const bytes = new Uint8Array(block);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return block;
}
