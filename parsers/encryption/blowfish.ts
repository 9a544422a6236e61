/** Tables of Blowfish (Schneier 1993): 18 subkeys and four boxes of 256 words, which are digits of π. */
interface Tables {
  keys: Uint32Array;
  boxes: Uint32Array;
}

const rounds = 16;
const boxSize = 256;
const words = rounds + 2 + 4 * boxSize;
const blockBytes = 8;

let digitsOfPi: Uint32Array | undefined;

/** The fraction of π in words of 32 bits, by Machin: π = 16 arctan 1/5 − 4 arctan 1/239. */
function piWords(): Uint32Array {
  if (digitsOfPi !== undefined) return digitsOfPi;
  const spare = 64n;
  const one = 1n << (BigInt(words) * 32n + spare);
  const arctan = (inverse: bigint): bigint => {
    let power = one / inverse;
    let sum = power;
    for (let odd = 3n, sign = -1n; power > 0n; odd += 2n, sign = -sign) {
      power /= inverse * inverse;
      sum += (sign * power) / odd;
    }
    return sum;
  };
  const fraction = ((16n * arctan(5n) - 4n * arctan(239n)) % one) >> spare;
  const digits = fraction.toString(16).padStart(words * 8, '0');
  digitsOfPi = Uint32Array.from({ length: words }, (_, n) =>
    Number.parseInt(digits.slice(n * 8, n * 8 + 8), 16),
  );
  return digitsOfPi;
}

/** Encrypts the block in `half` in place. */
function encipher({ keys, boxes }: Tables, half: Uint32Array): void {
  let [left = 0, right = 0] = half;
  for (let round = 0; round < rounds; round++) {
    left ^= keys[round] as number;
    const a = (boxes[left >>> 24] as number) + (boxes[boxSize + ((left >>> 16) & 0xff)] as number);
    const mixed = ((a ^ (boxes[2 * boxSize + ((left >>> 8) & 0xff)] as number)) >>> 0) as number;
    right ^= (mixed + (boxes[3 * boxSize + (left & 0xff)] as number)) | 0;
    [left, right] = [right, left];
  }
  half[0] = right ^ (keys[rounds + 1] as number);
  half[1] = left ^ (keys[rounds] as number);
}

function tablesOf(key: Uint8Array): Tables {
  const digits = piWords();
  const tables = { keys: digits.slice(0, rounds + 2), boxes: digits.slice(rounds + 2) };
  let at = 0;
  for (const n of tables.keys.keys()) {
    let word = 0;
    for (let i = 0; i < 4; i++) word = (word << 8) | (key[at++ % key.length] ?? 0);
    tables.keys[n] = (tables.keys[n] ?? 0) ^ word;
  }
  const half = new Uint32Array(2);
  for (const list of [tables.keys, tables.boxes]) {
    for (let n = 0; n < list.length; n += 2) {
      encipher(tables, half);
      list.set(half, n);
    }
  }
  return tables;
}

/** Decrypts what Blowfish encrypted with feedback of whole blocks (CFB). */
export function blowfishDecrypted(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Buffer {
  const tables = tablesOf(key);
  const half = new Uint32Array(2);
  const plain = Buffer.alloc(bytes.length);
  let before = Buffer.alloc(blockBytes);
  before.set(vector.subarray(0, blockBytes));
  for (let at = 0; at < bytes.length; at += blockBytes) {
    half[0] = before.readUInt32BE(0);
    half[1] = before.readUInt32BE(4);
    encipher(tables, half);
    before.writeUInt32BE(half[0] ?? 0, 0);
    before.writeUInt32BE(half[1] ?? 0, 4);
    const end = Math.min(blockBytes, bytes.length - at);
    const next = Buffer.alloc(blockBytes);
    for (let i = 0; i < end; i++) {
      next[i] = bytes[at + i] ?? 0;
      plain[at + i] = (next[i] ?? 0) ^ (before[i] ?? 0);
    }
    before = next;
  }
  return plain;
}
