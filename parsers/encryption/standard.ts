import { createDecipheriv, hash } from 'node:crypto';
import { type KeyOfPackage, padded } from './package-key.ts';

/** AES with keys of 128, 192 and 256 bits ([MS-OFFCRYPTO] 2.3.2). */
const keyBytesOf: Readonly<Record<number, number>> = { 26126: 16, 26127: 24, 26128: 32 };
const rounds = 50_000;
const hashBytes = 20;

/** Standard encryption, as Office 2007 wrote it and many programs still do ([MS-OFFCRYPTO] 2.3.4.5). Null where it is of a kind that is not read. */
export function standardKey(info: Buffer): KeyOfPackage | null {
  if (info.length < 12 + 32) return null;
  const size = info.readUInt32LE(8);
  const keyBytes = keyBytesOf[info.readUInt32LE(12 + 8)];
  const rest = info.subarray(12 + size);
  if (keyBytes === undefined || size < 32 || rest.length < 72) return null;
  const salt = rest.subarray(4, 20);
  return {
    rounds,
    open: (password) => {
      const key = keyOf(password, salt, keyBytes);
      const verifier = decrypted(key, rest.subarray(20, 36));
      const expected = decrypted(key, rest.subarray(40, 72)).subarray(0, hashBytes);
      return sha1(verifier).equals(expected) ? (sealed) => decrypted(key, sealed.subarray(8)) : null;
    },
  };
}

/** [MS-OFFCRYPTO] 2.3.4.7 */
function keyOf(password: string, salt: Buffer, keyBytes: number): Buffer {
  let value = sha1(salt, Buffer.from(password, 'utf16le'));
  const number = Buffer.alloc(4);
  for (let round = 0; round < rounds; round++) {
    number.writeUInt32LE(round);
    value = sha1(number, value);
  }
  const last = sha1(value, Buffer.alloc(4));
  const half = (sign: number) => {
    const mask = Buffer.alloc(64, sign);
    for (const [at, byte] of last.entries()) mask[at] = byte ^ sign;
    return sha1(mask);
  };
  return Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
}

const sha1 = (...parts: Uint8Array[]): Buffer => hash('sha1', Buffer.concat(parts), 'buffer');

function decrypted(key: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(bytes)), cipher.final()]);
}
