import { unzipEntry } from '../../zip.ts';
import type { ZipEntry } from '../../zip-entry.ts';
import type { Sheet } from '../sheet.ts';
import { sheetPictures } from '../sheet-pictures.ts';

/** Parts are handled as one character a byte: all that is looked for is ASCII, and decoding would cost more than parsing. */
export function text(part: Uint8Array): string {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
}

/** Gives the text of a part, "" where there is none. */
export function textsOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  maxBytes: number,
): (name: string) => string {
  return (name) => {
    const entry = entries.find((candidate) => candidate.name === name);
    const part = entry === undefined ? '' : unzipEntry(bytes, entry, maxBytes);
    return typeof part === 'string' ? '' : text(part);
  };
}

/** The large pictures of a sheet with their bytes; one that cannot be unpacked is left out. */
export function picturesOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  sheetPath: string,
  maxBytes: number,
): ReturnType<NonNullable<Sheet['pictures']>> {
  const partNamed = (name: string): Uint8Array | null => {
    const entry = entries.find((candidate) => candidate.name === name);
    const part = entry === undefined ? '' : unzipEntry(bytes, entry, maxBytes);
    return typeof part === 'string' ? null : part;
  };
  const read = (name: string): string => {
    const part = partNamed(name);
    return part === null ? '' : text(part);
  };
  return sheetPictures(sheetPath, read).flatMap((picture) => {
    const part = partNamed(picture.part);
    return part === null ? [] : [{ ...picture, bytes: part }];
  });
}

/** Whether the sheet's drawing holds a picture or a chart: read from the package only when asked. */
export function hasPicture(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  sheetPath: string,
  maxBytes: number,
): boolean {
  const read = textsOf(bytes, entries, maxBytes);
  const rels = read(sheetPath.replace(/([^/]+)$/, '_rels/$1.rels'));
  const drawings = [...rels.matchAll(/Target="(?:\.\.\/|\/xl\/)(drawings\/[^"]+\.xml)"/g)];
  return drawings.some(([, target]) => /<(?:\w+:)?(?:pic|blip|graphicFrame)\b/.test(read(`xl/${target}`)));
}
