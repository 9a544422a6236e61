import type { Box, Reading } from '../../schemas/index.ts';
import type { LeftOut, LeftOutText } from '../geometry/marks.ts';
import type { PlacedReading, ScannedPage } from './read-page.ts';

/** Why nobody sees the text of a layer. */
const unseen: ReadonlySet<LeftOut> = new Set(['invisible', 'covered', 'background_colour']);

/** Share of the lines that a layer has to say about the same as the picture: below it, it is of another page, or shifted. */
const leastAgreement = 0.7;
/** Lines that have to be told of: fewer say nothing of a layer. */
const fewestLines = 3;
/** Likeness of two texts from which they are one line, read in two ways. */
const sameLine = 0.6;
/** A text that two who know nothing of one another read alike. */
const agreed = 0.95;
/** A figure that was doubtful, and that the layer reads as it was taken. */
const borneOut = 0.9;
/** A figure that the layer reads otherwise. */
const contested = 0.85;

/**
 * The readings of a page beside those of its hidden text layer, which another program put under the picture. The layer is one
 * more reader and is never believed alone: what it reads alike is surer, a figure that it reads otherwise is doubtful, and the text
 * stays that of the picture in either case. A layer that does not follow the picture is not heard at all.
 */
export function besideTextLayer(
  { readings, back }: Pick<ScannedPage, 'readings' | 'back'>,
  leftOut: readonly LeftOutText[],
): PlacedReading[] {
  const layer = leftOut.filter(({ reason, text }) => unseen.has(reason) && text.trim() !== '');
  if (layer.length === 0) return [...readings];
  const said = readings.map((reading) => layerAt(layer, back(reading.box)));
  const heard = readings.flatMap(({ text }, i) =>
    said[i] === '' ? [] : [likeness(plain(text), said[i] ?? '')],
  );
  const alike = heard.filter((share) => share >= sameLine).length;
  if (heard.length < fewestLines || alike < leastAgreement * heard.length) return [...readings];
  return readings.map((reading, i) => compared(reading, said[i] ?? '', alike / heard.length));
}

function compared(reading: PlacedReading, layer: string, trust: number): PlacedReading {
  const own = plain(reading.text);
  if (layer === '') return reading;
  if (own === layer) {
    if (reading.doubt !== null && !isOfDigits(reading)) return reading;
    const sure = Math.max(reading.confidence, reading.doubt === null ? agreed : borneOut);
    return { ...reading, confidence: sure, doubt: null };
  }
  // Words read otherwise are mostly the layer's fault; a figure is doubtful whoever is right.
  const differs = /\d/.test(own) && figures(own) !== figures(layer) && likeness(own, layer) >= sameLine;
  if (!differs) return reading;
  const other = { text: layer, by: 'text_layer', confidence: Math.round(trust * 100) / 100 };
  return inDoubtOf(reading, other, `the text layer reads ${layer}`);
}

/** A reading that text of the file says otherwise. */
export function inDoubtOf(reading: PlacedReading, other: Reading, doubt: string): PlacedReading {
  const { text, confidence } = reading;
  const own = reading.alternatives.length === 0 ? [{ text, by: 'picture', confidence }] : [];
  return {
    ...reading,
    doubt: reading.doubt ?? doubt,
    alternatives: [...reading.alternatives, ...own, other],
    confidence: Math.min(confidence, contested),
  };
}

/**
 * Whether a doubt is one of digits alone, which another reader may settle. Who reads > where a bar is lost, % for ‰ and m for m², or misses what a seal,
 * a streak or a border hides, is joined in it by the next who looks at the same ink.
 */
function isOfDigits({ text, doubt, alternatives }: PlacedReading): boolean {
  const others = alternatives.filter((other) => plain(other.text) !== plain(text));
  return (
    doubt !== null &&
    /^read as /.test(doubt) &&
    others.length > 0 &&
    others.every((other) => figures(other.text) !== figures(text))
  );
}

/** What the layer says in a box, from left to right, without spaces. */
function layerAt(layer: readonly LeftOutText[], box: Box): string {
  const pieces = layer.filter((piece) => {
    const x = (piece.box.x0 + piece.box.x1) / 2;
    const y = (piece.box.y0 + piece.box.y1) / 2;
    return x >= box.x0 && x <= box.x1 && y >= box.y0 - reach && y <= box.y1 + reach;
  });
  return fromLeft(pieces);
}

/** The text of pieces of one line, without spaces. */
export const fromLeft = (pieces: readonly { text: string; box: Box }[]): string =>
  pieces
    .toSorted((a, b) => a.box.x0 - b.box.x0)
    .map(({ text }) => plain(text))
    .join('');

/** Points that a layer may lie above or below its line. */
const reach = 2;

export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const figures = (text: string): string => text.replace(/[^\d.]/g, '');

/** Share of the characters that two texts have in common, in order (longest common subsequence). */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let row = new Uint16Array(b.length + 1);
  for (const character of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] = character === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]! / Math.max(a.length, b.length);
}
