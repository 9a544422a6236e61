import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tarOf } from '../../scripts/hostile/archives.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { folderOf, form, found } from './archive.ts';

const page = Buffer.from(form());
const list = Buffer.from(`项目名称,预算数\n${'堤岸加固,12.00\n'.repeat(20)}`);

/** A header of tar with its sum put right after a change. */
function header(name: string, data: Uint8Array, change: (header: Buffer) => void): Buffer {
  const whole = tarOf(name, data);
  const head = whole.subarray(0, 512);
  change(head);
  head.write('        ', 148, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return whole.subarray(0, -1024);
}
const end = Buffer.alloc(1024);

describe('every path stands for one document', () => {
  test('where an archive holds a name twice', async () => {
    const twice = ['a', 'b', 'a'].map((data) => ({ name: 'x.html', data: Buffer.from(data) }));
    const tar = Buffer.concat([tarOf('y.html', page).subarray(0, -1024), tarOf('y.html', page)]);
    const folder = folderOf({ 'a.zip': writeZip(twice), 'b.tar': tar });
    expect(await found(folder)).toEqual([
      'a.zip!/x.html',
      'a.zip!/x.html (2)',
      'a.zip!/x.html (3)',
      'b.tar!/y.html',
      'b.tar!/y.html (2)',
    ]);
  });

  test('where names in GBK and in UTF-8 come to the same, and a folder has the name of an archive', async () => {
    const folder = folderOf({ '目标.html': page, 'a.zip': writeZip([{ name: 'b.html', data: page }]) });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('c4bfb1ea', 'hex'), Buffer.from('.html')]),
      page,
    );
    mkdirSync(join(folder, 'a.zip!'));
    writeFileSync(join(folder, 'a.zip!', 'b.html'), page);
    expect(await found(folder)).toEqual(['a.zip!/b.html', 'a.zip!/b.html (2)', '目标.html', '目标.html (2)']);
  });

  test('where several inputs lead to it: there it is read once', async () => {
    const folder = folderOf({ 'in/a.html': page, 'in/b.html': page });
    const inputs = ['in', 'in/a.html', 'in/./b.html', 'in/', 'gone.html', 'gone.html'].map(
      (name) => `${folder}/${name}`,
    );
    expect(await found(folder, {}, inputs)).toEqual([
      'in/a.html',
      'in/b.html',
      'in/a.html skipped named_twice',
      'in/./b.html skipped named_twice',
      'in/a.html skipped named_twice',
      'in/b.html skipped named_twice',
      'gone.html unreadable',
      'gone.html skipped named_twice',
    ]);
  });
});

test('a gzip file that is cut off is never taken for the part that is there, however short', async () => {
  const packed = gzipSync(list);
  const folder = folderOf({
    'a.csv.gz': packed,
    'b.csv.gz': packed.subarray(0, -8),
    'c.csv.gz': packed.subarray(0, packed.length >> 1),
  });
  expect(await found(folder)).toEqual(['a.csv.gz!/a.csv', 'b.csv.gz corrupt', 'c.csv.gz corrupt']);
});

describe('tar', () => {
  test('of older programs has no mark, and one of a volume has a label first', async () => {
    const old = Buffer.concat([header('a.html', page, (head) => head.fill(0, 257, 265)), end]);
    const label = header('volume', Buffer.alloc(0), (head) => head.fill(0, 257, 265).write('V', 156));
    const folder = folderOf({ 'old.tar': old, 'volume.tar': Buffer.concat([label, tarOf('b.html', page)]) });
    expect(await found(folder)).toEqual(['old.tar!/a.html', 'volume.tar!/b.html']);
  });

  test('takes a wide size for that of the file alone, and sums that count bytes with a sign', async () => {
    const record = `14 size=${page.length}\n`.replace('14', String(`14 size=${page.length}\n`.length));
    const wide = header('PaxHeaders/x', Buffer.from(record), (head) => head.write('x', 156));
    const long = header('././@LongLink', Buffer.from('long.html\0'), (head) => head.write('L', 156));
    const signed = tarOf('目.html', page);
    const high = signed.subarray(0, 512).filter((byte) => byte >= 0x80).length;
    const sum = Number.parseInt(signed.toString('latin1', 148, 154), 8) - 256 * high;
    signed.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
    const folder = folderOf({
      'a.tar': Buffer.concat([wide, long, tarOf('x', page).subarray(0, -1024), signed]),
    });
    expect(await found(folder)).toEqual(['a.tar!/long.html', 'a.tar!/目.html']);
  });

  test('tells of a file without its holes, and reads what comes behind it', async () => {
    const gnu = header('holes.html', page, (head) => {
      head.write('S', 156);
      head[482] = 1;
    });
    const map = Buffer.alloc(512);
    const fields = 'GNU.sparse.major=1\n';
    const record = `${fields.length + 3} ${fields}`;
    const pax = header('PaxHeaders/x', Buffer.from(record), (head) => head.write('x', 156));
    const folder = folderOf({
      'gnu.tar': Buffer.concat([gnu.subarray(0, 512), map, gnu.subarray(512), tarOf('b.html', page)]),
      'pax.tar': Buffer.concat([pax, tarOf('holes.html', page).subarray(0, -1024), tarOf('b.html', page)]),
    });
    expect(await found(folder)).toEqual([
      'gnu.tar!/holes.html unsupported_format',
      'gnu.tar!/b.html',
      'pax.tar!/holes.html unsupported_format',
      'pax.tar!/b.html',
    ]);
  });
});

test('what is named as an archive is a document that is told of, and no other kind of file', async () => {
  const names = [
    'a.tar.bz2',
    'b.tar.xz',
    'c.tar.zst',
    'd.Z',
    'e.lzh',
    'f.cab',
    'g.iso',
    'h.z01',
    'i.rar',
    'j.7z',
  ];
  const folder = folderOf(Object.fromEntries(names.map((name) => [name, 'x'])));
  expect(await found(folder)).toEqual(
    names.map((name) => (name === 'h.z01' ? `${name} unsupported_format` : name)),
  );
});
