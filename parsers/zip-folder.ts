import type { ZipEntry } from './zip-entry.ts';

/** Parts by which a package is known, in small letters: they lie at its root. */
const roots = ['[content_types].xml', 'ofd.xml', 'meta-inf/manifest.xml'];
/** What a Mac and a Windows leave in an archive beside the files. */
const ofSystem = /^__macosx\/|(?:^|\/)(?:\.ds_store|thumbs\.db|desktop\.ini)$/i;

/** The one folder that holds all entries, where that is a package which somebody unpacked and packed again together with its folder; else null. */
export function packageFolder(names: Iterable<string>): string | null {
  let folder: string | null = null;
  let isPackage = false;
  for (const name of names) {
    if (ofSystem.test(name)) continue;
    folder ??= name.slice(0, name.indexOf('/') + 1);
    if (folder === '' || !name.startsWith(folder)) return null;
    isPackage ||= roots.includes(name.slice(folder.length).toLowerCase());
  }
  return isPackage ? folder : null;
}

/** The entries of such a package without that folder; any other entries as they are. */
export function withoutFolder(entries: ZipEntry[]): ZipEntry[] {
  const folder = packageFolder(entries.map(({ name }) => name));
  if (folder === null) return entries;
  return entries
    .filter(({ name }) => name !== folder && !ofSystem.test(name))
    .map((entry) => ({ ...entry, name: entry.name.slice(folder.length) }));
}
