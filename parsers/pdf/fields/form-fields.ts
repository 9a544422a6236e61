import type { Box } from '../../../schemas/index.ts';
import type { Glyph } from '../../geometry/marks.ts';
import { isWide } from '../../geometry/texts/scripts.ts';
import { foldGlyphText } from '../../pages/characters/unicode.ts';
import type { DrawnAnnotation } from '../../pages/drawing/drawn-objects.ts';
import { type Matrix, transformedBox } from '../../pages/drawing/matrix.ts';
import type { AnnotationData } from '../../pages/remarks.ts';
import { fromGbBytes } from './field-bytes.ts';
import { fieldGlyph, topRun } from './field-glyph.ts';
import { type FieldTexts, lookOf } from './field-looks.ts';
import type { RawValue } from './raw-values.ts';

/** A field of a form that someone filled in, or a text typed on the page: its value and its place on the page as shown. */
export interface FilledField extends FieldTexts {
  id: string;
  /** Why the value may be another text than it is read as. */
  doubt?: string;
  box: Box;
  /** Points; null where the reader may choose. */
  size: number | null;
  /** Each character in a box of its own. */
  comb: boolean;
}

/** What pdf.js tells of a field (WidgetAnnotation in its source), or of a text typed on the page (FreeTextAnnotation). */
export interface WidgetData extends AnnotationData {
  hasAppearance?: boolean;
  /** What the look shows that the file draws; pdf.js reads none that it draws itself. */
  textContent?: string[];
  contentsObj?: { str?: string };
  fieldValue?: unknown;
  defaultFieldValue?: unknown;
  annotationFlags?: number;
  multiLine?: boolean;
  comb?: boolean;
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: unknown;
  buttonValue?: unknown;
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

/** The fields of a page that are shown and hold a text, and how many hold one that is not read. */
export interface ReadFields {
  fields: FilledField[];
  unread: number;
}

/**
 * The fields of a page among its annotations, whether a form of the file lists them or not; and what was typed on the page where its
 * look is left to the reader.
 */
export function filledFields(
  annotations: readonly WidgetData[],
  transform: Matrix,
  rawValue: (id: string) => RawValue,
): ReadFields {
  const fields: FilledField[] = [];
  let unread = 0;
  for (const data of annotations) {
    const { id, rect, fieldType, textContent, annotationFlags = 0, password = false } = data;
    const isTyped = data.subtype === 'FreeText' && data.hasAppearance === false;
    if (password || (annotationFlags & notShown) !== 0) continue;
    if (fieldType !== 'Tx' && fieldType !== 'Ch' && !isTyped) continue;
    const held = isTyped ? (data.contentsObj?.str ?? '').trim() : heldValue(data, rawValue);
    if (held === null) unread++;
    if (!held) continue;
    const decoded = fromGbBytes(held);
    fields.push({
      id,
      value: decoded ?? held,
      ...(decoded === null ? {} : { doubt: 'a field whose value is in no known encoding' }),
      box: transformedBox(transform, ...rect),
      size: data.defaultAppearanceData?.fontSize || null,
      multiLine: isTyped || data.multiLine === true,
      comb: data.comb === true,
      hasOwnLook: textContent !== undefined,
      choices: fieldType === 'Ch' ? (data.options ?? []).map(({ displayValue }) => displayValue) : [],
    });
  }
  return { fields, unread };
}

/** The value as a reader shows it, "" where there is none; null where it is of a kind that is not read. */
function heldValue(data: WidgetData, rawValue: (id: string) => RawValue): string | null {
  const { fieldValue, defaultFieldValue, textContent, options = [] } = data;
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(
    (value) => typeof value === 'string',
  );
  const shown = (value: string): string =>
    options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
  const text = values.map(shown).join('\n').trim();
  // pdf.js gives the default where there is no value, and nothing for a value that is no string.
  const isDefault = text !== '' && values.length === 1 && values[0] === defaultFieldValue;
  if (textContent !== undefined || (text !== '' && !isDefault)) return text;
  const raw = rawValue(data.id);
  if (raw.kind === 'number') return shown(raw.text);
  if (raw.kind === 'none') return '';
  return raw.kind === 'unread' ? null : text;
}

/**
 * Writes fields with their values where the page draws less or nothing: where the file leaves the look of its fields to the reader,
 * pdf.js draws them in the font that the form names, which need not have the characters. Where a field shows another text than it
 * holds, what is shown stands, and is doubtful.
 */
export function withFieldValues(
  glyphs: Glyph[],
  drawn: readonly DrawnAnnotation[],
  fields: readonly FilledField[],
): Glyph[] {
  const partsOf = Map.groupBy(drawn, ({ id }) => id);
  const glyphsOfRun = Map.groupBy(glyphs, ({ run }) => run);
  const wrong = new Set<number>();
  const written: Glyph[] = [];
  fields.forEach((field, i) => {
    const parts = partsOf.get(field.id) ?? [];
    if (parts.some(({ hidden }) => hidden)) return;
    const runs = parts.flatMap(({ from, end }) => Array.from({ length: end - from }, (_, n) => from + n));
    const own = runs.flatMap((run) => glyphsOfRun.get(run) ?? []);
    const text = own.map((glyph) => glyph.text).join('');
    const look = lookOf(field, text, !own.some(({ unknown }) => unknown));
    if (look === 'differs')
      for (const glyph of own) glyph.doubt = `a field that holds another value: ${field.value}`;
    // The font may be one of which it is not known what it draws: the value says it.
    if (look === 'same') for (const glyph of own) delete glyph.unknown;
    if (look !== 'value' && (look !== 'same' || isSetAsWritten(field, own))) return;
    for (const run of runs) wrong.add(run);
    written.push(...glyphsOf(field, topRun - i));
  });
  return written.length > 0 ? [...glyphs.filter(({ run }) => !wrong.has(run)), ...written] : glyphs;
}

/** Whether a value is drawn on the lines that it has itself, and its characters in no boxes. */
function isSetAsWritten({ value, comb }: FilledField, own: readonly Glyph[]): boolean {
  if (own.some(({ turn }) => turn !== 0)) return true;
  const inked = own.filter(({ text }) => text.trim() !== '');
  const baselines = inked.map(({ baseline }) => baseline).sort((a, b) => a - b);
  const breaks = baselines.filter((y, i) => i > 0 && y - baselines[i - 1]! > inked[0]!.size / 2);
  return !comb && breaks.length < foldedLines(value).length;
}

/** The value on as many lines as it has itself: a long one stands closer, so that no wrap of it has to be guessed. */
function glyphsOf({ value, box, size, multiLine, doubt }: FilledField, run: number): Glyph[] {
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
      const glyph = fieldGlyph(text, x0, x, y0, em, run);
      return doubt === undefined ? glyph : { ...glyph, doubt };
    });
  });
}

const foldedLines = (value: string): string[][] =>
  value.split(/\r\n?|\n/).map((line) => Array.from(foldGlyphText(line)));

const advance = (character: string): number => (isWide(character) ? 1 : 0.5);
