import type { Reading } from '../../../schemas/index.ts';
import type { CheckedText } from '../figures/checked-text.ts';
import { withCutHead } from '../figures/cut-head.ts';
import { figureInLetters } from '../figures/figure-in-letters.ts';
import { checkedFigures } from '../figures/read-figure.ts';
import { largeEnough } from '../figures/seen-twice.ts';
import { withSigns } from '../figures/sign-check.ts';
import { signOf } from '../figures/signs.ts';
import { withLoneSign } from '../figures/signs-by-lean.ts';
import { voteOn } from '../glyphs/glyph-vote.ts';
import { inDoubtOfPerMille, perMilleIn, withPerMille } from '../glyphs/per-mille.ts';
import { withPowers } from '../glyphs/raised-powers.ts';
import type { Area, Raster } from '../image/raster.ts';
import type { CleanPage } from './crops.ts';
import { lookedWell } from './read-text.ts';
import { columnRuns, type InkLine, tightened } from './text-lines.ts';

/** A line of writing as it was read. */
export interface LineReading {
  text: string;
  area: Area;
  /** Height of a character in pixels. */
  em: number;
  /** 0 to 1. */
  confidence: number;
  /** Why it is doubtful; null where it is not. */
  doubt: string | null;
  alternatives: Reading[];
  /** It was parted from a text before it on its line by a gap. */
  parted?: boolean;
  /** The cell that it stands in, in pixels: the same object for all its lines; none around the grids. */
  cell?: Area;
}

/** Reads one line of writing: its characters by the model of lines, signs by their shape too, figures a second time. */
export async function readLine(page: CleanPage, line: InkLine): Promise<LineReading> {
  const { em, glyphs } = glyphsOf(page, line);
  const alone =
    lonelySign(page.ink, glyphs, em) ?? ellipsis(glyphs, em) ?? lonelyBracket(page.ink, glyphs, em);
  const { area } = line;
  if (alone === '') return { text: '', area, em, confidence: 0, doubt: null, alternatives: [] };
  if (alone !== null) {
    // In small print the bar of ≥ may be too pale to be ink.
    const isOpen = /^[<>]$/.test(alone) && em < smallPrint;
    const read = { text: alone, area, em, alternatives: [] };
    return isOpen
      ? { ...read, confidence: openSign, doubt: openBar }
      : { ...read, confidence: 0.96, doubt: null };
  }
  const looked = await lookedWell(page, area, glyphs, em);
  if (looked.characters.length === 0) return { ...unreadInk(page, glyphs, area, em), area, em };
  const signed = withSigns(page.ink, glyphs, figureInLetters(page, area, glyphs, looked, em), em);
  const seen = withPerMille(page, glyphs, withPowers(page, glyphs, signed, em), em);
  const figures = withLoneSign(page.ink, glyphs, await checkedFigures(page, area, glyphs, seen, em));
  const checked = seen.isOpen ? inDoubtOfPerMille(figures) : figures;
  return { ...inDoubtOfBar(withCutHead(checked, line.flush === true, em), em), area, em };
}

/** A > that the reader sees alone in small print, without a shape that bears it out, is open too. */
export const inDoubtOfBar = (read: CheckedText, em: number): CheckedText =>
  /^[<>]$/.test(read.text) && em < smallPrint
    ? { ...read, confidence: Math.min(read.confidence, openSign), doubt: read.doubt ?? openBar }
    : read;

/** Height of a character in pixels (12 points at 200 dpi) below which a > alone may be a ≥, and what it is worth then. */
const smallPrint = 34;
const openSign = 0.8;
const openBar = 'a bar under it may be lost';

/** Ink of this size, in ems, is writing: where nothing is read of it, that is told. Less may be dirt. */
const writing = { high: 0.45, wide: 0.3, most: 1.2 } as const;

/** A glyph that nothing was read of is a % from this vote on; what it is worth then, and where its ink is that of no ‰. */
const surePerCent = 0.95;
const byGlyph = 0.7;
const byGlyphAndInk = 0.93;

/** What a line is that the reader of lines saw nothing in: a small % alone, writing that could not be read, or dirt. */
export function unreadInk(
  page: CleanPage,
  glyphs: readonly Area[],
  area: Area,
  em: number,
): Omit<LineReading, 'area' | 'em'> {
  const nothing = { text: '', confidence: 0, doubt: null, alternatives: [] };
  const [glyph, ...others] = glyphs.filter(
    ({ x0, x1, y0, y1 }) =>
      y1 - y0 >= writing.high * em && y1 - y0 <= writing.most * em && x1 - x0 >= writing.wide * em,
  );
  if (glyph === undefined) return nothing;
  const vote = voteOn(page.picture, glyph, area, em);
  const isPerCent = others.length === 0 && vote.text === '%' && vote.confidence >= surePerCent;
  if (isPerCent) {
    const perMille = perMilleIn(page.ink, glyph, false);
    if (perMille === 'yes') return { ...nothing, text: '‰', confidence: byGlyph };
    return {
      ...nothing,
      text: '%',
      confidence: perMille === 'no' && em >= largeEnough ? byGlyphAndInk : byGlyph,
    };
  }
  return { ...nothing, doubt: unread };
}

/** Why a cell with writing has no text. */
const unread = 'nothing could be read of its writing';

/** A line that is nothing but a sign, in a column of signs. */
function lonelySign(ink: Raster, glyphs: readonly Area[], em: number): string | null {
  if (glyphs.length === 0 || glyphs.length > 2) return null;
  const [only] = glyphs;
  const flat = only && only.y1 - only.y0 <= 0.16 * em && only.x1 - only.x0 >= 0.18 * em;
  if (glyphs.length === 1 && flat) return only.x1 - only.x0 >= 0.6 * em ? '—' : '-';
  const signs = glyphs.map((glyph) => signOf(ink, glyph, em));
  return signs.every((sign) => sign !== null) ? signs.join('') : null;
}

/** How far the middle of a bracket lies from its ends, and its ends from each other at most, in ems. */
const bow = 0.06;
const uneven = 0.07;

/** A line that is nothing but a bracket, wrapped from the text above: thin, high, and bent to one side. */
function lonelyBracket(ink: Raster, glyphs: readonly Area[], em: number): string | null {
  const [glyph, ...others] = glyphs;
  if (glyph === undefined || others.length > 0) return null;
  const width = glyph.x1 - glyph.x0;
  const height = glyph.y1 - glyph.y0;
  if (width > 0.4 * em || width < 0.1 * em || height < 0.78 * em || height > 1.2 * em) return null;
  const middleOf = (from: number, to: number): number => {
    let sum = 0;
    let count = 0;
    for (let y = Math.round(glyph.y0 + from * height); y < glyph.y0 + to * height; y++)
      for (let x = glyph.x0; x < glyph.x1; x++)
        if (ink.data[y * ink.width + x] === 1) {
          sum += x;
          count++;
        }
    return sum / Math.max(1, count);
  };
  const [top, middle, foot] = [middleOf(0, 0.15), middleOf(0.35, 0.65), middleOf(0.85, 1)];
  const away = middle - (top + foot) / 2;
  if (Math.abs(top - foot) > uneven * em || Math.abs(away) < bow * em) return null;
  return away > 0 ? '）' : '（';
}

/** Dots in a row that are an ellipsis: readers see all sorts of characters in them. */
const leastDots = 3;

/** Side of a dot in ems, at most: heavy print at 200 dpi makes them wide. */
const widestDot = 0.26;

function ellipsis(glyphs: readonly Area[], em: number): string | null {
  const isDot = ({ x0, x1, y0, y1 }: Area): boolean => Math.max(x1 - x0, y1 - y0) <= widestDot * em;
  if (glyphs.length < leastDots || !glyphs.every(isDot)) return null;
  if (!areLevel(glyphs, em)) return '';
  return glyphs.length % 3 === 0 ? '…'.repeat(glyphs.length / 3) : '.'.repeat(glyphs.length);
}

/** Dots whose middles lie further apart than this, in ems, are no ellipsis: dirt. */
const unevenDots = 0.2;

function areLevel(dots: readonly Area[], em: number): boolean {
  const middles = dots.map(({ y0, y1 }) => (y0 + y1) / 2);
  return Math.max(...middles) - Math.min(...middles) <= unevenDots * em;
}

/** The glyphs of a line: stretches of columns with ink, and the height of a character there, in pixels. */
export function glyphsOf(page: CleanPage, { area }: InkLine): { glyphs: Area[]; em: number } {
  const { ink } = page;
  const height = area.y1 - area.y0;
  // Chinese characters fill their em but for a few hundredths; a line of figures is lower, and tells nothing of it.
  const em = height > page.em * 0.85 && height < page.em * 3 ? height * 1.04 : page.em;
  const glyphs = columnRuns(ink, area, 0).flatMap(({ x0, x1 }) => tightened(ink, { ...area, x0, x1 }) ?? []);
  return { glyphs, em };
}
