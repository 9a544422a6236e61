/** Every tolerance of the chain from rulings to grids, in points unless its comment says otherwise. */
export interface GeometrySettings {
  /** Thickest filled box that is a line: borders of 2¼ pt are the thickest in office forms, 3 leaves room for rounding. */
  maxRulingThickness: number;
  /** Shortest line that takes part; shorter strokes are parts of drawn characters or tick boxes. */
  minRulingLength: number;
  /** Lines this near to each other and parallel are one line that was drawn by every cell it borders. */
  snap: number;
  /** Parallel lines of one grid this near are a double line: no text fits between them. */
  doubleLine: number;
  /** Gaps in a line that are closed: dashes drawn as boxes, cells whose borders nearly meet. */
  joinGap: number;
  /** How near the end of a line must come to another line to touch it. */
  touch: number;
  /** Largest side of a box that is a dot of a dotted line. */
  dotSize: number;
  /** Largest distance between dots of a line, in dot sizes. */
  dotPitch: number;
  /** Fewest dots that make a line. */
  minDots: number;
  /** Share of a cell's side that a line must cover to close it. */
  sideCover: number;
  /** Smallest filled area that may be the background of a cell. */
  minFillWidth: number;
  minFillHeight: number;
  /** Two glyphs of one character this near (in ems) are one, drawn twice to look bold. */
  overstrike: number;
  /** Gap between glyphs of a line, in ems, that is a space. */
  wordGap: number;
  /** The same between figures of one number, which some writers space out. */
  figureGap: number;
  /** Gap inside one run, in ems, that makes two pieces of it. */
  runGap: number;
  /** Gap between words of a line, in ems, that may part two columns of a table without rulings. */
  columnGap: number;
  /** Gap between words, in ems, that no justified line of prose has: it parts columns of prose. */
  proseGap: number;
  /** The same where columns of prose stand close, as LaTeX sets them: words of a line may lie as far apart, but not below each other. */
  narrowGutter: number;
  /** Base lines this near, in ems, are one line of text. */
  lineDrift: number;
  /** Column borders of two parts of one grid may differ by this much. */
  partDrift: number;
  /** Most crossings (lines across × lines down) of one grid. */
  maxCrossings: number;
}

export const defaultGeometry: GeometrySettings = {
  maxRulingThickness: 3.2,
  minRulingLength: 3,
  snap: 1,
  doubleLine: 3.6,
  joinGap: 3.2,
  touch: 2.5,
  dotSize: 3.2,
  dotPitch: 6,
  minDots: 5,
  sideCover: 0.8,
  minFillWidth: 8,
  minFillHeight: 5,
  overstrike: 0.25,
  wordGap: 0.24,
  figureGap: 0.34,
  runGap: 0.9,
  columnGap: 0.75,
  proseGap: 1.2,
  narrowGutter: 0.8,
  lineDrift: 0.45,
  partDrift: 3,
  maxCrossings: 2_000_000,
};
