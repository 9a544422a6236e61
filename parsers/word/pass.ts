import type { ParserLimits } from '../limits.ts';
import type { TableLayout } from './layout.ts';
import type { Tag } from './markup.ts';
import type { NumberLabels } from './numbering.ts';

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

export interface Cut {
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

/** Styles by what they say of the text that is set in them. */
export interface StyleMarks {
  /** Prompts of controls that nobody has filled in; Word names the style in English in every language. */
  placeholder: ReadonlySet<string>;
  /** Hidden text: Word has such styles for what web pages leave behind. */
  hidden: ReadonlySet<string>;
  /** Styles of letters with a line through them. */
  struck: ReadonlySet<string>;
  /** Styles of letters above the line. */
  raised: ReadonlySet<string>;
  /** Styles of tables and paragraphs that give what is set in them a colour behind it. */
  shaded: ReadonlySet<string>;
}

/** A control that shows the prompt of a form that is not filled in (§17.5.2.39). */
export interface Prompt {
  end: number;
  /** The text asks for something, so that there is no doubt what it is. */
  asks: boolean;
}

/** What is not read, by how often. */
export interface LeftOut {
  /** Texts in a table and in none of its cells, which Word does not open. */
  strayTexts: number;
  /** Texts set as the prompt of a control. */
  prompts: number;
  /** Documents that are only named. */
  documents: number;
  /** Notes that are not there. */
  notes: number;
  /** Texts in elements that are not known. */
  unknown: number;
  /** Embedded objects that are shown as an icon, or not at all. */
  objects: number;
  /** Pictures whose part is not in the file. */
  pictures: number;
  /** Tables in notes, page headers and page footers. */
  outerTables: number;
  /** Texts with a line through them. */
  struck: number;
  /** Charts, diagrams, texts drawn as a shape, equations without a text. */
  drawings: number;
}
