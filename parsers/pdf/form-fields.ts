import type { Box } from '../../schemas/index.ts';
import type { Glyph } from '../geometry/marks.ts';
import { isWide } from '../geometry/scripts.ts';
import type { AnnotationData } from './annotations.ts';
import { type Matrix, transformedBox } from './matrix.ts';
import type { DrawnAnnotation } from './page-marks.ts';
import { foldGlyphText } from './unicode.ts';

/** A field of a form that someone filled in, or a text typed on the page: its value and its place on the page as shown. */
export interface FilledField {
  id: string;
  value: string;
  box: Box;
  /** Points; null where the reader may choose. */
  size: number | null;
  multiLine: boolean;
}

/** What pdf.js tells of a field (WidgetAnnotation in its source), or of a text typed on the page (FreeTextAnnotation). */
export interface WidgetData extends AnnotationData {
  hasAppearance?: boolean;
  contentsObj?: { str?: string };
  fieldValue?: unknown;
  annotationFlags?: number;
  multiLine?: boolean;
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  options?: { exportValue: string; displayValue: string }[];
  defaultAppearanceData?: { fontSize?: number };
}

/** Flags of fields that are not shown (ISO 32000-1 §12.5.3): invisible, hidden, no view. */
const notShown = 1 | 2 | 32;

/** Size of a text whose field names none, as a share of the height of its line and in points at most. */
const lineShare = 0.7;
const largest = 10;

/** Room between a field and its text, and height of a line in ems. */
const inset = 2;
const lineHeight = 1.15;

/** Distance of the base line from the head of a line, in ems: as in most fonts for Chinese. */
const ascent = 0.88;

/**
 * The fields of a page that are shown and hold a text, among its annotations, whether a form of the file lists them or not; and what
 * was typed on the page where its look is left to the reader.
 */
export function filledFields(annotations: readonly WidgetData[], transform: Matrix): FilledField[] {
  return annotations.flatMap((data) => {
    const { id, rect, fieldType, annotationFlags = 0, password = false } = data;
    const isTyped = data.subtype === 'FreeText' && data.hasAppearance === false;
    const value = isTyped ? (data.contentsObj?.str ?? '').trim() : shownValue(data);
    if ((fieldType !== 'Tx' && fieldType !== 'Ch' && !isTyped) || value === '' || password) return [];
    if ((annotationFlags & notShown) !== 0) return [];
    const size = data.defaultAppearanceData?.fontSize || null;
    const multiLine = isTyped || data.multiLine === true;
    return [{ id, value, box: transformedBox(transform, ...rect), size, multiLine }];
  });
}

/** The signs that boxes are ticked by, as the font of signs (ZapfDingbats) has them, and what they are read as without it. */
const ticks = new Map(Object.entries({ '4': '✔', '8': '✘', l: '●', n: '■', u: '◆', H: '★' }));

/** Writes the tick of a box that is ticked as what it shows: in the font of signs its code is that of a figure. */
export function withTicks(
  glyphs: Glyph[],
  drawn: readonly DrawnAnnotation[],
  annotations: readonly WidgetData[],
): Glyph[] {
  const boxes = new Set(
    annotations.filter(({ checkBox, radioButton }) => checkBox || radioButton).map(({ id }) => id),
  );
  const parts = drawn.filter(({ id }) => boxes.has(id));
  if (parts.length === 0) return glyphs;
  return glyphs.map((glyph) => {
    const tick = ticks.get(glyph.text);
    const isTick = tick !== undefined && parts.some(({ from, end }) => glyph.run >= from && glyph.run < end);
    return isTick ? { ...glyph, text: tick } : glyph;
  });
}

function shownValue({ fieldValue, options = [] }: WidgetData): string {
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((value) => typeof value === 'string')
    .map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
    .join('\n')
    .trim();
}

/**
 * Writes fields with their values where the page draws something else or nothing: where the file leaves the look of its fields to
 * the reader, pdf.js draws them in the font that the form names, which need not have the characters.
 */
export function withFieldValues(
  glyphs: Glyph[],
  drawn: readonly DrawnAnnotation[],
  fields: readonly FilledField[],
): Glyph[] {
  const wrong = new Set<number>();
  const written: Glyph[] = [];
  fields.forEach((field, i) => {
    const parts = drawn.filter(({ id }) => id === field.id);
    const isOwn = ({ run }: Glyph): boolean => parts.some(({ from, end }) => run >= from && run < end);
    const own = glyphs.filter(isOwn);
    if (bare(own.map(({ text }) => text).join('')) === bare(foldGlyphText(field.value))) return;
    for (const { from, end } of parts) for (let run = from; run < end; run++) wrong.add(run);
    // Above all that the page draws: runs are numbered upwards from 0.
    written.push(...glyphsOf(field, Number.MAX_SAFE_INTEGER - i));
  });
  return written.length > 0 ? [...glyphs.filter(({ run }) => !wrong.has(run)), ...written] : glyphs;
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** The value on as many lines as it has itself: a long one stands closer, so that no wrap of it has to be guessed. */
function glyphsOf({ value, box, size, multiLine }: FilledField, run: number): Glyph[] {
  const em = size ?? Math.min(largest, multiLine ? largest : (box.y1 - box.y0) * lineShare);
  const lines = foldedLines(value);
  const whole = lines.length * lineHeight * em;
  const top = multiLine ? box.y0 + inset : (box.y0 + box.y1 - whole) / 2;
  const room = box.x1 - box.x0 - 2 * inset;
  return lines.flatMap((line, i) => {
    const unit = Math.min(em, room / line.reduce((sum, character) => sum + advance(character), 0));
    const y0 = top + i * lineHeight * em;
    let x = box.x0 + inset;
    return line.map((text): Glyph => {
      const x0 = x;
      x += advance(text) * unit;
      return {
        text,
        box: { x0, y0, x1: x, y1: y0 + em },
        baseline: y0 + ascent * em,
        size: em,
        turn: 0,
        font: 'field',
        bold: false,
        colour: '#000000',
        run,
        cut: false,
      };
    });
  });
}

const foldedLines = (value: string): string[][] =>
  value.split(/\r\n?|\n/).map((line) => Array.from(foldGlyphText(line)));

const advance = (character: string): number => (isWide(character) ? 1 : 0.5);
