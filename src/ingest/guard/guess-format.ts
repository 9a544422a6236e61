import type { Format } from '../../../schemas/index.ts';

const byEnding: Record<string, Format> = {
  docx: 'docx',
  ofd: 'ofd',
  odt: 'odt',
  ods: 'ods',
  xlsx: 'xlsx',
  xlsm: 'xlsm',
  xlsb: 'xlsb',
  xls: 'xls',
  et: 'et',
  doc: 'doc',
  wps: 'wps',
};

/** First bytes, and the formats that begin so; where there are several the name decides. */
const families: readonly [RegExp, Format[]][] = [
  [/%PDF-/, ['pdf']],
  [/^PK\x03\x04/, ['xlsx', 'docx', 'xlsm', 'xlsb', 'ofd', 'odt', 'ods']],
  [/^\xd0\xcf\x11\xe0/, ['xls', 'et', 'doc', 'wps']],
  [/^(?:\x89PNG|\xff\xd8\xff|II\*|MM\0)/, ['image']],
  [/^\s*\{\\rtf/, ['rtf']],
  [/^\s*<(?:!doctype|html|head|body|table)/i, ['html']],
];

/** The format of a document that killed its process: from the first bytes alone, for to look further is what killed it. */
export function guessFormat(bytes: Uint8Array, path: string): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const family = families.find(([pattern]) => pattern.test(head))?.[1];
  if (family === undefined) return 'unknown';
  const named = byEnding[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (family.length === 1) return family[0]!;
  return named !== undefined && family.includes(named) ? named : 'unknown';
}
