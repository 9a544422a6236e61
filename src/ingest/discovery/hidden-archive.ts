import { endRecordIn, endSearchBytes } from '../../../parsers/zip.ts';
import type { ArchiveType } from '../unpacking/messages.ts';
import { type ByteSource, slice } from './byte-source.ts';
import { foreignArchive } from './foreign-archive.ts';

/** An archive that its first bytes do not tell. */
export interface HiddenArchive {
  type: ArchiveType;
  source: ByteSource;
}

const isProgram = (head: Buffer): boolean => head[0] === 0x4d && head[1] === 0x5a;
const ofDisc = /\.(?:iso|img|udf)$/i;
const ofOutlook = /\.(?:msg|oft)$/i;
/** A mail: by its name, and fields at its beginning, before which what keeps mails puts a line of its own (RFC 4155). */
const ofMail = /\.(?:eml|mbox|mbx)$/i;
const mailHead = /^(?:\xef\xbb\xbf)?[\r\n]*(?:From [^\n]*\n)?[\w-]+:[^\n]*\r?\n/;

/** Whether more of a file is to be looked at. */
export const mayHide = (path: string, head: Buffer): boolean =>
  isProgram(head) || ofDisc.test(path) || ofMail.test(path) || ofOutlook.test(path);

/** A mail, an image of a disc, an archive behind a program that unpacks it; null for what is none of them. */
export async function hiddenArchive(
  path: string,
  source: ByteSource,
  head: Buffer,
): Promise<HiddenArchive | null> {
  const text = head.toString('latin1');
  if (ofMail.test(path) && mailHead.test(text)) return { type: 'mail', source };
  if (ofOutlook.test(path) && text.startsWith('\xd0\xcf\x11\xe0')) return { type: 'outlook', source };
  if (isProgram(head)) return behindProgram(source, head);
  return ofDisc.test(path) ? imageOfDisc(source) : null;
}

const sector = 2048;
/** The descriptors of a disc begin here (ECMA-119 6.2.1, ECMA-167 2/8). */
const firstDescriptor = 16 * sector;
const mostDescriptors = 32;

/** Where a disc has both, UDF: some put only a note into the other. */
async function imageOfDisc(source: ByteSource): Promise<HiddenArchive | null> {
  const bytes = await source.read(firstDescriptor, mostDescriptors * sector);
  let type: 'iso' | 'udf' | null = null;
  for (let at = 0; at + 6 <= bytes.length; at += sector) {
    const mark = bytes.toString('latin1', at + 1, at + 6);
    if (mark === 'CD001') type ??= 'iso';
    else if (/^NSR0[23]$/.test(mark)) type = 'udf';
    else if (!/^(?:BEA01|TEA01|BOOT2)$/.test(mark)) break;
  }
  return type === null ? null : { type, source };
}

/** Bytes behind a program in which an archive begins: before it may stand how its window is to look. */
const searchedBytes = 1 << 17;
/** A program that is set up, and no files that are handed on. */
const isSetup = /;!@Install@!UTF-8!/;
const beginnings = ['7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07'].map((mark) => Buffer.from(mark, 'latin1'));

async function behindProgram(source: ByteSource, head: Buffer): Promise<HiddenArchive | null> {
  const end = await endOfProgram(source, head);
  if (end === null || end >= source.size) return null;
  const bytes = await source.read(end, searchedBytes);
  const [at] = beginnings
    .map((mark) => bytes.indexOf(mark))
    .filter((found) => found >= 0)
    .sort((a, b) => a - b);
  if (at !== undefined) {
    const archive = foreignArchive(bytes.subarray(at));
    if (archive === null || isSetup.test(bytes.toString('latin1', 0, at))) return null;
    return { type: archive.type, source: slice(source, end + at, source.size - end - at) };
  }
  const start = bytes.indexOf('PK\x03\x04', 0, 'latin1');
  if (start < 0) return null;
  const tail = await source.read(Math.max(0, source.size - endSearchBytes), endSearchBytes);
  // One that lacks its end is told where the program has nothing else behind it.
  return start > 0 && endRecordIn(tail) < 0 ? null : { type: 'zip', source };
}

/** Where the sections of a Windows program end ([PE format], COFF file header); null where it is none. */
async function endOfProgram(source: ByteSource, head: Buffer): Promise<number | null> {
  if (head.length < 64) return null;
  const at = head.readUInt32LE(60);
  const coff = await source.read(at, 24);
  if (coff.length < 24 || coff.toString('latin1', 0, 4) !== 'PE\0\0') return null;
  const sections = coff.readUInt16LE(6);
  const table = await source.read(at + 24 + coff.readUInt16LE(20), 40 * sections);
  let end = 0;
  for (let row = 0; row + 40 <= table.length; row += 40) {
    const size = table.readUInt32LE(row + 16);
    if (size > 0) end = Math.max(end, size + table.readUInt32LE(row + 20));
  }
  return end === 0 ? null : end;
}
