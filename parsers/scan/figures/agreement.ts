import type { SeenTwice } from './seen-twice.ts';

/** What two ways are worth that agree; the model of lines must not be less sure than the last. */
export const agreed = 0.98;
export const leastAgreed = 0.35;

/** A glyph by itself says something from here on. */
export const leastVote = 0.5;

/** A sign surer than the first is not changed; one less sure gives way to a glyph surer than the second. */
const sureOfSign = 0.9;
const sureGlyph = 0.8;

export const isSign = (text: string): boolean => /^[<>=≤≥＜＞＝≦≧]$/.test(text);
const isDash = (text: string): boolean => /^[-—–~～]$/.test(text);
/** Forms print ≤ and ≥ far more often than these, and blur takes a bar away but adds none. */
const isBareSign = (text: string): boolean => /^[<>＜＞]$/.test(text);

/** A sign that the model of lines is unsure of is what its glyph looks like: small bars tell them apart. */
export function withSureSign(character: SeenTwice): SeenTwice {
  const { text, confidence, vote } = character;
  if (!vote || confidence >= sureOfSign || vote.confidence < sureGlyph) return character;
  if (!isSign(text) || !isSign(vote.text) || sameSign(text) === vote.text) return character;
  return {
    ...character,
    text: vote.text,
    rival: text,
    rivalConfidence: confidence,
    confidence: vote.confidence,
  };
}

/** Whether the model of lines and the network of glyphs see the same character. */
export function agrees({ text, confidence, vote }: SeenTwice): boolean {
  // Signs and dashes this sure were checked by their shape.
  if ((isSign(text) || isDash(text)) && confidence >= agreed) return true;
  if (!vote || vote.confidence < leastVote || confidence < leastAgreed) return false;
  // A small bar is all that parts ≥ from >: an unsure reader needs a sure glyph.
  const unsure = confidence < sureOfSign || isBareSign(text);
  if (isSign(text) && unsure && vote.confidence < sureGlyph) return false;
  return sameSign(vote.text) === sameSign(text);
}

/** Forms of one character that mean the same. */
function sameSign(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[—–―一]/, '-')
    .replace('〜', '~');
}

export const isSureSign = (character: SeenTwice): boolean =>
  agrees(character) || (character.confidence >= sureOfSign && !isBareSign(character.text));
