import { issue } from '../issue.ts';
import { encodeEntities } from '../word/markup.ts';
import type { Package } from '../word/package.ts';
import type { RtfText } from './read.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: `${office}/relationships`,
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  m: `${office}/math`,
};
const declared = Object.entries(namespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

const wordPart = (root: string, content: string): string => `<w:${root}${declared}>${content}</w:${root}>`;

/** What pictures of these endings are. */
const pictureTypes = ['png', 'jpeg', 'bmp', 'emf', 'wmf']
  .map((ending) => `<Default Extension="${ending}" ContentType="image/${ending}"/>`)
  .join('');

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const relationships = (list: readonly [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="${packageNamespace}/relationships">${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The parts of a document of Word with these texts, notes, styles and pictures. */
export function packageOf({ body, reading }: Pick<RtfText, 'body' | 'reading'>): Package {
  const { notes, pictures, styles } = reading;
  const noteParts = (root: string, name: string, texts: readonly string[]): string =>
    wordPart(root, texts.map((text, n) => `<w:${name} w:id="${n + 2}">${text}</w:${name}>`).join(''));
  const named = [...styles].map(
    ([number, name]) =>
      `<w:style w:type="paragraph" w:styleId="s${number}"><w:name w:val="${encodeEntities(name)}"/></w:style>`,
  );
  const parts = new Map<string, string | Uint8Array>([
    ['[content_types].xml', `<Types xmlns="${packageNamespace}/content-types">${pictureTypes}</Types>`],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'word/document.xml']])],
    ['word/document.xml', wordPart('document', `<w:body>${body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ...pictures.map(({ name }, n): [string, string, string] => [`rId${n + 1}`, 'image', `media/${name}`]),
        ...notes.outer.map((_, n): [string, string, string] => [`outer${n}`, 'header', `header${n}.xml`]),
      ]),
    ],
    ['word/styles.xml', wordPart('styles', named.join(''))],
    ['word/footnotes.xml', noteParts('footnotes', 'footnote', notes.footnotes)],
    ['word/endnotes.xml', noteParts('endnotes', 'endnote', notes.endnotes)],
    ...notes.outer.map((text, n): [string, string] => [`word/header${n}.xml`, wordPart('hdr', text)]),
    ...pictures.map(({ name, bytes }): [string, Uint8Array] => [`word/media/${name}`, bytes]),
  ]);
  return {
    has: (name) => parts.has(name.toLowerCase()),
    read: (name) => {
      const part = parts.get(name.toLowerCase());
      if (part === undefined) return issue('corrupt', '缺少部件', 'a part of the package is missing', name);
      return typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    },
  };
}
