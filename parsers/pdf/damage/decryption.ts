import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { decryptedBlocks, rc4 } from './ciphers.ts';
import { fileObjects, refsIn } from './file-objects.ts';

/** The bytes of a stream as they were before they were encrypted. */
export type Decrypt = (data: Buffer, object: { number: number; generation: number }) => Buffer;

type Method = 'RC4' | 'AES' | 'none' | 'unknown';

/**
 * How the streams of a file are decrypted (standard security handler, ISO 32000-2 §7.6.4), as pdf.js does it and shows to nobody; null where the file is
 * of another handler, or opens with another password. The password may be that of the user or of the owner.
 */
export function decryptionOf(file: Buffer, password: string | undefined): Decrypt | null {
  const dictionary = encryptDictionary(file);
  if (dictionary === null || !/\/Filter\s*\/Standard\b/.test(dictionary)) return null;
  const version = numberIn(dictionary, 'V') ?? 0;
  const method = methodOf(dictionary, version);
  if (method === 'unknown') return null;
  const passwords = [...new Set([password ?? '', ''])].map((text) => Buffer.from(text, 'utf8'));
  for (const text of passwords) {
    const key =
      version >= 5 ? keyOf256(dictionary, text) : keyOfEither(dictionary, version, text, idOf(file));
    // A key that the file does not hold to its end opens nothing.
    if (key === null || key.length < (version >= 5 ? 32 : 5)) continue;
    if (method === 'none') return (data) => data;
    if (version >= 5) return (data) => decryptedBlocks(key, data);
    return (data, { number, generation }) => {
      const object = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
      const salt = Buffer.from(method === 'AES' ? 'sAlT' : '');
      const own = md5(key, object, salt).subarray(0, Math.min(key.length + 5, 16));
      return method === 'AES' ? decryptedBlocks(own, data) : rc4(own, data);
    };
  }
  return null;
}

function encryptDictionary(file: Buffer): string | null {
  const at = file.lastIndexOf('/Encrypt');
  if (at < 0) return null;
  const text = file.toString('latin1', at + '/Encrypt'.length, at + 4000);
  if (/^\s*<</.test(text)) return text;
  const [ref] = refsIn(text.slice(0, 30));
  return ref === undefined ? null : fileObjects(file).body(ref);
}

const numberIn = (dictionary: string, key: string): number | null => {
  const found = new RegExp(`/${key}\\s+(-?\\d{1,10})\\b`).exec(dictionary);
  return found === null ? null : Number(found[1]);
};

/** Up to version 3 there is one, later each file names its own (§7.6.6). */
function methodOf(dictionary: string, version: number): Method {
  if (version < 4) return 'RC4';
  const name = /\/StmF\s*\/([^\s/<>()[\]]+)/.exec(dictionary)?.[1] ?? 'Identity';
  if (name === 'Identity') return /\/StmF\s*[^\s/]/.test(dictionary) ? 'unknown' : 'none';
  const at = dictionary.search(new RegExp(`/${name.replace(/\W/g, '\\$&')}\\s*<<`));
  const own = at < 0 ? '' : dictionary.slice(at, dictionary.indexOf('>>', at));
  return methods[/\/CFM\s*\/(\w+)/.exec(own)?.[1] ?? ''] ?? 'unknown';
}

const methods: Record<string, Method> = { V2: 'RC4', AESV2: 'AES', AESV3: 'AES', None: 'none' };

/** Whether the streams of a file are encrypted by a method that no reader knows. */
export function isOddlyEncrypted(bytes: Uint8Array): boolean {
  const dictionary = encryptDictionary(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return dictionary !== null && methodOf(dictionary, numberIn(dictionary, 'V') ?? 0) === 'unknown';
}

function idOf(file: Buffer): Buffer {
  const at = [...file.toString('latin1').matchAll(/\/ID\s*\[\s*(?=[<(])/g)].at(-1);
  return at === undefined
    ? Buffer.alloc(0)
    : stringAt(file.toString('latin1', at.index + at[0].length, at.index + 400));
}

const stringOf = (dictionary: string, key: string): Buffer => {
  const at = new RegExp(`/${key}\\s*(?=[<(])`).exec(dictionary);
  return at === null ? Buffer.alloc(0) : stringAt(dictionary.slice(at.index + at[0].length));
};

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string as it is written (§7.3.4), in signs or in hexadecimal. */
function stringAt(text: string): Buffer {
  if (text.startsWith('<')) return Buffer.from(text.slice(1, text.indexOf('>')).replace(/\s/g, ''), 'hex');
  let found = '';
  let depth = 0;
  for (const [piece] of text.matchAll(/\\(?:[0-7]{1,3}|\r\n|[\s\S])|[\s\S]/g)) {
    if (piece === '(' && depth++ === 0) continue;
    if (piece === ')' && --depth === 0) break;
    if (piece.length === 1) found += piece;
    else if (/^\\[0-7]/.test(piece)) found += String.fromCharCode(Number.parseInt(piece.slice(1), 8) & 255);
    else if (!/^\\[\r\n]/.test(piece)) found += escapes[piece[1]!] ?? piece[1];
  }
  return Buffer.from(found, 'latin1');
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function keyOfEither(dictionary: string, version: number, password: Buffer, id: Buffer): Buffer | null {
  return (
    keyOf128(dictionary, version, password, id) ??
    keyOf128(dictionary, version, userPasswordOf(dictionary, version, password), id)
  );
}

const bitsOf = (dictionary: string, version: number): number =>
  version === 4 ? 128 : version === 1 ? 40 : (numberIn(dictionary, 'Length') ?? 40);

/** The password of the user, filled up, as the file keeps it under that of the owner (algorithm 7). */
function userPasswordOf(dictionary: string, version: number, owner: Buffer): Buffer {
  const isLater = (numberIn(dictionary, 'R') ?? 2) >= 3;
  let key = md5(Buffer.concat([owner, padding]).subarray(0, 32));
  if (isLater) for (let i = 0; i < 50; i++) key = md5(key);
  key = key.subarray(0, bitsOf(dictionary, version) / 8);
  let user = stringOf(dictionary, 'O').subarray(0, 32);
  for (let i = isLater ? 19 : 0; i >= 0; i--) user = rc4(Buffer.from(key.map((byte) => byte ^ i)), user);
  return user;
}

/** The key of a file up to version 4 (algorithm 2), where it is that of the password (algorithms 4 and 5). */
function keyOf128(dictionary: string, version: number, password: Buffer, id: Buffer): Buffer | null {
  const revision = numberIn(dictionary, 'R') ?? 2;
  const bits = bitsOf(dictionary, version);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberIn(dictionary, 'P') ?? 0) | 0);
  const isOpen = revision >= 4 && /\/EncryptMetadata\s+false\b/.test(dictionary);
  let key = md5(
    Buffer.concat([password, padding]).subarray(0, 32),
    stringOf(dictionary, 'O').subarray(0, 32),
    permissions,
    id,
    Buffer.alloc(isOpen ? 4 : 0, 0xff),
  ).subarray(0, bits / 8);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key).subarray(0, bits / 8);
  let user = revision >= 3 ? rc4(key, md5(padding, id)) : rc4(key, padding);
  if (revision >= 3) for (let i = 1; i < 20; i++) user = rc4(Buffer.from(key.map((byte) => byte ^ i)), user);
  return user.equals(stringOf(dictionary, 'U').subarray(0, user.length)) ? key : null;
}

/** The key of a file of version 5 (algorithm 2.A), of the user or of the owner, whose hashes go over the entry of the user too. */
function keyOf256(dictionary: string, password: Buffer): Buffer | null {
  const user = stringOf(dictionary, 'U').subarray(0, 48);
  const owner = stringOf(dictionary, 'O').subarray(0, 48);
  const hash = numberIn(dictionary, 'R') === 5 ? sha256 : hardened;
  const unlocked = (entry: Buffer, wrapped: string, more: Buffer): Buffer | null => {
    if (entry.length < 48 || !hash(password, entry.subarray(32, 40), more).equals(entry.subarray(0, 32)))
      return null;
    const key = hash(password, entry.subarray(40, 48), more);
    const cipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16));
    return cipher.setAutoPadding(false).update(stringOf(dictionary, wrapped).subarray(0, 32));
  };
  return unlocked(user, 'UE', Buffer.alloc(0)) ?? unlocked(owner, 'OE', user);
}

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** Algorithm 2.B: rounds of AES and SHA-2, which the password does not shorten. */
function hardened(password: Buffer, salt: Buffer, more: Buffer): Buffer {
  let key = sha256(password, salt, more);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const text = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([password, key, more])));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    const mixed = cipher.setAutoPadding(false).update(text);
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest]!).update(mixed).digest();
    last = mixed.at(-1)!;
  }
  return key.subarray(0, 32);
}
