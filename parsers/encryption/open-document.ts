import { createDecipheriv, hash, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import { readZipDirectory, unzipEntry } from '../zip.ts';
import type { ZipEntry } from '../zip-entry.ts';
import { blowfishDecrypted } from './blowfish.ts';
import { damaged, locked, otherKind, tooManyRounds, wrongPassword } from './encrypted-package.ts';
import { type EncryptedPart, encryptedParts } from './open-document-parts.ts';
import { storedPackage } from './stored-package.ts';

/** LibreOffice hashes a password 100 000 times for each part; a file may ask for more than anybody waits for. */
const mostRounds = 10_000_000;
/** Far more than a list of parts takes, bytes. */
const longestManifest = 1 << 20;
const manifestName = 'META-INF/manifest.xml';
/** Bytes that a checksum is taken of. */
const checkedBytes = 1_024;
/** Pictures of programs, settings and the like hold nothing that is read. */
const leftOut = /^(?:Thumbnails|Configurations2|META-INF)\/|^(?:settings\.xml|meta\.xml|manifest\.rdf)$/;

/**
 * The package of OpenDocument whose parts are encrypted one by one (ODF 1.2 part 3 §3.4) under the password, or why it is not to be had. Null
 * where there is no such package.
 */
export function openEncryptedDocument(
  bytes: Uint8Array,
  password: string | undefined,
  maxBytes: number,
): Uint8Array | Issue | null {
  const entries = readZipDirectory(bytes) ?? [];
  const entry = entries.find(({ name }) => name === manifestName);
  const manifest = entry === undefined ? 'corrupt' : unzipEntry(bytes, entry, longestManifest);
  if (typeof manifest === 'string') return null;
  const parts = encryptedParts(Buffer.from(manifest).toString('utf8'));
  if (parts === null) return otherKind;
  if (parts.length === 0) return null;
  const needed = parts.filter(({ path }) => !leftOut.test(path));
  const rounds = needed.reduce((sum, part) => sum + part.rounds, 0);
  if (rounds > mostRounds) return tooManyRounds(rounds, mostRounds);
  if (password === undefined) return locked;
  return decryptedPackage(bytes, entries, needed, { password, maxBytes });
}

interface Opening {
  password: string;
  /** Bytes that all parts may take when they are unpacked. */
  maxBytes: number;
}

function decryptedPackage(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  parts: readonly EncryptedPart[],
  { password, maxBytes }: Opening,
): Uint8Array | Issue {
  const encrypted = new Map(parts.map((part) => [part.path, part]));
  const opened: { name: string; data: Uint8Array }[] = [];
  let left = maxBytes;
  for (const entry of entries) {
    if (leftOut.test(entry.name) || entry.name.endsWith('/')) continue;
    const sealed = unzipEntry(bytes, entry, left);
    if (typeof sealed === 'string') return sealed === 'too_large' ? tooLarge(maxBytes) : damaged;
    const part = encrypted.get(entry.name);
    const data = part === undefined ? sealed : unsealed(sealed, part, password, left);
    if (!(data instanceof Uint8Array)) return data === 'too_large' ? tooLarge(maxBytes) : data;
    left -= data.length;
    opened.push({ name: entry.name, data });
  }
  return storedPackage(opened);
}

function unsealed(
  sealed: Uint8Array,
  part: EncryptedPart,
  password: string,
  maxBytes: number,
): Uint8Array | Issue | 'too_large' {
  const start = hash(part.startHash, password, 'buffer');
  const key = pbkdf2Sync(start, part.salt, part.rounds, part.keyBytes, 'sha1');
  const packed =
    part.cipher === 'aes' ? aesDecrypted(key, part, sealed) : blowfishDecrypted(key, part.vector, sealed);
  if (packed === null) return damaged;
  const found = part.checksum && hash(part.checksum.hash, packed.subarray(0, checkedBytes), 'buffer');
  if (found !== null && !found.equals(part.checksum?.value ?? found)) return wrongPassword;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too_large';
    return found === null ? wrongPassword : damaged;
  }
}

/** The last byte says how many fill up the last block; null where there are no whole blocks. */
function aesDecrypted(key: Buffer, { vector }: EncryptedPart, sealed: Uint8Array): Buffer | null {
  if (vector.length !== 16 || sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  const padded = Buffer.concat([cipher.update(sealed), cipher.final()]);
  const padding = padded.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? padded.subarray(0, -padding) : padded;
}

const tooLarge = (limit: number): Issue =>
  issue('too_large', `解压后超过上限 ${limit} 字节`, `over the limit of ${limit} bytes when unpacked`);
