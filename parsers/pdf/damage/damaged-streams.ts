import { inflateRawSync, inflateSync } from 'node:zlib';
import { aesBlock } from './ciphers.ts';
import { type Decrypt, decryptionOf } from './decryption.ts';
import { cutsRun, fromBase85, fromHexadecimal, lacksEndOfCodes } from './older-packings.ts';

/** What is drawn rarely unpacks to more; a larger stream is believed, for a bomb is not to be unpacked to look at it. */
const mostUnpacked = 16 << 20;
/** A dictionary longer than this is none of a stream of text. */
const longestDictionary = 2_000;

/** Streams whose loss is seen elsewhere, or is none of the text: pictures, fonts, lists of objects, profiles, functions. */
const otherKinds =
  /\/(?:Crypt\b|Type\s*\/(?:ObjStm|XRef|Metadata|EmbeddedFile)|Subtype\s*\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)|Length1|FunctionType|ShadingType|PatternType|N)\b/;

/**
 * The numbers of the objects whose packed text or character map is cut off or changed: by its own checksum, or because it never ends
 * (RFC 1950, RFC 1951), or that is written in signs of ASCII and holds others. pdf.js reads such a stream as far as it goes and says nothing, so that half a page looks like a whole one.
 */
export function damagedStreams(bytes: Uint8Array, password?: string): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lock = lockOf(file, password);
  if (lock === 'closed') return [];
  const damaged = new Map<number, boolean>();
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const end = file.indexOf('endstream', at + 6);
    if (end < 0) break;
    const head = headOf(file, at);
    // Of an object that was written again, the last counts.
    if (head !== null) damaged.set(head.number, isLost(head, file.subarray(dataStart(file, at), end), lock));
    at = file.indexOf('stream', end + 9);
  }
  return [...damaged].flatMap(([number, is]) => (is ? [number] : []));
}

/** How the file is encrypted; of one whose key is not known no more is seen than whether the blocks of AES are whole, if that. */
type Lock = { isAes: boolean; decrypt: Decrypt | null } | 'none' | 'closed';

function lockOf(file: Buffer, password: string | undefined): Lock {
  if (!file.includes('/Encrypt')) return 'none';
  const isAes = /\/CFM\s*\/AESV[23]\b/.test(file.toString('latin1'));
  const decrypt = decryptionOf(file, password);
  return isAes || decrypt !== null ? { isAes, decrypt } : 'closed';
}

/** How a stream is packed, and what is none of that. */
type Check = (packed: Buffer) => boolean;

interface Head {
  number: number;
  generation: number;
  isDamaged: Check | null;
}

function isLost(head: Head, data: Buffer, lock: Lock): boolean {
  if (lock === 'none' || lock === 'closed') return head.isDamaged?.(data) ?? false;
  if (lock.isAes && lacksBlocks(data)) return true;
  if (lock.decrypt === null || data.length > mostUnpacked) return false;
  return head.isDamaged?.(lock.decrypt(data, head)) ?? false;
}

/** The object where the text before the word is its dictionary, and that of a stream to look at. */
function headOf(file: Buffer, at: number): Head | null {
  const from = Math.max(0, at - longestDictionary);
  const start = file.subarray(from, at).lastIndexOf(' obj') + from;
  if (start < from) return null;
  const dictionary = file.toString('latin1', start + ' obj'.length, at).trim();
  if (!dictionary.startsWith('<<') || !dictionary.endsWith('>>') || otherKinds.test(dictionary)) return null;
  const name = /(?:^|\D)(\d{1,9})\s+(\d{1,5})$/.exec(file.toString('latin1', Math.max(0, start - 20), start));
  return name && { number: Number(name[1]), generation: Number(name[2]), isDamaged: checkOf(dictionary) };
}

/** AES makes whole blocks, of which a stream has at least two (ISO 32000-2 §7.6.3); a line end may stand behind it. */
const lacksBlocks: Check = (packed) => {
  const tail = packed.toString('latin1', packed.length - 2);
  const lineEnd = tail === '\r\n' ? 2 : /[\r\n]$/.test(tail) ? 1 : 0;
  return packed.length > 2 && packed.length % aesBlock !== 0 && (packed.length - lineEnd) % aesBlock !== 0;
};

function checkOf(dictionary: string): Check | null {
  const filters = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(dictionary);
  const names = (filters?.[1] ?? filters?.[2] ?? '').match(/\w+/g) ?? [];
  const isEarly = !/\/EarlyChange\s+0\b/.test(dictionary);
  return names.reduceRight<Check | null>((inner, name) => checkOfPacking(name, inner, isEarly), null);
}

/** What is wrong with a packing, or with what it holds. */
function checkOfPacking(name: string, inner: Check | null, isEarly: boolean): Check | null {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return inner === null ? isDamaged : null;
    case 'LZWDecode':
    case 'LZW':
      return (packed) => lacksEndOfCodes(packed.subarray(0, mostUnpacked), isEarly);
    case 'RunLengthDecode':
    case 'RL':
      return cutsRun;
    case 'ASCII85Decode':
    case 'A85':
      return (packed) => !isWritten(packed, base85) || (inner?.(fromBase85(packed)) ?? false);
    case 'ASCIIHexDecode':
    case 'AHx':
      return (packed) => !isWritten(packed, hexadecimal) || (inner?.(fromHexadecimal(packed)) ?? false);
    default:
      return null;
  }
}

function isWritten(packed: Buffer, [sign, end]: readonly [RegExp, string]): boolean {
  const text = packed.toString('latin1', 0, mostUnpacked).replace(/^\s*<~/, '');
  return sign.test(text.slice(0, text.indexOf(end) >>> 0));
}

/** What text in the signs of ASCII may hold, and the sign of its end (ISO 32000-1 §7.4.2, §7.4.3): pdf.js takes others for signs too. */
const base85 = [/^[!-uz\s\0]*$/, '~'] as const;
const hexadecimal = [/^[\dA-Fa-f\s\0]*$/, '>'] as const;

/** After the word comes a line end, of one character or two (ISO 32000-1 §7.3.8.1). */
function dataStart(file: Buffer, at: number): number {
  const start = at + 'stream'.length;
  if (file[start] === 0x0d) return start + (file[start + 1] === 0x0a ? 2 : 1);
  return start + (file[start] === 0x0a ? 1 : 0);
}

function isDamaged(packed: Buffer): boolean {
  const unpacks = (way: typeof inflateSync, data: Buffer): string => {
    try {
      way(data, { maxOutputLength: mostUnpacked });
      return '';
    } catch (error) {
      return String((error as NodeJS.ErrnoException).code) + (error as Error).message;
    }
  };
  const fault = unpacks(inflateSync, packed);
  if (fault === '' || fault.includes('ERR_BUFFER_TOO_LARGE')) return false;
  if (fault.includes('data check')) return true;
  // Some writers leave the checksum away: the text is whole all the same.
  const raw = unpacks(inflateRawSync, packed.subarray(2));
  return raw !== '' && !raw.includes('ERR_BUFFER_TOO_LARGE');
}
