/** A piece of text on one line of one row, with the columns that it stands in. */
export interface WrittenLine {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  middle: number;
  width: number;
  /** First and last column that it stands over. */
  first: number;
  last: number;
  text: string;
  size: number;
  /** Written downwards, over several lines: it tells nothing of where rows end. */
  upright: boolean;
  figure: boolean;
  /** The piece right below it in the same columns, as far as one line is from the next; null where there is none. */
  next: WrittenLine | null;
  /** What follows would not have fitted behind it: the text may go on there. */
  full: boolean;
  /** A bracket, a word or a date goes on in the line below: as far as its characters tell, which are together elsewhere, or of which the second begins no word. */
  torn: boolean;
  /** The head of a section, in Latin letters: alone in its row. */
  section: boolean;
}
