import { longAt, wordAt } from './bytes.ts';

/** A record of drawings ([MS-ODRAW] 2.2.1 OfficeArtRecordHeader). */
export interface ArtRecord {
  type: number;
  instance: number;
  /** Of its header. */
  at: number;
  /** Bytes from `start` to `end` are what it holds. */
  start: number;
  end: number;
}

const headerBytes = 8;

/** The record at a place; null where none begins before `limit`, or what it claims to hold goes beyond. */
export function recordAt(bytes: Uint8Array, at: number, limit: number): ArtRecord | null {
  const start = at + headerBytes;
  const end = start + longAt(bytes, at + 4);
  if (start > limit || end > limit) return null;
  return { type: wordAt(bytes, at + 2), instance: wordAt(bytes, at) >> 4, at, start, end };
}

/** Records one after another. */
export function recordsIn(bytes: Uint8Array, from: number, limit: number): ArtRecord[] {
  const records: ArtRecord[] = [];
  for (
    let record = recordAt(bytes, from, limit);
    record !== null;
    record = recordAt(bytes, record.end, limit)
  )
    records.push(record);
  return records;
}

/** A property of a shape by its number ([MS-ODRAW] 2.2.7 OfficeArtFOPT), and the text that it holds where it is one. */
export function propertiesIn(
  bytes: Uint8Array,
  { instance, start, end }: ArtRecord,
): Map<number, { value: number; data: Uint8Array }> {
  const properties = new Map<number, { value: number; data: Uint8Array }>();
  let data = start + instance * 6;
  for (let at = start; at + 6 <= end && at < start + instance * 6; at += 6) {
    const id = wordAt(bytes, at);
    const value = longAt(bytes, at + 2);
    const isLong = (id & 0x8000) !== 0;
    properties.set(id & 0x3fff, {
      value,
      data: isLong ? bytes.subarray(data, Math.min(end, data + value)) : new Uint8Array(),
    });
    if (isLong) data += value;
  }
  return properties;
}
