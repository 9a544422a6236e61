import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeRar5 } from '../../scripts/hostile/rar-writer.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { fromMemory } from '../../src/ingest/discovery/byte-source.ts';
import { joined } from '../../src/ingest/discovery/split-archive.ts';
import { volumesAt } from '../../src/ingest/discovery/volumes.ts';
import { folderOf, found } from './archive.ts';
import { bytesOf, opened, page, whole } from './packed.ts';

describe('split archives', () => {
  const sum = crc32(page);
  const part = (from: number, to: number) => ({
    name: 'b.html',
    data: page.subarray(from, to),
    whole: { size: page.length, sum, before: from > 0, behind: to < page.length },
  });
  const volumes = {
    first: writeRar5([{ name: 'a.html', data: page }, part(0, 20)], { number: 0, isLast: false }),
    second: writeRar5([part(20, 30)], { number: 1, isLast: false }),
    third: writeRar5([part(30, page.length)], { number: 2, isLast: true }),
  };
  const seven = bytesOf('p.7z');

  test('are put together from the volumes beside them', async () => {
    const files = {
      '县.part1.rar': volumes.first,
      '县.part2.rar': volumes.second,
      '县.part3.rar': volumes.third,
      'c.7z.001': seven.subarray(0, 60),
      'c.7z.002': seven.subarray(60, 120),
      'c.7z.003': seven.subarray(120),
    };
    for (const limits of [{}, { maxBytes: 100 }])
      expect(await opened(files, { limits })).toEqual([
        ['c.7z.001!/a.html', whole],
        ['c.7z.001!/县/目标.html', whole],
        ['c.7z.002', 'volume'],
        ['c.7z.003', 'volume'],
        ['县.part1.rar!/a.html', whole],
        ['县.part1.rar!/b.html', whole],
        ['县.part2.rar', 'volume'],
        ['县.part3.rar', 'volume'],
      ]);
  });

  test('in the older naming, in capitals, and where names are no UTF-8', async () => {
    const folder = folderOf({ 'A.RAR': volumes.first, 'A.R00': volumes.second, 'A.R01': volumes.third });
    const name = (end: string) =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('cfd8', 'hex'), Buffer.from(end)]);
    for (const [i, volume] of [seven.subarray(0, 60), seven.subarray(60)].entries())
      writeFileSync(name(`.7z.00${i + 1}`), volume);
    expect(await found(folder)).toEqual([
      'A.R00 skipped volume',
      'A.R01 skipped volume',
      'A.RAR!/a.html',
      'A.RAR!/b.html',
      '县.7z.001!/a.html',
      '县.7z.001!/县/目标.html',
      '县.7z.002 skipped volume',
    ]);
  });

  test('say so where a volume is missing', async () => {
    const missing = expect.stringMatching(/others are not beside it/);
    const files = { 'a.part1.rar': volumes.first, 'a.part3.rar': volumes.third };
    expect(await opened(files)).toEqual([
      ['a.part1.rar!/a.html', whole],
      ['a.part1.rar!/b.html', 'this entry of the archive is damaged'],
      ['a.part1.rar', missing],
      ['a.part3.rar', 'volume'],
    ]);
    expect(await opened({ 'b.part2.rar': volumes.second, 'c.7z.001': seven.subarray(0, 60) })).toEqual([
      ['b.part2.rar', missing],
      ['c.7z.001', missing],
    ]);
  });

  test('say so where one of the middle is missing, is a link, or lies in an archive', async () => {
    const pieces = [0, 40, 80, 120].map((from) => seven.subarray(from, from === 120 ? undefined : from + 40));
    const set = Object.fromEntries(pieces.map((piece, i) => [`a.7z.00${i + 1}`, piece]));
    const { 'a.7z.003': third, ...others } = set;
    const missing = expect.stringMatching(/first 2 volumes are there: volume 3 is missing/);
    expect((await opened(others))[0]).toEqual(['a.7z.001', missing]);
    const folder = folderOf({ ...others, 'x.bin': third! });
    symlinkSync(join(folder, 'x.bin'), join(folder, 'a.7z.003'));
    expect((await found(folder))[0]).toMatch(/^a\.7z\.001 .*corrupt/);
    const entries = Object.entries(set).map(([name, data]) => ({ name, data }));
    const inner = expect.stringMatching(/lies in another archive/);
    expect(await opened({ 'b.zip': writeZip(entries), 'c.rar': writeRar5(entries) })).toEqual(
      ['b.zip', 'c.rar'].flatMap((outer) => entries.map(({ name }) => [`${outer}!/${name}`, inner])),
    );
  });

  test('numbers go on behind 9 and behind 99', async () => {
    const pieces = Array.from({ length: 10 }, (_, i) =>
      writeRar5([part(i, i === 9 ? page.length : i + 1)], { number: i, isLast: i === 9 }),
    );
    const files = Object.fromEntries(pieces.map((piece, i) => [`a.part${i + 1}.rar`, piece]));
    const all = await opened(files);
    expect(all.filter(([, text]) => text !== 'volume')).toEqual([['a.part1.rar!/b.html', whole]]);
    expect(all).toHaveLength(10);
    const names = ['a.rar', 'a.r00', 'a.r99', 'a.s00', 'b.s00', 'b.r99'];
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, 'x'])));
    const sets = names.map(async (name) => [name, await volumesAt(join(folder, name))]);
    expect(Object.fromEntries(await Promise.all(sets))).toMatchObject({
      'a.rar': { type: 'rar' },
      'a.r99': 'part',
      'a.s00': 'part',
      'b.s00': null,
      'b.r99': 'lone',
    });
  });

  test('a command that is given the first volume alone finds the others', async () => {
    const folder = folderOf({ 'a.7z.001': seven.subarray(0, 60), 'a.7z.002': seven.subarray(60) });
    expect(await found(folder, {}, [join(folder, 'a.7z.001')])).toHaveLength(2);
  });
});

test('volumes are read one behind the other, and what is read ahead of one goes with it', async () => {
  const text = 'abcdefghijklmnopqrstuvwxyz';
  const opened: string[] = [];
  const pieces = ['abcde', '', 'fgh', 'ijklmnopqrstuvw', 'xyz'].map((piece) => ({
    size: piece.length,
    open() {
      opened.push(piece);
      return fromMemory(Buffer.from(piece));
    },
  }));
  const whole = joined(pieces);
  opened.length = 0;
  expect(whole.size).toBe(26);
  for (let at = 0; at < 28; at++)
    for (const length of [0, 1, 4, 30])
      expect(String(await whole.read(at, length))).toBe(text.slice(at, at + length));
  opened.length = 0;
  for (const at of [9, 10, 11]) await whole.read(at, 2);
  await whole.read(2, 2);
  await whole.read(9, 2);
  expect(opened).toEqual(['ijklmnopqrstuvw', 'abcde', 'ijklmnopqrstuvw']);
});
