import type { Area, Raster } from '../image/raster.ts';
import type { PlacedCharacter, PlacedLine } from '../lines/read-text.ts';
import { footOfPlus } from './plus-minus.ts';
import { barred, leanOf } from './sign-lean.ts';
import { signOf } from './signs.ts';

/** What a sign is worth that reader and shape agree on, and one that the shape decides against an unsure reader. */
const agreed = 0.98;
const byShape = 0.93;

/** A reader surer than this is not overruled by a shape. */
const sureReader = 0.9;

/** Dashes between figures by their shape, in ems: a point is as thin, but not as long. */
const thickestDash = 0.16;
const shortestDash = 0.18;
const longDash = 0.6;

/** A sign that was passed over and whose strokes show nothing but which way it points: its worth, and its distance in ems from characters that were read. */
const byLean = 0.5;
const farFromOthers = 0.45;

/** Distance in ems within which a character stands on a glyph. */
const near = 0.35;

/** Signs ≥ ≤ > < = and dashes of a line are checked by the shape of their glyphs: the reader is least sure of them. */
export function withSigns(ink: Raster, glyphs: readonly Area[], line: PlacedLine, em: number): PlacedLine {
  const characters = line.characters.flatMap((character, i): PlacedCharacter | PlacedCharacter[] => {
    if (isSign(character.text)) return checkedSign(ink, glyphs, character, em);
    if (isPlus(character.text) && /^\d$/.test(line.characters[i + 1]?.text ?? ''))
      return checkedPlus(ink, glyphs, character, em);
    if (isLetterOfFigure(line.characters, i)) return signInLetter(ink, glyphs, character, em);
    if (isBarOfSign(line.characters, i)) return { ...character, text: '=', ...lostBar, rival: '-' };
    if (isDash(character.text) && besideFigure(line.characters, i))
      return checkedDashes(glyphs, line.characters, i, em);
    return character;
  });
  const missed = glyphs.flatMap((glyph, i): PlacedCharacter[] => {
    const x = middleOf(glyph);
    const next = glyphs[i + 1];
    if (!next || next.x0 - glyph.x1 > 1.2 * em || !looksLikeDigit(next, em)) return [];
    if (characters.some((character) => Math.abs(character.x - x) < near * em)) return [];
    if (isPartOfWord(characters, next, em)) return [];
    const sign = i === 0 && isMinus(glyph, next, em) ? '-' : signOf(ink, glyph, em);
    if (sign !== null) return [{ text: sign, confidence: 0.8, x, rival: '', rivalConfidence: 0 }];
    const lean = isLargeAsSign(glyph, em) && isFree(characters, glyph, em) ? leanOf(ink, glyph) : null;
    return lean === null
      ? []
      : [{ text: barred(lean), confidence: byLean, x, rival: '', rivalConfidence: 0 }];
  });
  if (missed.length === 0) return { ...line, characters };
  return { ...line, characters: [...characters, ...missed].sort((a, b) => a.x - b.x) };
}

/** What the = of a printed >= is worth that was read as a dash. */
const lostBar = { confidence: 0.7, rivalConfidence: 0.7 } as const;

/** A dash between > or < and a digit: a copier took one bar of >=, and no figure of a form is above a negative one. */
function isBarOfSign(characters: readonly PlacedCharacter[], at: number): boolean {
  const [before, own, behind] = [at - 1, at, at + 1].map((i) => characters[i]?.text ?? '');
  return /^[<>＜＞]$/.test(before!) && /^[-—–―－]$/.test(own!) && /^\d$/.test(behind!);
}

/** Whether a glyph of the size of a digit is a part of a Chinese character that was read there: 状 and 行 fall into two. */
function isPartOfWord(characters: readonly PlacedCharacter[], glyph: Area, em: number): boolean {
  const x = middleOf(glyph);
  const nearest = characters.reduce<PlacedCharacter | null>(
    (best, character) =>
      best === null || Math.abs(character.x - x) < Math.abs(best.x - x) ? character : best,
    null,
  );
  return nearest !== null && Math.abs(nearest.x - x) < halfWord * em && /\p{Script=Han}/u.test(nearest.text);
}

/** Half the width of a Chinese character, in ems. */
const halfWord = 0.5;

/** Ink as large as a sign, in ems. */
const leastSign = { width: 0.28, height: 0.4 } as const;

const isLargeAsSign = ({ x0, x1, y0, y1 }: Area, em: number): boolean =>
  x1 - x0 >= leastSign.width * em && y1 - y0 >= leastSign.height * em;

/** Whether no character stands on a glyph or close beside its middle: the pieces of a broken one do. */
const isFree = (characters: readonly PlacedCharacter[], glyph: Area, em: number): boolean =>
  characters.every(({ x }) => Math.abs(x - middleOf(glyph)) >= farFromOthers * em);

/** The sign whose shape the glyph of a character has; null where it has none's. */
function signAt(
  ink: Raster,
  glyphs: readonly Area[],
  { x }: PlacedCharacter,
  em: number,
): ReturnType<typeof signOf> {
  const glyph = glyphAt(glyphs, x, em);
  return glyph ? signOf(ink, glyph, em) : null;
}

function checkedSign(
  ink: Raster,
  glyphs: readonly Area[],
  character: PlacedCharacter,
  em: number,
): PlacedCharacter {
  const sign = signAt(ink, glyphs, character, em);
  const read = plainSign(character.text);
  // A bar that is seen is one; a bar that is not may have run into its chevron.
  if (sign === null || sign === '<' || sign === '>') return { ...character, text: read };
  if (sign === read || singleBar(sign) === read)
    return { ...character, text: sign, confidence: Math.max(agreed, character.confidence) };
  const rivals = { rival: read, rivalConfidence: character.confidence };
  if (character.confidence < sureReader) return { ...character, text: sign, confidence: byShape, ...rivals };
  return { ...character, text: read, confidence: 0.7, rival: sign, rivalConfidence: 0.7 };
}

/** The reader sees a + in most ±, surely: its bar tells them apart. */
function checkedPlus(
  ink: Raster,
  glyphs: readonly Area[],
  character: PlacedCharacter,
  em: number,
): PlacedCharacter {
  const glyph = glyphAt(glyphs, character.x, em);
  const foot = glyph ? footOfPlus(ink, glyph) : 'open';
  if (foot === 'stem') return character;
  const { text: rival, confidence } = character;
  if (foot === 'bar')
    return { ...character, text: '±', confidence: byShape, rival, rivalConfidence: confidence };
  return { ...character, confidence: Math.min(0.7, confidence), rival: '±', rivalConfidence: 0.3 };
}

/** A letter that nothing stands before, and a digit behind: M10 where ≥10 is printed. */
function isLetterOfFigure(characters: readonly PlacedCharacter[], at: number): boolean {
  return at === 0 && /^[A-Za-z]$/.test(characters[0]!.text) && /^\d$/.test(characters[1]?.text ?? '');
}

/** A sign with a bar that was read as a letter, in doubt; a letter that looks like none stays. */
function signInLetter(
  ink: Raster,
  glyphs: readonly Area[],
  character: PlacedCharacter,
  em: number,
): PlacedCharacter {
  const sign = signAt(ink, glyphs, character, em);
  if (sign === null || sign === '<' || sign === '>' || sign === '=') return character;
  const { text: rival, confidence: rivalConfidence } = character;
  return { ...character, text: sign, confidence: 0.8, rival, rivalConfidence };
}

function checkedDashes(
  glyphs: readonly Area[],
  characters: readonly PlacedCharacter[],
  at: number,
  em: number,
): PlacedCharacter[] {
  const character = characters[at]!;
  const own = dashesAt(glyphs, characters, at, em);
  const confidence = Math.max(agreed, character.confidence);
  const [first, ...others] = own;
  if (isWave(character.text)) return [first ? character : { ...character, confidence }];
  // Before a figure it is a minus, however long: that of 宋体 is half an em.
  const isMinus = at === 0;
  if (!first) return [isMinus ? { ...character, text: '-' } : character];
  if (others.length > 0)
    return own.map((dash) => ({ ...character, text: '-', x: middleOf(dash), confidence }));
  const isLong = !isMinus && first.x1 - first.x0 >= longDash * em;
  return [{ ...character, text: isLong ? '—' : '-', confidence }];
}

/** Flat glyphs between the characters before and behind a dash: readers see one dash where two stand. */
function dashesAt(
  glyphs: readonly Area[],
  characters: readonly PlacedCharacter[],
  at: number,
  em: number,
): Area[] {
  const x = characters[at]!.x;
  const from = ((characters[at - 1]?.x ?? x - 2 * em) + x) / 2;
  const to = ((characters[at + 1]?.x ?? x + 2 * em) + x) / 2;
  return glyphs.filter(
    (glyph) =>
      glyph.y1 - glyph.y0 <= thickestDash * em &&
      glyph.x1 - glyph.x0 >= shortestDash * em &&
      middleOf(glyph) > from &&
      middleOf(glyph) < to,
  );
}

const isSign = (text: string): boolean => /^[<>=≤≥＜＞＝≦≧]$/.test(text);
const isPlus = (text: string): boolean => /^[+＋]$/.test(text);
const isWave = (text: string): boolean => /^[~～〜]$/.test(text);
const isDash = (text: string): boolean => isWave(text) || /^[-—–―一－]$/.test(text);
const plainSign = (text: string): string => text.normalize('NFKC');
const singleBar = (sign: string): string => sign.replace('≧', '≥').replace('≦', '≤');

/** Whether a figure or another dash stands behind a character, or before it: 一 in a word is no dash. */
function besideFigure(characters: readonly PlacedCharacter[], at: number): boolean {
  const text = (i: number): string => characters[i]?.text ?? '';
  const ahead = isDash(text(at + 1)) ? text(at + 2) : text(at + 1);
  return /\d/.test(ahead) && (at === 0 || /[\d.%元万）)年月日\-—]/.test(text(at - 1)));
}

function looksLikeDigit(glyph: Area, em: number): boolean {
  const width = glyph.x1 - glyph.x0;
  const height = glyph.y1 - glyph.y0;
  // Two digits may touch.
  return width < 1.3 * em && height > 0.45 * em && height < 0.92 * em;
}

/** Whether a glyph is a short stroke at half the height of the digit behind it. */
function isMinus({ x0, x1, y0, y1 }: Area, digit: Area, em: number): boolean {
  const [height, middle] = [digit.y1 - digit.y0, (y0 + y1) / 2];
  const isFlat = y1 - y0 <= thickestDash * em && x1 - x0 >= shortestDash * em && x1 - x0 >= 2 * (y1 - y0);
  return isFlat && middle > digit.y0 + 0.35 * height && middle < digit.y1 - 0.15 * height;
}

const middleOf = ({ x0, x1 }: Area): number => (x0 + x1) / 2;

/** The glyph that a character stands on. */
function glyphAt(glyphs: readonly Area[], x: number, em: number): Area | null {
  const nearest = glyphs.reduce<Area | null>(
    (best, glyph) => (!best || Math.abs(middleOf(glyph) - x) < Math.abs(middleOf(best) - x) ? glyph : best),
    null,
  );
  return nearest && Math.abs(middleOf(nearest) - x) < near * em ? nearest : null;
}
