import type { FileObjects } from '../damage/file-objects.ts';

/** A font whose glyphs are procedures of the file (Type 3, ISO 32000-1 §9.6.5): nothing but its map, or the names of its glyphs, tells what they are. */
const drawnFont = /\/Subtype\s*\/Type3\b/;

/** Whether a font of a file is drawn by procedures and has no map. Where none is found (its objects are encrypted), there may be one. */
export function lacksMapOfDrawings(objects: FileObjects): boolean {
  let isFound = false;
  for (const ref of objects.refs()) {
    const body = objects.body(ref) ?? '';
    if (!drawnFont.test(body)) continue;
    if (!/\/ToUnicode\b/.test(body)) return true;
    isFound = true;
  }
  return !isFound;
}
