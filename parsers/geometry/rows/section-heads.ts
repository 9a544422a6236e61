import type { Segment } from '../segments.ts';

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
