import { type Entry, zip } from '../generate/render/zip.ts';

/** A package taken apart: its parts of markup as texts. */
export type PackageParts = { path: string; data: string | Uint8Array }[];

/** The parts of a package that is stored without compression, as the writer here does. */
export function partsOf(bytes: Uint8Array): PackageParts {
  const file = Buffer.from(bytes);
  const parts: PackageParts = [];
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)];
    const path = file.toString('utf8', at + 30, at + 30 + name);
    const data = file.subarray(at + 30 + name, at + 30 + name + size);
    parts.push({ path, data: path.endsWith('.xml') ? data.toString() : data });
    at += 30 + name + size;
  }
  return parts;
}

/** The package with markup changed, in the parts whose path matches. */
export const changed = (
  bytes: Uint8Array,
  where: RegExp,
  change: (xml: string, path: string) => string | Uint8Array,
): Uint8Array =>
  zip(
    partsOf(bytes).map(
      ({ path, data }): Entry =>
        typeof data === 'string' && where.test(path) ? { path, data: change(data, path) } : { path, data },
    ),
  );

/** The package with other names of its parts, and further ones. */
export const renamed = (
  bytes: Uint8Array,
  name: (path: string) => string,
  more: readonly Entry[] = [],
): Uint8Array => zip([...partsOf(bytes).map(({ path, data }) => ({ path: name(path), data })), ...more]);
