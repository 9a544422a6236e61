import type { Box } from '../../schemas/index.ts';

/** What stands on a page before anything is made of it. Coordinates are points from the top left of the page as shown. */

/** Degrees clockwise that a glyph is turned by against the page as shown. */
export type Turn = 0 | 90 | 180 | 270;

/** Why a glyph is not read as text of the page. */
export type LeftOut =
  | 'invisible'
  | 'clipped'
  | 'outside'
  | 'background_colour'
  | 'hidden_layer'
  | 'covered'
  | 'doubled';

/** One drawn character (or a ligature that stands for several). */
export interface Glyph {
  text: string;
  /** Em box: advance width × (ascent to descent of one em), upright on the page. */
  box: Box;
  /** Distance of the base line along the axis across the writing: y for turns 0 and 180, x for 90 and 270. */
  baseline: number;
  /** Height of one em in points. */
  size: number;
  turn: Turn;
  font: string;
  bold: boolean;
  /** #rrggbb */
  colour: string;
  /** Number of the text operator that drew it: glyphs of one run share it. */
  run: number;
  /** Number of the text object (BT … ET) that it was drawn in, where the page has such. */
  object?: number;
  /** Set where part of the glyph's run lies beyond the clip: its cell cuts it off on paper. */
  cut: boolean;
  /** A place in the cell that cuts the run off, where part of it was kept that lies beyond. */
  home?: { x: number; y: number };
  /** What the clip shows where part of the run was kept that lies beyond: the text is drawn in no more than this. */
  shown?: Box;
  /** Lines of the same text that its cell has no room for and that nobody sees, after this glyph. */
  unseen?: UnseenLines;
  /** Set where the file does not say which character it is. */
  unknown?: true;
  /** Why it may be another character than it is read as. */
  doubt?: string;
}

/** Lines that go on a text below the end of what its cell shows. */
export interface UnseenLines {
  glyphs: Glyph[];
  /** What the page says of them: set where they were read with their cell. */
  note: { isRead: boolean };
}

/** A straight line of a page, however it was drawn. */
export interface Ruling {
  /** `h` runs from left to right at y = position, `v` from top to bottom at x = position. */
  orientation: 'h' | 'v';
  position: number;
  start: number;
  end: number;
  thickness: number;
}

/** A straight line that is neither level nor upright, from left to right. */
export interface Slant {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A filled area that is no line. */
export interface Fill {
  box: Box;
  /** #rrggbb */
  colour: string;
  /** It hides what lies under it: the text of all runs before this one. */
  hidesBefore?: number;
  /** It hides what lies under it: so many pictures were drawn before it. */
  overPictures?: number;
}

/** Text that was not read, with its reason. */
export interface LeftOutText {
  reason: LeftOut;
  text: string;
  box: Box;
  /** Of lines that go on a text beyond its clip: whether they were read with their cell after all. */
  note?: { isRead: boolean };
}

/** Everything drawn on one page. A reader of scans fills the same shape with what it found in the picture. */
export interface PageMarks {
  number: number;
  width: number;
  height: number;
  rotation: number;
  glyphs: Glyph[];
  rulings: Ruling[];
  /** White lines, which show nothing on paper but part coloured areas. */
  partings?: Ruling[];
  /** Slanted lines, of which some cut a cell across. */
  slants?: Slant[];
  fills: Fill[];
  /** Boxes of pictures. */
  images: Box[];
  /** Boxes of the outermost forms that it is drawn by, in their order, where there are several: they may be pages. */
  forms?: Box[];
  leftOut: LeftOutText[];
}
