import type { Issue } from '../../schemas/index.ts';
import { decodeXml } from '../decode.ts';
import { issue } from '../issue.ts';
import { attribute, elementEnd, nextTag } from './markup.ts';
import type { Package } from './package.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const old = 'http://schemas.microsoft.com/office/word/2003/wordml';

/**
 * A Word document that is one text: a package with its parts one after another (flat OPC), or XML of Word 2003. Systems fill such
 * texts from templates, and name them .doc. The parts by their names.
 */
export function openFlat(bytes: Uint8Array): Package | Issue {
  const xml = decodeXml(bytes).replace(/^\ufeff/, '');
  const parts = /<(?:\w+:)?package\b/.test(xml) ? flatParts(xml) : oldParts(xml);
  if ('code' in parts) return parts;
  return {
    has: (name) => parts.has(name),
    read: (name) => {
      const part = parts.get(name);
      if (part === undefined) return issue('corrupt', '缺少部件', 'a part of the package is missing', name);
      return Buffer.from(part.text, part.packed ? 'base64' : 'utf8');
    },
  };
}

interface FlatPart {
  text: string;
  /** In base64. */
  packed: boolean;
}

function flatParts(xml: string): Map<string, FlatPart> | Issue {
  const parts = new Map<string, FlatPart>();
  for (let tag = nextTag(xml, 0); tag; ) {
    if (tag.kind !== 'open' || !/(?:^|:)part$/.test(tag.name)) {
      tag = nextTag(xml, tag.end);
      continue;
    }
    const end = elementEnd(xml, tag);
    const name = attribute(xml.slice(tag.start, tag.end), '(?:\\w+:)?name')?.replace(/^\//, '');
    const data = nextTag(xml, tag.end);
    if (name !== undefined && data !== null && data.end <= end) {
      const inside = xml.slice(data.end, xml.lastIndexOf('</', elementEnd(xml, data) - 1));
      // As in a package that is packed: which of them counts nobody can say.
      if ((parts.get(name)?.text ?? inside) !== inside)
        return issue(
          'corrupt',
          `部件 ${name} 有两份，内容不同`,
          `there are two parts ${name} that differ`,
          name,
        );
      parts.set(name, { text: inside, packed: data.name.endsWith('binaryData') });
    }
    tag = nextTag(xml, end);
  }
  return parts;
}

/** What was struck out, remarked, or set otherwise before: marks of a review that are no text of the document. */
const leftOut = /\bw:type="Word\.(?:Deletion|Comment|Formatting|Numbering)"/;

function withoutAnnotations(xml: string): string {
  const kept: string[] = [];
  let copied = 0;
  for (let at = xml.indexOf('<aml:annotation'); at >= 0; at = xml.indexOf('<aml:annotation', at + 1)) {
    const tag = nextTag(xml, at);
    if (tag === null || at < copied || !leftOut.test(xml.slice(tag.start, tag.end))) continue;
    kept.push(xml.slice(copied, at));
    copied = elementEnd(xml, tag);
  }
  return kept.join('') + xml.slice(copied);
}

/** The label that a list gave a paragraph when it was last shown. */
const listLabel = /<wx:t wx:val="([^"]*)"[^>]*\/>/;

/** What follows looks for the elements of Word by the prefix that Word gives them; a program may give them another. */
function withUsualPrefix(xml: string): string {
  const [, prefix = 'w'] = new RegExp(`\\sxmlns:(\\w+)="${old}"`).exec(xml) ?? [];
  if (prefix === 'w' || /\sxmlns:w="/.test(xml)) return xml;
  const named = new RegExp(`(?<=[</\\s])${prefix}:`, 'g');
  return xml.replace(/<[^<>]+>/g, (tag) => tag.replace(named, 'w:')).replace(`xmlns:${prefix}=`, 'xmlns:w=');
}

/** WordprocessingML of 2003 has nearly the elements of today; what others add to it wraps them and holds no text of its own. */
function oldParts(written: string): Map<string, FlatPart> {
  const xml = withUsualPrefix(written);
  const root = nextTag(xml, 0);
  const start = /<w:body\b[^>]*>/.exec(xml);
  const end = xml.lastIndexOf('</w:body>');
  if (root === null || start === null || end < 0) return new Map();
  const declared =
    xml
      .slice(root.start, root.end)
      .match(/\sxmlns:\w+="[^"]*"/g)
      ?.join('') ?? '';
  const body = withoutAnnotations(xml.slice(start.index, end))
    .replace(/<w:binData\b[\s\S]*?<\/w:binData>/g, '')
    .replace(/<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<\/w:pPr>/g, (properties) => {
      const label = listLabel.exec(properties)?.[1];
      return label === undefined ? properties : `${properties}<w:r><w:t>${label}</w:t></w:r>`;
    })
    .replace(/<\/?(?:wx|aml):[^<>]*>/g, '')
    .replace(/<w:vmerge\b/g, '<w:vMerge')
    .replace(/<w:hmerge\b/g, '<w:hMerge');
  const text = `<w:document${declared.replaceAll(old, main)}>${body}</w:body></w:document>`;
  return new Map([['word/document.xml', { text, packed: false }]]);
}
