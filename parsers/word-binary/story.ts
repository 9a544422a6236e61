import { fieldMarksIn } from './field-marks.ts';
import type { Run } from './formatting.ts';
import { numberMarkup, styleId } from './markup-names.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import { runSink } from './run-sink.ts';
import { writeSigns } from './signs.ts';
import type { StoryContext, StoryState } from './story-state.ts';
import { type TableStack, tableStack } from './table-stack.ts';

const cellMark = 0x07;
const pageMark = 0x0c;

/** Paragraphs and tables of a stretch of the text as elements of a body. */
export function writeStory(context: StoryContext, from: number, to: number): string {
  const { document, formatting } = context;
  const { text } = document;
  const end = Math.min(to, text.length);
  const state: StoryState = {
    context,
    marks: fieldMarksIn(text, from, end),
    sink: runSink(),
    fields: [],
    instructions: 0,
    objects: [],
    nextSign: -1,
  };
  const tables = tableStack(context);
  const pattern = /[\r\u0007\u000c]/g;
  for (let start = from; start < end; ) {
    pattern.lastIndex = start;
    const mark = nextMark(context, pattern, end);
    const last = mark ?? end - 1;
    const paragraph = formatting.paragraph(last);
    const contentEnd = mark ?? end;
    const isCellMark = mark !== null && text.charCodeAt(mark) === cellMark;
    const markRun = formatting.run(last, paragraph.style);
    const depth = isCellMark ? Math.max(1, paragraph.depth) : paragraph.depth;
    tables.enter(depth);
    if (!paragraph.endsRow || contentEnd > start) {
      const written = writeParagraph(state, start, contentEnd, paragraph, markRun, depth > 0);
      tables.add(written);
      if (!context.mayGrow(written.length)) return '';
    }
    closeCell(tables, paragraph, isCellMark, depth, markRun);
    start = last + 1;
  }
  return tables.conclude();
}

function closeCell(
  tables: TableStack,
  paragraph: ParagraphProperties,
  isCellMark: boolean,
  depth: number,
  { properties }: Run,
): void {
  if (paragraph.endsRow && depth > 0)
    tables.endRow(paragraph.row, properties.deleted, properties.hidden === true);
  else if ((isCellMark && depth === 1) || (depth > 1 && (paragraph.endsInnerCell || isCellMark)))
    tables.endCell();
}

/** The next mark that ends a paragraph; a break of a page within one ends none. Null where the text ends before. */
function nextMark(
  { document, formatting, sectionEnds }: StoryContext,
  pattern: RegExp,
  end: number,
): number | null {
  for (let match = pattern.exec(document.text); match !== null; match = pattern.exec(document.text)) {
    const at = match.index;
    if (at >= end) return null;
    if (match[0].charCodeAt(0) !== pageMark || sectionEnds.has(at + 1) || formatting.endsParagraph(at))
      return at;
  }
  return null;
}

function writeParagraph(
  state: StoryState,
  from: number,
  to: number,
  paragraph: ParagraphProperties,
  markRun: Run,
  inTable: boolean,
): string {
  const { context, sink } = state;
  const properties = paragraphMarkup(context, to, paragraph, markRun, inTable);
  for (let at = from; at < to; ) {
    const run = context.formatting.run(at, paragraph.style);
    const end = Math.min(to, run.end);
    writeSigns(state, at, end, run);
    at = end;
  }
  if (context.document.text.charCodeAt(to) === pageMark && !context.sectionEnds.has(to + 1))
    sink.add('', '<w:br w:type="page"/>');
  return `<w:p>${properties}${sink.take()}</w:p>`;
}

function paragraphMarkup(
  { sectionEnds, document }: StoryContext,
  mark: number,
  { style, list, level, centred, spread, onNewPage, shading }: ParagraphProperties,
  { properties }: Run,
  inTable: boolean,
): string {
  const alignment = centred ? 'center' : spread ? 'distribute' : '';
  const isSectionEnd = !inTable && document.text.charCodeAt(mark) === pageMark && sectionEnds.has(mark + 1);
  const markup =
    (style === 0 ? '' : `<w:pStyle w:val="${styleId(style)}"/>`) +
    numberMarkup(list, level) +
    (alignment === '' ? '' : `<w:jc w:val="${alignment}"/>`) +
    (onNewPage ? '<w:pageBreakBefore/>' : '') +
    shading +
    (isSectionEnd ? '<w:sectPr/>' : '') +
    (properties.deleted ? '<w:rPr><w:del/></w:rPr>' : '');
  return markup === '' ? '' : `<w:pPr>${markup}</w:pPr>`;
}
