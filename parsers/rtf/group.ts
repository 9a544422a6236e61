import type { ParserLimits } from '../limits.ts';
import type { WrittenPicture, WrittenText } from '../word/written-package.ts';
import type { Characters, Paragraph, RowDefinition } from './setting.ts';
import type { Stream } from './stream.ts';

/** Where the texts and the words of a group go. */
export interface Destination {
  /** A text of the document, or of a box or a note in it: words of setting and of tables count. */
  isText: boolean;
  text: (text: string, characters: Characters) => void;
  word?: (name: string, value: number | null) => void;
  binary?: (bytes: string) => void;
  /** Once its group ends. */
  close?: () => void;
}

/** What holds up to the end of a group (RTF 1.9.1, "Groups"). */
export interface Group {
  destination: Destination;
  /** The group began the destination. */
  owns: boolean;
  /** `\*` stood at its beginning: it is passed over where its word is not known. */
  isOptional: boolean;
  characters: Characters;
  paragraph: Paragraph;
  /** Signs that stand for an Unicode one, for readers that know none. */
  fallback: number;
  stream: Stream;
  /** Within an embedded object, which a picture shows. */
  isObject: boolean;
}

export interface Font {
  name: string;
  /** Null where the font says nothing of it. */
  encoding: string | null;
  isOfSigns: boolean;
}

/** What was read of a document up to here. */
export interface Reading {
  group: Group;
  /** Groups around it. */
  around: Group[];
  fonts: Map<number, Font>;
  /** Colours by their index, as RRGGBB; null for the automatic one. */
  colours: (string | null)[];
  /** Names of paragraph styles by their numbers. */
  styles: Map<string, string>;
  encoding: string;
  defaultFont: number;
  row: RowDefinition;
  /** Bytes of a text that are not decoded yet. */
  bytes: number[];
  /** Signs to pass over, which stand for an Unicode one before them. */
  skip: number;
  pictures: WrittenPicture[];
  notes: Pick<WrittenText, 'footnotes' | 'endnotes' | 'outer'>;
  /** Fields that are open, the outermost first. */
  fields: Field[];
  /** Name of the property of a shape whose value comes next. */
  shapeProperty: string;
  /** Properties of runs as markup, by how they are set. */
  written: WeakMap<Characters, string>;
  /** Rows whose cells are not those that are defined. */
  oddRows: number;
  /** It asks for more tables, texts or cells within one another or side by side than the limits allow. */
  isTooLarge: boolean;
  /** Notes and boxes around what is read. */
  apart: number;
  limits: ParserLimits;
}

export const nowhere: Destination = { isText: false, text: () => {} };

/** Begins a destination, whose group this is from here on. */
export function begin(reading: Reading, destination: Destination): void {
  reading.group.destination = destination;
  reading.group.owns = true;
}

/** A field that is read (RTF 1.9.1, "Fields"). */
export interface Field {
  /** Its instruction has begun: the markup says so. */
  hasBegun: boolean;
  /** `\fftype`: 1 a box to tick, 2 a list to choose from. */
  kind: number | null;
  /** `\ffres`, `\ffdefres`: whether it is ticked, or which entry is chosen; 25 says nothing. */
  result: number | null;
  usual: number | null;
  entries: string[];
  instruction: string;
  /** Runs of the paragraph before its result; null without one. */
  before: number | null;
}
