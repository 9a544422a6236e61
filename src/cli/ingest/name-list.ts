import { isUtf8 } from 'node:buffer';
import type { Input } from '../../ingest/discovery/walk.ts';

/**
 * The paths of a list, in order: one a line, or ended by NUL as `find -print0` writes them. PowerShell writes lists as UTF-16, and Explorer puts
 * a path that is copied between quotation marks. A name that is no UTF-8 stays bytes: only the disk knows whether it is there so.
 */
export function namesIn(list: Buffer): Input[] {
  const wide = wideText(list);
  const bytes = wide === null ? list : Buffer.from(wide);
  if (bytes.includes(0)) return partsOf(bytes, 0).map(asName);
  return partsOf(withoutMark(bytes), 0x0a).map(withoutLineEnd).filter(isName).map(withoutQuotes).map(asName);
}

/** UTF-16, by its mark or by its line ends, which no list of names in bytes has. */
function wideText(list: Buffer): string | null {
  if (list.length % 2 !== 0) return null;
  const isBig = (list[0] === 0xfe && list[1] === 0xff) || list.includes('\0\r\0\n', 0, 'latin1');
  const isLittle = (list[0] === 0xff && list[1] === 0xfe) || list.includes('\r\0\n\0', 0, 'latin1');
  if (!isBig && !isLittle) return null;
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(list);
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes;
}

function partsOf(bytes: Buffer, separator: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(separator, at);
    const end = found < 0 ? bytes.length : found;
    if (end > at) parts.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return parts;
}

const withoutLineEnd = (line: Buffer): Buffer => (line.at(-1) === 0x0d ? line.subarray(0, -1) : line);

const isName = (line: Buffer): boolean => line.some((byte) => byte !== 0x20 && byte !== 0x09);

function withoutQuotes(line: Buffer): Buffer {
  const isQuoted = line.length > 2 && line[0] === 0x22 && line.at(-1) === 0x22;
  return isQuoted ? line.subarray(1, -1) : line;
}

const asName = (bytes: Buffer): Input => (isUtf8(bytes) ? bytes.toString() : bytes);
