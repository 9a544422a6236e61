import { expect, test } from 'vitest';
import { gathered } from '../../src/ingest/discovery/gathered.ts';

const mebibyte = 1 << 20;

/** Pieces of one sign each, all of them in the same block, as some streams hand them out. */
async function* pieces(count: number, bytes: number): AsyncGenerator<Buffer> {
  const block = Buffer.alloc(bytes);
  for (let i = 0; i < count; i++) yield block.fill(i & 0xff);
}

test('asks for room as a stream grows, and puts its pieces at once where they stay', async () => {
  const asked: number[] = [];
  const room = async (bytes: number) => void asked.push(bytes);
  const bytes = await gathered(pieces(40, mebibyte), 64 * mebibyte, room);
  if (!Buffer.isBuffer(bytes)) throw new Error('no bytes');
  expect(Array.from({ length: 40 }, (_, i) => bytes[i * mebibyte])).toEqual(
    Array.from({ length: 40 }, (_, i) => i),
  );
  expect(bytes.length).toBe(40 * mebibyte);
  // So that it can be given back as a whole.
  expect(bytes.buffer.byteLength).toBe(bytes.length);
  expect(asked.at(-1)).toBeGreaterThanOrEqual(bytes.length);
  expect(asked.length).toBeLessThan(10);
});

test('joins the pieces of a short stream', async () => {
  async function* short() {
    yield Buffer.from('ab');
    yield Buffer.from('c');
  }
  expect(String(await gathered(short(), 10, async () => undefined))).toBe('abc');
});

test('ends one that is longer than may be', async () => {
  const bytes = await gathered(pieces(40, mebibyte), 30 * mebibyte, async () => undefined);
  expect(bytes).toMatchObject({ code: 'too_large' });
});

test('takes one that is as long as may be', async () => {
  const bytes = await gathered(pieces(30, mebibyte), 30 * mebibyte, async () => undefined);
  expect(bytes).toHaveLength(30 * mebibyte);
});
