import type { Reading } from '../../schemas/index.ts';
import { isWide } from '../geometry/scripts.ts';
import { align } from './alignment.ts';
import { type Area, bordered, cropped, type Raster, scaled } from './raster.ts';
import { readCrop } from './readers.ts';
import { type Sign, signOf } from './signs.ts';
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

/** The picture of a page, made ready: level, white paper, rulings taken out. */
export interface CleanPage {
  picture: Raster;
  ink: Raster;
  dpi: number;
  /** Height of a usual character in pixels. */
  em: number;
}

/** Height of ink, in pixels, that the readers like best, and of a second look. */
const likedHeight = 28;
const otherHeights = [22, 36] as const;

/** White around a crop, in pixels of the scaled crop. */
const border = 10;

/** A stretch of a line: a sign known by its shape, or glyphs to be read. */
type Piece = { sign: Sign; area: Area } | { sign: null; area: Area; glyphs: Area[] };

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
  const flat = only && only.y1 - only.y0 <= 0.16 * em && only.x1 - only.x0 >= 0.6 * em;
  if (glyphs.length === 1 && flat) return '—';
  const signs = glyphs.map((glyph) => signOf(ink, glyph, em));
  return signs.every((sign) => sign !== null) ? signs.join('') : null;
}

/** What a piece says, and how sure that is. */
export interface PieceReading {
  text: string;
  confidence: number;
  doubt: string | null;
  alternatives: Reading[];
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
    const sign = signOf(ink, glyph, em);
    const next = glyphs[i + 1];
    if (
      sign &&
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
  if (shaped) return settleFigure(page, area, glyphs, text, best.confidence, em);
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
  }
  result += [...text].slice(from).join('');
  return { text: inChinese(result), confidence, doubt, alternatives };
}

/** A figure among words, with signs beside it that a figure is taken for: 136.7] is 136.71. */
const figureInText =
  /(?:(?<![[［\p{Script=Han}].{0,12})[\]|lIi!])?\d(?:[\d.,]|(?<!\[[^\]]*)[\]|lI!oO](?![A-Za-z]))*%?/gu;

/** Reads words; again at other sizes where the glyphs do not fit the characters, or one of them is unsure. */
async function readText(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  em: number,
  once: boolean,
): Promise<PieceReading> {
  const readings: (PieceReading & { unmatched: number; cost: number })[] = [];
  for (const height of [likedHeight, ...otherHeights]) {
    const crop = await readCrop(cropOf(page, area, em, height), 'chi_sim');
    const text = plain(crop.text);
    const unmatched = align([...text], glyphs, em).unmatched;
    const unsure = crop.characters.filter((each) => each.confidence < surely).length;
    const cost = unmatched + unsure + (text === '' ? 10 : 0) + (1 - crop.confidence) / 2;
    readings.push({ text, confidence: crop.confidence, doubt: null, alternatives: [], unmatched, cost });
    if (once || (unmatched === 0 && unsure === 0)) break;
    if (readings.length > 1 && readings.every((reading) => reading.text === text) && unsure === 0) break;
  }
  const counts = new Map<string, number>();
  for (const { text } of readings) counts.set(text, (counts.get(text) ?? 0) + 1);
  // What two sizes agree on is worth as much as a glyph more or less.
  const costOf = (reading: (typeof readings)[number]): number =>
    reading.cost - (counts.get(reading.text) ?? 0);
  const best = readings.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
  const others = readings.filter(({ text }) => text !== best.text && text !== '');
  const alternatives = others.map(({ text, confidence }) => ({ text, by: 'chi_sim', confidence }));
  return { text: best.text, confidence: best.confidence, doubt: null, alternatives };
}

/** A character read with less is looked at again. */
const surely = 0.75;

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
  if (words === 0) return /[\d]/.test(text) || text.length <= 2;
  return words <= 1 && /\d/.test(text) && area.y1 - area.y0 < 0.8 * em;
}

/** Brackets, commas and colons among Chinese characters take a whole em; readers give them as Latin ones. */
function inChinese(text: string): string {
  return text
    .replace(/[〈＜]/g, '（')
    .replace(/[〉＞]/g, '）')
    .replace(/[;；](?=[:：])/g, '')
    .replace(/([（(])[（(]+/g, '$1')
    .replace(/(?<=\p{Script=Han})\((?=[\p{Script=Han}\d])|(?<![\d%])\((?=\p{Script=Han})/gu, '（')
    .replace(/(?<=（[^（）()]*)\)/g, '）')
    .replace(/(?<=\p{Script=Han}),(?=[\p{Script=Han}])/gu, '，')
    .replace(/(?<=\p{Script=Han}):/gu, '：')
    .replace(/(?<=\p{Script=Han});/gu, '；')
    .replace(/^[-—–](?=[\p{Script=Han}、])/u, '一');
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

/** Reads a figure a second way, and again at other sizes where the two ways differ. */
async function settleFigure(
  page: CleanPage,
  span: Area,
  glyphs: readonly Area[],
  chinese: string,
  confidence: number,
  em: number,
): Promise<PieceReading> {
  const second = await readCrop(cropOf(page, span, em, likedHeight), 'eng');
  const latin = plain(second.text);
  const alternatives: Reading[] = [
    { text: chinese, by: 'chi_sim', confidence },
    { text: latin, by: 'eng', confidence: second.confidence },
  ];
  const fits = (text: string): boolean => {
    const { unmatched, misfit } = align([...text], glyphs, em);
    return unmatched === 0 && misfit <= mostMisfit;
  };
  if (latin === chinese) {
    if (fits(latin)) return { text: latin, confidence: 0.98, doubt: null, alternatives: [] };
    return { text: latin, confidence: 0.85, doubt: `${glyphs.length} glyphs for ${latin}`, alternatives };
  }
  if (!/[\d%]/.test(chinese) && !/[\d%]/.test(latin))
    return { text: chinese || latin, confidence: Math.min(confidence, 0.9), doubt: null, alternatives };
  const again: string[] = [];
  for (const height of otherHeights)
    again.push(plain((await readCrop(cropOf(page, span, em, height), 'eng')).text));
  const votes = again.filter((text) => text === latin).length;
  // A reading of Chinese that is a figure too, and fits as well, is a true rival.
  const rival = isFigure(chinese) && fits(chinese);
  if (!rival && votes === 2 && fits(latin) && (isFigure(latin) || latin === '%'))
    return { text: latin, confidence: 0.93, doubt: null, alternatives };
  if (rival && !fits(latin)) {
    const agreed = again.filter((text) => text === chinese).length;
    if (agreed === 2) return { text: chinese, confidence: 0.93, doubt: null, alternatives };
  }
  // The reader of Chinese sees a digit in the sign of per cent, or one behind it.
  const known = [latin, ...again];
  const mended = withoutPercentDigit(chinese).find(
    (text) => fits(text) && (text === '%' || known.includes(text)),
  );
  if (mended !== undefined) return { text: mended, confidence: 0.92, doubt: null, alternatives };
  const readings = [...known, chinese, ...(rival ? await chineseAgain(page, span, em) : [])].filter(isFigure);
  const text = favourite(readings.filter(fits)) ?? favourite(readings) ?? (chinese || latin);
  return { text, confidence: 0.6, doubt: `read as ${chinese} and as ${latin}`, alternatives };
}

function chineseAgain(page: CleanPage, span: Area, em: number): Promise<string[]> {
  return Promise.all(
    otherHeights.map(async (height) =>
      plain((await readCrop(cropOf(page, span, em, height), 'chi_sim')).text),
    ),
  );
}

/** The text that most readings have; of several, the first. */
function favourite(texts: readonly string[]): string | undefined {
  const count = (text: string): number => texts.filter((other) => other === text).length;
  return texts.reduce<string | undefined>(
    (best, text) => (best === undefined || count(text) > count(best) ? text : best),
    undefined,
  );
}

/** 98%4 and 989% for 98%, 9% for %. */
function withoutPercentDigit(text: string): string[] {
  const match = /^(.*?)(\d?)%\d?$/.exec(text);
  return match ? [`${match[1]}${match[2]}%`, `${match[1]}%`] : [];
}

/** A reading whose characters fit their glyphs worse than this is not that of the glyphs, in squares of ems. */
const mostMisfit = 0.12;

const isFigure = (text: string): boolean => /^[-+]?\d[\d,]*(?:\.\d+)?%?$/.test(text);

/** Readers part characters with spaces: between Chinese characters, and beside them, there are none on paper. */
function plain(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim();
}

function cropOf(page: CleanPage, area: Area, em: number, height: number): Raster {
  const own = area.y1 - area.y0;
  const factor = height / (own > 0.5 * em ? own : em);
  const margin = 2;
  const crop = cropped(page.picture, {
    x0: area.x0 - margin,
    y0: area.y0 - margin,
    x1: area.x1 + margin,
    y1: area.y1 + margin,
  });
  return bordered(scaled(crop, factor), border);
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
