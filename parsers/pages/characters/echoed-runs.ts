import type { Glyph } from '../../geometry/marks.ts';
import type { ReadMarks } from '../page-marks.ts';

/** A text drawn again so near to itself, in ems, looks bold or throws a shadow. */
const echo = 0.34;

/** The copies of a text lie as far from each other at its end as at its start, in ems. */
const even = 0.05;

/** So many texts that read alike are compared with the next one: figures of a table may all be 0.00. */
const mostCompared = 64;

/**
 * Leaves each text that is drawn several times, a little aside, once: the last, for a shadow lies under its text. Letter by letter, points
 * and dashes, which are as narrow as the copies are apart, would pass for two.
 */
export function withoutEchoedRuns(marks: ReadMarks): ReadMarks {
  const gone = new Set<number>();
  const seen = new Map<string, Glyph[][]>();
  for (const run of runsInOrder(marks.glyphs)) {
    if (run.length < 2) continue;
    const text = run.map((glyph) => glyph.text).join('');
    const alike = seen.get(text);
    if (!alike) {
      seen.set(text, [run]);
      continue;
    }
    const at = alike.findIndex((other) => isEcho(other, run));
    if (at >= 0) {
      gone.add(alike[at]![0]!.run);
      alike.splice(at, 1);
    } else if (alike.length === mostCompared) alike.shift();
    alike.push(run);
  }
  if (gone.size === 0) return marks;
  return { ...marks, glyphs: marks.glyphs.filter(({ run }) => !gone.has(run)) };
}

/** What each operator drew, in their order. */
function runsInOrder(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    if (last && last[0]!.run === glyph.run) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function isEcho(one: readonly Glyph[], other: readonly Glyph[]): boolean {
  const [a, b, c, d] = [one[0]!, other[0]!, one.at(-1)!, other.at(-1)!];
  if (a.turn !== b.turn || Math.abs(a.size - b.size) > even * a.size) return false;
  const [dx, dy] = [b.box.x0 - a.box.x0, b.box.y0 - a.box.y0];
  if (Math.max(Math.abs(dx), Math.abs(dy)) > echo * a.size) return false;
  return Math.max(Math.abs(d.box.x0 - c.box.x0 - dx), Math.abs(d.box.y0 - c.box.y0 - dy)) <= even * a.size;
}
