import type { Box } from '../../schemas/index.ts';
import type { PageMarks } from '../geometry/marks.ts';
import { rulingsFromDots } from '../geometry/rulings/dots.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { endRun } from './characters/clipped-runs.ts';
import type { TextMarks } from './characters/glyphs.ts';
import { markOtherDigits } from './characters/other-digits.ts';
import { markUnmapped } from './characters/unmapped-fonts.ts';
import { blankDrawing, draw } from './drawing/drawing.ts';
import type { Matrix } from './drawing/matrix.ts';
import type { PageObjects } from './drawing/state-operators.ts';

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
  /** Fields whose value is of a kind that is not read. */
  unreadFields: number;
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

/** Reads glyphs, rulings, fills and pictures of a page in one pass over its operators. */
export function readMarks(
  list: OperatorList,
  frame: PageFrame,
  objects: PageObjects,
  settings: GeometrySettings,
): ReadMarks {
  const drawing = blankDrawing(frame, objects, settings);
  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) draw(drawing, fnArray[i]!, argsArray[i] as unknown[] | null);
  const { text, paths, images, forms, pictures, annotations, isCutShort } = drawing;
  endRun(text, settings);
  rulingsFromDots(paths.dots, paths.rulings, settings);
  const { slanted, leftOut } = text;
  const { glyphs, unmapped, rubbish } = markUnmapped(text.fonts, text.glyphs);
  const digits = markOtherDigits(text.fonts, glyphs);
  const unreadable = Math.max(text.unreadable, unmapped) + digits;
  const { rulings, partings, slants, fills, shapes } = paths;
  const { number, width, height, rotation } = frame;
  const frames = { number, width, height, rotation };
  return {
    ...frames,
    glyphs,
    slanted,
    rulings,
    partings,
    slants,
    fills,
    images,
    forms: forms.find((boxes) => boxes.length > 1) ?? [],
    leftOut,
    unreadable,
    rubbish: rubbish + digits,
    shapes,
    lost: text.lost,
    pictures,
    annotations,
    isCutShort,
    lostObjects: 0,
    unreadFields: 0,
  };
}
