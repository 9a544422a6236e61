import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { blowfishDecrypted } from '../../../parsers/encryption/blowfish.ts';
import { ofManifest, openContent, sheetType, textType } from '../../../scripts/hostile/kinds/containers.ts';
import { part } from '../../../scripts/hostile/kinds/word-markup.ts';
import { writeZip } from '../../../scripts/hostile/zip-writer.ts';

export interface Sealing {
  cipher?: 'aes' | 'blowfish';
  rounds?: number;
  /** What the file says of the rounds, if it lies. */
  claims?: number;
  content?: string;
}

const digest = (name: string, bytes: Uint8Array): Buffer => createHash(name).update(bytes).digest();

/** Each block is added to what the one before it is encrypted to. */
function blowfishEncrypted(key: Buffer, vector: Buffer, bytes: Uint8Array): Buffer {
  const out = Buffer.alloc(bytes.length);
  let before = vector;
  for (let at = 0; at < bytes.length; at += 8) {
    const stream = blowfishDecrypted(key, before, Buffer.alloc(8));
    for (let i = at; i < Math.min(at + 8, bytes.length); i++)
      out[i] = (bytes[i] ?? 0) ^ (stream[i - at] ?? 0);
    before = Buffer.concat([out.subarray(at, at + 8), Buffer.alloc(8)]).subarray(0, 8);
  }
  return out;
}

/** The form as a document of OpenDocument whose content is encrypted: by AES, as LibreOffice does, or by Blowfish, as OpenOffice did. */
export function sealedDocument(
  kind: 'text' | 'spreadsheet',
  password: string,
  { cipher = 'aes', rounds = 1_000, claims = rounds, content = openContent(kind) }: Sealing = {},
): Buffer {
  const isAes = cipher === 'aes';
  const hash = isAes ? 'sha256' : 'sha1';
  const salt = digest('md5', Buffer.from('salt'));
  const vector = digest('md5', Buffer.from('vector')).subarray(0, isAes ? 16 : 8);
  const key = pbkdf2Sync(digest(hash, Buffer.from(password)), salt, rounds, isAes ? 32 : 16, 'sha1');
  const packed = deflateRawSync(Buffer.from(content));
  const aes = () => {
    const aesCipher = createCipheriv('aes-256-cbc', key, vector);
    return Buffer.concat([aesCipher.update(packed), aesCipher.final()]);
  };
  const sealed = isAes ? aes() : blowfishEncrypted(key, vector, packed);
  const sum = digest(hash, packed.subarray(0, 1_024)).toString('base64');
  const [algorithm, check] = isAes
    ? [
        'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
        'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k',
      ]
    : ['Blowfish CFB', 'SHA1/1K'];
  const start = isAes
    ? '<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>'
    : '';
  const size = isAes ? ' manifest:key-size="32"' : '';
  const type = kind === 'text' ? textType : sheetType;
  const manifest = `<manifest:manifest ${ofManifest}><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="${content.length}"><manifest:encryption-data manifest:checksum-type="${check}" manifest:checksum="${sum}"><manifest:algorithm manifest:algorithm-name="${algorithm}" manifest:initialisation-vector="${vector.toString('base64')}"/>${start}<manifest:key-derivation manifest:key-derivation-name="PBKDF2"${size} manifest:iteration-count="${claims}" manifest:salt="${salt.toString('base64')}"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`;
  return writeZip([
    part('mimetype', type),
    { ...part('content.xml', sealed), packed: sealed, method: 0 },
    part('META-INF/manifest.xml', manifest),
  ]);
}
