import { createHash } from 'node:crypto';
import { rc4 } from './rc4.ts';

/** Excel encrypts a workbook whose structure is protected, and opens it under this password without asking ([MS-XLS] 2.4.191). */
const usualPassword = 'VelvetSweatshop';

/** What FilePass says ([MS-XLS] 2.4.117): the salt, a verifier and its hash, both encrypted, and how the key of a block is made. */
interface Scheme {
  verifier: Uint8Array;
  verifierHash: Uint8Array;
  hash: 'md5' | 'sha1';
  /** Of a block of 1 024 bytes, by its number. */
  keyOf: (password: string) => (block: number) => Uint8Array;
}

const filePass = 0x2f;
/** Records that are never encrypted ([MS-XLS] 2.2.10). */
const plain = new Set([0x809, 0x09, 0x209, 0x409, filePass, 0x194, 0x195, 0xe1, 0x196, 0x138]);
const boundSheet = 0x85;
const blockBytes = 1_024;
/** A record that nobody knows: readers pass it over. */
const unknown = 0x0ff5;

/**
 * The stream of a workbook without its encryption by RC4, under the password or that of workbooks that are only protected; null where it is
 * encrypted in another way, or the password is another. As it is where nothing is encrypted.
 */
export function decryptBiff(stream: Uint8Array, password: string | undefined): Uint8Array | null {
  const at = filePassOf(stream);
  if (at === null) return stream;
  // What is only obfuscated SheetJS reads itself.
  if (stream[at + 4] === 0 && password !== undefined) return stream;
  const length = (stream[at + 2] ?? 0) | ((stream[at + 3] ?? 0) << 8);
  const scheme = schemeOf(Buffer.from(stream.subarray(at + 4, at + 4 + length)));
  if (scheme === null) return null;
  for (const candidate of password === undefined ? [usualPassword] : [password, usualPassword]) {
    const keyOf = scheme.keyOf(candidate);
    if (!opens(scheme, keyOf(0))) continue;
    const open = changed(stream, keyOf);
    open[at] = unknown & 0xff;
    open[at + 1] = unknown >> 8;
    return open;
  }
  return null;
}

/** Where FilePass stands, which is among the first records. */
function filePassOf(stream: Uint8Array): number | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === filePass) return at;
    if (type === 0x0a || type === 0) return null;
  }
  return null;
}

function schemeOf(data: Buffer): Scheme | null {
  if (data.length < 54 || data.readUInt16LE(0) !== 1) return null;
  const [major, minor] = [data.readUInt16LE(2), data.readUInt16LE(4)];
  if (major === 1 && minor === 1) return rc4Scheme(data.subarray(6));
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiScheme(data.subarray(6)) : null;
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

function opens({ verifier, verifierHash, hash }: Scheme, key: Uint8Array): boolean {
  const next = rc4(key);
  const verified = digest(hash, mixed(verifier, next(verifier.length)));
  return verified.equals(mixed(verifierHash, next(verifierHash.length)));
}

const mixed = (bytes: Uint8Array, stream: Uint8Array): Buffer =>
  Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));

/** The heads of records stand as they are, while the key goes on below them. */
function changed(stream: Uint8Array, keyOf: (block: number) => Uint8Array): Uint8Array {
  const open = Uint8Array.from(stream);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let block = -1;
  let key: Uint8Array = new Uint8Array();
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const end = Math.min(stream.length, at + 4 + view.getUint16(at + 2, true));
    // The place of a sheet in the stream is not encrypted.
    const from = at + 4 + (type === boundSheet ? 4 : 0);
    for (let byte = from; byte < end && !plain.has(type); byte++) {
      if (byte >> 10 !== block) {
        block = byte >> 10;
        key = rc4(keyOf(block))(blockBytes);
      }
      open[byte] = (stream[byte] ?? 0) ^ (key[byte & 0x3ff] ?? 0);
    }
    at = end;
  }
  return open;
}
