import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeRar4, writeRar5 } from '../../scripts/hostile/rar-writer.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import { allLimits, type Limits } from '../../src/ingest/limits.ts';
import { folderOf, found } from './archive.ts';

/** A page of one table, packed by 7-Zip (two of them solid; under lock-2; with its names too under 预算1), by bzip2 and by xz. */
const packed = {
  'p.7z':
    'N3q8ryccAAQxskDVowAAAAAAAAAhAAAAAAAAAAfSVfLgAF0AK10AHh0IJjpt4vvP9IzeybqIxzNGyMFHh5JYS4R80MKcY2PwSFMud68U40VAAAAAAIEzB64P0S47sKCQoHdexUAYl/C4qFz0tgzu+wgfP5gsF8bOXEBgdFruaDj0ZXTdfbjQVnpDgPpcdGMJfpDx43AE4QD6+vYbROmMiJgUSIB47W0JHIQ7/8yL4eTj4tjCQM1eU/+XfOfdVjFGgAAAFwYzAQlwAAcLAQABIwMBAQVdABAAAAyAigoBnkzxAAAA',
  'e.7z':
    'N3q8ryccAARzkRGgMAAAAAAAAABqAAAAAAAAALQtL3Fbwq7IgHXaQv3Vx0PZ1+/H9QBFPxmW8/hNBOIZBr/tuiz6LAMijGQ3d35AZsfnVk4BBAYAAQkwAAcLAQACJAbxBwESUw/9Oo2IyVMcqYu31THa9WAQISEBAAEADDAvAAgKAVw1vYYAAAUBGQEAEQ8AYQAuAGgAdABtAGwAAAAZBAAAAAAUCgEAo0J0ft6A3QEVBgEAIICkgQAA',
  'h.7z':
    'N3q8ryccAAR1+l8SoAAAAAAAAAAuAAAAAAAAAFA7xx7TIecUhrzRmC5n6KJJNvT3OaqozxqoDmYuz2lvGdNHzduUHs5+zm8ED0TawKtIPPzva1H21F2Wzb6O4/N8qji7OpTHixSWt30ILFe9yArWINpT7u48bEw75G0WINxZ9925dNuWSUsmzCPPlCmieLhjuXdetCGS2F1mNypqNIHIWGm53wsUbO+yNsnlFsJ+OVHwmJMZHfaRp73SVZ+4oH0zFwYwAQlwAAcLAQABJAbxBwESUw9/zwmcFu0XzlHiF/NR+zUaDGoKARBCieMAAA==',
  'a.html.bz2':
    'QlpoOTFBWSZTWf2EutgAAAIZ+QAAgAU2BBQAQIQACEABAAQDgCAAMUwmmgNMQSqfpQNqepo2QhsI9XjpOQOIggYiNkpwf1lFVMrLaF3JFOFCQ/YS62A=',
  'a.html.xz':
    '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AAuAChdAB4dCCY6beL7z/SM3sm6iMczRsjBR4eSWEuEfNDCnGNj8EhTLna9MAAAXDW9hgABQC93xy57kEKZDQEAAAAAAVla',
  't.tar.xz':
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AI9dADCLiQeD4p+5ATXR/2Ngntwbmkm7TTBhQkj/rrYRGuuot5y2hKjqzrSUlStTCTEkyOCZOfHGenzinStwcd62gChxbjQ+/cC63OEj9ldHjxm545Ctbf+iFMW9tJ1OE6rrZXfhVahKB7mTmEpAyDLIIK2GPIhQHY2q/pSoYjOHmqd0BmxxIqB0UXQqYKGmaQEAAABVJWdwLZniqQABqwGAUAAAy4QLDLHEZ/sCAAAAAARZWg==',
};
const bytesOf = (name: keyof typeof packed) => Buffer.from(packed[name], 'base64');
const whole = '<table><tr><td>指标<td>目标值</tr></table>';
const page = Buffer.from(whole);

/** The texts of what an archive holds, by path; of what is not read, its code. */
async function opened(
  files: Record<string, Uint8Array>,
  { passwords = [], limits = {} }: { passwords?: string[]; limits?: Partial<Limits> } = {},
): Promise<[string, string][]> {
  const folder = folderOf(files);
  const all: [string, string][] = [];
  for await (const item of discover([folder], { limits: { ...allLimits, ...limits }, passwords })) {
    const path = item.path.replace(`${folder}/`, '');
    if (item.kind === 'document') all.push([path, Buffer.from(item.bytes).toString()]);
    else all.push([path, item.kind === 'unread' ? item.issue.message.en : item.reason]);
  }
  return all;
}

describe('archives of other kinds', () => {
  test('are unpacked, in folders and one inside another', async () => {
    const files = {
      'a.7z': bytesOf('p.7z'),
      'b.rar': writeRar5([
        { name: '县/目标.html', data: page },
        {
          name: 'c.zip',
          data: writeZip([{ name: 'd.rar', data: writeRar4([{ name: 'e.html', data: page }]) }]),
        },
      ]),
      'f.html.bz2': bytesOf('a.html.bz2'),
      'g.html.xz': bytesOf('a.html.xz'),
      'h.tar.xz': bytesOf('t.tar.xz'),
      'i.html.zst': zstdCompressSync(page),
    };
    expect(await opened(files)).toEqual([
      ['a.7z!/a.html', whole],
      ['a.7z!/县/目标.html', whole],
      ['b.rar!/县/目标.html', whole],
      ['b.rar!/c.zip!/d.rar!/e.html', whole],
      ['f.html.bz2!/f.html', whole],
      ['g.html.xz!/g.html', whole],
      ['h.tar.xz!/a.html', whole],
      ['i.html.zst!/i.html', whole],
    ]);
  });

  test('are read where they lie when they are too large to be sent', async () => {
    const rows = [
      { name: 'a.html', data: page },
      { name: 'b.html', data: Buffer.alloc(400, 'x') },
    ];
    expect(await opened({ 'a.rar': writeRar5(rows) }, { limits: { maxBytes: 300 } })).toEqual([
      ['a.rar!/a.html', whole],
      ['a.rar!/b.html', '400 bytes, over the limit of 300 bytes'],
    ]);
    const nested = writeZip([{ name: 'a.rar', data: writeRar5(rows), method: 0 }]);
    expect(await opened({ 'a.zip': nested }, { limits: { maxBytes: 300 } })).toEqual([
      ['a.zip!/a.rar', expect.stringMatching(/over the limit of 300/)],
    ]);
  });

  test('open under their passwords, whichever of several it is', async () => {
    const files = { 'e.7z': bytesOf('e.7z'), 'h.7z': bytesOf('h.7z') };
    expect(await opened(files, { passwords: ['other', '预算1', 'lock-2'] })).toEqual([
      ['e.7z!/a.html', whole],
      ['h.7z!/a.html', whole],
    ]);
    expect(await opened(files)).toEqual([
      ['e.7z!/a.html', expect.stringMatching(/entry of the archive is encrypted: a password is needed/)],
      ['h.7z', expect.stringMatching(/archive is encrypted: a password is needed/)],
    ]);
    expect(await opened(files, { passwords: ['other'] })).toEqual([
      ['e.7z!/a.html', expect.stringMatching(/password is wrong or the entry damaged/)],
      ['h.7z', expect.stringMatching(/password is wrong or the archive damaged/)],
    ]);
  });

  test('lose what is damaged in them, and no more', async () => {
    const rar = writeRar5([
      { name: 'a.html', data: page },
      { name: 'b.html', data: page },
      { name: 'c.html', data: page },
    ]);
    const changed = Buffer.from(rar);
    changed[rar.lastIndexOf('b.html') + 10]! ^= 1;
    const files = {
      'a.rar': changed,
      'b.rar': rar.subarray(0, rar.lastIndexOf('c.html') + 20),
      'c.7z': bytesOf('p.7z').subarray(0, 150),
      'd.rar': rar.subarray(0, 12),
      'e.html.xz': bytesOf('a.html.xz').subarray(0, 60),
    };
    expect(await opened(files)).toEqual([
      ['a.rar!/a.html', whole],
      ['a.rar!/b.html', 'this entry of the archive is damaged'],
      ['a.rar!/c.html', whole],
      ['b.rar!/a.html', whole],
      ['b.rar!/b.html', whole],
      ['b.rar!/c.html', 'this entry of the archive is damaged'],
      ['b.rar', 'the archive is cut off or damaged'],
      ['c.7z', 'the archive is cut off or damaged'],
      ['d.rar', 'the archive is cut off or damaged'],
      ['e.html.xz', 'the archive is cut off or damaged'],
    ]);
  });

  test('names in them lead nowhere, may come twice, and skip what is no document', async () => {
    const names = ['../../x.html', '/etc/y.html', 'z.html', 'z.html', '~$z.docx', 'note.md'];
    const folder = folderOf({
      'a.rar': writeRar5(names.map((name) => ({ name, data: /md$/.test(name) ? Buffer.from('x') : page }))),
    });
    const lines = await found(folder);
    expect(lines.filter((line) => !line.includes('skipped'))).toEqual([
      expect.stringMatching(/^a\.rar!\/.*x\.html$/),
      expect.stringMatching(/^a\.rar!\/.*y\.html$/),
      'a.rar!/z.html',
      'a.rar!/z.html (2)',
    ]);
    expect(lines.slice(-2)).toEqual([
      'a.rar!/~$z.docx skipped lock_file',
      'a.rar!/note.md skipped other_kind',
    ]);
  });

  test('stay within the limits of archives', async () => {
    const many = writeRar5(Array.from({ length: 9 }, (_, i) => ({ name: `${i}.html`, data: page })));
    expect((await opened({ 'a.rar': many }, { limits: { archiveEntries: 4 } })).at(-1)).toEqual([
      'a.rar',
      'the archive has more than 4 entries',
    ]);
    const far = { archiveBytes: 100, archiveRatio: 0.01 };
    expect((await opened({ 'a.rar': many }, { limits: far })).at(-1)![1]).toMatch(
      /unpacks to more than 100 bytes/,
    );
    const bomb = zstdCompressSync(Buffer.alloc(1 << 22));
    expect(await opened({ 'a.html.zst': bomb }, { limits: { archiveBytes: 1 << 20 } })).toEqual([
      ['a.html.zst', expect.stringMatching(/unpacks to more than 1048576 bytes/)],
    ]);
    expect(await opened({ 'a.rar': writeRar5([]) })).toEqual([['a.rar', 'the archive holds no files']]);
  });

  test('a process that asks for more than its limits is ended, and the next archive has another', async () => {
    const files = { 'a.rar': writeRar5([{ name: 'a.html', data: page }]), 'b.html': page };
    const [first, second] = await opened(files, { limits: { memory: 20 << 20 } });
    expect(first![1]).toMatch(/memory/);
    expect(second).toEqual(['b.html', whole]);
  });
});

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

  test('a command that is given the first volume alone finds the others', async () => {
    const folder = folderOf({ 'a.7z.001': seven.subarray(0, 60), 'a.7z.002': seven.subarray(60) });
    expect(await found(folder, {}, [join(folder, 'a.7z.001')])).toHaveLength(2);
  });
});
