/** One entry of a zip package, as its central directory names it (APPNOTE 4.3.12). */
export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  name: string;
  method: number;
  encrypted: boolean;
  /** CRC-32 of the unpacked bytes. */
  checksum: number;
  /** Bytes as stored in the package. */
  packedSize: number;
  /** Bytes that the directory declares for the unpacked entry; may lie. */
  size: number;
  /** Offset of the local header in the package. */
  offset: number;
}
