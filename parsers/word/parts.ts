import type { Issue } from '../../schemas/index.ts';
import { decodeXml, withoutSections } from '../decode.ts';
import { issue } from '../issue.ts';
import { attribute, nextTag, rootOf } from './markup.ts';
import type { Package } from './package.ts';

/**
 * Deepest element that is read. A table in a cell adds three levels, a text box about eight; the parsers' own limit on nested
 * tables is reached first. Beyond a few thousand levels mammoth's recursion would overflow the stack.
 */
const deepestElement = 400;

// What Word and others write, by the prefix that readers of them are used to.
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

/** The XML of a part: decoded, checked, with the usual prefixes; an issue where it cannot be handed on. */
export function readPart(
  pack: Package,
  name: string,
  usual: ReadonlyMap<string, string> = prefixes,
): string | Issue {
  const written = pack.written?.(name);
  if (written !== undefined) return written;
  const bytes = pack.read(name);
  return bytes instanceof Uint8Array ? readXml(bytes, name, usual) : bytes;
}

/** As {@link readPart}, of bytes that may be a file of their own. `usual`: the prefixes that readers of it are used to, by namespace. */
export function readXml(bytes: Uint8Array, name: string, usual: ReadonlyMap<string, string>): string | Issue {
  const xml = withoutSections(decodeXml(bytes));
  const root = rootOf(xml, deepestElement);
  if (root === 'dtd')
    return issue('corrupt', '文档部件含有不允许的 DTD', 'a part holds a DTD, which is not allowed', name);
  if (root === 'deep')
    return issue('too_large', '文档部件的元素嵌套过深', 'a part nests elements too deeply', name);
  if (root === 'cut') return issue('corrupt', '文档部件不是完整的 XML', 'a part is not whole XML', name);
  return declaredOnce(withUsualPrefixes(withPrefix(xml.slice(root.start, root.end)), usual));
}

const wordNamespace =
  /\sxmlns\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/;

/** Elements of Word that are written without a prefix get the usual one. */
function withPrefix(xml: string): string {
  const root = nextTag(xml, 0);
  if (!root || !wordNamespace.test(xml.slice(root.start, root.end))) return xml;
  return xml.replace(/<(\/?)([A-Za-z_][\w.-]*)(?=[\s/>])/g, '<$1w:$2').replace(/\sxmlns(\s*=)/, ' xmlns:w$1');
}

/** Writers that generate prefixes (ns0, ns1) declare them on the root; they are renamed to the usual ones. */
function withUsualPrefixes(xml: string, prefixesOf: ReadonlyMap<string, string>): string {
  const root = nextTag(xml, 0);
  if (!root) return xml;
  let renamed = xml;
  for (const [, prefix, uri] of xml
    .slice(root.start, root.end)
    .matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const usual = prefixesOf.get(uri ?? '');
    if (!usual || usual === prefix) continue;
    const escaped = (prefix ?? '').replaceAll('.', '\\.');
    renamed = renamed
      .replace(new RegExp(`(</?|\\s)${escaped}:`, 'g'), `$1${usual}:`)
      .replace(new RegExp(`xmlns:${escaped}(?=\\s*=)`, 'g'), `xmlns:${usual}`);
  }
  return renamed;
}

/** A namespace that was declared with a prefix and without one, or under two, has one prefix now: it is declared for it once. */
function declaredOnce(xml: string): string {
  const root = nextTag(xml, 0);
  if (!root) return xml;
  const seen = new Set<string>();
  const tag = xml.slice(root.start, root.end).replace(declarations, (whole, prefix: string) => {
    if (seen.has(prefix)) return '';
    seen.add(prefix);
    return whole;
  });
  return tag.length === root.end - root.start ? xml : xml.slice(0, root.start) + tag + xml.slice(root.end);
}

const declarations = /\sxmlns:([\w.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

// Strict packages name the kinds of relationships differently (ISO/IEC 29500-1, Annex A); mammoth knows the common names only.
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const transitionalRelationships = (xml: string): string =>
  xml.replaceAll(strictRelationships, relationships);

/** Name of the main document part (its relationship from the package, else the usual name); null where there is none. */
export function mainPartName(pack: Package, packageRelationships: string | null): string | null {
  for (const target of relationshipsOf(packageRelationships ?? '')) {
    if (!target.type.endsWith('/officeDocument')) continue;
    const name = target.target.replace(/^\//, '');
    if (pack.has(name)) return name;
  }
  return pack.has('word/document.xml') ? 'word/document.xml' : null;
}

export interface Relationship {
  id: string;
  type: string;
  target: string;
}

export function relationshipsOf(xml: string): Relationship[] {
  const found: Relationship[] = [];
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) {
    if (!tag.name.endsWith('Relationship') || tag.kind === 'close') continue;
    const text = xml.slice(tag.start, tag.end);
    found.push({
      id: attribute(text, 'Id') ?? '',
      type: attribute(text, 'Type') ?? '',
      target: attribute(text, 'Target') ?? '',
    });
  }
  return found;
}

export const relationshipsName = (name: string): string =>
  name.replace(/([^/]*)$/, (file) => `_rels/${file}.rels`);

/** A part that holds nothing, in place of one that is damaged. */
export function emptyPart(name: string): string {
  if (name.endsWith('.rels'))
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
  const root = /(\w+)\.xml$/.exec(name)?.[1] ?? 'styles';
  return `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`;
}
