import type { CheckedText } from './checked-text.ts';

/** Height of a character in pixels below which the border beside a digit takes a stroke of it: 10.5 points at some 180 dpi. */
const smallPrint = 26;

/** Most that a figure is believed whose first digit may have lost a stroke. */
const cutConfidence = 0.8;

/**
 * A figure that stands against the left border of its cell, in print so small that one pixel more or less of that border is a stroke: the side of a
 * 6 goes with it, and every reader sees a 5. It is doubted, with the other reading beside it.
 */
export function withCutHead(read: CheckedText, isFlush: boolean, em: number): CheckedText {
  if (!isFlush || em >= smallPrint || !/^5[\d.,%]*$/.test(read.text)) return read;
  const whole = { text: `6${read.text.slice(1)}`, by: 'border', confidence: 0.5 };
  return {
    ...read,
    confidence: Math.min(read.confidence, cutConfidence),
    doubt: read.doubt ?? 'its first digit touches the border',
    alternatives: [...read.alternatives, whole],
  };
}
