import type { Segment } from '../texts/segments.ts';

/** Lines of one cell are no farther apart than this, and lines no farther than that stand level, in ems. */
const pitch = 1.7;
const level = 0.25;

/** Fewest wrapped texts that tell. */
const fewestWrapped = 2;

/**
 * Whether the texts of a table stand at the top of their rows: beside those that wrap, others stand level with the first line, and none
 * in the middle or level with the second. `xs` are the column lines.
 */
export function areSetAtTop(xs: readonly number[], segments: readonly Segment[]): boolean {
  const byLine = Map.groupBy(segments, ({ line }) => line);
  const columns = Map.groupBy(segments, (segment) => columnOf(segment, xs));
  // A head stands in the middle of its row, whatever its rows do.
  const pairs = [...columns.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => a.box.y0 - b.box.y0);
    return sorted.slice(1).flatMap((above, i) => {
      const below = sorted[i + 2];
      return below && wraps(above, below) ? [{ above, below }] : [];
    });
  });
  const tails = new Set(pairs.map(({ below }) => below));
  let wrapped = 0;
  for (const { above, below } of pairs) {
    // Lines are numbered from the top.
    const others: Segment[] = [];
    for (let line = above.line; line <= below.line; line++)
      others.push(...(byLine.get(line) ?? []).filter((other) => other !== above && !tails.has(other)));
    const firsts = others.filter((other) => isLevel(other, above));
    if (firsts.length < others.length) return false;
    if (firsts.length > 0) wrapped++;
  }
  return wrapped >= fewestWrapped;
}

const columnOf = ({ box }: Segment, xs: readonly number[]): number =>
  xs.findLastIndex((x) => x <= (box.x0 + box.x1) / 2);

function wraps(above: Segment, below: Segment): boolean {
  const distance = below.box.y0 - above.box.y0;
  return (
    distance > above.size / 2 &&
    distance < pitch * above.size &&
    /\p{Script=Han}/u.test(above.text + below.text)
  );
}

const isLevel = (a: Segment, b: Segment): boolean => Math.abs(a.box.y0 - b.box.y0) < level * b.size;
