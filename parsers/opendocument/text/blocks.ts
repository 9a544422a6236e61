import { paragraphMarkup, plainParagraph } from '../../word/written-markup.ts';
import { attributeOf, countOf, type Element, elementsOf } from '../tree.ts';
import { writeDrawing } from './drawings.ts';
import { nextLabel, type OpenList } from './list-labels.ts';
import { writeParagraph } from './paragraphs.ts';
import { writeTable } from './tables.ts';
import type { Writing } from './writing.ts';

/** What stands between paragraphs and is no text. */
const leftOut =
  /^(?:text:(?:tracked-changes|sequence-decls|variable-decls|user-field-decls|dde-connection-decls|.*-source|alphabetical-index-auto-mark-file|change.*|soft-page-break)|office:.*|table:(?!table$).*|style:.*|form:.*)$/;

/** Writes paragraphs, lists, sections and tables (ODF 1.2 part 1 §5). `newPage`: a page begins with them. */
export function writeBlocks(writing: Writing, children: readonly Element[], newPage = false): string {
  let written = '';
  for (const child of children) {
    if (writing.tooLarge !== null) break;
    written += writeBlock(writing, child, newPage && written === '');
  }
  return written;
}

function writeBlock(writing: Writing, element: Element, newPage: boolean): string {
  const { name } = element;
  if (name === 'text:p') return writeParagraph(writing, element, writeBlocks, '', newPage);
  if (name === 'text:h')
    return writeParagraph(writing, element, writeBlocks, headingLabel(writing, element), newPage);
  if (name === 'text:list') return writeList(writing, element, newPage);
  if (name === 'text:numbered-paragraph') return writeNumbered(writing, element, newPage);
  if (name === 'table:table') return writeTable(writing, element, writeBlocks, newPage);
  if (name === 'text:section') return writeSection(writing, element, newPage);
  if (/^(?:draw|dr3d):/.test(name)) {
    const runs = writeDrawing(writing, element, writeBlocks, writing.isHidden);
    return runs === '' ? '' : paragraphMarkup(plainParagraph, runs);
  }
  return leftOut.test(name) ? '' : writeBlocks(writing, elementsOf(element), newPage);
}

/** A section that is not shown (ODF 1.2 part 1 §19.859); a condition is not worked out, what it last came to is `none` too. */
function writeSection(writing: Writing, section: Element, newPage: boolean): string {
  const wasHidden = writing.isHidden;
  const display = attributeOf(section, 'text:display');
  writing.isHidden ||=
    display === 'none' || (display === 'condition' && attributeOf(section, 'text:is-hidden') === 'true');
  const written = writeBlocks(writing, elementsOf(section), newPage);
  writing.isHidden = wasHidden;
  return written;
}

/** Headings count by their levels where the document says how (ODF 1.2 part 1 §16.34). */
function headingLabel(writing: Writing, heading: Element): string {
  if (attributeOf(heading, 'text:is-list-header') === 'true' || !writing.styles.lists.has('')) return '';
  return nextLabel(listOf(writing, ''), countOf(heading, 'text:outline-level') - 1, writing.styles, null);
}

/** The list of a style that goes on. */
function listOf({ lists }: Writing, style: string): OpenList {
  let list = lists.get(style);
  if (list === undefined) {
    list = { style, counts: [] };
    lists.set(style, list);
  }
  return list;
}

/** The list that an element begins, or goes on with (ODF 1.2 part 1 §5.3.1). */
function listBegun(writing: Writing, element: Element): OpenList {
  const style = attributeOf(element, 'text:style-name') ?? '';
  const before = writing.listsById.get(attributeOf(element, 'text:continue-list') ?? '');
  const goesOn = attributeOf(element, 'text:continue-numbering') === 'true';
  const list = before ?? (goesOn ? listOf(writing, style) : { style, counts: [] });
  writing.lists.set(style, list);
  const id = attributeOf(element, 'xml:id');
  if (id !== null) writing.listsById.set(id, list);
  return list;
}

function writeList(writing: Writing, element: Element, newPage: boolean): string {
  return writeItems(writing, element, { list: listBegun(writing, element), level: 0 }, newPage);
}

interface ListPlace {
  list: OpenList;
  level: number;
}

function writeItems(writing: Writing, element: Element, place: ListPlace, newPage: boolean): string {
  let written = '';
  for (const item of elementsOf(element)) {
    if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
    const start =
      attributeOf(item, 'text:start-value') === null ? null : countOf(item, 'text:start-value', 0);
    let isCounted = item.name === 'text:list-header';
    for (const child of elementsOf(item)) {
      if (child.name === 'text:list')
        written += writeItems(writing, child, inner(child, place), newPage && written === '');
      else if (child.name === 'text:p' || child.name === 'text:h') {
        const label = isCounted ? '' : nextLabel(place.list, place.level, writing.styles, start);
        isCounted = true;
        written += writeParagraph(writing, child, writeBlocks, label, newPage && written === '');
      } else if (child.name !== 'text:number')
        written += writeBlock(writing, child, newPage && written === '');
    }
  }
  return written;
}

/** A list within an item is the next level of its list, unless it has a style of its own. */
function inner(element: Element, { list, level }: ListPlace): ListPlace {
  const style = attributeOf(element, 'text:style-name');
  return {
    list: style === null || style === list.style ? list : { style, counts: [...list.counts] },
    level: level + 1,
  };
}

/** A paragraph that says its list and its level itself. */
function writeNumbered(writing: Writing, element: Element, newPage: boolean): string {
  const list = listOf(writing, attributeOf(element, 'text:style-name') ?? '');
  const start =
    attributeOf(element, 'text:start-value') === null ? null : countOf(element, 'text:start-value', 0);
  const label = nextLabel(list, countOf(element, 'text:level') - 1, writing.styles, start);
  return elementsOf(element)
    .filter(({ name }) => name === 'text:p' || name === 'text:h')
    .map((child) => writeParagraph(writing, child, writeBlocks, label, newPage))
    .join('');
}
