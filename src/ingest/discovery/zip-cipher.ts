import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/** How an entry is encrypted: as PKZIP 2 did (APPNOTE 6.1), by AES as WinZip does (its specification AE-1 and AE-2), or in a way that is not read. */
export type Cipher =
  | { kind: 'traditional' /** Last byte of the header, once decrypted. */; check: number }
  | {
      kind: 'aes' /** Bytes of a key. */;
      keyLength: 16 | 24 | 32 /** AE-2 leaves the checksum out. */;
      hasChecksum: boolean;
    }
  | { kind: 'other' };

/** The packed bytes of an entry as they were before; null where the password is another, or the bytes are damaged. */
export function decrypted(bytes: Buffer, cipher: Cipher, password: Buffer): Buffer | null {
  if (cipher.kind === 'aes') return withoutAes(bytes, cipher.keyLength, password);
  return cipher.kind === 'traditional' ? withoutTraditional(bytes, cipher.check, password) : null;
}

/** A password as the programs that write archives take it: in UTF-8, or in the encoding of Chinese Windows. */
export function passwordBytes(password: string): Buffer[] {
  const wide = Buffer.from(password);
  if (wide.length === password.length) return [wide];
  const narrow = [...password].map((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : gbkCodes().get(sign)));
  return narrow.includes(undefined) ? [wide] : [wide, Buffer.from(narrow.flatMap((code) => code ?? []))];
}

let codes: Map<string, [number, number]> | undefined;

/** The two bytes of each character of GBK. */
function gbkCodes(): Map<string, [number, number]> {
  if (codes !== undefined) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1) codes.set(sign, [lead, trail]);
    }
  return codes;
}

const aesRounds = 1_000;
const verifierBytes = 2;
const authenticationBytes = 10;

function withoutAes(bytes: Buffer, keyLength: number, password: Buffer): Buffer | null {
  const saltBytes = keyLength / 2;
  const end = bytes.length - authenticationBytes;
  const start = saltBytes + verifierBytes;
  if (end < start) return null;
  const salt = bytes.subarray(0, saltBytes);
  const keys = pbkdf2Sync(password, salt, aesRounds, 2 * keyLength + verifierBytes, 'sha1');
  if (!keys.subarray(2 * keyLength).equals(bytes.subarray(saltBytes, start))) return null;
  const content = bytes.subarray(start, end);
  const code = createHmac('sha1', keys.subarray(keyLength, 2 * keyLength))
    .update(content)
    .digest();
  if (!timingSafeEqual(code.subarray(0, authenticationBytes), bytes.subarray(end))) return null;
  return counted(content, keys.subarray(0, keyLength));
}

const blockBytes = 16;
/** Blocks that are worked on at a time. */
const blocksAtOnce = 65_536;

/** CTR with a counter that begins at 1 and has its lowest byte first, which is not the one of OpenSSL. */
function counted(content: Buffer, key: Buffer): Buffer {
  const plain = Buffer.from(content);
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  for (let from = 0; from < plain.length; from += blocksAtOnce * blockBytes) {
    const end = Math.min(plain.length, from + blocksAtOnce * blockBytes);
    const counters = Buffer.alloc(Math.ceil((end - from) / blockBytes) * blockBytes);
    for (let at = 0; at < counters.length; at += blockBytes)
      counters.writeUIntLE((from + at) / blockBytes + 1, at, 6);
    const stream = cipher.update(counters);
    for (let at = from; at < end; at++) plain[at]! ^= stream[at - from]!;
  }
  return plain;
}

const headerBytes = 12;

function withoutTraditional(bytes: Buffer, check: number, password: Buffer): Buffer | null {
  if (bytes.length < headerBytes) return null;
  let [a, b, c] = [0x12345678, 0x23456789, 0x34567890];
  const take = (byte: number): void => {
    a = (a >>> 8) ^ crcTable[(a ^ byte) & 0xff]!;
    b = (Math.imul(b + (a & 0xff), 134_775_813) + 1) | 0;
    c = (c >>> 8) ^ crcTable[(c ^ (b >>> 24)) & 0xff]!;
  };
  for (const byte of password) take(byte);
  const plain = Buffer.alloc(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const mask = c | 2;
    const byte = (bytes[at]! ^ (Math.imul(mask, mask ^ 1) >>> 8)) & 0xff;
    plain[at] = byte;
    take(byte);
    // One password in 256 passes by chance; the checksum of the entry tells them apart.
    if (at === headerBytes - 1 && byte !== check) return null;
  }
  return plain.subarray(headerBytes);
}

/** The table of CRC-32 (ISO 3309). */
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
