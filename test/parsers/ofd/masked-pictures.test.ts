import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import type { Parts } from '../../../parsers/ofd/package/parts.ts';
import { pictureDecoder } from '../../../parsers/ofd/page-pictures.ts';

const grey = (width: number, ...data: number[]): Uint8Array =>
  encode({ width, height: data.length / width, channels: 1, depth: 8, data: Uint8Array.from(data) });

test('a picture shows where its mask is white, as fine as the mask', async () => {
  const files: Record<string, Uint8Array> = { ink: grey(1, 10), mask: grey(2, 255, 0, 0, 255) };
  const parts = { bytes: (path: string) => files[path] ?? null } as unknown as Parts;
  const image = { isMask: false, frame: [1, 0, 0, -1, 0, 1] as const, over: 0 };
  const decode = pictureDecoder(parts);
  const [drawn, whole] = await decode([
    { ...image, frame: [...image.frame], source: { path: 'ink', mask: 'mask' } },
    { ...image, frame: [...image.frame], source: { path: 'ink', mask: 'missing' } },
  ]);
  expect(drawn!.pixels).toMatchObject({ width: 2, height: 2, channels: 4 });
  expect([...drawn!.pixels.data]).toEqual([10, 10, 10, 255, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10, 10, 255]);
  expect(whole!.pixels).toMatchObject({ width: 1, height: 1, channels: 1 });
});
