import type { Segment } from '../texts/segments.ts';

/** Fewest pieces of a line that are set apart to reach both sides of their column, how near to the sides they do, and how far apart they stand at most, in ems: several, and two alone. */
const fewestPieces = 2;
const sideDrift = 1;
const mostGap = 4;
const mostGapOfTwo = 2;

/** Words of a line of one cell that is set to both sides of its column are one piece, however far apart they stand. */
export function withJustifiedLines(
  segments: readonly Segment[],
  columnsAt: (box: Segment['box']) => { first: number; last: number },
): readonly Segment[] {
  const columns = segments.map(({ box }) => {
    const { first, last } = columnsAt(box);
    return first === last ? first : -1;
  });
  const groups = Map.groupBy(segments.keys(), (i) => `${segments[i]!.line} ${columns[i]}`);
  const wide = [...groups.values()].filter((own) => own.length >= fewestPieces && columns[own[0]!]! >= 0);
  if (wide.length === 0) return segments;
  const sides = new Map<number, { left: number; right: number }>();
  segments.forEach(({ box }, i) => {
    const { left, right } = sides.get(columns[i]!) ?? { left: Infinity, right: -Infinity };
    sides.set(columns[i]!, { left: Math.min(left, box.x0), right: Math.max(right, box.x1) });
  });
  const joined = new Map<number, Segment>();
  const gone = new Set<number>();
  for (const own of wide) {
    const words = own.map((i) => segments[i]!).sort((a, b) => a.box.x0 - b.box.x0);
    if (!reachesBothSides(words, sides.get(columns[own[0]!]!)!)) continue;
    for (const i of own) gone.add(i);
    joined.set(own[0]!, asOne(words));
  }
  return segments.flatMap((segment, i) => joined.get(i) ?? (gone.has(i) ? [] : [segment]));
}

function reachesBothSides(
  words: readonly Segment[],
  { left, right }: { left: number; right: number },
): boolean {
  const [first, last] = [words[0]!, words.at(-1)!];
  if (first.box.x0 > left + sideDrift || last.box.x1 < right - sideDrift) return false;
  const gap = words.length > 2 ? mostGap : mostGapOfTwo;
  return words.every(
    ({ box, size, text }, i) =>
      /\p{Script=Latin}/u.test(text) &&
      !/\p{Script=Han}/u.test(text) &&
      (i === 0 || box.x0 - words[i - 1]!.box.x1 < gap * size),
  );
}

function asOne(words: readonly Segment[]): Segment {
  const [first, last] = [words[0]!, words.at(-1)!];
  const y0 = Math.min(...words.map(({ box }) => box.y0));
  const y1 = Math.max(...words.map(({ box }) => box.y1));
  return {
    ...first,
    box: { x0: first.box.x0, x1: last.box.x1, y0, y1 },
    text: words.map(({ text }) => text).join(' '),
  };
}
