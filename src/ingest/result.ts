import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { DocumentRecord, Examination } from '../../schemas/index.ts';
import type { Records } from '../reconcile/index.ts';

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
  cost: Cost;
}

/** An examination at rest: the head as JSON, the records as packed lines of JSON. */
export interface Result {
  head: ResultHead;
  packed: Buffer;
}

export function resultOf(examination: Examination, cost: Cost): Result {
  const pieces: Buffer[] = [];
  const parts = {} as ResultHead['parts'];
  for (const part of recordParts) {
    let text = '';
    for (const record of examination[part]) text += `${JSON.stringify(record)}\n`;
    const lines = Buffer.from(text);
    parts[part] = { count: examination[part].length, bytes: lines.length };
    pieces.push(lines);
  }
  return { head: { document: examination.document, parts, cost }, packed: pack(Buffer.concat(pieces)) };
}

/**
 * Records shrink to a ninth, by Zstandard (RFC 8878) where this Node has it, which takes a third of the time, else by deflate. Room for
 * what comes out is taken in one piece, which halves the time for a short one.
 */
function pack(lines: Buffer): Buffer {
  const chunkSize = Math.min(Math.max(lines.length >> 2, 1 << 10), 1 << 18);
  if (typeof zstdCompressSync !== 'function') return deflateRawSync(lines, { level: 1, chunkSize });
  return zstdCompressSync(lines, { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize });
}

/** Zstandard's magic number; a stored block of zlib, which alone could begin alike, pads with zeros. */
const zstandard = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

function unpack(packed: Buffer, maxOutputLength: number): Buffer {
  if (packed.subarray(0, zstandard.length).equals(zstandard))
    return zstdDecompressSync(packed, { maxOutputLength });
  return inflateRawSync(packed, { maxOutputLength });
}

/** The lines of every part, as they were written. */
export function linesOf({ head, packed }: Result): Record<RecordPart, Buffer> {
  const total = recordParts.reduce((sum, part) => sum + head.parts[part].bytes, 0);
  const bytes = total === 0 ? Buffer.alloc(0) : unpack(packed, total);
  const lines = {} as Record<RecordPart, Buffer>;
  let at = 0;
  for (const part of recordParts) {
    lines[part] = bytes.subarray(at, at + head.parts[part].bytes);
    at += head.parts[part].bytes;
  }
  return lines;
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

/** What rules over several documents compare, without what was found in each. */
export function comparedOf(lines: (part: RecordPart) => Buffer): Records {
  return {
    filings: recordsIn(lines('filings')),
    indicators: recordsIn(lines('indicators')),
    amounts: recordsIn(lines('amounts')),
    texts: recordsIn(lines('texts')),
  };
}

function recordsIn<T>(lines: Buffer): T[] {
  const text = lines.toString();
  return text === '' ? [] : (JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as T[]);
}
