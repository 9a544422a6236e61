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
  const network = shippedNetwork();
  const scores = scoresOf(network, featuresOf(picture, glyph, line, em));
  const best = scores.reduce((top, score, i) => (score > scores[top]! ? i : top), 0);
  return { text: network.alphabet[best]!, confidence: scores[best]! };
}
