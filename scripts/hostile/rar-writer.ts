import { crc32 } from 'node:zlib';

/** A file of a RAR archive, or the part of one that a volume holds. */
export interface RarEntry {
  name: string;
  data: Uint8Array;
  /** Of a file that goes on over volumes: its whole size and sum, and on which sides. */
  whole?: { size: number; sum: number; before: boolean; behind: boolean };
}

/** RAR 5.0 without compression, as RarLab's note of the format has it. `volume`: its number from 0, and whether others follow. */
export function writeRar5(
  entries: readonly RarEntry[],
  volume?: { number: number; isLast: boolean },
): Buffer {
  const archive = volume === undefined ? [0] : volume.number === 0 ? [1] : [3, volume.number];
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
    block([1, 0, ...archive].flatMap(vint)),
    ...entries.flatMap(({ name, data, whole }) => {
      const { size = data.length, before = false, behind = false } = whole ?? {};
      const bytes = Buffer.from(name);
      const sum = Buffer.alloc(4);
      sum.writeUInt32LE(behind ? crc32(data) : (whole?.sum ?? crc32(data)));
      const flags = 2 | (before ? 8 : 0) | (behind ? 16 : 0);
      // Data follows; its sum is there; attributes of Unix; stored; made on Unix.
      const head = [2, flags, data.length, 4, size, 0o100644].flatMap(vint);
      return [block([...head, ...sum, ...[0, 1, bytes.length].flatMap(vint), ...bytes]), data];
    }),
    block([5, 0, volume === undefined || volume.isLast ? 0 : 1].flatMap(vint)),
  ]);
}

/** A header with its size and its sum before it. */
function block(header: number[]): Buffer {
  const sized = Buffer.from([...vint(header.length), ...header]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(sized));
  return Buffer.concat([sum, sized]);
}

/** Seven bits a byte, the lowest first. */
function vint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** RAR 4 without compression. */
export function writeRar4(entries: readonly RarEntry[]): Buffer {
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
    block4(0x73, 0, Buffer.alloc(6)),
    ...entries.flatMap(({ name, data }) => {
      const bytes = Buffer.from(name, 'latin1');
      const head = Buffer.alloc(25);
      head.writeUInt32LE(data.length, 0);
      head.writeUInt32LE(data.length, 4);
      head.writeUInt8(3, 8);
      head.writeUInt32LE(crc32(data), 9);
      head.writeUInt8(20, 17);
      head.writeUInt8(0x30, 18);
      head.writeUInt16LE(bytes.length, 19);
      head.writeUInt32LE(0o100644, 21);
      return [block4(0x74, 0x8000, Buffer.concat([head, bytes])), data];
    }),
    block4(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}

/** Its sum is the lower half of that of what follows. */
function block4(type: number, flags: number, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt16LE(flags, 1);
  head.writeUInt16LE(7 + body.length, 3);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc32(Buffer.concat([head, body])) & 0xffff);
  return Buffer.concat([sum, head, body]);
}
