import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import type { Package } from '../word/package.ts';
import type { BinaryDocument } from './binary-document.ts';
import type { StoredPicture } from './blips.ts';
import { positionsOf } from './bytes.ts';
import { numberingPart, stylesPart } from './companion-parts.ts';
import { drawingReader, pictureReader } from './drawn.ts';
import { readFormatting } from './formatting.ts';
import { readLists } from './lists.ts';
import { collectMedia, type Media, relationshipOf } from './media.ts';
import { notesMarkup, notesOf, referenceAt } from './notes.ts';
import { writeStory } from './story.ts';
import type { StoryContext } from './story-state.ts';

/** Markup of a document as a package of Word has it, which the reader of those takes; null where it would be larger than is read. */
export function packageOf(
  document: BinaryDocument,
  limits: ParserLimits,
  isIcon: StoryContext['isIcon'],
): Package | null {
  const media = collectMedia();
  const growth = { left: Math.min(limits.maxUnpackedBytes, mostMarkup) };
  const notes = { footnote: notesOf(document, 'footnote'), endnote: notesOf(document, 'endnote') };
  const context: StoryContext = {
    document,
    formatting: readFormatting(document),
    sectionEnds: new Set(positionsOf(document.structure('sections'), 12).positions.slice(1)),
    limits,
    noteAt: (position) => referenceAt(notes, position),
    drawingAt: () => '',
    pictureAt: pictureReader(document, media),
    isIcon,
    mayGrow: (characters) => {
      growth.left -= characters;
      return growth.left >= 0;
    },
  };
  context.drawingAt = drawingReader(context, media);
  const { main, headers } = document.fib.stories;
  const body = writeStory(context, main.start, main.end);
  const parts = new Map([
    ['word/document.xml', part('document', `<w:body>${body}</w:body>`)],
    ['word/styles.xml', stylesPart(document.styles, document.groupAt, document.fonts)],
    ['word/footnotes.xml', part('footnotes', notesMarkup(context, 'footnote', notes.footnote))],
    ['word/endnotes.xml', part('endnotes', notesMarkup(context, 'endnote', notes.endnote))],
    // Only tables are asked for there.
    [
      'word/header1.xml',
      part('hdr', withTable(document, headers) ? writeStory(context, headers.start, headers.end) : ''),
    ],
  ]);
  const lists = document.fib.place('lists');
  if (lists.bytes > 0)
    parts.set(
      'word/numbering.xml',
      numberingPart(readLists(document.table, lists, document.structure('listOverrides'))),
    );
  parts.set('_rels/.rels', relationships([['officeDocument', 'word/document.xml', 'main']]));
  parts.set('[Content_Types].xml', contentTypes(media.pictures));
  parts.set('word/_rels/document.xml.rels', documentRelationships(parts, media));
  return growth.left < 0 ? null : opened(parts, media, limits);
}

/** Characters of markup that are written of one document: strings of the language may not be four times as long. */
const mostMarkup = 2 ** 27;

function withTable({ text }: BinaryDocument, { start, end }: { start: number; end: number }): boolean {
  const mark = text.indexOf('\u0007', start);
  return mark >= 0 && mark < end;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const part = (name: string, content: string): string => `<w:${name} ${namespaces}>${content}</w:${name}>`;

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(list: [type: string, target: string, id: string][]): string {
  const written = list.map(
    ([type, target, id]) =>
      `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

function documentRelationships(parts: ReadonlyMap<string, string>, { pictures }: Media): string {
  const companions = ['styles', 'numbering', 'footnotes', 'endnotes'].filter((name) =>
    parts.has(`word/${name}.xml`),
  );
  return relationships([
    ...companions.map((name): [string, string, string] => [name, `${name}.xml`, name]),
    ['header', 'header1.xml', 'header'],
    ...pictures.map(({ extension }, n): [string, string, string] => [
      'image',
      `media/${n + 1}.${extension}`,
      relationshipOf(n + 1),
    ]),
  ]);
}

function contentTypes(pictures: readonly StoredPicture[]): string {
  const extensions = [...new Set(pictures.map(({ extension }) => extension))];
  const written = extensions.map((name) => `<Default Extension="${name}" ContentType="image/${name}"/>`);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${written.join('')}</Types>`;
}

function opened(parts: ReadonlyMap<string, string>, { pictures }: Media, limits: ParserLimits): Package {
  const pictureNamed = (name: string): StoredPicture | undefined =>
    pictures[Number(/^word\/media\/(\d+)\./.exec(name)?.[1] ?? 0) - 1];
  return {
    written: (name) => parts.get(name),
    has: (name) => parts.has(name) || pictureNamed(name) !== undefined,
    read: (name) => {
      const text = parts.get(name);
      if (text !== undefined) return Buffer.from(text);
      try {
        return pictureNamed(name)?.read(limits.maxUnpackedBytes) ?? missing(name);
      } catch {
        return issue('corrupt', '图片已损坏', 'a picture is damaged', name);
      }
    },
  };
}

const missing = (name: string) => issue('corrupt', '缺少部件', 'a part of the package is missing', name);
