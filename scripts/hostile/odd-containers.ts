import { refused, survived } from './case.ts';
import { behindProgram, writeArj, writeIso } from './disc-writer.ts';
import { writeMail, writeOutlook, writeTnef } from './mail-writer.ts';
import { type OddArchive, page, rows } from './odd-tars.ts';
import { writeRar5 } from './rar-writer.ts';
import { writeZip } from './zip-writer.ts';

interface CpioEntry {
  name: string;
  data: Uint8Array;
  /** What the head says of it, where that is no truth. */
  size?: number;
}

/** Cpio of SVR4 (cpio(5), `newc`), without sums. */
export function writeCpio(entries: readonly CpioEntry[]): Buffer {
  const padded = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  const all: CpioEntry[] = [...entries, { name: 'TRAILER!!!', data: Buffer.alloc(0) }];
  return Buffer.concat(
    all.flatMap(({ name, data, size = data.length }, i) => {
      const path = Buffer.from(`${name}\0`);
      const numbers = [i + 1, 0o100644, 0, 0, 1, 0, size, 0, 0, 0, 0, path.length, 0];
      const head = `070701${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}`;
      return [padded(Buffer.concat([Buffer.from(head), path])), padded(data)];
    }),
  );
}

const lz4Mark = Buffer.from('04224d18', 'hex');

/** LZ4 of blocks that each unpack to 4 MB of one sign from 16 KB. */
function repeatedLz4(blocks: number): Buffer {
  const repeats = Buffer.alloc(16_447, 255);
  const block = Buffer.concat([Buffer.from('1f780100', 'hex'), repeats, Buffer.of(10)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(block.length);
  const head = Buffer.concat([lz4Mark, Buffer.from('607000', 'hex')]);
  return Buffer.concat([head, ...Array(blocks).fill([length, block]).flat(), Buffer.alloc(4)]);
}

/** One block as it stands, and a sum of what is unpacked. */
function storedLz4(data: Uint8Array, sum: number): Buffer {
  const words = Buffer.alloc(12);
  words.writeUInt32LE((data.length | 0x80000000) >>> 0, 0);
  words.writeUInt32LE(sum, 8);
  const head = Buffer.concat([lz4Mark, Buffer.from('647000', 'hex')]);
  return Buffer.concat([head, words.subarray(0, 4), data, words.subarray(4)]);
}

/** A zip whose only entry says that it is packed so, and holds nothing of the kind. */
function packedBy(method: number): Buffer {
  const packed = Buffer.alloc(200, 0x5d);
  return writeZip([{ name: 'a.html', data: page(), packed, method }]);
}

const one = [{ name: 'a.html', data: page() }];

/** A page within archives of every kind by turns. */
function byTurns(depth: number): Buffer {
  const writers: readonly [string, (name: string, data: Buffer) => Buffer][] = [
    ['a.zip', (name, data) => writeZip([{ name, data }])],
    ['a.rar', (name, data) => writeRar5([{ name, data }])],
    ['a.eml', (name, data) => writeMail([{ name, data }])],
    ['winmail.dat', (name, data) => writeTnef([{ name, data }])],
    ['a.cpio', (name, data) => writeCpio([{ name, data }])],
    ['a.iso', (name, data) => writeIso([{ name, data }])],
    ['a.arj', (name, data) => writeArj([{ name, data }])],
    ['a.exe', (name, data) => behindProgram(writeRar5([{ name, data }]))],
  ];
  let name = 'a.html';
  let bytes: Buffer = page();
  for (let i = 0; i < depth; i++) {
    const [outer, write] = writers[i % writers.length]!;
    bytes = write(name, bytes);
    name = outer;
  }
  return writeZip([{ name, data: bytes }]);
}

/** A disc whose every entry is the folder that it lies in. */
function folderOfItself(): Buffer {
  const bytes = writeIso(['a', 'b', 'c'].map((name) => ({ name, data: page() })));
  for (const folder of [19, 20]) {
    let at = folder * 2048 + 68;
    for (let i = 0; i < 3; i++) {
      bytes.writeUInt32LE(folder, at + 2);
      bytes.writeUInt32LE(2048, at + 10);
      bytes[at + 25] = 2;
      at += bytes[at]!;
    }
  }
  return bytes;
}

/** Discs, mails, cpio, LZ4 and programs as they are cut, looped and blown up. */
export const oddContainers: readonly OddArchive[] = [
  ['stored.cpio', () => writeCpio(one), rows(1)],
  [
    'thousand-folders-deep.cpio',
    () => writeCpio([{ name: `${'d/'.repeat(1000)}a.html`, data: page() }]),
    survived,
  ],
  [
    'size-of-gigabytes.cpio',
    () => writeCpio([{ name: 'a.html', data: page(), size: 0xfffffff0 }]),
    refused('corrupt'),
  ],
  [
    'size-too-small.cpio',
    () => writeCpio([{ name: 'a.html', data: page(), size: 8 }, ...one]),
    { ...survived, codes: ['corrupt', 'unknown_format', 'unsupported_format'] },
  ],
  [
    'first-head-damaged.cpio',
    () => {
      const bytes = writeCpio([
        { name: 'a.html', data: page() },
        { name: 'b.html', data: page('31.00') },
      ]);
      bytes.write('p', 54);
      return bytes;
    },
    rows(2, { status: ['ok', 'failed'], codes: ['corrupt'] }),
  ],
  ['unpacks-to-a-gigabyte.html.lz4', () => repeatedLz4(300), refused('too_large')],
  ['sum-wrong.html.lz4', () => storedLz4(page(), 1), refused('corrupt')],
  [
    'program-before-a-zip-that-is-cut.exe',
    () => behindProgram(writeZip(one).subarray(0, -30)),
    refused('corrupt'),
  ],
  ...[9, 12, 14, 98].map(
    (method): OddArchive => [
      `method-${method}-of-nothing.zip`,
      () => packedBy(method),
      { status: ['failed', 'unsupported'], codes: ['corrupt', 'unsupported_format'] },
    ],
  ),
  [
    'mails-five-hundred-deep.eml',
    () => {
      const head = (i: number) =>
        `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\nContent-Type: message/rfc822\n\n`;
      return Buffer.from(Array.from({ length: 500 }, (_, i) => head(i)).join(''));
    },
    { status: ['failed', 'unsupported'], codes: ['too_large', 'corrupt', 'no_table'] },
  ],
  [
    'hundred-thousand-texts.eml',
    () => Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}--b--\n`),
    refused('no_table'),
  ],
  [
    'parameters-without-end.eml',
    () => Buffer.from(`Content-Type: text/plain${'; name="'.repeat(100_000)}\n\nx`),
    { ...survived, codes: ['no_table', 'unsupported_format'] },
  ],
  ['letter-in-a-letter.msg', () => writeOutlook([{ name: 'a.eml', data: writeMail(one) }]), rows(1)],
  ['kinds-by-turns.zip', () => byTurns(50), refused('too_large')],
  ['folder-of-itself-three-times.iso', folderOfItself, refused('corrupt')],
  ['packed-by-outlook.dat', () => writeTnef(one), rows(1)],
  [
    'packed-by-outlook-and-cut.dat',
    () => writeTnef([...one, { name: 'b.html', data: page('31.00') }]).subarray(0, -200),
    rows(2, { status: ['ok', 'failed'], codes: ['corrupt'] }),
  ],
  [
    'packed-by-outlook-with-gigabytes-announced.dat',
    () => Buffer.concat([writeTnef([]), Buffer.from('020f800600ffffffff00', 'hex')]),
    refused('corrupt'),
  ],
  [
    'begun-and-begun-again.eml',
    () => Buffer.from(`From: a@b.cn\n\n${'begin 644 a\n'.repeat(200_000)}`),
    refused('corrupt'),
  ],
  [
    'name-in-a-hundred-thousand-pieces.eml',
    () => Buffer.from(`Content-Type: a/b; ${'name*0="a";\n '.repeat(100_000)}\n\nx`),
    { ...survived, codes: ['no_table', 'unsupported_format', 'unknown_format'] },
  ],
];
