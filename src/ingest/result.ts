import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { DocumentRecord, Examination } from '../../schemas/index.ts';
import { digestOf, type PackedDigest } from '../reconcile/index.ts';

/** The parts of an examination beside the document itself, in the order in which one depends on the other. */
export const recordParts = [
  'filings',
  'indicators',
  'amounts',
  'texts',
  'findings',
  'coverage',
  'grids',
] as const;
export type RecordPart = (typeof recordParts)[number];

/** What it cost to examine a document. */
export interface Cost {
  /** Wall time, milliseconds. */
  time: number;
  /** Highest resident memory of the process meanwhile, bytes; 0 where it could not be seen. */
  memory: number;
}

/** What is known of a result without unpacking it. */
export interface ResultHead {
  document: DocumentRecord;
  /** Records in each part, and the bytes of their lines. */
  parts: Record<RecordPart, { count: number; bytes: number }>;
  /** Bytes of what rules over several documents compare; stands behind the records. */
  compared: number;
  cost: Cost;
  /** The passwords that did not open it: see {@link markOfPasswords}. Only where it stayed encrypted. */
  tried?: string;
}

/** An examination at rest: the head as JSON, the records as packed lines of JSON. */
export interface Result {
  head: ResultHead;
  packed: Buffer;
}

export function resultOf(examination: Examination, cost: Cost): Result {
  const parts = {} as ResultHead['parts'];
  const packing: Packing = { pieces: [], end: 0 };
  for (const part of recordParts) {
    const records: readonly unknown[] = examination[part];
    parts[part] = { count: records.length, bytes: write(records, packing) };
  }
  // Where documents are read in several processes, this is made there, and not by the one that gathers them.
  const digest = digestOf(examination);
  const isCompared = digest.filings.length > 0 || digest.reports !== undefined;
  const compared = isCompared ? write([digest], packing) : 0;
  const packed = finish(packing);
  if (lines.length > keptBytes) lines = Buffer.allocUnsafeSlow(keptBytes);
  return { head: { document: examination.document, parts, compared, cost }, packed };
}

/** Lines that are being packed: pieces that are, and where the lines of the next end. */
interface Packing {
  pieces: Buffer[];
  end: number;
}

/** Room for lines that stays between documents: to encode a text into a buffer that is there takes half the time of making one. */
const keptBytes = 1 << 20;
let lines = Buffer.allocUnsafeSlow(keptBytes);

/** So many bytes of lines are packed as soon as they are there: those of a long list would take more memory than its records. */
const pieceBytes = 1 << 24;

/**
 * Writes records as lines; gives their bytes. One by one: a text of all would be copied twice more before it is encoded, and
 * takes two bytes a character as soon as one record is Chinese.
 */
function write(records: readonly unknown[], packing: Packing): number {
  let bytes = 0;
  for (const record of records) {
    const start = packing.end;
    packing.end = writeLine(JSON.stringify(record), start);
    bytes += packing.end - start;
    if (packing.end >= pieceBytes) packPiece(packing, constants.Z_SYNC_FLUSH);
  }
  return bytes;
}

function writeLine(text: string, at: number): number {
  // A unit of UTF-16 takes three bytes at most; to count them is worth it for long texts only.
  const most = 1 + (3 * text.length < keptBytes ? 3 * text.length : Buffer.byteLength(text));
  if (at + most > lines.length) {
    const longer = Buffer.allocUnsafeSlow(Math.max(at + most, 2 * lines.length));
    lines.copy(longer, 0, 0, at);
    lines = longer;
  }
  const end = at + encoder.encodeInto(text, lines.subarray(at)).written;
  lines[end] = lineFeed;
  return end + 1;
}

/** Pieces of one stream: deflate goes on where a piece ends, which frames of Zstandard do not. */
function packPiece(packing: Packing, finishFlush: number): void {
  packing.pieces.push(deflateRawSync(lines.subarray(0, packing.end), { level: 1, finishFlush }));
  packing.end = 0;
}

function finish(packing: Packing): Buffer {
  if (packing.pieces.length === 0) return pack(lines.subarray(0, packing.end));
  packPiece(packing, constants.Z_FINISH);
  return Buffer.concat(packing.pieces);
}

/** Encodes a text of two bytes a character in half the time that `Buffer.write` takes. */
const encoder = new TextEncoder();
const lineFeed = 0x0a;

/** Up to here a small window does, bytes: tables for a large one take longer to set up than the bytes to pack. */
const smallLines = 1 << 16;
const smallWindow = 15;

/**
 * Records shrink to a ninth, by Zstandard (RFC 8878) where this Node has it, which takes a third of the time, else by deflate. Room for
 * what comes out is taken in one piece, which halves the time for a short one.
 */
function pack(bytes: Buffer): Buffer {
  const chunkSize = Math.min(Math.max(bytes.length >> 2, 1 << 10), 1 << 18);
  if (typeof zstdCompressSync !== 'function') return deflateRawSync(bytes, { level: 1, chunkSize });
  const params = {
    [constants.ZSTD_c_compressionLevel]: 1,
    ...(bytes.length <= smallLines && { [constants.ZSTD_c_windowLog]: smallWindow }),
  };
  return zstdCompressSync(bytes, { params, chunkSize });
}

/** Zstandard's magic number; a stored block of zlib, which alone could begin alike, pads with zeros. */
const zstandard = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Most bytes that are taken as room before any of them is unpacked: the size is only what a head says. */
const unpackedAtOnce = 1 << 24;

/** Room in one piece, and a byte more so that no second piece is begun, takes half the time of pieces of the usual 16 KB. */
function unpack(packed: Buffer, maxOutputLength: number): Buffer {
  const chunkSize = Math.min(Math.max(maxOutputLength + 1, constants.Z_MIN_CHUNK), unpackedAtOnce);
  const options = { maxOutputLength, chunkSize };
  if (packed.subarray(0, zstandard.length).equals(zstandard)) return zstdDecompressSync(packed, options);
  return inflateRawSync(packed, options);
}

/** The lines of every part, as they were written, and of what is compared. */
export function linesOf({ head, packed }: Result): Record<RecordPart | 'compared', Buffer> {
  const sizes = [
    ...recordParts.map((part) => [part, head.parts[part].bytes] as const),
    ['compared', head.compared] as const,
  ];
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const bytes = total === 0 ? Buffer.alloc(0) : unpack(packed, total);
  const parts = {} as Record<RecordPart | 'compared', Buffer>;
  let at = 0;
  for (const [part, size] of sizes) {
    parts[part] = bytes.subarray(at, at + size);
    at += size;
  }
  return parts;
}

/** The examination again, from its head and lines. */
export function examinationOf(document: DocumentRecord, lines: Record<RecordPart, Buffer>): Examination {
  return {
    document,
    filings: recordsIn(lines.filings),
    indicators: recordsIn(lines.indicators),
    amounts: recordsIn(lines.amounts),
    texts: recordsIn(lines.texts),
    findings: recordsIn(lines.findings),
    coverage: recordsIn(lines.coverage),
    grids: recordsIn(lines.grids),
  };
}

/** What rules over several documents compare; there is none where there are no filings. */
export function comparedOf(lines: Buffer): PackedDigest {
  return JSON.parse(lines.toString()) as PackedDigest;
}

function recordsIn<T>(lines: Buffer): T[] {
  const text = lines.toString();
  return text === '' ? [] : (JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as T[]);
}
