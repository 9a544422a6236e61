import type { Box } from '../../schemas/index.ts';
import type { TextLine } from './lines.ts';
import { isWide } from './scripts.ts';

/** A piece of a line without a wide gap in it: the text of one cell on that line, or of a line of prose. */
export interface Segment {
  box: Box;
  text: string;
  size: number;
  /** Index of its line. */
  line: number;
}

/** Chinese is set without spaces between words: half the gap parts two texts. */
const wideShare = 0.55;

/** Cuts lines at gaps wider than `gap` ems. */
export function segmentsOf(lines: readonly TextLine[], gap: number): Segment[] {
  return lines.flatMap((line, index) => {
    const segments: Segment[] = [];
    let current: Segment | null = null;
    for (const glyph of line.glyphs) {
      const { box, text, size } = glyph;
      const wide = current && isWide(text) && isWide(current.text.at(-1) ?? '');
      if (current && box.x0 - current.box.x1 <= gap * (wide ? wideShare : 1) * Math.max(size, current.size)) {
        if (box.x0 - current.box.x1 > 0.2 * size) current.text += ' ';
        current.text += text;
        current.box.x1 = Math.max(current.box.x1, box.x1);
        current.box.y0 = Math.min(current.box.y0, box.y0);
        current.box.y1 = Math.max(current.box.y1, box.y1);
      } else {
        current = { box: { ...box }, text, size, line: index };
        segments.push(current);
      }
    }
    return segments;
  });
}
