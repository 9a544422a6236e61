import type { Issue } from '../../../schemas/index.ts';
import { issue } from '../../issue.ts';
import type { ParserLimits } from '../../limits.ts';
import type { Package } from '../../word/package.ts';
import { writtenPackage } from '../../word/written-package.ts';
import type { OpenDocument } from '../package.ts';
import { readStyles } from '../styles.ts';
import { attributeOf, childOf, type Element, elementsOf, findElement } from '../tree.ts';
import { writeBlocks } from './blocks.ts';
import { strayTexts } from './stray-texts.ts';
import { roomForRepeated, type Writing } from './writing.ts';

/** The parts of a document of Word that says what an OpenDocument text says, and how many of its texts stand where none can. */
export function writeText(
  document: OpenDocument,
  limits: ParserLimits,
): { pack: Package; strayTexts: number } | Issue {
  const { content, styles } = document;
  const body = findElement(content, 'office:text');
  if (body === null)
    return issue('corrupt', '缺少正文', 'the text of the document is missing', 'content.xml');
  const writing: Writing = {
    document,
    styles: readStyles(content, styles),
    limits,
    beside: { footnotes: [], endnotes: [], outer: [], pictures: [] },
    named: new Map(),
    lists: new Map(),
    listsById: new Map(),
    controls: controlsOf(body),
    isHidden: false,
    deletions: deletionsOf(body),
    deleting: new Set(),
    covered: [],
    tables: 0,
    nesting: 0,
    room: roomForRepeated,
    tooLarge: null,
  };
  const written = writeBlocks(writing, elementsOf(body)) + writing.covered.join('');
  const master = findElement(styles, 'office:master-styles');
  if (master !== null) writeOuter(writing, master);
  if (writing.tooLarge !== null) return writing.tooLarge;
  const pack = writtenPackage({ ...writing.beside, body: written, styles: writing.named });
  return { pack, strayTexts: strayTexts(body) };
}

/** Fields of forms by their names. */
function controlsOf(body: Element): Map<string, Element> {
  const controls = new Map<string, Element>();
  const gather = (element: Element): void => {
    for (const child of elementsOf(element)) {
      const id = attributeOf(child, 'xml:id') ?? attributeOf(child, 'form:id');
      if (id !== null) controls.set(id, child);
      gather(child);
    }
  };
  for (const child of elementsOf(body)) if (child.name === 'office:forms') gather(child);
  return controls;
}

/** Ids of the tracked changes that took something out; some programs leave it where it stood (ODF 1.2 part 1 §5.5). */
function deletionsOf(body: Element): Set<string> {
  const changes = elementsOf(body).filter(({ name }) => name === 'text:tracked-changes');
  const regions = changes.flatMap(elementsOf).filter((region) => childOf(region, 'text:deletion') !== null);
  return new Set(
    regions.flatMap((region) => attributeOf(region, 'text:id') ?? attributeOf(region, 'xml:id') ?? []),
  );
}

const outer = /^style:(?:header|footer)/;

/** What stands on every page is not read; a table in it is counted. */
function writeOuter(writing: Writing, master: Element): void {
  for (const page of elementsOf(master)) {
    for (const part of elementsOf(page)) {
      if (!outer.test(part.name) || attributeOf(part, 'style:display') === 'false') continue;
      const markup = writeBlocks(writing, elementsOf(part));
      if (markup.includes('<w:tbl>')) writing.beside.outer.push(markup);
    }
  }
}
