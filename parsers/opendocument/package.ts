import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import { openPackage, type Package } from '../word/package.ts';
import { readPart, readXml } from '../word/parts.ts';

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const prefixes = new Map([
  ...['office', 'text', 'table', 'style', 'drawing', 'form', 'manifest'].map((name): [string, string] => [
    `${odf}:${name}:1.0`,
    name === 'drawing' ? 'draw' : name,
  ]),
  [`${odf}:datastyle:1.0`, 'number'],
  [`${odf}:xsl-fo-compatible:1.0`, 'fo'],
  [`${odf}:svg-compatible:1.0`, 'svg'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
]);

/** The texts of a document, and where its pictures lie. */
export interface OpenDocument {
  content: string;
  /** Styles that have names, and what stands on every page; the same text where the document is one text. */
  styles: string;
  /** Parts that could not be read. */
  lost: string[];
  /** Bytes of a part; an issue where it is not there. */
  read: (name: string) => Uint8Array | Issue;
}

/** Opens a package, or a document as one text (flat XML). */
export function openDocument(bytes: Uint8Array, limits: ParserLimits): OpenDocument | Issue {
  return bytes[0] === 0x50 ? openParts(bytes, limits) : openFlat(bytes);
}

function openParts(bytes: Uint8Array, limits: ParserLimits): OpenDocument | Issue {
  const pack = openPackage(bytes, limits);
  if ('code' in pack) return pack;
  const content = readPart(pack, 'content.xml', prefixes);
  if (typeof content !== 'string') return content;
  const styles = pack.has('styles.xml') ? readPart(pack, 'styles.xml', prefixes) : '';
  if (typeof styles !== 'string' && styles.code !== 'corrupt') return styles;
  const isLost = typeof styles !== 'string';
  return {
    content,
    styles: isLost ? '' : styles,
    lost: isLost ? ['styles.xml'] : [],
    read: (name) => pack.read(withoutDots(name)),
  };
}

/** A reference counts from the folder of the part that holds it. */
const withoutDots = (name: string): string => name.replace(/^(?:\.\/)+/, '');

function openFlat(bytes: Uint8Array): OpenDocument | Issue {
  const text = readXml(bytes, 'office:document', prefixes);
  if (typeof text !== 'string') return { ...text, place: null };
  const read: Package['read'] = (name) =>
    issue('corrupt', '缺少部件', 'a part of the package is missing', name);
  return { content: text, styles: text, lost: [], read };
}
