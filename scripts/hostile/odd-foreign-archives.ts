import { crc32 } from 'node:zlib';
import { read, refused, survived } from './case.ts';
import { type OddArchive, page, rows, unsupported } from './odd-tars.ts';
import { writeRar4, writeRar5 } from './rar-writer.ts';
import { writeZip } from './zip-writer.ts';

const one = () => [{ name: 'a.html', data: page() }];
const three = () => ['a', 'b', 'c'].map((name) => ({ name: `${name}.html`, data: page() }));

/** Zstandard (RFC 8878): a frame of so many blocks of 128 KiB, each a single byte repeated. */
function repeated(blocks: number): Buffer {
  const size = 1 << 17;
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
  const body = Buffer.alloc(4 * blocks);
  for (let i = 0; i < blocks; i++) {
    const isLast = i === blocks - 1 ? 1 : 0;
    body.writeUIntLE(isLast | (1 << 1) | (size << 3), 4 * i, 3);
  }
  return Buffer.concat([head, body]);
}

/** The start of a 7z whose header lies elsewhere, with the sums that its own has. */
function seven(offset: bigint, size: bigint): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('377abcaf271c0004', 'hex').copy(bytes);
  bytes.writeBigUInt64LE(offset, 12);
  bytes.writeBigUInt64LE(size, 20);
  bytes.writeUInt32LE(crc32(bytes.subarray(12, 32)), 8);
  return bytes;
}

function changed(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 0xff;
  return bytes;
}

const cuts = [0.2, 0.5, 0.8, 0.95].map(
  (share): OddArchive => [
    `cut-at-${share}.rar`,
    () => {
      const bytes = writeRar5(three());
      return bytes.subarray(0, Math.floor(share * bytes.length));
    },
    { status: ['ok', 'failed'], codes: ['corrupt'] },
  ],
);

/** RAR, 7z and streams of one file, which 7-Zip unpacks in a process of its own. */
export const foreignArchives: readonly OddArchive[] = [
  ['stored.rar', () => writeRar5(three()), rows(3)],
  ['of-1993.rar', () => writeRar4(three()), rows(3)],
  ['of-nothing.rar', () => writeRar5([]), refused('empty')],
  ['mark-alone.rar', () => Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), refused('corrupt')],
  ['mark-alone.7z', () => Buffer.from('377abcaf271c', 'hex'), refused('corrupt', 'unsupported_format')],
  ['header-far-away.7z', () => seven(1n << 62n, 1n << 40n), refused('corrupt')],
  ['header-of-a-terabyte.7z', () => seven(0n, 1n << 40n), refused('corrupt')],
  ['header-of-noughts.7z', () => seven(0n, 32n), refused('corrupt')],
  [
    'sum-wrong.rar',
    () => {
      const bytes = writeRar5(one());
      return changed(bytes, bytes.length - 20);
    },
    rows(1, refused('corrupt')),
  ],
  [
    'length-without-end.rar',
    () => Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), Buffer.alloc(4000, 0xff)]),
    refused('corrupt'),
  ],
  [
    'names-that-lead-out.rar',
    () =>
      writeRar5(['../../../../tmp/escaped.html', '/escaped.html'].map((name) => ({ name, data: page() }))),
    rows(2),
  ],
  [
    'names-in-gbk.rar',
    () =>
      writeRar4(
        ['\xd4\xa4\xcb\xe3/\xb1\xed.html', '\xd4\xa4\xcb\xe3.html'].map((name) => ({ name, data: page() })),
      ),
    rows(2),
  ],
  [
    'file-in-the-place-of-a-folder.rar',
    () => writeRar5(['a', 'a/b.html'].map((name) => ({ name, data: page() }))),
    rows(2, { status: ['ok', 'failed'], codes: ['corrupt'] }),
  ],
  [
    'volumes-in-a-zip.zip',
    () => writeZip([{ name: 'a.part2.rar', data: writeRar5(one(), { number: 1, isLast: true }) }]),
    unsupported,
  ],
  ['name-of-another-kind.zip', () => writeRar5(one()), read],
  [
    'inside-one-another.rar',
    () => {
      let bytes = writeRar5(one());
      for (let i = 0; i < 8; i++) bytes = writeRar5([{ name: 'a.rar', data: bytes }]);
      return bytes;
    },
    refused('too_large'),
  ],
  [
    'in-a-zip-in-a-rar.rar',
    () => writeRar5([{ name: 'a.zip', data: writeZip([{ name: 'b.rar', data: writeRar4(one()) }]) }]),
    rows(1),
  ],
  ['second-of-two.part2.rar', () => writeRar5(one(), { number: 1, isLast: true }), unsupported],
  ['unpacks-to-two-gigabytes.html.zst', () => repeated(16_384), refused('too_large')],
  ['blocks-without-end.html.zst', () => repeated(64).subarray(0, 100), refused('corrupt')],
  ['mark-alone.html.xz', () => Buffer.from('fd377a585a00', 'hex'), refused('corrupt')],
  ['mark-alone.html.bz2', () => Buffer.from('BZh91AY&SY'), refused('corrupt')],
  [
    'noughts-behind-the-mark.cab',
    () => Buffer.concat([Buffer.from('MSCF'), Buffer.alloc(60)]),
    refused('corrupt'),
  ],
  ...cuts,
  ...Array.from(
    { length: 12 },
    (_, i): OddArchive => [
      `byte-${i}-changed.rar`,
      () => {
        const bytes = writeRar5(three());
        return changed(bytes, 9 + Math.floor((i * bytes.length) / 13));
      },
      { ...survived, codes: ['corrupt', 'encrypted', 'empty', 'unsupported_format', 'too_large'] },
    ],
  ),
];
