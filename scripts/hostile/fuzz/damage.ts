import type { Random } from '../../generate/random.ts';
import type { Base } from './bases.ts';

/** Damage to bytes of any kind; `other` is a document of the same kind to take pieces from. */
type Damage = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** Places that counts and offsets stand at are often of these. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

const writers: readonly ((bytes: Buffer, value: number, at: number) => number)[] = [
  (bytes, value, at) => bytes.writeUInt32LE(value, at),
  (bytes, value, at) => bytes.writeUInt32BE(value, at),
  (bytes, value, at) => bytes.writeUInt16LE(value & 0xffff, at),
  (bytes, value, at) => bytes.writeUInt16BE(value & 0xffff, at),
];

const spanIn = (bytes: Buffer, random: Random, longest: number): [number, number] => {
  const from = random.int(0, Math.max(0, bytes.length - 1));
  return [from, Math.min(bytes.length, from + random.int(1, longest))];
};

const damages: Record<string, Damage> = {
  bits: (bytes, random) => {
    for (let flips = 2 ** random.int(0, 8); flips > 0; flips--) {
      const at = random.int(0, bytes.length - 1);
      bytes[at] = bytes[at]! ^ (1 << random.int(0, 7));
    }
    return bytes;
  },
  number: (bytes, random) => {
    for (let places = random.int(1, 6); places > 0 && bytes.length > 8; places--) {
      const at = random.int(0, bytes.length - 5);
      const value = random.pick(extremes);
      random.pick(writers)(bytes, value, at);
    }
    return bytes;
  },
  blank: (bytes, random) => {
    const [from, to] = spanIn(bytes, random, 2000);
    return bytes.fill(random.pick([0, 0xff, 0x20, 0x0a]), from, to);
  },
  cut: (bytes, random) => bytes.subarray(0, random.int(0, bytes.length)),
  gap: (bytes, random) => {
    const [from, to] = spanIn(bytes, random, 4000);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  repeat: (bytes, random) => {
    const [from, to] = spanIn(bytes, random, 2000);
    const copies = Array.from({ length: random.pick([1, 2, 50]) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...copies, bytes.subarray(to)]);
  },
  splice: (bytes, random, other) => {
    const [from, to] = spanIn(other, random, 4000);
    const at = random.int(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
  halves: (bytes, random, other) => {
    const share = random.next();
    return Buffer.concat([
      bytes.subarray(0, Math.floor(bytes.length * share)),
      other.subarray(Math.floor(other.length * share)),
    ]);
  },
};

const names = Object.keys(damages);

/** One to three kinds of damage, one after another. */
export function damaged(base: Base, other: Base, random: Random): { bytes: Buffer; how: string[] } {
  const how = Array.from({ length: random.int(1, 3) }, () => random.pick(names));
  let { bytes } = base;
  for (const name of how)
    if (bytes.length > 0) bytes = damages[name]!(Buffer.from(bytes), random, other.bytes);
  return { bytes, how };
}
