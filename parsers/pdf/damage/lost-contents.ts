import { type FileObjects, fileObjects, type ObjectRef, refsIn } from './file-objects.ts';
import { freedObjects } from './freed-objects.ts';

/** A page as it was read. */
export interface PageSeen {
  number: number;
  /** Its object; null where pdf.js knows none. */
  ref: ObjectRef | null;
  /** Whether nothing at all is drawn on it. */
  blank: boolean;
  /** Whether pdf.js says that something it packs did not unpack to its end. */
  damaged: boolean;
}

/**
 * The pages whose content, or a piece of it, is not in the file: what they name is no stream, or they name fonts or pictures and no
 * content, or it is packed in a way that could not be undone. pdf.js takes such a page for a blank one. Whole pages are not looked at
 * unless their file keeps contents in pieces or packs its objects.
 */
export function lostContents(bytes: Uint8Array, pages: readonly PageSeen[]): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inPieces = hasPieces(file) || file.includes('/ObjStm');
  const doubtful = pages.filter(({ blank }) => blank || inPieces);
  if (doubtful.length === 0) return [];
  const objects = fileObjects(bytes);
  const freed = freedObjects(file);
  return doubtful
    .filter(({ ref, blank }) => ref !== null && isLost(objects, freed, ref, blank))
    .map(({ number }) => number);
}

/** Whether a page names its content as a list (ISO 32000-1 §7.7.3.3). */
function hasPieces(file: Buffer): boolean {
  for (let at = file.indexOf('/Contents'); at >= 0; at = file.indexOf('/Contents', at + 9))
    if (/^\s*\[/.test(file.toString('latin1', at + 9, at + 30))) return true;
  return false;
}

function isLost(objects: FileObjects, freed: ReadonlySet<number>, ref: ObjectRef, blank: boolean): boolean {
  const page = objects.body(ref);
  if (page === null) return false;
  const contents = /\/Contents\s*(\[[^\]]*\]|\d{1,9}\s{1,4}\d{1,5}\s{1,4}R)/.exec(page)?.[1];
  if (contents === undefined) return blank && /\/(?:Font|XObject)\b/.test(page);
  const parts = refsIn(contents);
  if (!freed.has(ref.num) && parts.some(({ num }) => freed.has(num))) return true;
  if (blank && /\/Font\b/.test(page) && parts.some((part) => isOddlyPacked(objects.body(part)))) return true;
  // Of a list, pdf.js passes over what is no stream, a list within it too.
  if (contents.includes('[', 1)) return true;
  const isList = contents.startsWith('[');
  return parts.some((part) => !(isList ? isStream(objects.body(part)) : isContent(objects, part)));
}

/** By another way than Flate, whose damage is looked for by itself: pdf.js shows nothing of what it cannot unpack. */
const isOddlyPacked = (body: string | null): boolean =>
  body !== null && /\/Filter\b/.test(body) && !/\/(?:FlateDecode|Fl)\b/.test(body) && /\bstream$/.test(body);

const isStream = (body: string | null): boolean => body !== null && />>\s*stream$/.test(body);

/** A stream, or a list of pieces that stands by itself. */
function isContent(objects: FileObjects, ref: ObjectRef): boolean {
  const body = objects.body(ref);
  if (body === null) return false;
  if (!body.trimStart().startsWith('[')) return isStream(body);
  return refsIn(body).every((part) => isStream(objects.body(part)));
}
