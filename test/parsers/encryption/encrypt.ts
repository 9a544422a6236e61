import { createCipheriv, createHash, createHmac } from 'node:crypto';
import * as XLSX from 'xlsx';

// Packages encrypted as [MS-OFFCRYPTO] says, with salts that are always the same.

const digest = (name: string, ...parts: Uint8Array[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest();
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const whole = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
const aes = (mode: string, key: Buffer, vector: Buffer | null, bytes: Uint8Array): Buffer => {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(whole(bytes)), cipher.final()]);
};
const counted = (name: string, salt: Buffer, password: string, rounds: number): Buffer => {
  let value = digest(name, salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < rounds; round++) value = digest(name, number(round), value);
  return value;
};
const lengthOf = (bytes: Uint8Array): Buffer => Buffer.concat([number(bytes.length), number(0)]);

function compound(info: Buffer, sealed: Buffer): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(file, '/EncryptionInfo', info);
  XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', sealed);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

export interface Agile {
  hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  bits?: 128 | 192 | 256;
  rounds?: number;
  /** What the file says of the rounds, if it lies. */
  claims?: number;
}

/** As Office does since 2010 (2.3.4.10 to 2.3.4.15). */
export function agile(
  bytes: Uint8Array,
  password: string,
  { hash = 'sha512', bits = 256, rounds = 1_000, claims = rounds }: Agile = {},
): Buffer {
  const [salt, own, secret, verifier, hmacKey] = ['a', 'b', 'c', 'd', 'e'].map((sign) =>
    digest('sha256', Buffer.from(sign)),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const [dataSalt, ownSalt] = [salt.subarray(0, 16), own.subarray(0, 16)];
  const key = secret.subarray(0, bits / 8);
  const base = counted(hash, ownSalt, password, rounds);
  const sealWith = (use: string, text: Uint8Array) => {
    const made = digest(hash, base, Buffer.from(use, 'hex'));
    const fit = Buffer.concat([made, Buffer.alloc(32, 0x36)]).subarray(0, bits / 8);
    return aes('cbc', fit, ownSalt, text).toString('base64');
  };
  const input = verifier.subarray(0, 16);
  const ivOf = (use: Buffer) => digest(hash, dataSalt, use).subarray(0, 16);
  const pieces = [lengthOf(bytes)];
  for (let at = 0; at < bytes.length; at += 4_096)
    pieces.push(aes('cbc', key, ivOf(number(at / 4_096)), bytes.subarray(at, at + 4_096)));
  const sealed = Buffer.concat(pieces);
  const codeKey = digest(hash, hmacKey);
  const code = createHmac(hash, codeKey).update(sealed).digest();
  const guard = (use: string, text: Buffer) =>
    aes('cbc', key, ivOf(Buffer.from(use, 'hex')), text).toString('base64');
  const how = (of: Buffer) =>
    `saltSize="16" blockSize="16" keyBits="${bits}" hashSize="${codeKey.length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash.toUpperCase()}" saltValue="${of.toString('base64')}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${how(dataSalt)}/><dataIntegrity encryptedHmacKey="${guard('5fb2ad010cb9e1f6', codeKey)}" encryptedHmacValue="${guard('a0677f02b22c8433', code)}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${claims}" ${how(ownSalt)} encryptedVerifierHashInput="${sealWith('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${sealWith('d7aa0f6d3061344e', digest(hash, input))}" encryptedKeyValue="${sealWith('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  return compound(Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]), sealed);
}

/** As Office 2007 does (2.3.4.5 to 2.3.4.9). */
export function standard(bytes: Uint8Array, password: string): Buffer {
  const salt = digest('md5', Buffer.from('salt'));
  const last = digest('sha1', counted('sha1', salt, password, 50_000), number(0));
  const key = digest(
    'sha1',
    Buffer.from(Buffer.alloc(64, 0x36).map((sign, at) => sign ^ (last[at] ?? 0))),
  ).subarray(0, 16);
  const verifier = digest('md5', Buffer.from('verifier'));
  const name = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le');
  const head = Buffer.concat([0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(number).concat(name));
  const info = Buffer.concat([
    Buffer.from('0300020024000000', 'hex'),
    number(head.length),
    head,
    number(16),
    salt,
    aes('ecb', key, null, verifier),
    number(20),
    aes('ecb', key, null, digest('sha1', verifier)),
  ]);
  return compound(info, Buffer.concat([lengthOf(bytes), aes('ecb', key, null, bytes)]));
}
