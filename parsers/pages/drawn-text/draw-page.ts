import type { DrawnPicture } from '../../scan/image/page-picture.ts';
import { type DrawingState, initialState } from '../drawing/drawing-state.ts';
import type { PageFrame } from '../drawing/drawn-objects.ts';
import { type Matrix, multiply, scaleOf } from '../drawing/matrix.ts';
import { operator } from '../drawing/operators.ts';
import { type PageObjects, setState } from '../drawing/state-operators.ts';
import type { OperatorList } from '../page-marks.ts';
import { type Bitmap, blankBitmap, fillOutlines } from './bitmap.ts';
import { inPixels, outlinesOf, strokesOf } from './outlines.ts';

/** Pixels a point: 300 an inch, as office scanners have. */
const scale = 300 / 72;

/** Longest side of a page that is drawn, in points: larger ones are plans, not forms. */
const largestSide = 2000;

/** Lightness (0 black to 1 white) from which a colour is paper: backgrounds of cells. */
const paper = 0.55;

/** How paths are painted: what fills them, and whether their sides are stroked. */
const painting = new Map<number, { winding: 'nonzero' | 'evenodd' | null; strokes: boolean }>([
  [operator.stroke, { winding: null, strokes: true }],
  [operator.closeStroke, { winding: null, strokes: true }],
  [operator.fill, { winding: 'nonzero', strokes: false }],
  [operator.eoFill, { winding: 'evenodd', strokes: false }],
  [operator.fillStroke, { winding: 'nonzero', strokes: true }],
  [operator.eoFillStroke, { winding: 'evenodd', strokes: true }],
  [operator.closeFillStroke, { winding: 'nonzero', strokes: true }],
  [operator.closeEOFillStroke, { winding: 'evenodd', strokes: true }],
]);

/** Times that sides of paths may meet rows of pixels: a form takes some hundred thousand, a map that never ends is not drawn. */
const mostCrossings = 50_000_000;

/** Draws the paths of a page whose characters were turned into curves, for recognition; null for a page that is no form. */
export function drawnPage(list: OperatorList, frame: PageFrame, objects: PageObjects): DrawnPicture | null {
  const { width, height } = frame;
  if (Math.max(width, height) > largestSide) return null;
  const page = blankBitmap(Math.round(width * scale), Math.round(height * scale));
  const stack: DrawingState[] = [];
  let state = initialState(frame.transform, { x0: 0, y0: 0, x1: width, y1: height });
  let met = 0;
  for (const [i, op] of list.fnArray.entries()) {
    if (met > mostCrossings) return null;
    const args = list.argsArray[i] as unknown[] | null;
    if (op === operator.save || op === operator.paintFormXObjectBegin) stack.push({ ...state });
    if (op === operator.restore || op === operator.paintFormXObjectEnd) state = stack.pop() ?? state;
    if (op === operator.transform) state.matrix = multiply(state.matrix, args as unknown as Matrix);
    else if (op === operator.paintFormXObjectBegin) {
      if (args?.[0]) state.matrix = multiply(state.matrix, args[0] as Matrix);
    } else if (op === operator.constructPath) {
      const data = (args?.[1] as (ArrayLike<number> | null)[] | undefined)?.[0];
      if (data) met += paint(page, args![0] as number, data, state);
    } else setState(op, args, state, objects);
  }
  const pixels = { width: page.width, height: page.height, channels: 1 as const, data: page.data };
  return { pixels, frame: [width, 0, 0, -height, 0, height] };
}

function paint(page: Bitmap, op: number, data: ArrayLike<number>, state: DrawingState): number {
  const way = painting.get(op);
  if (way === undefined) return 0;
  const outlines = outlinesOf(data, inPixels(state.matrix, scale));
  let met = 0;
  if (way.winding !== null && state.fillAlpha > paper)
    met += fillOutlines(page, outlines, way.winding, shadeOf(state.fillColour));
  if (!way.strokes || state.strokeAlpha <= paper) return met;
  const thickness = Math.max(1, state.lineWidth * scaleOf(state.matrix) * scale);
  for (const stroke of strokesOf(outlines, thickness))
    met += fillOutlines(page, [stroke], 'nonzero', shadeOf(state.strokeColour));
  return met;
}

function shadeOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  );
  return 0.3 * red + 0.59 * green + 0.11 * blue >= paper ? 255 : 0;
}
