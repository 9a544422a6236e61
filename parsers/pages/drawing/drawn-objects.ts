import type { Matrix } from './matrix.ts';

/** What the page itself says about its frame. */
export interface PageFrame {
  number: number;
  width: number;
  height: number;
  rotation: number;
  /** From page space to points from the top left of the page as shown: rotation, crop box and UserUnit applied. */
  transform: Matrix;
}

/** An annotation that the page draws: the runs of its text, and which of the rulings and areas are its own, from the first to before the last. */
export interface DrawnAnnotation {
  id: string;
  /** Its layer is not shown. */
  hidden: boolean;
  from: number;
  end: number;
  rulings: { from: number; end: number };
  fills: { from: number; end: number };
}

/** A picture as the page draws it: its name or its data, and the frame of its unit square on the page as shown. */
export interface DrawnImage {
  source: unknown;
  isMask: boolean;
  frame: Matrix;
  /** It lies over the text of all runs before this one; 0 where there is none, or where it is laid on so that what is under it shows. */
  over: number;
}
