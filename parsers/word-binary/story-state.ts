import type { BinaryDocument } from './binary-document.ts';
import type { FieldMark } from './field-marks.ts';
import type { Formatting } from './formatting.ts';
import type { RunSink } from './run-sink.ts';

/** What a story needs beside its text to be written as markup. */
export interface StoryContext {
  document: BinaryDocument;
  formatting: Formatting;
  /** Behind which characters a section ends. */
  sectionEnds: ReadonlySet<number>;
  limits: { maxRows: number; maxCells: number; maxNesting: number };
  /** Markup of a reference to a note at a character; '' where none is. */
  noteAt: (position: number) => string;
  /** Markup of a drawing that stands at a character. */
  drawingAt: (position: number) => string;
  /** Markup of the picture at a place of the Data stream. */
  pictureAt: (place: number, isObject: boolean) => string;
  /** Whether an object, by its number, is shown as an icon. */
  isIcon: (object: number) => boolean;
  /** Takes what was written into account; false where a document is larger than is read. */
  mayGrow: (characters: number) => boolean;
}

export interface OpenField {
  /** Its result has begun. */
  shows: boolean;
  object: 'none' | 'expected' | 'icon' | 'shown';
}

/** A story while it is written. */
export interface StoryState {
  context: StoryContext;
  marks: ReadonlyMap<number, FieldMark>;
  sink: RunSink;
  /** Fields that are open. */
  fields: OpenField[];
  /** How many of them are in their instruction, of which nothing shows. */
  instructions: number;
  /** Those of them that are objects. */
  objects: OpenField[];
  /** Place of the next sign that is no letter, at or behind the last one looked at. */
  nextSign: number;
}
