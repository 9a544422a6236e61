import type { Segment } from '../texts/segments.ts';

/** Fewest figures at an axis that no lines show. */
const fewestFigures = 4;

/** Figures at an axis end, or begin, and follow each other as far as this, in points. */
const drift = 1;

/**
 * Numbers of the lines that hold nothing but the figures at the axes of charts, some of them side by side: figures under each
 * other in steps of one size, as far from each other in height, no other line between them.
 */
export function axisLines(lines: ReadonlyMap<number, readonly Segment[]>): Set<number> {
  const order = [...lines.keys()].sort((a, b) => a - b);
  const found = new Set<number>();
  for (let from = 0; from < order.length; ) {
    let count = 1;
    while (from + count < order.length && areSteps(order.slice(from, from + count + 1), lines)) count++;
    if (count >= fewestFigures) for (const line of order.slice(from, from + count)) found.add(line);
    from += Math.max(1, count - 1);
  }
  return found;
}

/** Whether lines go on as the last three of them: every piece a figure, one step from that above it. */
function areSteps(numbers: readonly number[], lines: ReadonlyMap<number, readonly Segment[]>): boolean {
  const [first, second, third] = numbers.slice(-3).map((number) => lines.get(number)!);
  const pairs = pairsOf(first!, second!);
  if (pairs === null || third === undefined) return pairs !== null;
  const next = pairsOf(second!, third);
  return (
    next !== null &&
    next.length === pairs.length &&
    next.every(({ step, height }, i) => {
      const before = pairs[i]!;
      return (
        Math.abs(step - before.step) < 1e-9 * Math.abs(step) && Math.abs(height - before.height) <= drift
      );
    })
  );
}

/** The step and the height between each figure of a line and that under it; null where there is none or anything else stands there. */
function pairsOf(
  upper: readonly Segment[],
  lower: readonly Segment[],
): { step: number; height: number }[] | null {
  if (upper.length !== lower.length) return null;
  const pairs = upper.map((above, i) => {
    const below = lower[i]!;
    const aligned =
      Math.abs(above.box.x1 - below.box.x1) <= drift || Math.abs(above.box.x0 - below.box.x0) <= drift;
    const step = figureOf(below.text) - figureOf(above.text);
    return aligned && step !== 0 && !Number.isNaN(step)
      ? { step, height: below.box.y1 - above.box.y1 }
      : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

function figureOf(text: string): number {
  return /^[-−]?\d[\d\s,]*(?:\.\d+)?\s?%?$/.test(text)
    ? Number(text.replace('−', '-').replace(/[\s,%]/g, ''))
    : Number.NaN;
}
