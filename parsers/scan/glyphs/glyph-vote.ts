import type { Area, Raster } from '../image/raster.ts';
import { featuresOf } from './features.ts';
import { scoresOf, shippedNetwork } from './network.ts';

/** What the network of glyphs takes a glyph for; '' for no character of figures. */
export interface GlyphVote {
  text: string;
  /** 0 to 1. */
  confidence: number;
}

/** Looks at one glyph by itself, without the line around it. `line`: the area of its line, `em` in pixels. */
export function voteOn(picture: Raster, glyph: Area, line: Area, em: number): GlyphVote {
  return likeliest(likelihoodsOf(picture, glyph, line, em));
}

/** How likely a glyph is each character of figures, looked at by itself. */
export function likelihoodsOf(
  picture: Raster,
  glyph: Area,
  line: Area,
  em: number,
): ReadonlyMap<string, number> {
  const network = shippedNetwork();
  const scores = scoresOf(network, featuresOf(picture, glyph, line, em));
  return new Map(network.alphabet.map((text, i) => [text, scores[i]!]));
}

export function likeliest(likelihoods: ReadonlyMap<string, number>): GlyphVote {
  let best: GlyphVote = { text: '', confidence: Number.NEGATIVE_INFINITY };
  for (const [text, confidence] of likelihoods) if (confidence > best.confidence) best = { text, confidence };
  return best;
}
