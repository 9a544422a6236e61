import { pointsPerMillimetre } from '../../parsers/ofd/package/values.ts';
import type { FontGlyph } from '../../parsers/pages/characters/glyphs.ts';
import type { DrawingState, FontFace } from '../../parsers/pages/drawing/drawing-state.ts';
import { type Matrix, moved, multiply } from '../../parsers/pages/drawing/matrix.ts';
import type { OfdFonts } from './fonts.ts';
import type { Manner } from './manners.ts';
import { clipsOf, colourOf } from './objects.ts';
import { escapeText, n } from './write-package.ts';

const mm = 1 / pointsPerMillimetre;

/** Codes that XML does not hold are written as four digits. */
const escapedCode = (text: string): string =>
  escapeText(text).replaceAll(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

interface Sign {
  text: string;
  /** Where it begins and how wide it is, in the units of the text. */
  x: number;
  y: number;
  width: number;
}

const ofSigns = /^(?:[A-Z]{6}\+)?(?:wingdings|webdings)/i;

function textOfGlyph(font: FontFace, glyph: FontGlyph): string {
  const code = glyph.originalCharCode ?? 0;
  // A font of signs is written by its letters, in the private use area.
  if (
    ofSigns.test(font.name ?? '') &&
    font.composite !== true &&
    glyph.unicode < '\u0250' &&
    code > 0x20 &&
    code <= 0xff
  )
    return String.fromCharCode(0xf000 + code);
  return glyph.unicode;
}

/** Where the signs of one operator stand, and where the pen comes to: as the reader places them (ISO 32000-1 §9.4.4). */
function signsOf(items: readonly (FontGlyph | number | null)[], state: DrawingState): Sign[] {
  const font = state.font!;
  const scale = state.fontSize * (font.fontMatrix?.[0] ?? 0.001);
  const signs: Sign[] = [];
  let x = 0;
  for (const item of items) {
    if (item === null) continue;
    if (typeof item === 'number') {
      x += ((font.vertical === true ? 1 : -1) * item * state.fontSize) / 1000;
      continue;
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const metric = font.vertical === true ? item.vmetric : null;
    const width = item.width * scale;
    signs.push({
      text: textOfGlyph(font, item),
      x: metric ? -(metric[1] ?? 0) * scale : x,
      y: metric ? -(x + (metric[2] ?? 0) * scale) : 0,
      width,
    });
    x += metric
      ? -(metric[0] ?? 0) * scale - spacing * state.fontDirection
      : width + spacing * state.fontDirection;
  }
  return signs;
}

/** A text of one operator as text objects. Empty where nothing is drawn. */
export function textObject(
  items: readonly (FontGlyph | number | null)[],
  state: DrawingState,
  fonts: OfdFonts,
  manner: Manner,
): string {
  if (!state.font || state.fontSize === 0) return '';
  const all = signsOf(items, state);
  // What is set slantwise is a watermark, a text as a whole.
  const [across = 0, up = 0] = multiply(state.matrix, state.textMatrix);
  const isSlanted = Math.min(Math.abs(across), Math.abs(up)) > 0.1 * Math.hypot(across, up);
  const groups = manner.single && !isSlanted ? all.map((sign) => [sign]) : [all];
  return groups.map((signs) => oneText(signs, state, fonts, manner)).join('');
}

function oneText(signs: readonly Sign[], state: DrawingState, fonts: OfdFonts, manner: Manner): string {
  const first = signs[0];
  if (first === undefined) return '';
  const stretch = state.horizontalScale * state.fontDirection;
  const pen: Matrix = [stretch, 0, 0, state.fontDirection, state.x, state.y + state.rise];
  const placed = multiply(state.matrix, multiply(state.textMatrix, pen));
  const size = state.fontSize;
  const corners = signs.flatMap(({ x, y, width }) =>
    [
      [x, y - 0.3 * size],
      [x + width, y - 0.3 * size],
      [x, y + size],
      [x + width, y + size],
    ].map(([u, v]) => moved(placed, u!, v!)),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  const isPlain =
    manner.space === 'page' &&
    Math.abs(placed[1]) < 1e-9 &&
    Math.abs(placed[2]) < 1e-9 &&
    placed[0] > 0 &&
    placed[3] < 0;
  // In the space of the object y points down: units of the text, of the page, or of a finer grid.
  const unit = isPlain ? 1 : manner.space === 'fine' ? 100 : 1;
  const own: Matrix = isPlain
    ? [mm, 0, 0, mm, -box.x0 * mm, -box.y0 * mm]
    : [
        (placed[0] * mm) / unit,
        (placed[1] * mm) / unit,
        (-placed[2] * mm) / unit,
        (-placed[3] * mm) / unit,
        0,
        0,
      ];
  const [startX, startY] = moved(placed, first.x, first.y);
  const height = isPlain ? size * -placed[3] * mm : size * unit;
  const wide = isPlain ? placed[0] / -placed[3] : 1;
  const across = isPlain ? placed[0] * mm : unit;
  const down = isPlain ? placed[3] * mm : -unit;
  const ctm = isPlain
    ? ''
    : ` CTM="${own
        .slice(0, 4)
        .map((value) => String(Number(value.toFixed(6))))
        .join(' ')} ${n((startX - box.x0) * mm)} ${n((startY - box.y0) * mm)}"`;
  const [x, y] = isPlain ? [(startX - box.x0) * mm, (startY - box.y0) * mm] : [0, 0];
  const deltas = (of: (sign: Sign) => number, scale: number): string => {
    // Steps between places that are rounded, so that they do not add up to a drift.
    const places = signs.map((sign) => Math.round((of(sign) - of(first)) * scale * 1000));
    return stepsText(
      places.slice(1).map((place, i) => (place - places[i]!) / 1000),
      manner.repeats,
    );
  };
  const [dx, dy] = [deltas((sign) => sign.x, across), deltas((sign) => sign.y, down)];
  const isLevel = signs.every((sign) => sign.y === first.y);
  const ems = signs.map(({ width }) => (width / size) * 1000);
  const numbers = signs.map(({ text }, i) => fonts.glyph(state.font!, text, ems[i]!));
  const isUntold = manner.fonts === 'untold';
  const replaced = replacedOf(signs, manner.fonts === 'numbered' || isUntold ? numbers : null);
  const toObject = (px: number, py: number): [number, number] => {
    if (isPlain) return [(px - box.x0) * mm, (py - box.y0) * mm];
    const [a, b, c, d] = own;
    const det = a * d - b * c;
    const [u, v] = [(px - startX) * mm, (py - startY) * mm];
    return [(d * u - c * v) / det, (a * v - b * u) / det];
  };
  const mode = state.renderingMode & 3;
  const attributes = [
    `Boundary="${n(box.x0 * mm)} ${n(box.y0 * mm)} ${n((box.x1 - box.x0) * mm)} ${n((box.y1 - box.y0) * mm)}"`,
    `Font="${fonts.use(state.font!).number}" Size="${n(height)}"`,
    ...(Math.abs(wide - 1) > 0.001 ? [`HScale="${n(wide)}"`] : []),
    ...(mode === 1 || mode === 3 ? ['Fill="false"'] : []),
    ...(mode === 1 || mode === 2 ? ['Stroke="true"'] : []),
  ].join(' ');
  // A placeholder stands for a sign that only its glyph tells (§11.3).
  const code = escapedCode(
    signs.map(({ text }) => (isUntold && [...text].length === 1 ? '¤' : text)).join(''),
  );
  const steps = `${signs.length > 1 ? ` DeltaX="${dx}"` : ''}${isLevel ? '' : ` DeltaY="${dy}"`}`;
  return [
    `<ofd:TextObject ID="0" ${attributes}${ctm}>`,
    clipsOf(state.clip, box, toObject),
    colourOf('FillColor', state.fillColour, state.fillAlpha, state.patterned),
    colourOf('StrokeColor', state.strokeColour, state.strokeAlpha),
    replaced,
    `<ofd:TextCode X="${n(x)}" Y="${n(y)}"${steps}>${code}</ofd:TextCode></ofd:TextObject>`,
  ].join('');
}

/** Glyphs that stand for several signs; all where they are numbered. */
function replacedOf(signs: readonly Sign[], numbers: readonly number[] | null): string {
  const list = (at: number, codes: number, glyphs: readonly number[]): string =>
    `<ofd:CGTransform CodePosition="${at}" CodeCount="${codes}" GlyphCount="${glyphs.length}"><ofd:Glyphs>${glyphs.join(' ')}</ofd:Glyphs></ofd:CGTransform>`;
  const counts = signs.map(({ text }) => [...text].length);
  if (numbers !== null && counts.every((count) => count === 1)) return list(0, numbers.length, numbers);
  let at = 0;
  let markup = '';
  for (const [i, count] of counts.entries()) {
    if (count > 1 || numbers !== null) markup += list(at, count, [numbers?.[i] ?? 1]);
    at += count;
  }
  return markup;
}

function stepsText(steps: readonly number[], repeats: boolean): string {
  if (!repeats) return steps.map(n).join(' ');
  const parts: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let end = i + 1;
    while (end < steps.length && n(steps[end]!) === n(steps[i]!)) end++;
    parts.push(end - i > 1 ? `g ${end - i} ${n(steps[i]!)}` : n(steps[i]!));
    i = end;
  }
  return parts.join(' ');
}
