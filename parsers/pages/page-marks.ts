import type { Box } from '../../schemas/index.ts';
import type { PageMarks } from '../geometry/marks.ts';
import { rulingsFromDots } from '../geometry/rulings/dots.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { endRun } from './characters/clipped-runs.ts';
import { markOtherDigits } from './characters/other-digits.ts';
import type { TextMarks } from './characters/text-marks.ts';
import { markUnmapped } from './characters/unmapped-fonts.ts';
import { blankDrawing, draw } from './drawing/drawing.ts';
import type { DrawnAnnotation, DrawnImage, PageFrame } from './drawing/drawn-objects.ts';
import type { PageObjects } from './drawing/state-operators.ts';

/** An operator list as pdf.js gives it: operator numbers, and the arguments of each. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
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
