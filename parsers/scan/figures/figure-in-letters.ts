import { voteOn } from '../glyphs/glyph-vote.ts';
import type { Area } from '../image/raster.ts';
import type { CleanPage } from '../lines/crops.ts';
import type { PlacedCharacter, PlacedLine } from '../lines/read-text.ts';
import { leastVote } from './agreement.ts';
import { signOf } from './signs.ts';

/** Most characters of a short figure that readers take for a word: VN where ≥2 is printed. */
const longest = 5;

/** What a digit is worth that only the network of glyphs has seen: too little to pass without a doubt. */
const byGlyphAlone = 0.34;

/** A line of letters whose first glyph has the shape of ≥ or ≤ and whose others look like digits is a figure, in doubt. */
export function figureInLetters(
  page: CleanPage,
  area: Area,
  glyphs: readonly Area[],
  line: PlacedLine,
  em: number,
): PlacedLine {
  const { characters } = line;
  const [first, ...others] = glyphs;
  if (first === undefined || characters.length !== glyphs.length || others.length === 0) return line;
  if (glyphs.length > longest || !characters.every(isLatin) || !characters.slice(1).some(isLetter))
    return line;
  const sign = signOf(page.ink, first, em);
  if (sign === null || !/[≥≤≧≦]/.test(sign)) return line;
  const votes = others.map((glyph) => voteOn(page.picture, glyph, area, em));
  if (!votes.every(({ text, confidence }) => /^[\d.%]$/.test(text) && confidence >= leastVote)) return line;
  const seen = [sign, ...votes.map(({ text }) => text)];
  return {
    ...line,
    characters: characters.map((character, i) =>
      character.text === seen[i]
        ? character
        : {
            ...character,
            text: seen[i]!,
            confidence: byGlyphAlone,
            rival: character.text,
            rivalConfidence: character.confidence,
          },
    ),
  };
}

const isLetter = ({ text }: PlacedCharacter): boolean => /^[A-Za-z]$/.test(text);
const isLatin = ({ text }: PlacedCharacter): boolean => /^[A-Za-z\d.%<>=≥≤]$/.test(text);
