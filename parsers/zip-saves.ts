import type { ZipEntry } from './zip-entry.ts';

/** What every save of a Word or Excel package has. */
const types = '[content_types].xml';
const mainPart = /^(?:word\/document|xl\/workbook)\.(?:xml|bin)$/;

/**
 * The entries of the last save: programs that add to a zip write all parts again behind those of the save before, and Office reads the later ones.
 * All entries where no name comes twice, or what came last is no package by itself: then nobody can say which part belongs to which.
 */
export function lastSave(entries: ZipEntry[]): ZipEntry[] {
  let names = new Set<string>();
  let start = 0;
  for (const [i, { name }] of entries.entries()) {
    const own = name.toLowerCase();
    if (names.has(own)) {
      names = new Set();
      start = i;
    }
    names.add(own);
  }
  return names.has(types) && [...names].some((name) => mainPart.test(name)) ? entries.slice(start) : entries;
}
