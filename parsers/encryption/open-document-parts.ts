/** How a part of an OpenDocument package is encrypted, as its manifest says (ODF 1.2 part 3 §3.4, §4.8). */
export interface EncryptedPart {
  path: string;
  /** Bytes when it is neither encrypted nor packed. */
  size: number;
  cipher: 'aes' | 'blowfish';
  vector: Buffer;
  /** Hash that makes a key to start from of the password. */
  startHash: 'sha1' | 'sha256';
  salt: Buffer;
  rounds: number;
  /** Bytes of the key. */
  keyBytes: number;
  /** Of the first bytes of what was encrypted; null where it says none that is known. */
  checksum: { hash: 'sha1' | 'sha256'; value: Buffer } | null;
}

const entryTag = /<(?:[\w.-]+:)?file-entry\s[^<>]*>/g;

/** The encrypted parts of a manifest; null where one is encrypted in a way that is not read. */
export function encryptedParts(manifest: string): EncryptedPart[] | null {
  const parts: EncryptedPart[] = [];
  const tags = [...manifest.matchAll(entryTag)];
  for (const [n, tag] of tags.entries()) {
    const inside = manifest.slice(tag.index + tag[0].length, tags[n + 1]?.index);
    if (!/<(?:[\w.-]+:)?encryption-data\b/.test(inside)) continue;
    const part = partOf(tag[0], inside);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

function partOf(entry: string, inside: string): EncryptedPart | null {
  const tag = (name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}\\s[^<>]*>`).exec(inside)?.[0] ?? '';
  const algorithm = tag('algorithm');
  const derivation = tag('key-derivation');
  const cipher = cipherOf(attributeOf(algorithm, 'algorithm-name'));
  const rounds = Number(attributeOf(derivation, 'iteration-count'));
  const keyBytes = Number(attributeOf(derivation, 'key-size') || 16);
  const startHash = hashOf(attributeOf(tag('start-key-generation'), 'start-key-generation-name') || 'sha1');
  const isDerived = /pbkdf2$/i.test(attributeOf(derivation, 'key-derivation-name'));
  const isKey = cipher === 'aes' ? [16, 24, 32].includes(keyBytes) : keyBytes >= 4 && keyBytes <= 56;
  if (cipher === null || startHash === null || !isDerived || !isKey) return null;
  if (!Number.isInteger(keyBytes) || !Number.isInteger(rounds) || rounds < 1) return null;
  const data = tag('encryption-data');
  const hash = hashOf(attributeOf(data, 'checksum-type'));
  return {
    path: unescaped(attributeOf(entry, 'full-path')),
    size: Number(attributeOf(entry, 'size')) || 0,
    cipher,
    vector: bytesOf(algorithm, 'initialisation-vector'),
    startHash,
    salt: bytesOf(derivation, 'salt'),
    rounds,
    keyBytes,
    checksum: hash === null ? null : { hash, value: bytesOf(data, 'checksum') },
  };
}

/** By their names, and by those that older versions gave them: `Blowfish CFB`, `SHA1/1K`. */
function cipherOf(name: string): EncryptedPart['cipher'] | null {
  if (/#aes(?:128|192|256)-cbc$/i.test(name)) return 'aes';
  return /blowfish/i.test(name) ? 'blowfish' : null;
}

function hashOf(name: string): 'sha1' | 'sha256' | null {
  if (/sha256(?:-1k)?$/i.test(name)) return 'sha256';
  return /sha1(?:[-/]1k)?$/i.test(name) ? 'sha1' : null;
}

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).join('') ?? '';
const bytesOf = (tag: string, name: string): Buffer => Buffer.from(attributeOf(tag, name), 'base64');
const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
