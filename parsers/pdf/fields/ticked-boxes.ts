import type { Glyph } from '../../geometry/marks.ts';
import type { DrawnAnnotation } from '../../pages/drawing/drawn-objects.ts';
import { type Matrix, transformedBox } from '../../pages/drawing/matrix.ts';
import { isBox } from '../../pages/remarks.ts';
import { fieldGlyph, topRun } from './field-glyph.ts';
import type { WidgetData } from './form-fields.ts';

/** The signs that boxes are ticked by, as the font of signs (ZapfDingbats) has them, and what they are read as without it. */
const ticks = new Map(Object.entries({ '4': '✔', '8': '✘', l: '●', n: '■', u: '◆', H: '★' }));

/** What a tick is read as that is drawn by strokes, or as a sign that no font names. */
const plainTick = '✔';

/** Points of such a tick at most. */
const largest = 10;

/** The runs above are those of fields with texts. */
const mostFields = 1 << 20;

/**
 * Writes the tick of a box that is ticked as what it shows: in the font of signs its code is that of a figure, and strokes are no
 * character at all.
 */
export function withTicks(
  glyphs: Glyph[],
  drawn: readonly DrawnAnnotation[],
  annotations: readonly WidgetData[],
  transform: Matrix,
): Glyph[] {
  const boxes = new Map(annotations.filter(isBox).map((data) => [data.id, data]));
  const parts = drawn.filter(({ id }) => boxes.has(id));
  if (parts.length === 0) return glyphs;
  const partOf = (run: number): DrawnAnnotation | undefined =>
    parts.find(({ from, end }) => run >= from && run < end);
  const inked = new Set<DrawnAnnotation>();
  const ticked = glyphs.map((glyph) => {
    const part = partOf(glyph.run);
    if (!part) return glyph;
    if (glyph.text.trim() !== '') inked.add(part);
    const tick = ticks.get(glyph.text);
    if (tick !== undefined) return { ...glyph, text: tick };
    if (!glyph.unknown || !isTicked(boxes.get(part.id)!)) return glyph;
    const { unknown: _, ...known } = glyph;
    return { ...known, text: plainTick };
  });
  const stroked = parts.filter((part) => !part.hidden && !inked.has(part) && isTicked(boxes.get(part.id)!));
  return [...ticked, ...stroked.map((part, i) => tickIn(boxes.get(part.id)!, i, transform))];
}

function isTicked({ checkBox, exportValue, buttonValue, fieldValue }: WidgetData): boolean {
  const on = checkBox ? exportValue : buttonValue;
  return typeof on === 'string' && on !== 'Off' && fieldValue === on;
}

function tickIn({ rect }: WidgetData, index: number, transform: Matrix): Glyph {
  const { x0, y0, x1, y1 } = transformedBox(transform, ...rect);
  const size = Math.min(largest, y1 - y0, x1 - x0);
  const left = (x0 + x1 - size) / 2;
  return fieldGlyph(plainTick, left, left + size, (y0 + y1 - size) / 2, size, topRun - mostFields - index);
}
