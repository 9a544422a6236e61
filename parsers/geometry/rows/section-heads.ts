import type { Segment } from '../texts/segments.ts';

/** A head of a section stands in the middle of what is written to within this much, in points. */
const headDrift = 4;

/** Fewest heads of sections that are no years. */
const fewestSections = 2;

/** A head of a section begins this far behind the labels of its table, in ems. */
const sectionIndent = 2;

/**
 * Texts alone on their lines in the middle of all that is written in a table, which are years or several such texts: the rows
 * below each are of what it names.
 */
export function sectionHeads(segments: readonly Segment[]): Set<Segment> {
  const left = Math.min(...segments.map(({ box }) => box.x0));
  const right = Math.max(...segments.map(({ box }) => box.x1));
  const counts = new Map<number, number>();
  for (const { line } of segments) counts.set(line, (counts.get(line) ?? 0) + 1);
  const centred = segments.filter(
    ({ line, box }) => counts.get(line) === 1 && Math.abs(box.x0 + box.x1 - left - right) / 2 <= headDrift,
  );
  const years = centred.filter(({ text }) => /^(?:19|20)\d\d$/.test(text));
  const named = centred.filter(
    ({ text, box, size }) => /^\p{L}/u.test(text) && box.x0 > left + sectionIndent * size,
  );
  return new Set([...years, ...(named.length >= fewestSections ? named : [])]);
}

/** Texts set in the middle of the same columns have the same middle to within this much, and not the same width, in points. */
const sameMiddle = 1.5;
const otherWidth = 2;

/** Columns reach beyond the figures set to their right: the middle of all may lie this far beyond that of the figures, in ems. */
const beyondMiddle = 1.5;

/** A row begins with its label this near to the left of the table, in ems. */
const labelIndent = 6;

/**
 * Texts alone on their lines behind the labels, in the middle of all columns of figures: units of the rows below (Million acres,
 * Bushels). Several have one middle and widths of their own, and stand over no single column.
 */
export function unitHeads(segments: readonly Segment[]): Set<Segment> {
  const lines = Map.groupBy(segments, ({ line }) => line);
  const alone = segments.filter(
    ({ line, text }) => lines.get(line)!.length === 1 && /^\p{Script=Latin}/u.test(text),
  );
  const rows = [...lines.values()].filter((line) => line.length > 2);
  if (alone.length < fewestSections || rows.length < fewestSections) return new Set();
  const left = Math.min(...segments.map(({ box }) => box.x0));
  const sorted = rows
    .map((row) => [...row].sort((a, b) => a.box.x0 - b.box.x0))
    .filter(([label]) => label!.box.x0 < left + labelIndent * label!.size);
  const labels = Math.max(...sorted.map(([label]) => label!.box.x1));
  const figures = Math.min(...sorted.map((row) => row[1]!.box.x0));
  const right = Math.max(...sorted.map((row) => row.at(-1)!.box.x1));
  const middleOf = ({ box }: Segment): number => (box.x0 + box.x1) / 2;
  // With figures set to the right, the middle of the columns lies left of that of the figures.
  const behind = alone.filter(
    (piece) =>
      piece.box.x0 > labels &&
      middleOf(piece) > (labels + right) / 2 - sameMiddle &&
      middleOf(piece) < (figures + right) / 2 + beyondMiddle * piece.size,
  );
  const heads = behind.filter((piece) =>
    behind.some(
      (other) =>
        Math.abs(middleOf(piece) - middleOf(other)) < sameMiddle &&
        Math.abs(piece.box.x0 - other.box.x0) > otherWidth,
    ),
  );
  return new Set(heads);
}
