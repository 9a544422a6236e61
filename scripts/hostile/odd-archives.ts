import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { type HostileCase, read, refused } from './case.ts';
import { oddContainers } from './odd-containers.ts';
import { foreignArchives } from './odd-foreign-archives.ts';
import { entry, half, type OddArchive, oddTars, page, rows, unsupported } from './odd-tars.ts';
import { writeZip } from './zip-writer.ts';

/** Gzip (RFC 1952): members, heads and ends as writers have them. */
const gzips: readonly OddArchive[] = [
  [
    'two-members.html.gz',
    () => Buffer.concat([gzipSync(half(page())), gzipSync(page().subarray(page().length >> 1))]),
    rows(1),
  ],
  ['noughts-behind.html.gz', () => Buffer.concat([gzipSync(page()), Buffer.alloc(512)]), rows(1)],
  [
    'words-behind.html.gz',
    () => Buffer.concat([gzipSync(page()), Buffer.from('behind the end')]),
    refused('corrupt'),
  ],
  ['without-its-end.html.gz', () => gzipSync(page()).subarray(0, -8), refused('corrupt')],
  ['short-and-cut.csv.gz', () => half(gzipSync('项目名称,预算数\n堤岸加固,12.00\n')), refused('corrupt')],
  [
    'sum-wrong.html.gz',
    () => {
      const bytes = gzipSync(page());
      bytes[bytes.length - 6]! ^= 0xff;
      return bytes;
    },
    refused('corrupt'),
  ],
  [
    'length-wrong.html.gz',
    () => {
      const bytes = gzipSync(page());
      bytes[bytes.length - 2]! ^= 0xff;
      return bytes;
    },
    refused('corrupt'),
  ],
  ['head-alone.gz', () => Buffer.from([0x1f, 0x8b]), refused('corrupt')],
  ['of-nothing.gz', () => gzipSync(''), refused('empty')],
  [
    'named-inside.gz',
    () => {
      const bytes = gzipSync(page());
      const head = Buffer.from(bytes.subarray(0, 10));
      head[3] = 8;
      return Buffer.concat([head, Buffer.from('报表.html\0'), bytes.subarray(10)]);
    },
    rows(1),
  ],
  ['of-a-tar-that-is-cut.tgz', () => gzipSync(half(entry('a.html'))), rows(2, refused('corrupt'))],
  ['within-itself.html.gz', () => gzipSync(gzipSync(page())), rows(1)],
];

/** The first entry's local header lies at 0: bytes of it changed by hand (APPNOTE 4.3.7). */
function locally(change: (bytes: Buffer) => void): Buffer {
  const bytes = writeZip([{ name: 'a.html', data: page() }]);
  change(bytes);
  return bytes;
}
const directoryAt = (bytes: Buffer) => bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
const endAt = (bytes: Buffer) => bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));

/** Sizes behind the bytes, as writers put them that cannot go back, with or without the mark that some leave out (APPNOTE 4.3.9). */
function streamed(hasMark: boolean): Buffer {
  const packed = deflateRawSync(page());
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(page()), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(page().length, 8);
  const whole = locally((bytes) => {
    for (const at of [6, directoryAt(bytes) + 8]) bytes.writeUInt16LE(0x0808, at);
    bytes.fill(0, 14, 26);
  });
  const at = directoryAt(whole);
  const behind = hasMark ? Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), sizes]) : sizes;
  const moved = Buffer.from(whole);
  moved.writeUInt32LE(at + behind.length, endAt(whole) + 16);
  return Buffer.concat([moved.subarray(0, at), behind, moved.subarray(at)]);
}

/** Zip as mailers, phones and old programs write it. */
const zips: readonly OddArchive[] = [
  ['sizes-behind.zip', () => streamed(true), rows(1)],
  ['sizes-behind-without-mark.zip', () => streamed(false), rows(1)],
  [
    'name-twice.zip',
    () =>
      writeZip([
        { name: 'a.html', data: page() },
        { name: 'a.html', data: page('31.00') },
      ]),
    rows(2),
  ],
  ['other-name-at-the-entry.zip', () => locally((bytes) => void bytes.write('b', 30)), rows(1)],
  [
    'length-of-name-wrong-at-the-entry.zip',
    () => locally((bytes) => void bytes.writeUInt16LE(7, 26)),
    refused('corrupt'),
  ],
  [
    'no-entry-where-it-should-be.zip',
    () => locally((bytes) => void bytes.write('XX', 0)),
    refused('corrupt', 'unknown_format'),
  ],
  [
    'offset-beyond.zip',
    () => locally((bytes) => void bytes.writeUInt32LE(0x7fffffff, directoryAt(bytes) + 42)),
    refused('corrupt'),
  ],
  [
    'packed-size-beyond.zip',
    () => locally((bytes) => void bytes.writeUInt32LE(0x7fffffff, directoryAt(bytes) + 20)),
    refused('corrupt', 'too_large'),
  ],
  [
    'first-of-two-disks.zip',
    () => locally((bytes) => void bytes.writeUInt16LE(1, endAt(bytes) + 4)),
    { ...read, status: ['ok', 'unsupported'] },
  ],
  [
    'part-of-a-split-archive.z01',
    () =>
      Buffer.concat([
        Buffer.from('PK\x07\x08', 'latin1'),
        half(writeZip([{ name: 'a.html', data: page() }])),
      ]),
    unsupported,
  ],
  ['cut-into-parts.zip.001', () => half(writeZip([{ name: 'a.html', data: page() }])), unsupported],
  [
    'last-part.zip',
    () => {
      const bytes = writeZip([{ name: 'a.html', data: page() }]);
      bytes.writeUInt16LE(3, endAt(bytes) + 4);
      return bytes.subarray(40);
    },
    unsupported,
  ],
  [
    'only-folders.zip',
    () => writeZip([{ name: 'a/', data: Buffer.alloc(0), packed: Buffer.alloc(0), method: 0 }]),
    refused('empty'),
  ],
  [
    'folder-with-bytes.zip',
    () =>
      writeZip([
        { name: 'a.html/', data: page() },
        { name: 'b.html', data: page('31.00') },
      ]),
    { ...read, rows: 2 },
  ],
  [
    'stored-with-lies.zip',
    () => locally((bytes) => void bytes.writeUInt16LE(0, directoryAt(bytes) + 10)),
    refused('corrupt'),
  ],
];

export const oddArchives: readonly HostileCase[] = [
  ...oddTars,
  ...gzips,
  ...zips,
  ...foreignArchives,
  ...oddContainers,
].map(([name, make, expected]) => ({
  name: `archive-${name}`,
  make,
  expected,
}));
