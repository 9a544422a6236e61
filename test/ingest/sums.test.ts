import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tarOf } from '../../scripts/hostile/archives.ts';
import { behindProgram } from '../../scripts/hostile/disc-writer.ts';
import { compound } from '../../scripts/hostile/kinds/containers.ts';
import { writeOutlook } from '../../scripts/hostile/mail-writer.ts';
import { writeCpio } from '../../scripts/hostile/odd-containers.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { xxh32Of } from '../../src/ingest/unpacking/xxh32.ts';
import { opened, page, whole } from './packed.ts';

const damaged = 'the archive is cut off or damaged';

test('the sum of LZ4 is that of its makers', () => {
  const texts = ['', 'abc', 'Nobody inspects the spammish repetition'];
  expect(texts.map((text) => xxh32Of(Buffer.from(text)).toString(16))).toEqual([
    '2cc5d05',
    '32d153ff',
    'e2293b2f',
  ]);
});

/** A frame of LZ4 with one block as it stands, its own sum and that of all. */
function lz4(data: Buffer): Buffer {
  const word = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
  };
  const sum = word(xxh32Of(data));
  const head = Buffer.from('04224d18747000', 'hex');
  return Buffer.concat([head, word(data.length | 0x80000000), data, sum, word(0), sum]);
}

const changed = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at]! ^= 1;
  return copy;
};

describe('bytes that were changed are told', () => {
  test('in LZ4, by the sum of a block and that of all', async () => {
    const packed = lz4(page);
    const tar = lz4(Buffer.concat([tarOf('d.html', page), Buffer.alloc(20_000)]));
    const files = {
      'a.html.lz4': packed,
      'b.html.lz4': changed(packed, 20),
      'c.html.lz4': changed(packed, -1),
      'd.tar.lz4': changed(tar, -1),
    };
    expect(await opened(files)).toEqual([
      ['a.html.lz4!/a.html', whole],
      ['b.html.lz4', damaged],
      ['c.html.lz4', damaged],
      ['d.tar.lz4!/d.html', whole],
      ['d.tar.lz4', damaged],
    ]);
  });

  test('behind the end of a tar in gzip, where its sum stands', async () => {
    const noise = Buffer.from(Array.from({ length: 400_000 }, (_, i) => (i * i * 31 + (i >> 3)) % 251));
    const packed = gzipSync(Buffer.concat([tarOf('a.html', page), noise]), { level: 1 });
    expect(await opened({ 'a.tgz': packed, 'b.tgz': changed(packed, -6) })).toEqual([
      ['a.tgz!/a.html', whole],
      ['b.tgz!/a.html', whole],
      ['b.tgz', damaged],
    ]);
  });
});

test('what stands before the first whole entry of a cpio is told', async () => {
  const bytes = writeCpio(['a', 'b'].map((name) => ({ name: `${name}.html`, data: page })));
  bytes.write('p', 54);
  expect(await opened({ 'a.cpio': bytes })).toEqual([
    ['a.cpio!/b.html', whole],
    ['a.cpio', damaged],
  ]);
});

test('a program whose zip lacks its end is told, and no program that has other things in it', async () => {
  const cut = writeZip([{ name: 'a.html', data: page }]).subarray(0, -30);
  const files = { 'a.exe': behindProgram(cut), 'b.exe': behindProgram(Buffer.from('x'), cut) };
  expect(await opened(files)).toEqual([
    ['a.exe', damaged],
    ['b.exe', 'other_kind'],
  ]);
});

test('what is enclosed with a mail of Outlook and is not found is told', async () => {
  const properties = Buffer.alloc(32);
  properties.writeUInt32LE(2, 20);
  const folder = '__attach_version1.0_#00000000';
  const mail = compound({
    '__properties_version1.0': properties,
    [`${folder}/__properties_version1.0`]: Buffer.alloc(8),
    [`${folder}/__substg1.0_3707001F`]: Buffer.from('a.html', 'utf16le'),
    [`${folder}/__substg1.0_37010102`]: page,
  });
  expect(await opened({ 'a.msg': mail, 'b.msg': writeOutlook([{ name: 'a.html', data: page }]) })).toEqual([
    ['a.msg!/附件 2', 'this entry of the archive is damaged'],
    ['a.msg!/a.html', whole],
    ['b.msg!/a.html', whole],
  ]);
});
