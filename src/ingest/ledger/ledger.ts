import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Result, ResultHead } from '../result.ts';
import { hashIndex } from './hash-index.ts';
import { headerBytes, readRecord, scanSegment } from './segment.ts';
import { segmentWriter } from './segment-writer.ts';

/**
 * Finished results on disk, by key. Segments are only ever appended to; a record counts when it is whole, so that a
 * process that is killed leaves what it had finished and nothing half.
 */
export interface Ledger {
  has: (key: Buffer) => boolean;
  /** Written when the promise is kept; safe against a loss of power after the next `sync`. */
  append: (key: Buffer, result: Result) => Promise<void>;
  /** Null where there is none, or the disk gave back other bytes than were written. */
  read: (key: Buffer) => Result | null;
  /** The same for other bytes than those of a result. */
  write: (key: Buffer, bytes: Buffer) => Promise<void>;
  bytes: (key: Buffer) => Buffer | null;
  /** The key is parsed again. */
  forget: (key: Buffer) => Promise<void>;
  /** Drops whole segments in which none of these keys lies, the oldest first, beyond what may be of use again. */
  keepOnly: (keys: AsyncIterable<Buffer>) => Promise<void>;
  size: () => number;
  close: () => Promise<void>;
}

export interface LedgerOptions {
  /** Bytes after which a new segment is begun. */
  segmentBytes?: number;
  /** Milliseconds for which results are gathered, to be written together: writes of a few kilobytes cost more than their bytes. */
  gatherFor?: number;
  /** Milliseconds after which what was written is forced to the disk. */
  syncEvery?: number;
  /** Bytes of results that may stay although no path leads to them: settings are at times changed back. */
  spareBytes?: number;
}

const usualSegment = 64 * 1024 * 1024;
const usualSync = 1000;
const usualSpare = 512 * 1024 * 1024;
const segmentName = (number: number) => `${String(number).padStart(8, '0')}.log`;

export function openLedger(
  folder: string,
  {
    segmentBytes = usualSegment,
    gatherFor = 0,
    syncEvery = usualSync,
    spareBytes = usualSpare,
  }: LedgerOptions = {},
): Ledger {
  mkdirSync(folder, { recursive: true });
  const index = hashIndex();
  const pathOf = (segment: number) => join(folder, segmentName(segment));
  const segments = segmentsIn(folder);
  for (const segment of segments) {
    const end = recover(pathOf(segment), segment === segments.at(-1), (key, offset, bodyLength) => {
      if (bodyLength === 0) index.delete(key);
      else index.set(key, { segment, offset });
    });
    if (segment === segments.at(-1)) truncateSync(pathOf(segment), end);
  }

  const writer = segmentWriter({
    pathOf,
    first: (segments.at(-1) ?? -1) + 1,
    index,
    segmentBytes,
    gatherFor,
  });
  const timer = setInterval(() => void writer.sync().catch(() => undefined), syncEvery);
  timer.unref();
  const readers = segmentReaders(pathOf);

  const bytes = (key: Buffer): Buffer | null => {
    const place = index.get(key);
    return place === undefined ? null : readRecord(readers.of(place.segment), key, place.offset);
  };
  return {
    has: (key) => index.get(key) !== undefined,
    append: (key, result) => writer.append({ key, body: bodyOf(result) }),
    read(key) {
      const body = bytes(key);
      return body === null ? null : resultOf(body);
    },
    write: (key, body) => writer.append({ key, body: [body] }),
    bytes,
    forget: (key) => writer.append({ key, body: [] }),
    async keepOnly(keys) {
      const live = new Set<number>([writer.current()]);
      for await (const key of keys) {
        const place = index.get(key);
        if (place !== undefined) live.add(place.segment);
      }
      dropOldest(segments.filter((number) => !live.has(number)).map(pathOf), spareBytes);
    },
    size: index.size,
    async close() {
      clearInterval(timer);
      await writer.close();
      readers.close();
    },
  };
}

/** Descriptors of segments, each opened when it is first read from. */
function segmentReaders(pathOf: (segment: number) => string): {
  of: (segment: number) => number;
  close: () => void;
} {
  const opened = new Map<number, number>();
  return {
    of(segment) {
      const known = opened.get(segment) ?? openSync(pathOf(segment), 'r');
      opened.set(segment, known);
      return known;
    },
    close() {
      for (const reader of opened.values()) closeSync(reader);
    },
  };
}

function segmentsIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d{8}\.log$/.test(name))
    .map((name) => Number(name.slice(0, 8)))
    .sort((a, b) => a - b);
}

/** Removes files beyond so many bytes, the first of the list before the last. */
function dropOldest(paths: readonly string[], spareBytes: number): void {
  let spare = spareBytes;
  for (const path of paths.toReversed()) {
    spare -= statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (spare < 0) rmSync(path, { force: true });
  }
}

/** The length of the head, the head, and what was packed. */
function bodyOf({ head, packed }: Result): Buffer[] {
  const text = Buffer.from(JSON.stringify(head));
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32LE(text.length);
  return [prefix, text, packed];
}

function resultOf(body: Buffer): Result {
  const headEnd = 4 + body.readUInt32LE(0);
  const head = JSON.parse(body.toString('utf8', 4, headEnd)) as ResultHead;
  return { head, packed: body.subarray(headEnd) };
}

/** Hands on the records of a segment; gives where the last whole one ends. */
function recover(
  path: string,
  mayBeTorn: boolean,
  onRecord: (key: Buffer, offset: number, bodyLength: number) => void,
): number {
  let end = 0;
  if (statSync(path).size === 0) return 0;
  for (const { key, offset, bodyLength } of scanSegment(path, mayBeTorn)) {
    onRecord(key, offset, bodyLength);
    end = offset + headerBytes + bodyLength;
  }
  return end;
}
