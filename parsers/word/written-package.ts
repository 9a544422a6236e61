import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import { encodeEntities } from './markup.ts';
import type { Package } from './package.ts';

/** A document of another format, written as markup of Word. */
export interface WrittenText {
  body: string;
  /** What each note holds: the first of a kind has the id 2. */
  footnotes: string[];
  endnotes: string[];
  /** Headers and footers of pages that hold a table. */
  outer: string[];
  /** The nth is what `rIdn` names, from 1. */
  pictures: WrittenPicture[];
  /** Names of paragraph styles by their id. */
  styles: ReadonlyMap<string, string>;
}

export interface WrittenPicture {
  /** Its ending says what it is. */
  ending: string;
  read: () => Uint8Array | Issue;
}

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

/** The parts of a document of Word that holds these texts. */
export function writtenPackage({ body, footnotes, endnotes, outer, pictures, styles }: WrittenText): Package {
  const noteParts = (root: string, name: string, texts: readonly string[]): string =>
    wordPart(root, texts.map((text, n) => `<w:${name} w:id="${n + 2}">${text}</w:${name}>`).join(''));
  const named = [...styles].map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${encodeEntities(id)}"><w:name w:val="${encodeEntities(name)}"/></w:style>`,
  );
  const media = pictures.map(({ ending, read }, n) => ({ name: `media/image${n + 1}.${ending}`, read }));
  const parts = new Map<string, string | (() => Uint8Array | Issue)>([
    ['[content_types].xml', `<Types xmlns="${packageNamespace}/content-types">${pictureTypes}</Types>`],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'word/document.xml']])],
    ['word/document.xml', wordPart('document', `<w:body>${body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ...media.map(({ name }, n): [string, string, string] => [`rId${n + 1}`, 'image', name]),
        ...outer.map((_, n): [string, string, string] => [`outer${n}`, 'header', `header${n}.xml`]),
      ]),
    ],
    ['word/styles.xml', wordPart('styles', named.join(''))],
    ['word/footnotes.xml', noteParts('footnotes', 'footnote', footnotes)],
    ['word/endnotes.xml', noteParts('endnotes', 'endnote', endnotes)],
    ...outer.map((text, n): [string, string] => [`word/header${n}.xml`, wordPart('hdr', text)]),
    ...media.map(({ name, read }): [string, () => Uint8Array | Issue] => [`word/${name}`, read]),
  ]);
  return {
    has: (name) => parts.has(name.toLowerCase()),
    read: (name) => {
      const part = parts.get(name.toLowerCase());
      if (part === undefined) return issue('corrupt', '缺少部件', 'a part of the package is missing', name);
      return typeof part === 'string' ? Buffer.from(part, 'utf8') : part();
    },
  };
}
