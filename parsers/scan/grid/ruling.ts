/** A ruling in pixels of the deskewed page, with its place at both ends of each piece. */
export interface PixelRuling {
  orientation: 'h' | 'v';
  position: number;
  start: number;
  end: number;
  thickness: number;
}

/** Lengths in inches: what a ruling is, on paper. */
export const inches = {
  /** Shortest piece that is seen at all; a stroke of body text is shorter. */
  piece: 0.14,
  /** Thickest ruling: more is a filled area. */
  thickness: 0.045,
  /** Gaps in a row of pixels that faint printing leaves. */
  gap: 0.012,
  /** Longer than a stroke of any character of a text: strokes side by side are not bridged to a line. */
  stroke: 0.25,
  /** Gaps between pieces of one line that are closed. */
  bridge: 0.08,
  /** The same for sides of cells that both end in the open: no printed side ends between two lines across, and rows are hardly lower. */
  lost: 0.13,
  /** A line this long is a ruling wherever it ends; a shorter one must end on lines across it. */
  sure: 1.2,
  /** A line this long, longer than a stroke, may end on a ruling with one end only, where another ends beside it. */
  open: 0.3,
  /** How near an end must come to a line across it. */
  touch: 0.035,
  /** The same for a line that may be a stroke: in a tight row those of 木 and 亻 end close to both borders, but no side stops short of one. */
  meet: 0.01,
  /** Longer than the strokes of a few characters side by side: those of 万页 in a narrow cell stop short of both borders. */
  word: 0.6,
  /** As long as the strokes of two or three characters side by side. */
  shortWord: 0.45,
  /** Pieces of one line lie this far apart at most: lines of a grid that lie nearer count as one. */
  drift: 0.05,
  /** Narrower than any column. */
  narrow: 0.12,
} as const;

export const lengthOf = (line: PixelRuling): number => line.end - line.start;
