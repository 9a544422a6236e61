import type { ParserLimits } from '../limits.ts';
import { blockHandlers } from './block-markup.ts';
import { controlHandlers, type Prompt } from './controls.ts';
import { drawingHandlers } from './drawing-markup.ts';
import type { TableLayout } from './layout.ts';
import { type LeftOut, leftOutHandlers, nothingLeftOut } from './left-out.ts';
import { nextTag, type Tag } from './markup.ts';
import type { NumberLabels } from './numbering.ts';
import { runHandlers } from './run-markup.ts';
import type { StyleMarks } from './style-marks.ts';
import { unseenHandlers } from './unseen.ts';

/** A picture as the markup places it. Extents in points; null where it gives none. */
export interface PictureLayout {
  width: number | null;
  height: number | null;
  /** A preview of an embedded object, such as a worksheet. */
  object: boolean;
}

/** What one pass over a part's markup finds, and the lean markup that is handed to mammoth. */
export interface Scan {
  xml: string;
  tables: TableLayout[];
  /** The table of every cell, by the cell's id. */
  tableOfCell: TableLayout[];
  pictures: PictureLayout[];
  hiddenTexts: number;
  leftOut: LeftOut;
  /** The text refers to notes. */
  hasNotes: boolean;
  /** A merge or a nesting over the limits: what and where, in both languages. */
  tooLarge: { zh: string; en: string; place: string } | null;
}

interface Cut {
  start: number;
  end: number;
  text: string;
}

/** The state of a pass. Handlers write what mammoth is to see and return where the pass goes on. */
export interface Pass extends Omit<Scan, 'xml' | 'hasNotes'> {
  xml: string;
  limits: ParserLimits;
  labels: NumberLabels;
  /** Ids of the relationships of the part: a picture that points nowhere is left out. */
  relationships: Set<string>;
  openTables: TableLayout[];
  /** How many cells of each open table are open. */
  openCells: number[];
  styles: StyleMarks;
  /** The control whose prompt the pass is in. */
  prompt: Prompt | null;
  /** End of the last paragraph whose style hides it. */
  hiddenUntil: number;
  /** End of the last table, cell, paragraph or shape with a colour of its own. */
  shadedUntil: number;
  /** End of the last content control. */
  controlUntil: number;
  /** End of the instruction of the outermost field that is open: what fields within it came to is not shown. */
  instructionUntil: number;
  extent: PictureLayout;
  /** Stretches ahead that are to be left out, the nearest last. */
  cuts: Cut[];
  /** Replaces [start, end) of the markup by `text` in what mammoth sees. */
  replace(start: number, end: number, text: string): void;
}

/** Handles a tag; returns the offset at which the pass goes on (usually `tag.end`). */
export type Handler = (pass: Pass, tag: Tag) => number;

const handlers = new Map<string, Handler>([
  ...blockHandlers,
  ...runHandlers,
  ...drawingHandlers,
  ...controlHandlers,
  ...leftOutHandlers,
  ...unseenHandlers,
]);

// Runs that differ in nothing that is read are one: writers split them at every change of script, and each costs a node.
const splitText = /<\/w:t><\/w:r><w:r(?:\s[^>/]*)?><w:t(?:\s[^>/]*)?>/g;
// mammoth keeps white space whether the attribute asks for it or not.
const keepSpace = /<w:t xml:space="preserve">/g;
const emptyRun = /<w:r><\/w:r>/g;

/** Names of elements that mammoth is shown. Word knows some hundreds, and each that mammoth does not takes it longer than the one before. */
const mostNames = 1_000;
/** What the others are called; mammoth says that it does not know it, and its texts are counted as not read. */
const otherName = 'other';

function withFewNames(xml: string): string {
  const kept = new Set<string>();
  return xml.replace(/(<\/?)([^\s<>/!?]+)/g, (whole, open: string, name: string) => {
    if ((name.startsWith('w:') && kept.size < mostNames) || handlers.has(name)) kept.add(name);
    return kept.has(name) ? whole : open + otherName;
  });
}

/**
 * Reads the layout of tables that mammoth's model does not keep (grid gaps, widths, vertical merges that do not line up),
 * works out list numbers, and leaves away properties that nothing reads: they are most of a table's markup, and building
 * a tree of them most of the time that reading takes.
 */
export function scanMarkup(
  xml: string,
  context: Pick<Pass, 'limits' | 'labels' | 'relationships' | 'styles'>,
): Scan {
  const out: string[] = [];
  let copied = 0;
  const pass: Pass = {
    ...context,
    xml,
    tables: [],
    tableOfCell: [],
    pictures: [],
    hiddenTexts: 0,
    leftOut: nothingLeftOut(),
    tooLarge: null,
    openTables: [],
    openCells: [],
    prompt: null,
    hiddenUntil: 0,
    shadedUntil: 0,
    controlUntil: 0,
    instructionUntil: 0,
    cuts: [],
    extent: { width: null, height: null, object: false },
    replace(start, end, text) {
      if (end < copied) return;
      out.push(xml.slice(copied, Math.max(copied, start)), text);
      copied = end;
    },
  };
  const names = new Set<string>();
  for (let tag = nextTag(xml, 0); tag && !pass.tooLarge; ) {
    names.add(tag.name);
    const cut = pass.cuts.at(-1);
    if (cut && tag.start >= cut.start) {
      pass.cuts.pop();
      pass.replace(cut.start, cut.end, cut.text);
      tag = nextTag(xml, Math.max(cut.end, tag.start));
    } else {
      const handler = handlers.get(tag.name);
      tag = nextTag(xml, handler ? handler(pass, tag) : tag.end);
    }
  }
  out.push(xml.slice(copied));
  const lean = out.join('').replace(splitText, '').replace(keepSpace, '<w:t>').replace(emptyRun, '');
  return {
    xml: names.size > mostNames ? withFewNames(lean) : lean,
    tables: pass.tables,
    tableOfCell: pass.tableOfCell,
    pictures: pass.pictures,
    hiddenTexts: pass.hiddenTexts,
    leftOut: pass.leftOut,
    hasNotes: /<w:(?:foot|end)noteReference[\s/>]/.test(xml),
    tooLarge: pass.tooLarge,
  };
}
