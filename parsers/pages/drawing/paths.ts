import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import { noInk } from '../characters/no-ink.ts';
import { type DrawingState, overlap } from './drawing-state.ts';
import { scaleOf } from './matrix.ts';
import { operator, pathCommand } from './operators.ts';
import { addSlant, addThinArea } from './slants.ts';
import { addThinBox, type PathMarks } from './thin-boxes.ts';

export { addThinBox, type PathMarks };

const strokes = new Set<number>([
  operator.stroke,
  operator.closeStroke,
  operator.fillStroke,
  operator.eoFillStroke,
  operator.closeFillStroke,
  operator.closeEOFillStroke,
]);
const fills = new Set<number>([
  operator.fill,
  operator.eoFill,
  operator.fillStroke,
  operator.eoFillStroke,
  operator.closeFillStroke,
  operator.closeEOFillStroke,
]);

/** Operators that leave out what two parts of a path enclose. */
const evenOdd = new Set<number>([operator.eoFill, operator.eoFillStroke, operator.closeEOFillStroke]);

/** Below this opacity a mark cannot be seen. */
export const minAlpha = 0.03;

/** How far, in page points, the ends of a line may be out of true for it to be upright or level. */
const straightness = 0.6;

/** The same of a line as long as a side of a cell. */
const askew = 1.2;
const longSide = 15;

/** Whether a line runs along one axis: `along` it and `off` it, in points, as it does. */
function isStraight(along: number, off: number): boolean {
  return off < straightness || (off < askew && along > longSide);
}

/** A curve that is no further from a line than this is one, in points. */
const bend = 0.1;

/** Whether points between two others lie on the line from the one to the other. */
function areOnLine(from: readonly number[], between: readonly number[], to: readonly number[]): boolean {
  const [x0 = 0, y0 = 0] = from;
  const [dx, dy] = [to[0]! - x0, to[1]! - y0];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [0, 0];
  for (let i = 0; i < between.length; i += 2) {
    const [x, y] = [between[i]! - x0, between[i + 1]! - y0];
    const along = x * ux + y * uy;
    if (Math.hypot(x - along * ux, y - along * uy) > bend) return false;
    if (along < -bend || along > length + bend) return false;
  }
  return true;
}

/** A piece of a path between two moves: its points on the page, and whether a curve is among them that is no line. */
interface Subpath {
  points: number[];
  curved: boolean;
  closed: boolean;
}

/** Sorts one painted path into rulings, dots and fills. Curves and slants are no rulings. */
export function paintPath(
  op: number,
  data: ArrayLike<number>,
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  const subpaths = readSubpaths(data, state);
  const { strokeAlpha, strokeColour, fillAlpha, fillColour } = state;
  if (strokes.has(op) && strokeAlpha > minAlpha && strokeColour !== noInk)
    strokePath(subpaths, state, marks, settings);
  if (fills.has(op) && fillAlpha > minAlpha && fillColour !== noInk)
    fillPath(subpaths, evenOdd.has(op), state, marks, settings);
}

/** The box that a path encloses, for clipping; null for an empty path. */
export function pathBox(data: ArrayLike<number>, state: DrawingState): Box | null {
  let box: Box | null = null;
  for (const { points } of readSubpaths(data, state))
    box = box ? boxAround(box, boxOf(points)) : boxOf(points);
  return box;
}

function readSubpaths(data: ArrayLike<number>, state: DrawingState): Subpath[] {
  const m = state.matrix;
  const subpaths: Subpath[] = [];
  let current: Subpath | null = null;
  const pointAt = (i: number): [number, number] => {
    const [x, y] = [data[i] ?? 0, data[i + 1] ?? 0];
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  };
  for (let i = 0; i < data.length; ) {
    const command = data[i++];
    if (command === pathCommand.closePath) {
      if (current) current.closed = true;
      continue;
    }
    if (command === pathCommand.moveTo || !current) {
      current = { points: [], curved: false, closed: false };
      subpaths.push(current);
    }
    const size: number =
      command === pathCommand.curveTo ? 6 : command === pathCommand.quadraticCurveTo ? 4 : 2;
    const end = pointAt(i + size - 2);
    if (size > 2 && !current.curved) {
      const handles = size === 4 ? pointAt(i) : [...pointAt(i), ...pointAt(i + 2)];
      current.curved = !areOnLine(current.points.slice(-2), handles, end);
    }
    current.points.push(end[0], end[1]);
    i += size;
  }
  return subpaths.filter((subpath) => subpath.points.length > 2 || subpath.closed);
}

function strokePath(
  subpaths: Subpath[],
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  const thickness = Math.max(state.lineWidth * scaleOf(state.matrix), 0.1);
  for (const { points, curved, closed } of subpaths) {
    if (curved) continue;
    if (thickness > settings.maxRulingThickness) {
      // A short fat stroke is how some writers fill a cell.
      thickStroke(points, thickness, state, marks);
      continue;
    }
    for (let i = 0; i + 3 < points.length; i += 2)
      addSegment(
        points[i]!,
        points[i + 1]!,
        points[i + 2]!,
        points[i + 3]!,
        thickness,
        state,
        marks,
        settings,
      );
    const n = points.length;
    if (closed && n > 4)
      addSegment(points[n - 2]!, points[n - 1]!, points[0]!, points[1]!, thickness, state, marks, settings);
  }
}

function thickStroke(points: number[], thickness: number, state: DrawingState, marks: PathMarks): void {
  if (points.length !== 4) return;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points;
  const [width, height] = [Math.abs(x0 - x1), Math.abs(y0 - y1)];
  const level = isStraight(width, height);
  if (!level && !isStraight(height, width)) return;
  const half = thickness / 2;
  const box = level
    ? { x0: Math.min(x0, x1), x1: Math.max(x0, x1), y0: y0 - half, y1: y0 + half }
    : { x0: x0 - half, x1: x0 + half, y0: Math.min(y0, y1), y1: Math.max(y0, y1) };
  marks.fills.push({ box: overlap(box, state.clip), colour: state.strokeColour });
}

function addSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  thickness: number,
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  const half = thickness / 2;
  const [width, height] = [Math.abs(x0 - x1), Math.abs(y0 - y1)];
  const level = isStraight(width, height);
  const upright = isStraight(height, width);
  if (!level && !upright) {
    addSlant(marks.slants, x0, y0, x1, y1);
    return;
  }
  const box = {
    x0: Math.min(x0, x1) - (upright ? half : 0),
    x1: Math.max(x0, x1) + (upright ? half : 0),
    y0: Math.min(y0, y1) - (level ? half : 0),
    y1: Math.max(y0, y1) + (level ? half : 0),
  };
  addThinBox(box, state.strokeColour, state, marks, settings);
}

function fillPath(
  subpaths: Subpath[],
  isEvenOdd: boolean,
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  const boxes: Box[] = [];
  for (const { points, curved } of subpaths) {
    const box = boxOf(points);
    const thin = Math.min(box.x1 - box.x0, box.y1 - box.y0) <= settings.maxRulingThickness;
    if (thin) addThinBox(box, state.fillColour, state, marks, settings);
    else if (!curved && isRectangle(points, box)) boxes.push(box);
    else if (!curved) addThinArea(marks.slants, points, settings.maxRulingThickness);
    if (
      (curved || points.length > rectangleCorners) &&
      isCharacterSized(box) &&
      marks.shapes.length < mostShapes
    )
      marks.shapes.push(box);
  }
  for (let i = 0; i < boxes.length; i++) {
    let [outer, inner] = [boxes[i]!, boxes[i + 1]];
    // WeasyPrint draws the inner side of a border first.
    if (isEvenOdd && inner && isFrame(inner, outer, settings.maxRulingThickness))
      [outer, inner] = [inner, outer];
    if (inner && isFrame(outer, inner, settings.maxRulingThickness)) {
      addFrame(outer, inner, state, marks, settings);
      i++;
    } else {
      const box = overlap(outer, state.clip);
      if (box.x1 - box.x0 <= 0 || box.y1 - box.y0 <= 0) continue;
      // Some printers paint large areas through a clip as thin as the line that shows.
      if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= settings.maxRulingThickness)
        addThinBox(box, state.fillColour, state, marks, settings);
      else marks.fills.push({ box, colour: state.fillColour });
    }
  }
}

/** Numbers of the corners of a rectangle that names its first corner again. */
const rectangleCorners = 10;

/** More shapes than a page has characters tell nothing more. */
const mostShapes = 20_000;

/** Sides of a drawn character or a stroke of it, in points. */
const characterSize = { least: 0.8, most: 40 };

export function isCharacterSized({ x0, y0, x1, y1 }: Box): boolean {
  const longer = Math.max(x1 - x0, y1 - y0);
  return longer >= characterSize.least && longer <= characterSize.most;
}

function isFrame(outer: Box, inner: Box, thickest: number): boolean {
  const sides = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
  return sides.every((side) => side >= -0.1 && side <= thickest) && sides.some((side) => side > 0.05);
}

function addFrame(
  outer: Box,
  inner: Box,
  state: DrawingState,
  marks: PathMarks,
  settings: GeometrySettings,
): void {
  const sides: Box[] = [
    { ...outer, y1: inner.y0 },
    { ...outer, y0: inner.y1 },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ];
  for (const side of sides)
    if (side.x1 - side.x0 > 0.05 && side.y1 - side.y0 > 0.05)
      addThinBox(side, state.fillColour, state, marks, settings);
}

function isRectangle(points: number[], box: Box): boolean {
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const onSide = Math.min(Math.abs(x - box.x0), Math.abs(x - box.x1)) < straightness;
    const onEnd = Math.min(Math.abs(y - box.y0), Math.abs(y - box.y1)) < straightness;
    if (!onSide || !onEnd) return false;
  }
  return points.length >= 8;
}

function boxOf(points: number[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (x < box.x0) box.x0 = x;
    if (x > box.x1) box.x1 = x;
    if (y < box.y0) box.y0 = y;
    if (y > box.y1) box.y1 = y;
  }
  return box;
}
