import { createDecipheriv, createHmac, hash } from 'node:crypto';
import { type KeyOfPackage, padded } from './package-key.ts';

/** How a key is used: for the data, or for the secret key that a password opens ([MS-OFFCRYPTO] 2.3.4.10). */
interface Algorithm {
  salt: Buffer;
  hash: string;
  /** Bytes of the key. */
  keyBytes: number;
}

const hashes: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};
const hashBytes: Readonly<Record<string, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };
const blockBytes = 16;
const segmentBytes = 4_096;
/** What a key is made for, hashed behind the password ([MS-OFFCRYPTO] 2.3.4.13, 2.3.4.14). */
const uses = {
  verifier: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  secret: Buffer.from('146e0be7abacd0d6', 'hex'),
  integrityKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  integrityValue: Buffer.from('a0677f02b22c8433', 'hex'),
};

/** Agile encryption, as Office has written it since 2010: XML behind the version says how. Null where it is of a kind that is not read. */
export function agileKey(info: Buffer): KeyOfPackage | null {
  const xml = info.subarray(8).toString('utf8');
  const data = attributesOf(xml, 'keyData');
  const own = attributesOf(xml, 'encryptedKey');
  const ofData = algorithmOf(data);
  const ofPassword = algorithmOf(own);
  const rounds = Number(own.get('spinCount') ?? Number.NaN);
  if (ofData === null || ofPassword === null || !Number.isInteger(rounds) || rounds < 0) return null;
  const integrity = attributesOf(xml, 'dataIntegrity');
  return {
    rounds,
    open: (password) => {
      const base = hashed(password, ofPassword, rounds);
      const part = (use: Buffer, name: string) =>
        decrypted(
          fitted(digest(ofPassword, base, use), ofPassword.keyBytes),
          ofPassword.salt,
          bytesIn(own, name),
        );
      const verifier = part(uses.verifier, 'encryptedVerifierHashInput').subarray(0, ofPassword.salt.length);
      const expected = part(uses.verifierHash, 'encryptedVerifierHashValue');
      const found = digest(ofPassword, verifier);
      if (!found.equals(expected.subarray(0, found.length))) return null;
      const secret = part(uses.secret, 'encryptedKeyValue').subarray(0, ofData.keyBytes);
      if (secret.length !== ofData.keyBytes) return null;
      return (sealed) =>
        isWhole(sealed, secret, ofData, integrity) ? unsealed(sealed, secret, ofData) : null;
    },
  };
}

/** Attributes of the first element of that name, under whatever prefix. */
function attributesOf(xml: string, name: string): Map<string, string> {
  const [, inside = ''] = new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`).exec(xml) ?? [];
  return new Map(
    Array.from(inside.matchAll(/(\w+)\s*=\s*"([^"]*)"/g), ([, key = '', value = '']) => [key, value]),
  );
}

const bytesIn = (attributes: Map<string, string>, name: string): Buffer =>
  Buffer.from(attributes.get(name) ?? '', 'base64');

function algorithmOf(attributes: Map<string, string>): Algorithm | null {
  const name = hashes[(attributes.get('hashAlgorithm') ?? '').replace('-', '')];
  const keyBytes = Number(attributes.get('keyBits')) / 8;
  const salt = bytesIn(attributes, 'saltValue');
  const isAes = attributes.get('cipherAlgorithm') === 'AES';
  const isChained = attributes.get('cipherChaining') === 'ChainingModeCBC';
  if (name === undefined || !isAes || !isChained || ![16, 24, 32].includes(keyBytes) || salt.length === 0)
    return null;
  return { salt, hash: name, keyBytes };
}

function hashed(password: string, algorithm: Algorithm, rounds: number): Buffer {
  let value = digest(algorithm, algorithm.salt, Buffer.from(password, 'utf16le'));
  const counted = Buffer.alloc(4 + value.length);
  for (let round = 0; round < rounds; round++) {
    counted.writeUInt32LE(round);
    value.copy(counted, 4);
    value = hash(algorithm.hash, counted, 'buffer');
  }
  return value;
}

const digest = ({ hash: name }: Algorithm, ...parts: Uint8Array[]): Buffer =>
  hash(name, Buffer.concat(parts), 'buffer');

/** Cut, or filled up with the sign that the paper says. */
const fitted = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]);

function decrypted(key: Buffer, vector: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createDecipheriv(
    `aes-${key.length * 8}-cbc`,
    key,
    fitted(vector, blockBytes),
  ).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(bytes)), cipher.final()]);
}

/** By the code over the whole package, where there is one (2.3.4.14). */
function isWhole(
  sealed: Buffer,
  secret: Buffer,
  algorithm: Algorithm,
  integrity: Map<string, string>,
): boolean {
  if (integrity.size === 0) return true;
  const part = (use: Buffer, name: string) =>
    decrypted(secret, digest(algorithm, algorithm.salt, use), bytesIn(integrity, name)).subarray(
      0,
      hashBytes[algorithm.hash],
    );
  const code = createHmac(algorithm.hash, part(uses.integrityKey, 'encryptedHmacKey'))
    .update(sealed)
    .digest();
  return code.equals(part(uses.integrityValue, 'encryptedHmacValue'));
}

/** Its length, then segments that are encrypted each for itself (2.3.4.15). */
function unsealed(sealed: Buffer, secret: Buffer, algorithm: Algorithm): Buffer {
  const pieces: Buffer[] = [];
  const number = Buffer.alloc(4);
  for (let at = 8; at < sealed.length; at += segmentBytes) {
    number.writeUInt32LE((at - 8) / segmentBytes);
    pieces.push(
      decrypted(secret, digest(algorithm, algorithm.salt, number), sealed.subarray(at, at + segmentBytes)),
    );
  }
  return Buffer.concat(pieces);
}
