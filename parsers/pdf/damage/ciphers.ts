import { createDecipheriv } from 'node:crypto';

/** RC4, which decrypts as it encrypts: builds of OpenSSL do not offer it any more. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  const out = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    const a = state[i]!;
    j = (j + a) & 255;
    const b = state[j]!;
    state[i] = b;
    state[j] = a;
    out[at] = data[at]! ^ state[(a + b) & 255]!;
  }
  return out;
}

/** AES makes blocks of as many bytes (ISO 32000-2 §7.6.3). */
export const aesBlock = 16;

/** Whole blocks of AES behind their first, which starts the chain, without what fills the last one up. */
export function decryptedBlocks(key: Uint8Array, data: Buffer): Buffer {
  const whole = data.subarray(0, data.length - (data.length % aesBlock));
  if (whole.length < 2 * aesBlock) return Buffer.alloc(0);
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, whole.subarray(0, aesBlock));
  const plain = cipher.setAutoPadding(false).update(whole.subarray(aesBlock));
  const filled = plain.at(-1)!;
  return filled >= 1 && filled <= aesBlock ? plain.subarray(0, plain.length - filled) : plain;
}
