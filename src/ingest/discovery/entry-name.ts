import { decodeText } from '../../../parsers/decode.ts';
import { guessDelimiter } from '../../../parsers/delimiter.ts';
import { isTar } from './tar-header.ts';

/** Why a file is no document, and is counted instead of read. */
export type SkipReason =
  | 'lock_file'
  | 'thumbnail'
  | 'system_file'
  | 'temporary'
  | 'hidden'
  | 'symlink'
  | 'device'
  | 'other_kind'
  | 'own_output'
  | 'named_twice'
  | 'volume'
  | 'inline_picture';

const byName: readonly [RegExp, SkipReason][] = [
  [/^~\$|^\.~lock\..*#$/, 'lock_file'],
  [/^(?:thumbs\.db|ehthumbs\.db)$|^\.thumbnails?$/i, 'thumbnail'],
  [/^(?:\.DS_Store|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$|^\._/i, 'system_file'],
  [/^~wr[a-z]\d+\.tmp$|\.(?:tmp|crdownload|part)$/i, 'temporary'],
  [/^\./, 'hidden'],
];

/** What Office, the desktop and browsers leave beside documents: Word's and LibreOffice's locks, thumbnails, Finder's notes. */
export function skipByName(name: string): SkipReason | null {
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The reason of the first part of an entry's path that has one. */
export function skipByPath(path: string): SkipReason | null {
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') continue;
    const reason = skipByName(part);
    if (reason !== null) return reason;
  }
  return null;
}

const documentExtension =
  /\.(?:pdf|docx?|docm|dotx?|rtf|wps|wpt|xlsx?|xlsm|xlsb|xlt|et|ett|csv|tsv|tab|html?|mht|mhtml|xml|ofd|odt|ott|fodt|ods|ots|fods|png|jpe?g|tiff?|bmp|gif|webp|zip|z\d\d|tar|gz|tgz|bz2|tbz2?|xz|txz|lzma|zst|tzst|lz4|z|rar|7z|lzh|lha|arj|cab|iso|wim|swm|esd|cpio|dmg|udf|eml|emlx|msg|oft|mbox|pst|ost|p7m|olk\w*|ace|alz|egg|lz|xar|vhdx?|vmdk)$/i;

/** First bytes of PDF, zip packages, compound files, pictures, archives, BIFF, RTF and markup. */
const signatures: readonly RegExp[] = [
  /^[\s\S]{0,1019}%PDF-/,
  /^PK(?:\x03\x04|\x05\x06|\x07\x08)/,
  /^\xd0\xcf\x11\xe0/,
  /^(?:\x89PNG|\xff\xd8\xff|II\*\0|MM\0\*|GIF8)/,
  /^(?:Rar!|7z\xbc\xaf|\x1f[\x8b\x9d]|BZh[1-9]|\xfd7zXZ|\x28\xb5\x2f\xfd|MSCF\0|MSWIM\0|\x60\xea|\x04\x22\x4d\x18|\x78\x9f\x3e\x22)|^[\s\S]{2}-lh\d-/,
  /^\x09[\x00\x02\x04\x08]/,
  /^\s*\{\\rtf/,
  /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype\s+html|html|head|body|table)/i,
];

/** Bytes that tell a kind by its signature. */
export const headBytes = 1024;

/** A file of a foreign name counts only with the first bytes of a format; one without an ending may be anything. */
export function isDocument(name: string, head: Buffer): boolean {
  if (documentExtension.test(name) || !/\.[^./]{1,12}$/.test(name)) return true;
  if (/\.txt$/i.test(name) && isDelimited(head)) return true;
  return hasSignature(head);
}

/** Whether the first bytes are those of a format that is read. */
export function hasSignature(head: Buffer): boolean {
  const text = head.toString('latin1', 0, headBytes);
  return signatures.some((signature) => signature.test(text)) || isTar(head);
}

/** Tables are exported as texts, too; by its whole lines, since notes and logs are no documents. */
function isDelimited(head: Buffer): boolean {
  const bytes = head.subarray(0, headBytes);
  const text = decodeText(bytes)?.text ?? '';
  const lines = bytes.length < headBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  return guessDelimiter(lines, 'regular') !== null;
}

export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

export function isZip(head: Buffer): boolean {
  return /^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4));
}
