import type { Reading } from '../../schemas/index.ts';
import { isWide } from '../geometry/scripts.ts';
import { align } from './alignment.ts';
import type { CleanPage, PieceReading } from './crops.ts';
import type { Area, Raster } from './raster.ts';
import { settleFigure } from './read-figure.ts';
import { inChinese, readText } from './read-text.ts';
import { signOf } from './signs.ts';
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
}

/** A stretch of a line: a sign known by its shape, or glyphs to be read. */
type Piece = { sign: string; area: Area } | { sign: null; area: Area; glyphs: Area[] };

/** Reads one line of writing: signs by their shape, the rest by the reader of Chinese, its figures a second time. */
export async function readLine(page: CleanPage, line: InkLine): Promise<LineReading> {
  const em = emOf(page, line);
  const glyphs = glyphsOf(page.ink, line.area);
  const alone = lonelySign(page.ink, glyphs, em);
  if (alone) return { ...asLine([], line.area, em), text: alone, confidence: 0.96 };
  const pieces = piecesOf(page.ink, glyphs, em, line.area);
  const read = await readPieces(page, pieces, em);
  if (pieces.some(({ sign }) => sign !== null) && !hasFigureBehindSigns(pieces, read)) {
    const whole: Piece = { sign: null, area: line.area, glyphs };
    return asLine(await readPieces(page, [whole], em), line.area, em);
  }
  return asLine(read, line.area, em);
}

/** A line that is nothing but a sign, in a column of signs. */
function lonelySign(ink: Raster, glyphs: readonly Area[], em: number): string | null {
  if (glyphs.length === 0 || glyphs.length > 2) return null;
  const [only] = glyphs;
  const flat = only && only.y1 - only.y0 <= 0.16 * em && only.x1 - only.x0 >= 0.18 * em;
  if (glyphs.length === 1 && flat) return only.x1 - only.x0 >= 0.6 * em ? '—' : '-';
  const signs = glyphs.map((glyph) => signOf(ink, glyph, em));
  return signs.every((sign) => sign !== null) ? signs.join('') : null;
}

/** Chinese characters fill their em but for a few hundredths; a line of figures is lower, and tells nothing of it. */
function emOf(page: CleanPage, line: InkLine): number {
  const height = line.area.y1 - line.area.y0;
  return height > page.em * 0.85 && height < page.em * 3 ? height * 1.04 : page.em;
}

function glyphsOf(ink: Raster, area: Area): Area[] {
  return columnRuns(ink, area, 0).flatMap(({ x0, x1 }) => tightened(ink, { ...area, x0, x1 }) ?? []);
}

/** Parts a line at the signs that stand before something like a figure. */
function piecesOf(ink: Raster, glyphs: readonly Area[], em: number, area: Area): Piece[] {
  const pieces: Piece[] = [];
  let open: Area[] = [];
  const close = (): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first && last)
      pieces.push({ sign: null, area: { ...area, x0: first.x0, x1: last.x1 }, glyphs: open });
    open = [];
  };
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const dots = dotsFrom(glyphs, i, em);
    if (dots >= leastDots) {
      close();
      pieces.push({ sign: dots % 3 === 0 ? '…'.repeat(dots / 3) : '.'.repeat(dots), area: glyph });
      i += dots - 1;
      continue;
    }
    const sign = signOf(ink, glyph, em);
    const next = glyphs[i + 1];
    const before = glyphs[i - 1];
    const inFigure =
      before && glyph.x0 - before.x1 < 0.3 * em && looksLikeDigit(before, em) && open.length > 0;
    if (
      sign &&
      !inFigure &&
      next &&
      next.x0 - glyph.x1 < 1.2 * em &&
      (looksLikeDigit(next, em) || signOf(ink, next, em))
    ) {
      close();
      pieces.push({ sign, area: glyph });
    } else open.push(glyph);
  }
  close();
  return pieces;
}

/** Dots in a row that are an ellipsis: readers see all sorts of characters in them. */
const leastDots = 3;

function dotsFrom(glyphs: readonly Area[], from: number, em: number): number {
  let count = 0;
  for (let i = from; i < glyphs.length; i++) {
    const { x0, x1, y0, y1 } = glyphs[i]!;
    const before = glyphs[i - 1];
    const isDot = x1 - x0 <= 0.2 * em && y1 - y0 <= 0.2 * em;
    if (!isDot || (count > 0 && before && x0 - before.x1 > 0.8 * em)) break;
    count++;
  }
  return count;
}

function looksLikeDigit(glyph: Area, em: number): boolean {
  const width = glyph.x1 - glyph.x0;
  const height = glyph.y1 - glyph.y0;
  // Two digits may touch.
  return width < 1.3 * em && height > 0.45 * em && height < 0.92 * em;
}

function hasFigureBehindSigns(pieces: readonly Piece[], read: readonly PieceReading[]): boolean {
  return pieces.every(({ sign }, i) => {
    if (sign === null) return true;
    const next = pieces[i + 1];
    if (!/[<>=≤≥≦≧]/.test(sign)) return true;
    return next !== undefined && (next.sign !== null || /^\d/.test(read[i + 1]!.text));
  });
}

function readPieces(page: CleanPage, pieces: readonly Piece[], em: number): Promise<PieceReading[]> {
  return Promise.all(
    pieces.map(async (piece): Promise<PieceReading> => {
      if (piece.sign !== null) return { text: piece.sign, confidence: 0.98, doubt: null, alternatives: [] };
      return readPiece(page, piece.area, piece.glyphs, em);
    }),
  );
}

async function readPiece(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  em: number,
): Promise<PieceReading> {
  const shaped = areFigures(glyphs, em);
  const best = await readText(page, area, glyphs, em, shaped);
  const { text } = best;
  if (shaped && !withLetters.test(text)) return settleFigure(page, area, glyphs, text, best.confidence, em);
  if (isAllFigures(text, area, em)) return settleFigure(page, area, glyphs, text, best.confidence, em);
  const { places } = align([...text], glyphs, em);
  let result = '';
  let from = 0;
  let { confidence, doubt } = best;
  const alternatives = [...best.alternatives];
  for (const match of text.matchAll(figureInText)) {
    const at = [...text.slice(0, match.index)].length;
    const span = spanOf(places, at, match[0].length, area);
    const own = span ? glyphs.filter((glyph) => glyph.x0 >= span.x0 - 1 && glyph.x1 <= span.x1 + 1) : [];
    const settled = span
      ? await settleFigure(page, span, own, match[0], best.confidence, em)
      : { text: match[0], confidence: 0.6, doubt: 'its glyphs were not found', alternatives: [] };
    result += [...text].slice(from, at).join('') + settled.text;
    from = at + match[0].length;
    confidence = Math.min(confidence, settled.confidence);
    doubt ??= settled.doubt;
    alternatives.push(...settled.alternatives);
    if (isSqueezed(text, places, at - 1, em) || isSqueezed(text, places, from, em))
      doubt ??= 'a digit may be read as a word';
  }
  result += [...text].slice(from).join('');
  return { text: inChinese(result), confidence, doubt, alternatives };
}

/** A figure with a unit in Latin letters: 6TB, 30km. */
const withLetters = /^\d[\d.,]*[A-Za-z]{2,}/;

/** A figure among words, with signs beside it that a figure is taken for: 136.7] is 136.71. */
const figureInText =
  /(?:(?<![[［\p{Script=Han}].{0,12})[\]|lIi!])?\d(?:(?:[\d.,]|(?<!\[[^\]]*)[\]|lI!oO](?![A-Za-z]))*(?:\d|(?<!\[[^\]]*)[\]|lI!oO](?![A-Za-z])))?%?/gu;

/** Width of the narrowest Chinese characters (口, 月), in ems. */
const narrowestWord = 0.62;

/** Whether a Chinese character beside a figure stands on a glyph as narrow as a digit, or on none. */
function isSqueezed(
  text: string,
  places: readonly ({ x0: number; x1: number } | null)[],
  at: number,
  em: number,
): boolean {
  const character = [...text][at];
  if (character === undefined || !/\p{Script=Han}/u.test(character)) return false;
  const place = places[at];
  return !place || place.x1 - place.x0 < narrowestWord * em;
}

/** Whether glyphs can be digits and points by their size: no Chinese character is so low and so narrow in all its parts. */
function areFigures(glyphs: readonly Area[], em: number): boolean {
  const top = Math.min(...glyphs.map(({ y0 }) => y0));
  const bottom = Math.max(...glyphs.map(({ y1 }) => y1));
  if (glyphs.length === 0 || bottom - top > 0.94 * em) return false;
  const tall = glyphs.filter(({ y0, y1 }) => y1 - y0 >= 0.5 * em);
  return (
    tall.length > 0 &&
    glyphs.every(({ x0, x1, y0, y1 }, i) => {
      const width = x1 - x0;
      // A per cent sign at the end is wide; digits may touch.
      return y1 - y0 <= 0.86 * em && width <= (i === glyphs.length - 1 ? 1.02 : 0.62) * em;
    })
  );
}

/** Whether a line is a figure and nothing else: no words were read, or its ink is too low for them. */
function isAllFigures(text: string, area: Area, em: number): boolean {
  const words = [...text].filter((character) => isWide(character)).length;
  if (words === 0) return !withLetters.test(text) && (/\d/.test(text) || text.length <= 2);
  return words <= 1 && /\d/.test(text) && area.y1 - area.y0 < 0.8 * em;
}

/** Columns of some of the characters, with half of the gaps beside them. */
function spanOf(
  places: readonly ({ x0: number; x1: number } | null)[],
  at: number,
  length: number,
  area: Area,
): Area | null {
  const own = places.slice(at, at + length).filter((place) => place !== null);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return null;
  return { ...area, x0: Math.floor(first.x0), x1: Math.ceil(last.x1) };
}

function asLine(pieces: readonly PieceReading[], area: Area, em: number): LineReading {
  const text = pieces.map((piece) => piece.text).join('');
  return {
    text,
    area,
    em,
    confidence: pieces.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    doubt: pieces.find(({ doubt }) => doubt !== null)?.doubt ?? null,
    alternatives: pieces.flatMap(({ alternatives }) => alternatives),
  };
}
