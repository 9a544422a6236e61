import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** `hedui-1\n`, length of the body, CRC-32 of key and body, the key. */
export const magic = Buffer.from('hedui-1\n');
export const headerBytes = 48;
export const keyBytes = 32;

/** The header of a record. A body of no bytes withdraws the key. */
export function recordHeader(key: Buffer, body: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt32LE(
    body.reduce((sum, part) => sum + part.length, 0),
    8,
  );
  header.writeUInt32LE(checksum(key, body), 12);
  key.copy(header, 16, 0, keyBytes);
  return header;
}

function checksum(key: Buffer, body: readonly Buffer[]): number {
  return body.reduce((sum, part) => crc32(part, sum), crc32(key));
}

export interface RecordPlace {
  key: Buffer;
  offset: number;
  bodyLength: number;
}

/**
 * The records of a segment from its beginning to the first that is not whole. `deep` verifies the checksums too:
 * needed where a run may have been killed while it wrote.
 */
export function* scanSegment(path: string, deep: boolean): Generator<RecordPlace> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const header = Buffer.alloc(headerBytes);
    for (let offset = 0; offset + headerBytes <= size; ) {
      readSync(file, header, 0, headerBytes, offset);
      const bodyLength = header.readUInt32LE(8);
      const next = offset + headerBytes + bodyLength;
      if (!header.subarray(0, magic.length).equals(magic) || next > size) return;
      const key = Buffer.from(header.subarray(16, 16 + keyBytes));
      if (deep) {
        const body = Buffer.allocUnsafe(bodyLength);
        readSync(file, body, 0, bodyLength, offset + headerBytes);
        if (checksum(key, [body]) !== header.readUInt32LE(12)) return;
      }
      yield { key, offset, bodyLength };
      offset = next;
    }
  } finally {
    closeSync(file);
  }
}

/** The body of a record; null where the bytes are not those that were written. */
export function readRecord(file: number, key: Buffer, offset: number): Buffer | null {
  const header = Buffer.alloc(headerBytes);
  if (readSync(file, header, 0, headerBytes, offset) < headerBytes) return null;
  if (!header.subarray(0, magic.length).equals(magic)) return null;
  const length = header.readUInt32LE(8);
  if (length > fstatSync(file).size) return null;
  const body = Buffer.allocUnsafe(length);
  if (readSync(file, body, 0, length, offset + headerBytes) < length) return null;
  return checksum(key, [body]) === header.readUInt32LE(12) ? body : null;
}
