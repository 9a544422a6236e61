import { foreign } from './detect-foreign.ts';
import type { Detection } from './detection.ts';
import { issue } from './issue.ts';
import { unzipEntry } from './zip.ts';
import type { ZipEntry } from './zip-entry.ts';

/** Far more than either takes, bytes. */
const longestList = 1 << 20;

/** Kinds of OpenDocument that are read, by their media types (ODF 1.2 part 3 §3.3). */
const kinds: readonly [RegExp, 'odt' | 'ods'][] = [
  [/^application\/vnd\.oasis\.opendocument\.text/, 'odt'],
  [/^application\/vnd\.oasis\.opendocument\.spreadsheet/, 'ods'],
];

/** The format that a media type names; null for presentations, drawings and the like. */
export const openDocumentFormat = (type: string): 'odt' | 'ods' | null =>
  kinds.find(([pattern]) => pattern.test(type))?.[1] ?? null;

/** What kind of OpenDocument a package is, by its part `mimetype`, else by its manifest, which says too whether its parts are encrypted. */
export function openDocumentOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Detection {
  const textOf = (name: string): string => {
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === name);
    const part = entry === undefined ? '' : unzipEntry(bytes, entry, longestList);
    return typeof part === 'string' ? '' : Buffer.from(part).toString('utf8');
  };
  const manifest = textOf('meta-inf/manifest.xml');
  const root = /<[^<>]*:full-path="\/"[^<>]*>/.exec(manifest)?.[0] ?? '';
  const type = textOf('mimetype').trim() || (/:media-type="([^"]*)"/.exec(root)?.[1] ?? '');
  const format = openDocumentFormat(type);
  if (format === null)
    return foreign('unknown', ' OpenDocument 文档', 'an OpenDocument file of another kind');
  if (/<(?:[\w.-]+:)?encryption-data\b/.test(manifest))
    return {
      format,
      error: issue('encrypted', '文档已加密，需要密码', 'an encrypted document: a password is needed'),
    };
  return { format, error: null };
}
