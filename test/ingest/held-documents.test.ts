import { expect, test } from 'vitest';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import { type Frame, frame, frameReader, largeBytes } from '../../src/ingest/guard/frames.ts';
import { heldDocuments } from '../../src/ingest/held-documents.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import { folderOf } from './archive.ts';

test('a large document is given back as soon as it is done, and no stretch of an archive', async () => {
  const alone = Buffer.alloc(largeBytes);
  const archive = Buffer.alloc(2 * largeBytes);
  const small = new Uint8Array(100);
  const { hold, settled } = heldDocuments();
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();
  for (const bytes of [alone, archive.subarray(0, largeBytes), small]) hold(bytes, done);
  expect(alone.length).toBe(largeBytes);
  finish();
  await settled();
  expect([alone.length, archive.length, small.length]).toEqual([0, 2 * largeBytes, 100]);
});

test('before a large entry is unpacked, those that are held are waited for', async () => {
  const { hold, room } = heldDocuments();
  const steps: string[] = [];
  hold(
    new Uint8Array(200 * 1024 * 1024),
    new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => void steps.push('done')),
  );
  await room(10).then(() => steps.push('small'));
  await room(100 * 1024 * 1024).then(() => steps.push('large'));
  expect(steps).toEqual(['small', 'done', 'large']);
});

test('an entry of an archive asks for room before it is unpacked', async () => {
  const data = Buffer.alloc(1000, 'x');
  const folder = folderOf({ 'a.zip': writeZip([{ name: 'a.html', data }]) });
  const asked: number[] = [];
  const room = async (bytes: number) => void asked.push(bytes);
  for await (const _ of discover([folder], { limits: allLimits, room })) asked.push(-1);
  expect(asked).toEqual([1000, -1]);
});

test('a large body has a block of its own', () => {
  const read = frameReader(1 << 24);
  const body = Buffer.alloc(largeBytes, 7);
  const all = Buffer.concat([frame({ a: 1 }, body.length), body, frame({ b: 2 }, 3), Buffer.from('end')]);
  const pieces = [all.subarray(0, 5), all.subarray(5, 12), all.subarray(12, 70_000), all.subarray(70_000)];
  const frames = pieces.flatMap((piece) => read(piece) as Frame[]);
  expect(frames).toMatchObject([{ head: { a: 1 } }, { head: { b: 2 } }]);
  const [first, second] = frames;
  expect(first!.body.equals(body)).toBe(true);
  expect(first!.body.length).toBe(first!.body.buffer.byteLength);
  expect(second!.body.toString()).toBe('end');
});
