import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSpool } from '../../src/warehouse/spool.ts';
import { folderOf } from '../ingest/archive.ts';

test('lines of a spool stand in the order in which they came, and their longest is known in bytes', async () => {
  const folder = folderOf({});
  const spool = await openSpool(folder);
  const lines = Array.from(
    { length: 3000 },
    (_, i) => `{"名称":"${'堤'.repeat(i % 7 === 0 ? 900 : 9)}${i}"}\n`,
  );
  await spool.add('files', lines.slice(0, 2000));
  await spool.addBytes('files', Buffer.from(lines.slice(2000).join('')));
  await spool.add('lines', lines);
  await spool.add('lines', []);
  await spool.addBytes('other', Buffer.from('x\n'));
  const files = await spool.files();
  for (const name of ['files', 'lines'])
    expect(readFileSync(files.get(name)!.path, 'utf8')).toBe(lines.join(''));
  expect(files.get('lines')?.longestLine).toBeGreaterThanOrEqual(
    Math.max(...lines.map((line) => Buffer.byteLength(line))),
  );
  expect(files.get('other')?.longestLine).toBeLessThan(100);
  await spool.remove();
  expect(readdirSync(folder)).toEqual([]);
});

test('what a spool holds is on disk once it is some megabytes', async () => {
  const folder = folderOf({});
  const spool = await openSpool(folder);
  const written = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + readFileSync(`${parentPath}/${name}`).length, 0);
  for (let i = 0; i < 30; i++) await spool.add('rows', [`${'x'.repeat(100_000)}\n`]);
  expect(written()).toBeGreaterThan(1_000_000);
  await spool.remove();
});
