import type { Box } from '../../../schemas/index.ts';
import type { Glyph, Turn } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { linesOf, type TextLine } from './lines.ts';
import { wrappedText } from './wrapped-text.ts';

/** The text of one cell or text block, with the lines it was read from. */
export interface BlockText {
  text: string;
  /** In reading order; boxes as on the page for upright text. */
  lines: TextLine[];
}

/** Reads the glyphs of one cell: upright text first, then text turned by a quarter or half. */
export function readCell(glyphs: readonly Glyph[], box: Box, settings: GeometrySettings): BlockText {
  if (glyphs.length === 0) return { text: '', lines: [] };
  if (glyphs.every((glyph) => glyph.turn === 0)) {
    const blanks = glyphs.filter(({ text }) => text.trim() === '');
    const lines = linesOf(glyphs, settings).map((line) => withoutSpread(line, blanks, box));
    return { text: wrappedText(lines, box.x1 - box.x0), lines };
  }
  const parts: BlockText[] = [];
  for (const turn of [0, 90, 270, 180] as const) {
    const turned = glyphs.filter((glyph) => glyph.turn === turn);
    if (turned.length === 0) continue;
    const lines = linesOf(turn === 0 ? turned : turned.map((glyph) => upright(glyph, turn)), settings);
    if (lines.length === 0) continue;
    const width = turn === 0 || turn === 180 ? box.x1 - box.x0 : box.y1 - box.y0;
    parts.push({ text: wrappedText(lines, width), lines });
  }
  return { text: parts.map((part) => part.text).join('\n'), lines: parts.flatMap((part) => part.lines) };
}

/** Fewest characters whose even gaps show that a label was spread, and how much the gaps may differ, in ems. */
const fewestSpread = 3;
const evenGap = 0.12;

/** Two characters were spread where they stand this near to both sides of their cell, in ems. */
const besideBorder = 0.9;

/** A figure whose every sign stands apart, and the widest gap between them, and between two alone, in ems, where it does not fill its cell; 1 2 3 are three. */
const spreadFigure = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d+|\d(?=\.))(?:\.\d+)?%?$/;
const widestFigureGap = 1.2;
const widestPairGap = 0.6;
const counted = '123456789';
const fewestCounted = 3;

/** 项 目 名 称, ≥ 8 5 % or 1 2 3 . 5 0, spread evenly over its cell by its alignment, is one word or figure; where blanks were written between, those of words stay. */
function withoutSpread(line: TextLine, blanks: readonly Glyph[], cell: Box): TextLine {
  const { glyphs, size, box } = line;
  if (!line.text.includes(' ') || !/^(?:\S )+\S$/u.test(line.text)) return line;
  const gaps = gapsOf(glyphs);
  if (Math.max(...gaps) - Math.min(...gaps) > evenGap * size) return line;
  const fillsCell = Math.max(box.x0 - cell.x0, cell.x1 - box.x1) <= besideBorder * size;
  const whole = line.text.replaceAll(' ', '');
  if (/^[\d.,%-]+$/.test(whole)) {
    const usual = glyphs.length < fewestSpread ? widestPairGap : widestFigureGap;
    const widest = fillsCell ? Infinity : usual;
    const isOne = spreadFigure.test(whole) && !isCount(whole) && Math.max(...gaps) < widest * size;
    return isOne ? { ...line, text: whole } : line;
  }
  if (glyphs.length < fewestSpread && !fillsCell) return line;
  const written = blanks.some(
    ({ box: blank, baseline }) =>
      blank.x0 >= box.x0 && blank.x1 <= box.x1 && Math.abs(baseline - line.baseline) < size / 2,
  );
  return written ? line : { ...line, text: whole };
}

function isCount(figures: string): boolean {
  return figures.length >= fewestCounted && counted.startsWith(figures);
}

function gapsOf(glyphs: readonly Glyph[]): number[] {
  return glyphs.slice(1).map((glyph, i) => glyph.box.x0 - glyphs[i]!.box.x1);
}

/** The glyph as it stands when the paper is turned so that its writing runs from left to right. */
export function upright(glyph: Glyph, turn: Turn): Glyph {
  const { x0, y0, x1, y1 } = glyph.box;
  if (turn === 90) return { ...glyph, box: { x0: y0, x1: y1, y0: -x1, y1: -x0 }, baseline: -glyph.baseline };
  if (turn === 270) return { ...glyph, box: { x0: -y1, x1: -y0, y0: x0, y1: x1 } };
  if (turn === 180)
    return { ...glyph, box: { x0: -x1, x1: -x0, y0: -y1, y1: -y0 }, baseline: -glyph.baseline };
  return glyph;
}
