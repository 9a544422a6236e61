import type { Glyph } from '../marks.ts';
import type { TextLine } from './lines.ts';
import { isWide } from './scripts.ts';

/** Texts of a column begin at one place to within this, in points, on this many lines at least, at most so many lines away. */
const drift = 0.5;
const fewestStarts = 3;
const reach = 12;

/** White between two Chinese characters, in ems, that is none of the setting where those beside it have less by as much; and before a figure, where a space may stand. */
const leastWhite = 0.08;
const leastBeforeFigure = 0.35;

/** Characters on each side that show how a text is set. */
const beside = 4;

/**
 * Glyphs that begin the text of a column, though the text before fills its own column up to less than the usual gap: other texts begin
 * right under or over them. Chinese is set without blanks, so that even a narrow one before such a place is that between two cells.
 */
export function alignedStarts(lines: readonly TextLine[], gap: number): ReadonlySet<Glyph> {
  const starts = new Map<number, number[]>();
  const narrow: { glyph: Glyph; line: number }[] = [];
  lines.forEach(({ glyphs }, line) => {
    glyphs.forEach((glyph, i) => {
      const before = glyphs[i - 1];
      const white = before ? glyph.box.x0 - before.box.x1 : Infinity;
      if (white > gap * glyph.size) {
        const place = Math.round(glyph.box.x0 / drift);
        const known = starts.get(place);
        if (known) known.push(line);
        else starts.set(place, [line]);
      } else if (white >= leastWhite * glyph.size && isWide(before!.text) && standsOut(glyphs, i, white))
        narrow.push({ glyph, line });
    });
  });
  const isStart = ({ glyph, line }: { glyph: Glyph; line: number }): boolean => {
    const place = Math.round(glyph.box.x0 / drift);
    const near = [place - 1, place, place + 1].flatMap((x) => starts.get(x) ?? []);
    return near.filter((other) => Math.abs(other - line) <= reach).length >= fewestStarts;
  };
  return new Set(narrow.filter(isStart).map(({ glyph }) => glyph));
}

function standsOut(glyphs: readonly Glyph[], at: number, white: number): boolean {
  const { text, size } = glyphs[at]!;
  if (!isWide(text)) return /\d/.test(text) && white >= leastBeforeFigure * size;
  for (let i = Math.max(1, at - beside); i < Math.min(glyphs.length, at + beside); i++) {
    const [a, b] = [glyphs[i - 1]!, glyphs[i]!];
    if (i === at || !isWide(a.text) || !isWide(b.text)) continue;
    if (b.box.x0 - a.box.x1 > white - leastWhite * size && b.box.x0 - a.box.x1 < size / 2) return false;
  }
  return true;
}
