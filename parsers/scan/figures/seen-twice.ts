import { type GlyphVote, voteOn } from '../glyphs/glyph-vote.ts';
import type { Area } from '../image/raster.ts';
import { align } from '../lines/alignment.ts';
import type { CleanPage } from '../lines/crops.ts';
import type { PlacedCharacter } from '../lines/read-text.ts';
import { inFigures } from './figures-of-line.ts';

/** A character of a line with the glyph that it stands on, and what that looks like by itself. */
export interface SeenTwice extends PlacedCharacter {
  glyph: Area | null;
  vote: GlyphVote | null;
}

/** Lays the characters of figures on the glyphs of a line and looks at each glyph by itself. */
export function seenTwice(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  characters: readonly PlacedCharacter[],
  em: number,
): SeenTwice[] {
  const none = characters.map((character) => ({ ...character, glyph: null, vote: null }));
  if (!characters.some(({ text }) => /\d/.test(text))) return none;
  const { places } = align(
    characters.map(({ text }) => text),
    glyphs,
    em,
    characters.map(({ x }) => x),
  );
  return characters.map((character, i) => {
    const glyph = inFigures.test(character.text) ? glyphOf(glyphs, places[i] ?? null) : null;
    const fits = glyph !== null && glyph.x1 - glyph.x0 <= widestOf(character.text) * em;
    const vote = fits ? voteOn(page.picture, glyph, area, em) : null;
    return { ...character, glyph, vote };
  });
}

/** Widest that the ink of a character of figures is, in ems: more of it belongs to another one. */
function widestOf(text: string): number {
  if (/[.,]/.test(text)) return 0.3;
  return /\d/.test(text) ? 0.68 : 1.1;
}

/** O and o are noughts where they stand alone or among digits, and so are the two sides of one that lost its head and foot. */
export function withNoughts(characters: readonly PlacedCharacter[], em: number): PlacedCharacter[] {
  const isNear = (at: number): boolean => /^[\d.,%OoО()]?$/.test(characters[at]?.text ?? '');
  const found: PlacedCharacter[] = [];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    const next = characters[i + 1];
    const isPair = character.text === '(' && next?.text === ')' && next.x - character.x <= closest * em;
    if (isPair && isNear(i - 1) && isNear(i + 2)) {
      const rival = { rival: '()', rivalConfidence: character.confidence };
      found.push({ text: '0', confidence: bySides, x: (character.x + next.x) / 2, ...rival });
      i++;
    } else if (/^[OoО]$/.test(character.text) && isNear(i - 1) && isNear(i + 1)) {
      found.push({ ...character, text: '0', rival: character.text, rivalConfidence: character.confidence });
    } else found.push(character);
  }
  return found;
}

/** Ems between the middles of two brackets that are the sides of a nought, at most, and what such a one is worth: a doubt. */
const closest = 0.6;
const bySides = 0.5;

/** The area of the glyphs that a character takes; null where it shares one with another. */
function glyphOf(glyphs: readonly Area[], place: { x0: number; x1: number } | null): Area | null {
  if (!place) return null;
  const parts = glyphs.filter(({ x0, x1 }) => x0 >= place.x0 && x1 <= place.x1);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || first.x0 !== place.x0 || last.x1 !== place.x1) return null;
  return {
    x0: first.x0,
    x1: last.x1,
    y0: Math.min(...parts.map(({ y0 }) => y0)),
    y1: Math.max(...parts.map(({ y1 }) => y1)),
  };
}

/** A nought alone that looks like a % by itself, from this vote on. */
const surePerCent = 0.95;

/** What a % is worth that the reader of lines saw a nought in. */
const byGlyph = 0.8;

/** What a % is worth that both see, and the height of a character in pixels from which it is: in smaller print a ‰ looks like one. */
const seenByBoth = 0.95;
export const largeEnough = 24;

/** A small % alone in its cell is read as 0: what it looks like by itself decides, in doubt. Where it was read as %, that bears it out. */
export function withLonePerCent(characters: readonly SeenTwice[], em: number): readonly SeenTwice[] {
  const [only, ...others] = characters;
  if (only === undefined || others.length > 0 || !/^[0%]$/.test(only.text)) return characters;
  const { vote, confidence } = only;
  if (vote?.text !== '%' || vote.confidence < surePerCent) return characters;
  if (only.text === '%' && em < largeEnough) return characters;
  if (only.text === '%') return [{ ...only, confidence: Math.max(confidence, seenByBoth) }];
  return [{ ...only, text: '%', confidence: byGlyph, rival: '0', rivalConfidence: confidence }];
}
