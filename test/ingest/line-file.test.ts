import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLineFile } from '../../src/ingest/output/line-file.ts';
import { smallDisk } from './small-disk.ts';

test('a file of lines that lost some takes no more, although there is room again', async ({ skip }) => {
  const disk = smallDisk(768);
  if (disk === null) return skip();
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(700 * 1024));
  const file = await openLineFile(join(disk, 'lines'));
  await file.add('a'.repeat(400 * 1024));
  await expect(file.add('b'.repeat(400 * 1024))).rejects.toThrow('ENOSPC');
  rmSync(ballast);
  await expect(file.add('c')).rejects.toThrow('ENOSPC');
  await expect(file.close()).rejects.toThrow('ENOSPC');
});
