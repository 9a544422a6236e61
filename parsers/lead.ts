import { isCompound } from './compound.ts';
import { readZipDirectory } from './zip.ts';

/** Bytes within which a package begins that a web server or its scripts wrote something before. */
const longestLead = 2_048;
const zipMark = Buffer.from('PK\x03\x04', 'latin1');
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * The file without what stands before its package: a blank line, a byte order mark, a warning of PHP, the answer of a server. What stands there
 * must be text, and the package whole behind it.
 */
export function withoutLead(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === zipMark[0] || isCompound(bytes)) return bytes;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestLead));
  const at = [zipMark, compoundMark].map((mark) => head.indexOf(mark)).find((place) => place > 0);
  if (at === undefined || !isText(head.subarray(0, at))) return bytes;
  const rest = bytes.subarray(at);
  return isCompound(rest) || readZipDirectory(rest) !== null ? rest : bytes;
}

const isText = (lead: Uint8Array): boolean =>
  lead.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
