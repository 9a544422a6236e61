import type { Box } from '../../../schemas/index.ts';
import type { DrawnDigit } from '../characters/digit-outlines.ts';
import type { GlyphNames } from '../characters/drawn-fonts.ts';
import { identity, type Matrix } from './matrix.ts';

/** The part of a font object of pdf.js that places glyphs; an embedded program is never run. */
export interface FontFace {
  loadedName: string;
  /** As the file calls it, with the mark of a subset: ABCDEF+Wingdings. */
  name?: string | undefined;
  /** Its codes are of one or more bytes. */
  composite?: boolean | undefined;
  fontMatrix?: number[] | undefined;
  bbox?: number[] | undefined;
  vertical?: boolean | undefined;
  isType3Font?: boolean | undefined;
  /** Of a Type 3 font that may have no map: what else tells its characters. */
  glyphNames?: GlyphNames | undefined;
  /** Whether these digits of an embedded program are drawn as others than their texts name. */
  drawsOtherDigits?: (digits: Iterable<DrawnDigit>) => boolean;
  bold?: boolean | undefined;
  black?: boolean | undefined;
  /** pdf.js could not make anything of it, and gives none of its glyphs. */
  lost?: boolean;
}

/** Graphics and text state of ISO 32000-1 §8.4 and §9.3, as far as it moves or hides a mark. */
export interface DrawingState {
  matrix: Matrix;
  clip: Box;
  fillColour: string;
  strokeColour: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** What is painted lets through what lies under it, by a blend mode or a soft mask. */
  blends: boolean;
  masked: boolean;
  /** The fill colour is a pattern, which may leave gaps. */
  patterned: boolean;
  lineWidth: number;
  font: FontFace | null;
  /** Negative sizes turn the writing round: kept apart as a direction, as pdf.js does. */
  fontSize: number;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  /** Pen and start of the line in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function initialState(matrix: Matrix, clip: Box): DrawingState {
  return {
    matrix,
    clip,
    fillColour: '#000000',
    strokeColour: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    blends: false,
    masked: false,
    patterned: false,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** The overlap of two boxes; an empty one has no width or height. */
export function overlap(a: Box, b: Box): Box {
  const x0 = Math.max(a.x0, b.x0);
  const y0 = Math.max(a.y0, b.y0);
  return { x0, y0, x1: Math.max(x0, Math.min(a.x1, b.x1)), y1: Math.max(y0, Math.min(a.y1, b.y1)) };
}
