/** Bytes of a value by its kind (TIFF 6.0, section 2); kinds from 1 on. */
const valueBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;

/** Bytes of an entry of a directory: tag, kind, count, and the values or where they stand. */
const entryBytes = 12;

/** Tags that lead to further directories (small pictures, Exif, GPS, makers' notes): none holds a page. */
const leadAway = new Set([330, 34665, 34853, 37500, 50740, 61440]);

/** A tag that stands for nothing. */
const noTag = 65_535;

/**
 * Mends the directories of a TIFF where they lie: no field has more values than the file holds behind its place, for a decoder would make a
 * list of the billions that a damaged count names; the chain of directories ends where it turns back, or after `most`.
 */
export function mendDirectories(bytes: Uint8Array, most: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const seen = new Set<number>();
  for (let at = 4; at + 4 <= view.byteLength; ) {
    const directory = view.getUint32(at, isLittle);
    if (directory === 0) return;
    if (directory + 2 > view.byteLength || seen.has(directory) || seen.size >= most) {
      view.setUint32(at, 0, isLittle);
      return;
    }
    seen.add(directory);
    const count = view.getUint16(directory, isLittle);
    for (let i = 0; i < count; i++) mendEntry(view, directory + 2 + i * entryBytes, isLittle);
    at = directory + 2 + count * entryBytes;
  }
}

function mendEntry(view: DataView, at: number, isLittle: boolean): void {
  if (at + entryBytes > view.byteLength) return;
  if (leadAway.has(view.getUint16(at, isLittle))) {
    view.setUint16(at, noTag, isLittle);
    view.setUint32(at + 4, 0, isLittle);
    return;
  }
  const size = valueBytes[view.getUint16(at + 2, isLittle)] ?? 0;
  const count = view.getUint32(at + 4, isLittle);
  if (size === 0 || count * size <= 4) return;
  const held = Math.max(0, Math.floor((view.byteLength - view.getUint32(at + 8, isLittle)) / size));
  if (count > held) view.setUint32(at + 4, held, isLittle);
}
