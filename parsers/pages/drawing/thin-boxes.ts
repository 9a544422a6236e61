import type { Box } from '../../../schemas/index.ts';
import type { Fill, Ruling, Slant } from '../../geometry/marks.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import type { DrawingState } from './drawing-state.ts';

/** Where the lines and areas of a page are collected. */
export interface PathMarks {
  rulings: Ruling[];
  /** White lines: they part coloured areas and show nothing on paper. */
  partings: Ruling[];
  /** Lines that are neither level nor upright. */
  slants: Slant[];
  fills: Fill[];
  /** Boxes too small to have a direction: dots of dotted lines, or parts of drawn signs. */
  dots: Box[];
  /** Filled shapes of many corners or of curves that are as large as a character or a part of one. */
  shapes: Box[];
}

/** Files a thin box as a ruling where it is longer than thick, else as a dot. */
export function addThinBox(
  box: Box,
  colour: string,
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  // A hairline that runs along the edge of its clip is still a line: the clip is widened by its thickness.
  const slack = 0.5;
  const clip = state.clip;
  const x0 = Math.max(box.x0, clip.x0 - slack);
  const x1 = Math.min(box.x1, clip.x1 + slack);
  const y0 = Math.max(box.y0, clip.y0 - slack);
  const y1 = Math.min(box.y1, clip.y1 + slack);
  const width = x1 - x0;
  const height = y1 - y0;
  if (width < 0 || height < 0) return;
  const isWhite = colour === '#ffffff';
  if (Math.max(width, height) <= settings.dotSize) {
    if (!isWhite) marks.dots.push({ x0, y0, x1, y1 });
    return;
  }
  const lines = isWhite ? marks.partings : marks.rulings;
  if (width >= height)
    lines.push({ orientation: 'h', position: (y0 + y1) / 2, start: x0, end: x1, thickness: height });
  else lines.push({ orientation: 'v', position: (x0 + x1) / 2, start: y0, end: y1, thickness: width });
}
