const [first, second, third, fourth, fifth] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
const stripe = 16;

const turned = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
const round = (lane: number, word: number): number =>
  Math.imul(turned((lane + Math.imul(word, second)) | 0, 13), first);

/** XXH32 without a seed (xxHash 0.1.1), the sum of LZ4, of bytes that come in pieces. */
export interface Xxh32 {
  update: (bytes: Uint8Array) => void;
  /** Of all that came so far; 32 bits without a sign. */
  digest: () => number;
}

export function xxh32(): Xxh32 {
  let lanes = [(first + second) | 0, second | 0, 0, -first | 0] as [number, number, number, number];
  const rest = Buffer.alloc(stripe);
  let held = 0;
  let length = 0;
  const take = (bytes: Buffer, from: number, to: number) => {
    let [a, b, c, d] = lanes;
    for (let at = from; at < to; at += stripe) {
      a = round(a, bytes.readInt32LE(at));
      b = round(b, bytes.readInt32LE(at + 4));
      c = round(c, bytes.readInt32LE(at + 8));
      d = round(d, bytes.readInt32LE(at + 12));
    }
    lanes = [a, b, c, d];
  };
  return {
    update(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      length += bytes.length;
      let at = 0;
      if (held > 0) {
        at = bytes.copy(rest, held, 0, stripe - held);
        held += at;
        if (held < stripe) return;
        take(rest, 0, stripe);
      }
      const end = at + ((bytes.length - at) & -stripe);
      take(bytes, at, end);
      held = bytes.copy(rest, 0, end);
    },
    digest() {
      const [a, b, c, d] = lanes;
      const long = turned(a, 1) + turned(b, 7) + turned(c, 12) + turned(d, 18);
      let sum = ((length < stripe ? fifth : long) + length) | 0;
      let at = 0;
      for (; at + 4 <= held; at += 4)
        sum = Math.imul(turned((sum + Math.imul(rest.readInt32LE(at), third)) | 0, 17), fourth);
      for (; at < held; at++) sum = Math.imul(turned((sum + Math.imul(rest[at]!, fifth)) | 0, 11), first);
      sum = Math.imul(sum ^ (sum >>> 15), second);
      sum = Math.imul(sum ^ (sum >>> 13), third);
      return (sum ^ (sum >>> 16)) >>> 0;
    },
  };
}

export function xxh32Of(bytes: Uint8Array): number {
  const hash = xxh32();
  hash.update(bytes);
  return hash.digest();
}
