import { readZipDirectory, unzipEntry } from '../../../parsers/zip.ts';
import { type LyingEntry, writeZip } from '../zip-writer.ts';

const mostBytes = 1 << 24;

/** The package with its parts changed one by one: another name, other bytes, or null for none. */
export function repacked(
  bytes: Uint8Array,
  change: (name: string, data: Uint8Array) => LyingEntry | null,
): Buffer {
  const entries = (readZipDirectory(bytes) ?? []).map((entry) => {
    const data = unzipEntry(bytes, entry, mostBytes);
    if (typeof data === 'string') throw new Error(`${entry.name}: ${data}`);
    return change(entry.name, data);
  });
  return writeZip(entries.filter((entry) => entry !== null));
}

/** Without the parts whose names fit. */
export const without = (bytes: Uint8Array, names: RegExp): Buffer =>
  repacked(bytes, (name, data) => (names.test(name) ? null : { name, data }));
