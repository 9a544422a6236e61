import type { Box } from '../../../schemas/index.ts';
import type { Glyph } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { shiftedDigit } from './raised-digits.ts';
import { cannotEndLine, isWide } from './scripts.ts';
import { leastSpace, narrowestSpace } from './word-gaps.ts';

/** Characters on one base line, in order, with their spaces. Boxes are those of the frame that the glyphs were given in. */
export interface TextLine {
  text: string;
  box: Box;
  baseline: number;
  /** Size of its largest characters in points. */
  size: number;
  bold: boolean;
  /** A space was written behind its last character: its wrap fell between words. */
  endsInSpace: boolean;
  /** Width of its first character (with the bracket before it) or, in Latin text, of its first word: what would have had to fit on the line before. */
  firstUnit: number;
  /** The glyphs it is made of, from left to right, spaces and doubles left out; none once its page is laid out. */
  glyphs: Glyph[];
}

/** Upright glyphs → lines from top to bottom; each character drawn twice is taken once. */
export function linesOf(glyphs: readonly Glyph[], settings: GeometrySettings): TextLine[] {
  const rows = rowsByBaseline(glyphs, settings.lineDrift);
  return rows.flatMap((row) => {
    const line = lineOf(row, settings);
    return line ? [line] : [];
  });
}

function rowsByBaseline(glyphs: readonly Glyph[], drift: number): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const rows: Glyph[][] = [];
  let row: Glyph[] = [];
  let leader: Glyph | null = null;
  for (const glyph of sorted) {
    if (leader && glyph.baseline - leader.baseline > drift * Math.max(leader.size, glyph.size)) {
      rows.push(row);
      row = [];
      leader = null;
    }
    row.push(glyph);
    // A superscript comes first in this order; the larger character that follows leads the line.
    if (!leader || (glyph.size > leader.size * 1.2 && glyph.text !== ' ')) leader = glyph;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function lineOf(row: Glyph[], settings: GeometrySettings): TextLine | null {
  // By their middles: a bracket that was moved under its neighbour (contextual spacing) keeps its place.
  row.sort((a, b) => a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1);
  const kept: Glyph[] = [];
  let text = '';
  let spaceSeen = false;
  let firstUnit = 0;
  let firstWordOpen = true;
  let level: Glyph | undefined;
  for (const [i, glyph] of row.entries()) {
    if (glyph.text === ' ' || glyph.text === '\u3000') {
      spaceSeen = kept.length > 0;
      continue;
    }
    const last = kept[kept.length - 1];
    if (last && (isDouble(kept, glyph, settings) || glyph.text.trim() === '')) continue;
    if (last) {
      const gap = glyph.box.x0 - last.box.x1;
      const size = Math.max(last.size, glyph.size);
      const isSpace =
        gap > narrowestSpace * size &&
        gap > leastSpace([kept.at(-2), last, glyph, row[i + 1]], settings) * size;
      if (isSpace || (spaceSeen && gap > 0.08 * size)) {
        text += ' ';
        firstWordOpen = false;
      } else if ((isWide(last.text) || isWide(glyph.text)) && !cannotEndLine(last.text))
        firstWordOpen = false;
    }
    spaceSeen = false;
    const shifted = level && shiftedDigit(glyph, level);
    if (!shifted) level = glyph;
    text += shifted ?? glyph.text;
    kept.push(glyph);
    if (firstWordOpen) firstUnit = glyph.box.x1 - kept[0]!.box.x0;
  }
  const first = kept[0];
  return first ? { text, ...lookOf(kept, first), endsInSpace: spaceSeen, firstUnit, glyphs: kept } : null;
}

/** The box around glyphs from left to right, the size of the largest and where it stands, and whether most are bold. */
function lookOf(
  glyphs: readonly Glyph[],
  first: Glyph,
): Pick<TextLine, 'box' | 'baseline' | 'size' | 'bold'> {
  const box = { ...first.box };
  let size = 0;
  let bold = 0;
  let baseline = first.baseline;
  for (const glyph of glyphs) {
    box.x1 = Math.max(box.x1, glyph.box.x1);
    box.y0 = Math.min(box.y0, glyph.box.y0);
    box.y1 = Math.max(box.y1, glyph.box.y1);
    if (glyph.bold) bold++;
    if (glyph.size <= size) continue;
    size = glyph.size;
    baseline = glyph.baseline;
  }
  return { box, baseline, size, bold: bold * 2 > glyphs.length };
}

/** Whether the glyph repeats one of the last few of its line: the same character at the same place, drawn to look bold. */
function isDouble(kept: readonly Glyph[], glyph: Glyph, settings: GeometrySettings): boolean {
  for (let i = kept.length - 1; i >= 0 && i >= kept.length - 3; i--) {
    const other = kept[i]!;
    if (other.text !== glyph.text) continue;
    const width = other.box.x1 - other.box.x0;
    const near = Math.min(settings.overstrike * glyph.size, width / 2);
    if (glyph.box.x0 - other.box.x0 < near && Math.abs(glyph.baseline - other.baseline) < near) return true;
  }
  return false;
}
