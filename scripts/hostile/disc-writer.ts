import { crc32 } from 'node:zlib';

/** A file of an image of a disc or of an ARJ archive. */
export interface DiscEntry {
  name: string;
  data: Uint8Array;
}

const sector = 2048;
const firstDescriptor = 16;

/** ISO 9660 (ECMA-119) with one folder, whose names stand in the second descriptor (Joliet) as they are. */
export function writeIso(entries: readonly DiscEntry[]): Buffer {
  const folders = firstDescriptor + 3;
  let next = folders + 2;
  const placed = entries.map((entry) => {
    const at = next;
    next += Math.ceil(entry.data.length / sector);
    return { ...entry, at };
  });
  const image = Buffer.alloc(next * sector);
  for (const { at, data } of placed) image.set(data, at * sector);
  const short = placed.map(({ at, data }, i) => row(Buffer.from(`F${i}.HTM;1`), at, data.length, 0));
  const long = placed.map(({ name, at, data }) =>
    row(Buffer.from(name, 'utf16le').swap16(), at, data.length, 0),
  );
  for (const [i, rows] of [short, long].entries()) {
    const at = folders + i;
    const own = [0, 1].map((code) => row(Buffer.of(code), at, sector, 2));
    image.set(Buffer.concat([...own, ...rows]), at * sector);
    image.set(descriptor(i + 1, next, row(Buffer.of(0), at, sector, 2)), (firstDescriptor + i) * sector);
  }
  image.set(Buffer.from('\xffCD001\x01', 'latin1'), (firstDescriptor + 2) * sector);
  return image;
}

function both(target: Buffer, value: number, at: number): void {
  target.writeUInt32LE(value, at);
  target.writeUInt32BE(value, at + 4);
}

function descriptor(type: number, sectors: number, root: Buffer): Buffer {
  const bytes = Buffer.alloc(sector);
  bytes[0] = type;
  bytes.write('CD001\x01', 1, 'latin1');
  if (type === 2) bytes.write('%/E', 88, 'latin1');
  both(bytes, sectors, 80);
  bytes.writeUInt16LE(1, 120);
  bytes.writeUInt16BE(1, 122);
  bytes.writeUInt16LE(1, 124);
  bytes.writeUInt16BE(1, 126);
  bytes.writeUInt16LE(sector, 128);
  bytes.writeUInt16BE(sector, 130);
  bytes.set(root, 156);
  bytes[881] = 1;
  return bytes;
}

function row(name: Buffer, at: number, size: number, flags: number): Buffer {
  const bytes = Buffer.alloc((33 + name.length + 1) & ~1);
  bytes[0] = bytes.length;
  both(bytes, at, 2);
  both(bytes, size, 10);
  bytes[25] = flags;
  bytes.writeUInt16LE(1, 28);
  bytes.writeUInt16BE(1, 30);
  bytes[32] = name.length;
  bytes.set(name, 33);
  return bytes;
}

/** ARJ without compression, as its technical note has it; names are bytes. */
export function writeArj(entries: readonly DiscEntry[]): Buffer {
  return Buffer.concat([
    arjHead(2, Buffer.from('a.arj'), 0, 0),
    ...entries.flatMap(({ name, data }) => [
      arjHead(0, Buffer.from(name, 'latin1'), data.length, crc32(data)),
      data,
    ]),
    Buffer.from('60ea0000', 'hex'),
  ]);
}

function arjHead(type: number, name: Buffer, size: number, sum: number): Buffer {
  const fixed = Buffer.alloc(30);
  fixed[0] = fixed.length;
  fixed[1] = 11;
  fixed[2] = 1;
  fixed[6] = type;
  fixed.writeUInt32LE(size, 12);
  fixed.writeUInt32LE(size, 16);
  fixed.writeUInt32LE(sum, 20);
  const head = Buffer.concat([fixed, name, Buffer.of(0, 0)]);
  const framed = Buffer.alloc(4 + head.length + 6);
  framed.writeUInt16LE(0xea60, 0);
  framed.writeUInt16LE(head.length, 2);
  framed.set(head, 4);
  framed.writeUInt32LE(crc32(head), 4 + head.length);
  return framed;
}

/** The head of a Windows program of one section, and what stands behind it. */
export function behindProgram(...behind: Uint8Array[]): Buffer {
  const head = Buffer.alloc(512);
  head.write('MZ', 0);
  head.writeUInt32LE(64, 60);
  head.write('PE\0\0', 64, 'latin1');
  head.writeUInt16LE(1, 70);
  head.write('.text', 88);
  head.writeUInt32LE(256, 88 + 16);
  head.writeUInt32LE(256, 88 + 20);
  return Buffer.concat([head, ...behind]);
}
