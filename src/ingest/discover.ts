import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What the paths of a command come to. */
export interface Discovery {
  /** Files to examine, in the order of the paths and of their names. */
  files: string[];
  /** Files in folders that are no documents by name or first bytes. */
  leftOut: number;
}

/** Names under which filings arrive. In a folder, another name counts only with the first bytes of one of these formats. */
const documentExtensions = new Set(
  'pdf docx doc xlsx xlsm xlsb xls et wps csv html htm mht png jpg jpeg tif tiff bmp zip rar 7z'
    .split(' ')
    .map((extension) => `.${extension}`),
);

/** A path that is named is always a file to examine; a folder gives the documents in it and below, links not followed. */
export async function discover(paths: string[]): Promise<Discovery> {
  const found: Discovery = { files: [], leftOut: 0 };
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (isFolder) await walk(path, found);
    else found.files.push(path);
  }
  found.files = [...new Set(found.files)];
  return found;
}

async function walk(folder: string, found: Discovery): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) await walk(path, found);
    else if (!entry.isFile()) found.leftOut += 1;
    else if (await isDocument(path)) found.files.push(path);
    else found.leftOut += 1;
  }
}

/** Dot files, and the lock files that Word, Excel (~$) and LibreOffice (.~lock) leave beside an open document. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/** First bytes of PDF, zip packages, compound files, PNG, JPEG, TIFF. */
const signatures = ['%PDF', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '\x89PNG', '\xff\xd8\xff', 'II*\0', 'MM\0*'];

async function isDocument(path: string): Promise<boolean> {
  if (documentExtensions.has(extname(path).toLowerCase())) return true;
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    return signatures.some((signature) => start.startsWith(signature));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
