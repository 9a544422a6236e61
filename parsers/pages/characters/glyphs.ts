import type { Box } from '../../../schemas/index.ts';
import type { Glyph, Turn } from '../../geometry/marks.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import type { DrawingState, FontFace } from '../drawing/drawing-state.ts';
import { type Matrix, multiply, transformedBox } from '../drawing/matrix.ts';
import { noCharacter } from './broken-maps.ts';
import { addRun, leaveOut } from './clipped-runs.ts';
import { isDrawnControl } from './folded-maps.ts';
import { printsNothing } from './no-ink.ts';
import { isWanting, signOf } from './sign-fonts.ts';
import type { TextMarks } from './text-marks.ts';
import { readCharacter, unknownCharacter } from './unicode.ts';
import { count, type FontUse, useOf } from './unmapped-fonts.ts';

/** A glyph as pdf.js hands it over, the same object wherever a font writes the same code: widths in thousandths of the font size. */
export interface FontGlyph {
  unicode: string;
  width: number;
  /** The code that wrote it. */
  originalCharCode?: number;
  fontChar?: string;
  isSpace?: boolean;
  /** It draws another sign than its text names. */
  contradicted?: true;
  vmetric?: number[] | null;
  /** The glyph of the font that this is, where it has a width of its own. */
  of?: FontGlyph;
}

/** Em box above and below the base line: the design of nearly all fonts for Chinese is 0.88 over 0.12. */
const ascent = 0.88;
const descent = 0.12;

/** Text turned by less than this (as |sin|) against an axis counts as straight. */
const slantTolerance = 0.12;

const hiddenModes = new Set([3, 7]);
const minAlpha = 0.03;

/** Share of the page's height below which no eye sees a text: 0.8 points of A4. */
const tiniest = 0.001;

const fontIdentity = 0.001;

/** Letters that belong together are spaced apart by no more than this, in ems. */
const widestSpacing = 1;

/** What makes a figure doubtful whose text and glyphs are two. */
const drawnOtherwise = 'its glyphs draw another figure than its text names';

/** What is drawn by a sign that nobody tells. */
const unknownSign = { text: unknownCharacter, unknown: true };

/** Places the glyphs of one showText operator and moves the pen behind them (ISO 32000-1 §9.4.4). */
export function showText(
  items: readonly (FontGlyph | number | null)[],
  state: DrawingState,
  text: TextMarks,
  settings: GeometrySettings,
  hiddenLayer: boolean,
): void {
  if (!state.font || state.fontSize === 0) return;
  if (state.font.lost && items.length === 0) text.lost++;
  const { glyphs, turn, em } = placedGlyphs(items, state.font, state, text);
  if (turn === null) {
    for (const glyph of glyphs) if (glyph.text !== noCharacter) text.slanted.push(glyph);
  } else if (hiddenLayer) leaveOut(glyphs, 'hidden_layer', text);
  else if (isInvisible(state, em, text.page)) leaveOut(glyphs, 'invisible', text);
  else addRun(glyphs, state.clip, text, settings);
}

/** The glyphs of one run where they stand on the page, their direction (null: slanted) and their height; moves the pen behind them. */
function placedGlyphs(
  items: readonly (FontGlyph | number | null)[],
  font: FontFace,
  state: DrawingState,
  text: TextMarks,
): { glyphs: Glyph[]; turn: Turn | null; em: number } {
  const size = state.fontSize;
  const unit = font.fontMatrix?.[0] ?? fontIdentity;
  const advanceScale = size * unit;
  const stretch = state.horizontalScale * state.fontDirection;
  const vertical = font.vertical === true;
  const placed = multiply(state.matrix, multiply(state.textMatrix, penMatrix(state, stretch)));
  const turn = turnOf(placed);
  const em = Math.hypot(placed[2], placed[3]) * emHeight(state, size, unit);
  const [up, down] = verticalExtent(state, size);
  const run = text.runs++;
  const ink = inkOf(state);
  const glyphs: Glyph[] = [];
  const use = useOf(font, text.fonts);
  const lastGlyph = items.findLastIndex((item) => item !== null && typeof item !== 'number');
  let x = 0;
  for (const [i, item] of items.entries()) {
    if (item === null) continue;
    if (typeof item === 'number') {
      x += ((vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const { text: character, unknown } = characterOf(font, item, use);
    if (unknown) text.unreadable++;
    const metric = vertical ? item.vmetric : null;
    const width = item.width * advanceScale;
    const left = metric ? -(metric[1] ?? 0) * advanceScale : x;
    const base = metric ? -(x + (metric[2] ?? 0) * advanceScale) : 0;
    // What is drawn and taken for no character may be one of a map that names none.
    if (character !== '' || item.unicode === noCharacter || isDrawnControl(item)) {
      // Letters that are spaced apart stand beside each other: what is between them parts no words.
      const apart = i < lastGlyph && spacing > 0 && spacing <= widestSpacing * size ? spacing : 0;
      const box = transformedBox(placed, left, base - down, left + width + (vertical ? 0 : apart), base + up);
      const glyph: Glyph = {
        text: character || noCharacter,
        box,
        baseline: baselineOf(placed, left, base, turn),
        size: em,
        turn: turn ?? 0,
        font: font.loadedName,
        bold: font.bold === true || font.black === true,
        colour: ink,
        run,
        object: text.objects,
        cut: false,
      };
      if (unknown) glyph.unknown = true;
      if (item.contradicted || isWanting(font, item, character)) glyph.doubt = drawnOtherwise;
      glyphs.push(glyph);
    }
    x += metric
      ? -(metric[0] ?? 0) * advanceScale - spacing * state.fontDirection
      : width + spacing * state.fontDirection;
  }
  if (vertical) state.y -= x;
  else state.x += x * stretch;
  return { glyphs, turn, em };
}

/** Where a glyph stands across the direction of its text. */
function baselineOf(placed: Matrix, left: number, base: number, turn: Turn | null): number {
  return turn === 0 || turn === 180
    ? placed[1] * left + placed[3] * base + placed[5]
    : placed[0] * left + placed[2] * base + placed[4];
}

/** Whether no eye sees a text of this size, whatever lies over it. */
function isInvisible(state: DrawingState, em: number, page: Box): boolean {
  const isTiny = em < tiniest * (page.y1 - page.y0);
  return (
    hiddenModes.has(state.renderingMode) || state.fillAlpha <= minAlpha || isTiny || printsNothing(state)
  );
}

/** What a glyph says, which its font is credited with; a sign drawn for no character is unknown. */
function characterOf(font: FontFace, item: FontGlyph, use: FontUse): { text: string; unknown: boolean } {
  const sign = signOf(font, item);
  const read = readCharacter(sign ?? item.unicode);
  if (sign === null) count(use, read, item.of ?? item);
  return sign === '' ? unknownSign : read;
}

/** The colour as it shows on white paper. */
function inkOf(state: DrawingState): string {
  // From 4 on a mode clips as well. A white text whose outlines are drawn is seen by them.
  const mode = state.renderingMode & 3;
  const isStroked = mode === 1 || (mode === 2 && state.fillColour === '#ffffff');
  const [colour, alpha] = isStroked
    ? [state.strokeColour, state.strokeAlpha]
    : [state.fillColour, state.fillAlpha];
  if (alpha >= 1) return colour;
  const mixed = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) || 0;
    return Math.round(255 - (255 - value) * alpha);
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function penMatrix(state: DrawingState, stretch: number): Matrix {
  // pdf.js keeps font sizes positive and turns the writing round by the direction instead.
  return [stretch, 0, 0, state.fontDirection, state.x, state.y + state.rise];
}

/** The box of a font drawn glyph by glyph (Type 3) is this many ems high where its em is the size that the text names. */
const emBox = { least: 0.5, most: 2 };

/**
 * A font drawn glyph by glyph (Type 3) is of any scale, and its box tells its em. Browsers write one for every few characters, in
 * boxes of their own: the letters of one line would come in several sizes, so that near one em the size that the text names holds.
 */
function emHeight(state: DrawingState, size: number, unit: number): number {
  const font = state.font;
  if (!font?.isType3Font) return size;
  const box = font.bbox;
  const height = box ? Math.abs((box[3] ?? 0) - (box[1] ?? 0)) * Math.abs(font.fontMatrix?.[3] ?? unit) : 0;
  const isEm = height > emBox.least && height < emBox.most;
  return height > 0.05 && !isEm ? height * size : size;
}

function verticalExtent(state: DrawingState, size: number): [number, number] {
  const em = emHeight(state, size, fontIdentity);
  return [ascent * em, descent * em];
}

/** The direction of writing on the page; null where it follows no axis. */
function turnOf(m: Matrix): Turn | null {
  const length = Math.hypot(m[0], m[1]);
  if (length === 0) return 0;
  const cos = m[0] / length;
  const sin = m[1] / length;
  if (Math.abs(sin) < slantTolerance) return cos > 0 ? 0 : 180;
  if (Math.abs(cos) < slantTolerance) return sin > 0 ? 90 : 270;
  return null;
}
