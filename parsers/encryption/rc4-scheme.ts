import { createHash } from 'node:crypto';
import { rc4 } from './rc4.ts';

/** What the head of an encryption by RC4 says ([MS-XLS] 2.4.117, [MS-DOC] 2.2.6.2): the salt, a verifier and its hash, both encrypted, and how the key of a block is made. */
export interface Scheme {
  verifier: Uint8Array;
  verifierHash: Uint8Array;
  hash: 'md5' | 'sha1';
  /** Of a block of bytes, by its number: 1 024 in a workbook, 512 in a document of Word. */
  keyOf: (password: string) => (block: number) => Uint8Array;
}

/** The scheme of an encryption header; null where it is of a kind that is not read. */
export function schemeOf(data: Buffer): Scheme | null {
  if (data.length < 52) return null;
  const [major, minor] = [data.readUInt16LE(0), data.readUInt16LE(2)];
  if (major === 1 && minor === 1) return rc4Scheme(data.subarray(4));
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiScheme(data.subarray(4)) : null;
}

/** [MS-OFFCRYPTO] 2.3.6: keys of 40 bits, by MD5. */
function rc4Scheme(data: Buffer): Scheme {
  const salt = data.subarray(0, 16);
  return {
    verifier: data.subarray(16, 32),
    verifierHash: data.subarray(32, 48),
    hash: 'md5',
    keyOf: (password) => {
      const first = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
      const repeated = Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([first, salt])));
      const base = digest('md5', repeated).subarray(0, 5);
      return (block) => digest('md5', Buffer.concat([base, numberOf(block)]));
    },
  };
}

const rc4Algorithm = 0x6801;

/** [MS-OFFCRYPTO] 2.3.5: keys of 40 to 128 bits, by SHA-1. */
function cryptoApiScheme(data: Buffer): Scheme | null {
  const size = data.readUInt32LE(4);
  const rest = data.subarray(8 + size);
  if (size < 32 || rest.length < 60) return null;
  const algorithm = data.readUInt32LE(8 + 8);
  const bits = data.readUInt32LE(8 + 16) || 40;
  if (algorithm !== rc4Algorithm || bits > 128 || bits % 8 !== 0) return null;
  const salt = rest.subarray(4, 20);
  return {
    verifier: rest.subarray(20, 36),
    verifierHash: rest.subarray(40, 60),
    hash: 'sha1',
    keyOf: (password) => {
      const base = digest('sha1', Buffer.concat([salt, Buffer.from(password, 'utf16le')]));
      return (block) => {
        const key = digest('sha1', Buffer.concat([base, numberOf(block)])).subarray(0, bits / 8);
        return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
      };
    },
  };
}

const digest = (hash: Scheme['hash'], bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest();

function numberOf(block: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(block);
  return bytes;
}

/** Whether the key of the first block belongs to the password that the file was saved with. */
export function opens({ verifier, verifierHash, hash }: Scheme, key: Uint8Array): boolean {
  const next = rc4(key);
  const verified = digest(hash, mixed(verifier, next(verifier.length)));
  return verified.equals(mixed(verifierHash, next(verifierHash.length)));
}

const mixed = (bytes: Uint8Array, stream: Uint8Array): Buffer =>
  Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));
