import { type FileObjects, fileObjects, type ObjectRef, refsIn } from './file-objects.ts';
import { packedObjects } from './packed-objects.ts';

/** A file whose pages hang in one list, and how many entries of its tree led to no page. */
export interface MendedTree {
  bytes: Uint8Array;
  pages: number;
  lost: number;
}

/**
 * The file with its tree of pages (ISO 32000-1 §7.7.3) made anew: a branch that holds itself is gone through once, what leads nowhere is left
 * out, and where nothing hangs on the tree all pages of the file count. pdf.js gives up every page behind such a fault. Null where
 * objects are packed into streams that are encrypted, or no page is found.
 */
export function mendedTree(bytes: Uint8Array): MendedTree | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lock = lockOf(file);
  if (lock === null) return null;
  const objects = fileObjects(bytes);
  const catalog = objects.refs().findLast((ref) => /\/Type\s*\/Catalog\b/.test(objects.body(ref) ?? ''));
  const root = refsIn(/\/Pages\s*\d[^/>]*/.exec((catalog && objects.body(catalog)) ?? '')?.[0] ?? '')[0];
  if (!catalog || !root) return null;
  const walked = walk(objects, root);
  // A catalogue that names a page, and not the list of them, names no others.
  const isList = !isPage(objects.body(root));
  const pages =
    isList && walked.pages.length > 0
      ? walked.pages
      : objects.refs().filter((ref) => isPage(objects.body(ref)));
  if (pages.length === 0) return null;
  const kids = pages.map(({ num, gen }) => `${num} ${gen} R`).join(' ');
  const inherited = (objects.body(root) ?? '')
    .replace(kidsPattern, '')
    .replace(/\/Count\s*-?\d+/, '')
    .replace(/>>\s*$/, '');
  const list = isList
    ? root
    : { num: objects.refs().reduce((most, { num }) => Math.max(most, num), 0) + 1, gen: 0 };
  const head = isList
    ? `\n${root.num} ${root.gen} obj\n${inherited}`
    : `\n${catalog.num} ${catalog.gen} obj\n<< /Type /Catalog /Pages ${list.num} 0 R >>\nendobj\n${list.num} 0 obj\n<< /Type /Pages`;
  const tail =
    `${head} /Kids [${kids}] /Count ${pages.length} >>\nendobj\n` +
    `trailer\n<< /Root ${catalog.num} ${catalog.gen} R ${lock} >>\n${nowhere}`;
  return {
    bytes: Buffer.concat([bytes, Buffer.from(tail, 'latin1')]),
    pages: pages.length,
    lost: walked.lost,
  };
}

/** What a trailer says of how the file is encrypted (ISO 32000-1 §7.5.5); null where its packed objects cannot be seen, or it says so in place. */
function lockOf(file: Buffer): string | null {
  const at = file.lastIndexOf('/Encrypt');
  if (at < 0) return '';
  const lock = /^\/Encrypt\s+\d{1,9}\s+\d{1,5}\s+R\b/.exec(file.toString('latin1', at, at + 40))?.[0];
  if (lock === undefined || file.includes('/ObjStm')) return null;
  const id = /^\/ID\s*\[[^\]]{0,400}\]/.exec(file.toString('latin1', file.lastIndexOf('/ID')))?.[0];
  return `${lock} ${id ?? ''}`;
}

/** Whether more pages hang on the tree than its count says, which is all that pdf.js looks at. */
export function holdsMorePages(bytes: Uint8Array, count: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let named = 0;
  for (let at = file.indexOf('/Page'); at >= 0 && named <= count; at = file.indexOf('/Page', at + 5))
    if (!/\w/.test(String.fromCharCode(file[at + 5] ?? 0))) named++;
  for (const { text } of file.includes('/ObjStm') ? packedObjects(file) : [])
    if (named <= count && isPage(text)) named++;
  // A page that was written again is named twice: only then is the tree gone through.
  return named > count && (mendedTree(bytes)?.pages ?? 0) > count;
}

/** Whether what is no page (a branch on which nothing hangs, the catalogue) was shown as a blank one, which takes the place of one that is there. */
export function isOtherShown(bytes: Uint8Array, blank: readonly (ObjectRef | null)[]): boolean {
  const refs = blank.filter((ref) => ref !== null);
  if (refs.length === 0) return false;
  const objects = fileObjects(bytes);
  return refs.some((ref) => /^\s*<<[^<]*\/Type\s*\/(?:Pages|Catalog)\b/.test(objects.body(ref) ?? ''));
}

/** Whether a page that the tree names twice takes the place of one behind those that its count says. */
export function isOneShownTwice(bytes: Uint8Array, shown: readonly (ObjectRef | null)[]): boolean {
  const numbers = shown.flatMap((ref) => ref?.num ?? []);
  return new Set(numbers).size < numbers.length && (mendedTree(bytes)?.pages ?? 0) > shown.length;
}

/**
 * A file whose table of places leaves objects to a second list (`XRefStm`, ISO 32000-1 §7.5.8.4), to be searched for its objects: pdf.js takes
 * those that the table calls free for lost. Null where it is none.
 */
export function searchedHybrid(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes('/XRefStm') ? Buffer.concat([file, Buffer.from(nowhere, 'latin1')]) : null;
}

/** A place that leads nowhere makes pdf.js search the objects. */
export const nowhere = 'startxref\n0\n%%EOF\n';

const kidsPattern = /\/Kids\s*(?:\[[^\]]*\]|\d{1,9}\s{1,4}\d{1,5}\s{1,4}R)/;

const isPage = (body: string | null): boolean => body !== null && /\/Type\s*\/Page\b/.test(body);

function walk(objects: FileObjects, root: ObjectRef): { pages: ObjectRef[]; lost: number } {
  const pages: ObjectRef[] = [];
  const seen = new Set<number>();
  let lost = 0;
  const open = [root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const body = objects.body(ref);
    const kids = body === null ? null : kidsOf(objects, body);
    if (kids !== null && !seen.has(ref.num)) {
      lost += kids.match(/\bnull\b/g)?.length ?? 0;
      open.push(...refsIn(kids).reverse());
    } else if (kids === null && isPage(body)) pages.push(ref);
    else if (kids === null) lost++;
    seen.add(ref.num);
  }
  return { pages, lost };
}

/** The list of what hangs on a branch; null where the object is none. */
function kidsOf(objects: FileObjects, body: string): string | null {
  const kids = kidsPattern.exec(body)?.[0];
  if (kids === undefined) return null;
  const [list] = kids.includes('[') ? [] : refsIn(kids);
  return list ? (objects.body(list) ?? '') : kids;
}
