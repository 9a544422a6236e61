import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeRar4, writeRar5 } from '../../scripts/hostile/rar-writer.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import { folderOf, found } from './archive.ts';
import { bytesOf, opened, page, whole } from './packed.ts';

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

  test('names of old ones are GBK, and what fails under one is told once', async () => {
    const gbk = Buffer.from('d4a4cbe3', 'hex').toString('latin1');
    const names = [`${gbk}/${gbk}.html`, Buffer.from('表.html').toString('latin1'), `${gbk}.html`];
    const rar = writeRar4(names.map((name) => ({ name, data: page })));
    rar[rar.lastIndexOf(page) + 1]! ^= 1;
    expect(await opened({ 'a.rar': rar })).toEqual([
      ['a.rar!/预算/预算.html', whole],
      ['a.rar!/表.html', whole],
      ['a.rar!/预算.html', 'this entry of the archive is damaged'],
    ]);
  });

  test('a file in the place of a folder is told, as is a folder in that of a file', async () => {
    const rar = writeRar5(['a', 'a/b.html', 'c/d.html', 'c', 'e.html'].map((name) => ({ name, data: page })));
    rar[rar.lastIndexOf(page) + 1]! ^= 1;
    const damaged = 'this entry of the archive is damaged';
    expect(await opened({ 'a.rar': rar })).toEqual([
      ['a.rar!/a', whole],
      ['a.rar!/a/b.html', damaged],
      ['a.rar!/c/d.html', whole],
      ['a.rar!/c', damaged],
      ['a.rar!/e.html', damaged],
    ]);
  });

  test('what they hold is counted once as it turns up, as it is in a zip', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `${name}.html`, data: page }));
    const all = [...entries, { name: 'd.7z', data: bytesOf('p.7z') }];
    for (const bytes of [writeRar5(all), writeZip(all)]) {
      let counted = 1;
      const onEntries = (count: number) => {
        counted += count;
      };
      let seen = 0;
      for await (const _ of discover([folderOf({ a: bytes })], { limits: allLimits, onEntries })) seen += 1;
      expect([seen, counted]).toEqual([5, 5]);
    }
  });

  test('Zstandard that begins with what is to be skipped, and LZMA alone', async () => {
    const lzma = 'XQAAgAD//////////wAeHQgmOm3i+8/0jN7JuojHM0bIwUeHklhLhHzQwpxjY/BIUy53cA81//+XKwAA';
    const files = {
      'a.html.lzma': Buffer.from(lzma, 'base64'),
      'a.html.zst': Buffer.concat([Buffer.from('502a4d180100000078', 'hex'), zstdCompressSync(page)]),
    };
    expect(await opened(files)).toEqual([
      ['a.html.lzma!/a.html', whole],
      ['a.html.zst!/a.html', whole],
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
