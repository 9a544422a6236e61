import { crc32 } from 'node:zlib';
import { read, refused, survived } from './case.ts';
import { behindProgram, writeArj, writeIso } from './disc-writer.ts';
import { writeMail, writeOutlook } from './mail-writer.ts';
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
  ['of-a-disc.iso', () => writeIso(three()), rows(3)],
  [
    'of-a-disc-that-is-cut.iso',
    () => writeIso(three()).subarray(0, 21 * 2048),
    { ...survived, codes: ['corrupt', 'empty'] },
  ],
  [
    'descriptor-alone.iso',
    () => writeIso([]).subarray(0, 17 * 2048),
    { ...survived, codes: ['corrupt', 'empty'] },
  ],
  [
    'folder-within-itself.iso',
    () => {
      const bytes = writeIso(one());
      // The entry of the page is a folder, and that folder is the one it lies in.
      const at = 20 * 2048 + 68;
      bytes.writeUInt32LE(20, at + 2);
      bytes[at + 25] = 2;
      return bytes;
    },
    { ...survived, codes: ['corrupt', 'empty', 'too_large', 'timeout', 'unknown_format'] },
  ],
  ['stored.arj', () => writeArj(three()), rows(3)],
  ['cut.arj', () => writeArj(three()).subarray(0, 300), { ...survived, codes: ['corrupt'] }],
  ['mark-alone.arj', () => Buffer.from('60ea22001e0b0100000002', 'hex'), refused('corrupt')],
  ['mark-alone.wim', () => Buffer.from('MSWIM\0\0\0'), refused('corrupt')],
  ['mark-alone.html.lz4', () => Buffer.from('04224d18', 'hex'), refused('corrupt')],
  [
    'repeats-without-end.html.lz4',
    () =>
      Buffer.concat([
        Buffer.from('04224d184040c0', 'hex'),
        Buffer.from([9, 0, 0, 0, 0x1f, 0x78, 1, 0, 255, 255, 255, 255, 255]),
      ]),
    refused('corrupt'),
  ],
  ['unpacks-itself.exe', () => behindProgram(writeRar5(three())), rows(3)],
  ['with-a-form.eml', () => writeMail([{ name: '目标.html', data: page() }]), rows(1)],
  ['with-a-form.msg', () => writeOutlook([{ name: '目标.html', data: page() }]), rows(1)],
  [
    'mails-in-mails.eml',
    () => {
      let bytes = writeMail([{ name: '目标.html', data: page() }]);
      for (let i = 0; i < 30; i++)
        bytes = writeMail([{ name: 'a.eml', data: bytes, type: 'message/rfc822' }]);
      return bytes;
    },
    refused('too_large'),
  ],
  [
    'parts-in-parts.eml',
    () => {
      const heads = Array.from(
        { length: 5000 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
      );
      return Buffer.from(heads.join(''));
    },
    { status: ['failed', 'unsupported'], codes: ['unsupported_format', 'corrupt', 'no_table'] },
  ],
  [
    'ten-thousand-boundaries.eml',
    () => Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(10_000)}--b--\n`),
    refused('no_table'),
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
