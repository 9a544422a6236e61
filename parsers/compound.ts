/** An entry of an OLE compound file's directory (MS-CFB 2.6.1). */
export interface CompoundEntry {
  name: string;
  /** `storage` is a folder, `stream` holds bytes. */
  kind: 'storage' | 'stream' | 'root';
  /** First sector of the stream. */
  start: number;
  /** Bytes of the stream. */
  size: number;
}

export interface CompoundFile {
  entries: CompoundEntry[];
  /** First bytes of a stream that is not in the mini stream; null where they are not to be had. */
  head: (entry: CompoundEntry) => Uint8Array | null;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sectors of a directory that are read: 4 096 sectors of four entries are far more than any office file holds. */
const maxDirectorySectors = 4_096;

export function isCompound(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** The directory, or null where the file is cut off or its chains do not hold together. */
export function readCompound(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 1024) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return null;
  const sector = 1 << shift;
  const offset = (index: number) => (index + 1) * sector;
  const next = (index: number): number | null => {
    const perSector = sector / 4;
    const table = Math.floor(index / perSector);
    if (table >= 109) return null;
    const at = offset(view.getUint32(0x4c + 4 * table, true)) + 4 * (index % perSector);
    return at + 4 <= bytes.length ? view.getUint32(at, true) : null;
  };
  const entries: CompoundEntry[] = [];
  let index: number | null = view.getUint32(0x30, true);
  for (let n = 0; index !== null && index < 0xfffffffa && n < maxDirectorySectors; n++) {
    if (offset(index) + sector > bytes.length)
      return entries.length === 0 ? null : cut(entries, bytes, offset);
    for (let at = offset(index); at < offset(index) + sector; at += 128) readEntry(view, at, entries);
    index = next(index);
  }
  return entries.length === 0 ? null : cut(entries, bytes, offset);
}

function cut(entries: CompoundEntry[], bytes: Uint8Array, offset: (index: number) => number): CompoundFile {
  return {
    entries,
    head: (entry) => {
      if (entry.size < 4096 || offset(entry.start) >= bytes.length) return null;
      return bytes.subarray(offset(entry.start), offset(entry.start) + 512);
    },
  };
}

const kinds: Record<number, CompoundEntry['kind']> = { 1: 'storage', 2: 'stream', 5: 'root' };

function readEntry(view: DataView, at: number, entries: CompoundEntry[]): void {
  const kind = kinds[view.getUint8(at + 0x42)];
  const length = view.getUint16(at + 0x40, true);
  if (kind === undefined || length < 2 || length > 64) return;
  let name = '';
  for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
  entries.push({
    name,
    kind,
    start: view.getUint32(at + 0x74, true),
    size: view.getUint32(at + 0x78, true),
  });
}
