import { spawnSync } from 'node:child_process';
import { appendFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeRar5 } from '../../scripts/hostile/rar-writer.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { type Discovered, discover } from '../../src/ingest/discovery/discover.ts';
import { frame, frameReader } from '../../src/ingest/guard/frames.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import { folderOf } from './archive.ts';

/** More than a pipe holds, so that the process that unpacks is not done before the first is taken. */
const entries = Array.from({ length: 12 }, (_, i) => ({
  name: `${String(i).padStart(2, '0')}.html`,
  data: Buffer.alloc(300_000, `<p>${i}`),
}));
const names = entries.map(({ name }) => `a.rar!/${name}`);

function killUnpackers(): void {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  for (const line of stdout.split('\n').filter((text) => text.includes('unpacking/child')))
    process.kill(Number.parseInt(line, 10), 'SIGKILL');
}

/** What is found, and done after each. */
async function taken(folder: string, after: (found: Discovered, count: number) => void): Promise<string[]> {
  const lines: string[] = [];
  for await (const found of discover([folder], { limits: { ...allLimits, kills: 3 } })) {
    const path = found.path.replace(`${folder}/`, '');
    lines.push(found.kind === 'unread' ? `${path} ${found.issue.code}` : path);
    after(found, lines.length);
  }
  return lines;
}

describe('a process that unpacks and is killed', () => {
  test('costs nothing: another goes on behind what was taken', async () => {
    const folder = folderOf({ 'a.rar': writeRar5(entries) });
    const lines = await taken(folder, (_, count) => {
      if (count === 1 || count === 6) killUnpackers();
    });
    expect(lines).toEqual(names);
  });

  test('again and again, has its archive put aside', async () => {
    const folder = folderOf({ 'a.rar': writeRar5(entries), 'b.html': '<p>' });
    const lines = await taken(folder, killUnpackers);
    expect(lines.slice(-2)).toEqual(['a.rar crashed', 'b.html']);
    expect(lines.length).toBeLessThan(names.length);
  });
});

describe('an archive that is written to while it is read', () => {
  test('says so, whole or in volumes', async () => {
    const large = Buffer.alloc(2 << 20, '<p>');
    const zip = writeZip([{ name: 'a.html', data: large, method: 0, packed: large }]);
    const files = { 'a.zip': zip, 'b.zip.001': zip.subarray(0, 1000), 'b.zip.002': zip.subarray(1000) };
    const folder = folderOf(files);
    const before = await taken(folder, () => undefined);
    expect(before).toEqual(['a.zip!/a.html', 'b.zip.001!/a.html', 'b.zip.002']);
    const lines = await taken(folder, ({ path }) => {
      if (path.endsWith('a.zip!/a.html')) appendFileSync(join(folder, 'a.zip'), 'x');
      if (path.endsWith('001!/a.html')) utimesSync(join(folder, 'b.zip.002'), 0, 0);
    });
    expect(lines).toEqual([
      'a.zip!/a.html',
      'a.zip unreadable',
      'b.zip.001!/a.html',
      'b.zip.001 unreadable',
      'b.zip.002',
    ]);
  });
});

test('a long message is put into one block, and those around it are found', () => {
  const body = Buffer.alloc(3 << 20, 'ab');
  const all = Buffer.concat([
    frame({ n: 1 }, 2),
    Buffer.from('xy'),
    frame({ n: 2 }, body.length),
    body,
    frame({ n: 3 }, 0),
    frame({ n: 4 }, body.length),
    body,
  ]);
  const read = frameReader(body.length + 1000);
  const found: [unknown, number, number][] = [];
  for (let at = 0; at < all.length; at += 70_001) {
    const frames = read(all.subarray(at, at + 70_001));
    if (frames === 'too_large') throw new Error('too large');
    for (const { head, body: bytes } of frames)
      found.push([(head as { n: number }).n, bytes.length, bytes.buffer.byteLength]);
  }
  expect(found.map(([n, length]) => [n, length])).toEqual([
    [1, 2],
    [2, body.length],
    [3, 0],
    [4, body.length],
  ]);
  // Of its own, and no longer than it is.
  for (const n of [1, 3]) expect(found[n]![2]).toBeLessThan(body.length + 100);
});
