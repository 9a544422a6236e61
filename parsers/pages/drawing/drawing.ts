import type { Box } from '../../../schemas/index.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import { type FontGlyph, showText } from '../characters/glyphs.ts';
import type { TextMarks } from '../characters/text-marks.ts';
import { type DrawingState, initialState, overlap } from './drawing-state.ts';
import type { DrawnAnnotation, DrawnImage, PageFrame } from './drawn-objects.ts';
import { type Matrix, multiply, transformedBox } from './matrix.ts';
import { operator } from './operators.ts';
import { addThinBox, isCharacterSized, minAlpha, type PathMarks, paintPath, pathBox } from './paths.ts';
import { isOpaque, type PageObjects, patternColour, setState } from './state-operators.ts';

/** A page while its operators are read: what was drawn so far, and what the next one draws with. */
interface Drawing {
  frame: PageFrame;
  page: Box;
  objects: PageObjects;
  settings: GeometrySettings;
  text: TextMarks;
  paths: PathMarks;
  images: Box[];
  /** Forms on the page, by how many others each is drawn within. */
  forms: Box[][];
  formsOpen: number;
  pictures: DrawnImage[];
  annotations: DrawnAnnotation[];
  /** An error, or states inside one another without end: what follows was not read. */
  isCutShort: boolean;
  state: DrawingState;
  stack: DrawingState[];
  /** Layers that are open: whether they are hidden. */
  layers: boolean[];
  hidden: number;
  /** Groups that are open: whether they are laid on the page as opaque. */
  groups: boolean[];
  clipNext: boolean;
  /** How many dots the page had before the annotation that is open. */
  dotsBefore: number;
}

/** Forms within so many others are no pages that a printer put on one. */
const deepestSheet = 3;

export function blankDrawing(frame: PageFrame, objects: PageObjects, settings: GeometrySettings): Drawing {
  const page = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  return {
    frame,
    page,
    objects,
    settings,
    text: {
      glyphs: [],
      slanted: [],
      leftOut: [],
      open: null,
      unreadable: 0,
      lost: 0,
      fonts: new Map(),
      runs: 0,
      objects: 0,
      page,
    },
    paths: { rulings: [], partings: [], slants: [], fills: [], dots: [], shapes: [] },
    images: [],
    forms: Array.from({ length: deepestSheet }, () => []),
    formsOpen: 0,
    pictures: [],
    annotations: [],
    isCutShort: false,
    state: initialState(frame.transform, page),
    stack: [],
    layers: [],
    hidden: 0,
    groups: [],
    clipNext: false,
    dotsBefore: 0,
  };
}

/** What one operator draws, or changes for those behind it. */
export function draw(drawing: Drawing, fn: number, args: unknown[] | null): void {
  if (nest(drawing, fn, args)) return;
  const { state, text, settings, objects } = drawing;
  switch (fn) {
    case operator.transform:
      state.matrix = multiply(state.matrix, args as unknown as Matrix);
      return;
    case operator.constructPath:
      drawPath(drawing, args);
      return;
    case operator.shadingFill:
      shade(drawing);
      return;
    case operator.clip:
    case operator.eoClip:
      drawing.clipNext = true;
      return;
    case operator.paintImageXObject:
    case operator.paintInlineImageXObject:
      drawImage(drawing, args?.[0], false);
      return;
    case operator.paintImageMaskXObject:
    case operator.paintSolidColorImageMask:
      drawImage(drawing, args?.[0], true);
      return;
    case operator.showText:
      showText(args![0] as (FontGlyph | number)[], state, text, settings, drawing.hidden > 0);
      return;
    case operator.cutShort:
      drawing.isCutShort = true;
      return;
    case operator.beginText:
      text.objects++;
      setState(fn, args, state, objects);
      return;
    default:
      setState(fn, args, state, objects);
  }
}

/** Opens or closes what holds other operators: states, forms, groups, annotations, layers. False where the operator does neither. */
function nest(drawing: Drawing, fn: number, args: unknown[] | null): boolean {
  switch (fn) {
    case operator.save:
      save(drawing);
      return true;
    case operator.restore:
      restore(drawing);
      return true;
    case operator.paintFormXObjectBegin:
      beginForm(drawing, args);
      return true;
    case operator.paintFormXObjectEnd:
      drawing.formsOpen--;
      restore(drawing);
      return true;
    case operator.beginGroup:
      drawing.groups.push(isOpaque(drawing.state));
      return true;
    case operator.endGroup:
      drawing.groups.pop();
      return true;
    case operator.beginAnnotation:
      beginAnnotation(drawing, args);
      return true;
    case operator.endAnnotation:
      endAnnotation(drawing);
      return true;
    case operator.beginMarkedContentProps:
      beginLayer(drawing, args?.[0] === 'OC' && !drawing.objects.isShown(args[1]));
      return true;
    case operator.beginMarkedContent:
      beginLayer(drawing, false);
      return true;
    case operator.endMarkedContent:
      if (drawing.layers.pop()) drawing.hidden--;
      return true;
    default:
      return false;
  }
}

function save({ stack, state }: Drawing): void {
  stack.push({ ...state });
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.stack.pop() ?? drawing.state;
}

function beginLayer(drawing: Drawing, isHidden: boolean): void {
  drawing.layers.push(isHidden);
  if (isHidden) drawing.hidden++;
}

function drawPath(drawing: Drawing, args: unknown[] | null): void {
  const { state, paths, text, settings } = drawing;
  const data = (args?.[1] as (ArrayLike<number> | null)[] | undefined)?.[0];
  if (data && drawing.hidden === 0) {
    const painted = paths.fills.length;
    if (args?.[0] !== operator.endPath) paintPath(args![0] as number, data, state, paths, settings);
    // Most areas are painted before their text; only one over text, or over a picture, can hide some.
    if (text.runs + drawing.pictures.length > 0 && covers(drawing))
      for (const fill of paths.fills.slice(painted)) {
        if (text.runs > 0) fill.hidesBefore = text.runs;
        if (drawing.pictures.length > 0) fill.overPictures = drawing.pictures.length;
      }
    const box = drawing.clipNext ? pathBox(data, state) : null;
    if (box) state.clip = overlap(box, state.clip);
  }
  drawing.clipNext = false;
}

/** Colours that pass into one another over all that is not clipped off (ISO 32000-1 §8.7.4.2): a line, or a ground on which white letters show. */
function shade({ hidden, state, paths, settings }: Drawing): void {
  const { clip: box, fillAlpha } = state;
  if (hidden > 0 || fillAlpha <= minAlpha) return;
  if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= settings.maxRulingThickness)
    addThinBox(box, patternColour, state, paths, settings);
  else paths.fills.push({ box, colour: patternColour });
}

function drawImage(drawing: Drawing, source: unknown, isMask: boolean): void {
  if (drawing.hidden > 0) return;
  const { state, paths, settings } = drawing;
  const box = transformedBox(state.matrix, 0, 0, 1, 1);
  if (Math.min(box.x1 - box.x0, box.y1 - box.y0) <= settings.maxRulingThickness) {
    addThinBox(box, '', state, paths, settings);
    return;
  }
  if (isCharacterSized(box)) paths.shapes.push(box);
  drawing.images.push(overlap(box, state.clip));
  const over = !isMask && covers(drawing) ? drawing.text.runs : 0;
  drawing.pictures.push({ source, isMask, frame: state.matrix, over });
}

/** Whether what is drawn now lets nothing through that is below it. */
function covers({ state, groups }: Drawing): boolean {
  return isOpaque(state) && !groups.includes(false);
}

function beginForm(drawing: Drawing, args: unknown[] | null): void {
  save(drawing);
  const { state } = drawing;
  const matrix = args?.[0] as Matrix | null | undefined;
  const bbox = args?.[1] as number[] | null | undefined;
  if (matrix) state.matrix = multiply(state.matrix, matrix);
  if (bbox) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox;
    const box = transformedBox(state.matrix, x0, y0, x1, y1);
    state.clip = overlap(box, state.clip);
    drawing.forms[drawing.formsOpen]?.push(box);
  }
  drawing.formsOpen++;
}

function beginAnnotation(drawing: Drawing, args: unknown[] | null): void {
  save(drawing);
  const { text, paths } = drawing;
  drawing.annotations.push({
    id: String(args?.[0]),
    hidden: drawing.hidden > 0,
    from: text.runs,
    end: text.runs,
    rulings: { from: paths.rulings.length, end: paths.rulings.length },
    fills: { from: paths.fills.length, end: paths.fills.length },
  });
  drawing.dotsBefore = paths.dots.length;
  // An annotation is drawn in the frame of the page, whatever the page left behind (ISO 32000-1 §12.5.5).
  const transform = (args?.[2] ?? null) as Matrix | null;
  const matrix = (args?.[3] ?? null) as Matrix | null;
  const state = initialState(drawing.frame.transform, drawing.page);
  if (transform) state.matrix = multiply(state.matrix, transform);
  if (matrix) state.matrix = multiply(state.matrix, matrix);
  drawing.state = state;
}

function endAnnotation(drawing: Drawing): void {
  const { text, paths } = drawing;
  const annotation = drawing.annotations.at(-1)!;
  annotation.end = text.runs;
  annotation.rulings.end = paths.rulings.length;
  annotation.fills.end = paths.fills.length;
  // Dots of an annotation make no line of a table.
  paths.dots.length = drawing.dotsBefore;
  restore(drawing);
}
