import type { Box } from '../../../schemas/index.ts';
import { identity, type Matrix, multiply } from '../../pages/drawing/matrix.ts';
import { operator } from '../../pages/drawing/operators.ts';
import { attributeOf, type Element, textIn } from '../package/markup-tree.ts';
import { contentOf, type Resources } from '../package/resources.ts';
import { boxOf, flagOf, matrixOf, numberOf } from '../package/values.ts';
import { clipToAreas, clipToBoundary, sizeOf } from './clips.ts';
import { black, isShown, type Paint, type Pen, paintOf, penOfObject } from './colours.ts';
import type { TextFont } from './glyph-widths.ts';
import { type Operators, paint, put, restore, save, transform } from './operator-list.ts';
import { pathData } from './path-data.ts';
import { closeText, drawText, endOf, showsAny, type TextEnd, textDrawing } from './text-object.ts';

/** A page while its objects are drawn. */
export interface PageDrawing {
  list: Operators;
  resources: Resources;
  /** By the number of its resource. */
  font: (id: string, resources: Resources) => TextFont;
  /** Objects that are drawn and whose resource, or content, is not there or damaged. */
  lost: number;
  objects: number;
  /** Characters of its paths so far, and of its texts, each for several. */
  length: number;
  /** Units composed of objects that were drawn. */
  units: number;
  /** Those that are being drawn, each inside the one before. */
  open: string[];
  isCutShort: boolean;
  /** Where the text drawn before ends. */
  end: TextEnd | null;
}

/** What is drawn with around an object. */
interface Around {
  pen: Pen;
  /** 0 to 1. */
  alpha: number;
}

/** Objects of one page, those of units as often as they are drawn: a page of single signs has some ten thousand. */
const mostObjects = 1_000_000;

/** Characters of paths that one page is drawn from (a map has some millions), and how many of them a sign of a text counts for: it takes more memory. */
const mostLength = 8_000_000;
const signLength = 20;

/** Whether a page may draw another text or path; it ends before one that would take more memory than any page is worth. */
function isAllowed(object: Element, name: string, drawing: PageDrawing): boolean {
  for (const child of object.children)
    if (child.name === name) drawing.length += child.raw.length * (name === 'TextCode' ? signLength : 1);
  drawing.isCutShort ||= drawing.length > mostLength;
  return drawing.length <= mostLength;
}

/** Units inside one another; one that holds itself stops there. */
const deepestUnit = 30;

/** Units that one page draws: those inside one another may be drawn without end. */
const mostUnits = 100_000;

/** Stands for a layer that is not shown. */
export const hiddenLayer = 'hidden';

/** Draws the objects of a layer or a block in their order (§7.7). */
export function drawObjects(elements: readonly Element[], around: Around, drawing: PageDrawing): void {
  for (const element of elements) {
    const draw = drawers[element.name];
    if (draw === undefined) continue;
    if (++drawing.objects > mostObjects) {
      drawing.isCutShort = true;
      return;
    }
    const shown = isShown(element);
    const { list } = drawing;
    if (!shown) put(list, operator.beginMarkedContentProps, ['OC', hiddenLayer]);
    draw(element, around, drawing);
    if (!shown) put(list, operator.endMarkedContent);
  }
}

const drawers: Record<string, (element: Element, around: Around, drawing: PageDrawing) => void> = {
  PageBlock: (block, around, drawing) => drawObjects(block.children, around, drawing),
  TextObject: drawTextObject,
  PathObject: drawPathObject,
  ImageObject: drawImageObject,
  CompositeObject: drawCompositeObject,
};

/** Where an object stands: its Boundary, and its own transformation within. */
interface Placed {
  boundary: Box | null;
  matrix: Matrix;
}

function placeOf(object: Element): Placed {
  return {
    boundary: boxOf(attributeOf(object, 'Boundary')),
    matrix: matrixOf(attributeOf(object, 'CTM')) ?? identity,
  };
}

/** Enters the space of an object. `limits`: whether its Boundary cuts it off. */
function enter(object: Element, { boundary, matrix }: Placed, limits: boolean, list: Operators): void {
  save(list);
  if (boundary !== null) transform(list, [1, 0, 0, 1, boundary.x0, boundary.y0]);
  if (limits) clipToBoundary(list, boundary);
  if (matrix !== identity) transform(list, matrix);
  clipToAreas(list, object);
}

const alphaOf = (object: Element, { alpha }: Around): number =>
  (alpha * Math.min(255, Math.max(0, numberOf(attributeOf(object, 'Alpha')) ?? 255))) / 255;

function setPaint(list: Operators, kind: 'fill' | 'stroke', { value, alpha }: Paint, outer: number): void {
  const [colour, pattern, key] =
    kind === 'fill'
      ? [operator.setFillRGBColor, operator.setFillColorN, 'ca']
      : [operator.setStrokeRGBColor, operator.setStrokeColorN, 'CA'];
  put(list, value === null ? pattern : colour, value === null ? [] : [value]);
  put(list, operator.setGState, [[[key, alpha * outer]]]);
}

function drawTextObject(object: Element, around: Around, drawing: PageDrawing): void {
  if (!isAllowed(object, 'TextCode', drawing)) return;
  const { list, resources } = drawing;
  const id = attributeOf(object, 'Font') ?? '';
  const text = textDrawing(object, drawing.font(id, resources));
  if (text.lines.length === 0) return;
  const place = placeOf(object);
  const inPage = place.boundary
    ? multiply([1, 0, 0, 1, place.boundary.x0, place.boundary.y0], place.matrix)
    : place.matrix;
  const goesOn = closeText(drawing.end, text, inPage);
  drawing.end = endOf(text, inPage, place.boundary);
  const pen = penOfObject(object, around.pen, resources);
  const alpha = alphaOf(object, around);
  const [width, height] = place.boundary === null ? [0, 0] : sizeOf(place.boundary);
  const limits =
    width > 0 && height > 0 && showsAny(text, place.matrix, { x0: 0, y0: 0, x1: width, y1: height });
  enter(object, place, limits, list);
  setPaint(list, 'fill', pen.fill ? paintOf(pen.fill, resources) : black, alpha);
  if (text.setting.strokes)
    setPaint(list, 'stroke', pen.stroke ? paintOf(pen.stroke, resources) : black, alpha);
  drawText(list, text, text.setting.bold ? `${id} bold` : id, goesOn);
  restore(list);
}

/** Of a line whose width nothing says (§8.2), millimetres. */
const usualLineWidth = 0.353;

/** Painting by what is stroked and filled, and by which rule. */
const painting = {
  stroke: operator.stroke,
  fill: { NonZero: operator.fill, 'Even-Odd': operator.eoFill },
  both: { NonZero: operator.fillStroke, 'Even-Odd': operator.eoFillStroke },
} as const;

function drawPathObject(object: Element, around: Around, drawing: PageDrawing): void {
  const { list, resources } = drawing;
  const pen = penOfObject(object, around.pen, resources);
  const strokes = flagOf(attributeOf(object, 'Stroke'), true);
  // A path that nothing gives a colour to is filled with none (§9.1).
  const fill = flagOf(attributeOf(object, 'Fill'), false) && pen.fill ? paintOf(pen.fill, resources) : null;
  if (!strokes && fill === null) return;
  if (!isAllowed(object, 'AbbreviatedData', drawing)) return;
  const { data, whole } = pathData(textIn(object, 'AbbreviatedData') ?? '');
  if (!whole) drawing.lost++;
  if (data.length === 0) return;
  const alpha = alphaOf(object, around);
  const rule = attributeOf(object, 'Rule') === 'Even-Odd' ? 'Even-Odd' : 'NonZero';
  enter(object, placeOf(object), true, list);
  if (fill !== null) setPaint(list, 'fill', fill, alpha);
  if (strokes) {
    setPaint(list, 'stroke', pen.stroke ? paintOf(pen.stroke, resources) : black, alpha);
    put(list, operator.setLineWidth, [Math.abs(pen.lineWidth ?? usualLineWidth)]);
  }
  const how = strokes ? (fill === null ? painting.stroke : painting.both[rule]) : painting.fill[rule];
  paint(list, how, data);
  restore(list);
}

/** Paths of the parts that hold a picture, and what of it is hidden. */
export interface PictureSource {
  path: string;
  mask: string | null;
}

function drawImageObject(object: Element, around: Around, drawing: PageDrawing): void {
  const { list, resources } = drawing;
  const path = resources.picture(attributeOf(object, 'ResourceID') ?? '');
  if (path === undefined) {
    drawing.lost++;
    return;
  }
  const place = placeOf(object);
  const [width, height] = place.boundary === null ? [0, 0] : sizeOf(place.boundary);
  enter(object, place, true, list);
  // A picture fills the unit square (§10); one that no transformation makes large fills its Boundary.
  if (place.matrix === identity && width > 0 && height > 0) transform(list, [width, 0, 0, height, 0, 0]);
  put(list, operator.setGState, [[['ca', alphaOf(object, around)]]]);
  const mask = resources.picture(attributeOf(object, 'ImageMask') ?? '') ?? null;
  if (mask !== null) put(list, operator.setGState, [[['SMask', true]]]);
  // Its first row is at the top, where the square of PDF has its end.
  transform(list, [1, 0, 0, -1, 0, 1]);
  put(list, operator.paintImageXObject, [{ path, mask } satisfies PictureSource]);
  restore(list);
}

function drawCompositeObject(object: Element, around: Around, drawing: PageDrawing): void {
  const { list, resources, open } = drawing;
  const id = attributeOf(object, 'ResourceID') ?? '';
  const unit = resources.composite(id);
  if (unit === undefined) {
    drawing.lost++;
    return;
  }
  if (open.includes(id) || open.length >= deepestUnit || ++drawing.units > mostUnits) {
    drawing.isCutShort = true;
    return;
  }
  open.push(id);
  drawing.end = null;
  enter(object, placeOf(object), true, list);
  const pen = penOfObject(object, around.pen, resources);
  drawObjects(contentOf(unit).children, { pen, alpha: alphaOf(object, around) }, drawing);
  restore(list);
  drawing.end = null;
  open.pop();
}
