import type { Box } from '../../schemas/index.ts';
import { rulingsFromDots } from '../geometry/dots.ts';
import type { PageMarks } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { type DrawingState, initialState, overlap } from './drawing-state.ts';
import { type FontGlyph, showText, type TextMarks } from './glyphs.ts';
import { type Matrix, multiply, transformedBox } from './matrix.ts';
import { operator } from './operators.ts';
import { addThinBox, isCharacterSized, type PathMarks, paintPath, pathBox } from './paths.ts';
import { isOpaque, type PageObjects, setState } from './state-operators.ts';
import { markUnmapped } from './unmapped-fonts.ts';

/** An operator list as pdf.js gives it: operator numbers, and the arguments of each. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What the page itself says about its frame. */
export interface PageFrame {
  number: number;
  width: number;
  height: number;
  rotation: number;
  /** From page space to points from the top left of the page as shown: rotation, crop box and UserUnit applied. */
  transform: Matrix;
}

export interface ReadMarks extends PageMarks {
  slanted: TextMarks['slanted'];
  unreadable: number;
  /** Those among them that would pass for Latin text. */
  rubbish: number;
  /** Filled shapes that may be characters, drawn as curves. */
  shapes: Box[];
  /** Texts whose font could not be read. */
  lost: number;
  pictures: DrawnImage[];
  annotations: DrawnAnnotation[];
  /** What follows was not read: an error, or states inside one another without end. */
  isCutShort: boolean;
  /** Forms and pictures that are drawn and are not there. */
  lostObjects: number;
}

/** An annotation that the page draws: the runs of its text, and which of the rulings and areas are its own, from the first to before the last. */
export interface DrawnAnnotation {
  id: string;
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

/** Reads glyphs, rulings, fills and pictures of a page in one pass over its operators. */
export function readMarks(
  list: OperatorList,
  frame: PageFrame,
  objects: PageObjects,
  settings: GeometrySettings,
): ReadMarks {
  const page = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  const text: TextMarks = {
    glyphs: [],
    slanted: [],
    leftOut: [],
    unreadable: 0,
    lost: 0,
    fonts: new Map(),
    runs: 0,
    page,
  };
  const paths: PathMarks = { rulings: [], partings: [], fills: [], dots: [], shapes: [] };
  const images: Box[] = [];
  const pictures: DrawnImage[] = [];
  const annotations: DrawnAnnotation[] = [];
  const stack: DrawingState[] = [];
  const layers: boolean[] = [];
  /** Groups that are open: whether they are laid on the page as opaque. */
  const groups: boolean[] = [];
  let hidden = 0;
  let clipNext = false;
  let dotsBefore = 0;
  let isCutShort = false;
  let state = initialState(frame.transform, page);
  const save = (): void => void stack.push({ ...state });
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const image = (source: unknown, isMask: boolean): void => {
    const box = transformedBox(state.matrix, 0, 0, 1, 1);
    const thin = Math.min(box.x1 - box.x0, box.y1 - box.y0) <= settings.maxRulingThickness;
    if (thin) addThinBox(box, '', state, paths, settings);
    else {
      if (isCharacterSized(box)) paths.shapes.push(box);
      images.push(overlap(box, state.clip));
      const covers = !isMask && isOpaque(state) && !groups.includes(false);
      pictures.push({ source, isMask, frame: state.matrix, over: covers ? text.runs : 0 });
    }
  };

  const endAnnotation = (annotation: DrawnAnnotation): void => {
    annotation.end = text.runs;
    annotation.rulings.end = paths.rulings.length;
    annotation.fills.end = paths.fills.length;
  };

  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as unknown[] | null;
    switch (fnArray[i]) {
      case operator.save:
        save();
        break;
      case operator.restore:
        restore();
        break;
      case operator.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case operator.constructPath: {
        const data = (args?.[1] as (ArrayLike<number> | null)[] | undefined)?.[0];
        if (data && hidden === 0) {
          const painted = paths.fills.length;
          if (args?.[0] !== operator.endPath) paintPath(args![0] as number, data, state, paths, settings);
          // Most areas are painted before their text; only one over text can hide some.
          if (text.runs > 0 && isOpaque(state) && !groups.includes(false))
            for (const fill of paths.fills.slice(painted)) fill.hidesBefore = text.runs;
          const box = clipNext ? pathBox(data, state) : null;
          if (box) state.clip = overlap(box, state.clip);
        }
        clipNext = false;
        break;
      }
      case operator.clip:
      case operator.eoClip:
        clipNext = true;
        break;
      case operator.paintFormXObjectBegin: {
        save();
        const matrix = args?.[0] as Matrix | null | undefined;
        const bbox = args?.[1] as number[] | null | undefined;
        if (matrix) state.matrix = multiply(state.matrix, matrix);
        if (bbox) {
          const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox;
          state.clip = overlap(transformedBox(state.matrix, x0, y0, x1, y1), state.clip);
        }
        break;
      }
      case operator.paintFormXObjectEnd:
        restore();
        break;
      case operator.beginGroup:
        groups.push(isOpaque(state));
        break;
      case operator.endGroup:
        groups.pop();
        break;
      case operator.beginAnnotation: {
        save();
        annotations.push({
          id: String(args?.[0]),
          from: text.runs,
          end: text.runs,
          rulings: { from: paths.rulings.length, end: paths.rulings.length },
          fills: { from: paths.fills.length, end: paths.fills.length },
        });
        dotsBefore = paths.dots.length;
        // An annotation is drawn in the frame of the page, whatever the page left behind (ISO 32000-1 §12.5.5).
        const transform = (args?.[2] ?? null) as Matrix | null;
        const matrix = (args?.[3] ?? null) as Matrix | null;
        state = initialState(frame.transform, page);
        if (transform) state.matrix = multiply(state.matrix, transform);
        if (matrix) state.matrix = multiply(state.matrix, matrix);
        break;
      }
      case operator.endAnnotation:
        endAnnotation(annotations.at(-1)!);
        // Dots of an annotation make no line of a table.
        paths.dots.length = dotsBefore;
        restore();
        break;
      case operator.beginMarkedContentProps: {
        const isHidden = args?.[0] === 'OC' && !objects.isShown(args[1]);
        layers.push(isHidden);
        if (isHidden) hidden++;
        break;
      }
      case operator.beginMarkedContent:
        layers.push(false);
        break;
      case operator.endMarkedContent:
        if (layers.pop()) hidden--;
        break;
      case operator.paintImageXObject:
      case operator.paintInlineImageXObject:
        if (hidden === 0) image(args?.[0], false);
        break;
      case operator.paintImageMaskXObject:
      case operator.paintSolidColorImageMask:
        if (hidden === 0) image(args?.[0], true);
        break;
      case operator.showText:
        showText(args![0] as (FontGlyph | number)[], state, text, settings, hidden > 0);
        break;
      case operator.cutShort:
        isCutShort = true;
        break;
      default:
        setState(fnArray[i]!, args, state, objects);
    }
  }
  rulingsFromDots(paths.dots, paths.rulings, settings);
  const { slanted, leftOut } = text;
  const { glyphs, unmapped, rubbish } = markUnmapped(text.fonts, text.glyphs);
  const unreadable = Math.max(text.unreadable, unmapped);
  const { rulings, partings, fills, shapes } = paths;
  const { number, width, height, rotation } = frame;
  const frames = { number, width, height, rotation };
  return {
    ...frames,
    glyphs,
    slanted,
    rulings,
    partings,
    fills,
    images,
    leftOut,
    unreadable,
    rubbish,
    shapes,
    lost: text.lost,
    pictures,
    annotations,
    isCutShort,
    lostObjects: 0,
  };
}
