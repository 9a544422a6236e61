import { stripMarks } from '../values/index.ts';
import { type Entry, entryAt, printedName, splitPoints } from './cells.ts';
import type { IndicatorRegion } from './form.ts';
import type { Half, Span } from './indicator-halves.ts';
import { isVoid } from './label.ts';

/** The names of a row's levels, and the points that they print. */
export interface LevelNames {
  level1: string | null;
  level2: string | null;
  level3: string | null;
  points: [number | null, number | null, number | null];
  entries: (Entry | null)[];
  /** Folded texts of the levels as printed. */
  keys: string[];
  /** The indicator's own name: of its lowest level; empty where it has none. */
  name: string;
  /** Whether the name's cell starts in the row. */
  starts: boolean;
  entry: Entry | null;
}

/** Reads the levels of a half row by row: merged cells through their spans, unmerged blanks from the row above. */
export function levelReader(region: IndicatorRegion, half: Half): (row: number) => LevelNames {
  const lowest = half.levels[2] ? 2 : half.levels[1] ? 1 : 0;
  const carried: (Entry | null)[] = [null, null, null];
  const fills = half.levels.map(
    (span, level) => level < lowest && span !== null && fillsDown(region, span, level),
  );
  return (row) => {
    const entries = half.levels.map((span) => entryAt(region.table, row, span));
    for (let level = 0; level < lowest; level++) {
      const entry = entries[level];
      if (!entry) continue;
      if (entry.key !== '') {
        if (entry.key !== carried[level]?.key) carried.fill(null, level + 1);
        carried[level] = entry;
      } else if (fills[level] && carried[level])
        entries[level] = { ...(carried[level] as Entry), starts: false };
    }
    return namesOf(entries, lowest, half);
  };
}

/** The first level is never blank of itself; below it a blank is one where the column merges its cells. */
function fillsDown(region: IndicatorRegion, span: Span, level: number): boolean {
  if (level === 0) return true;
  for (let row = region.first; row < region.end; row++) {
    const entry = entryAt(region.table, row, span);
    if (entry && entry.cell.rowSpan > 1 && entry.key !== '') return false;
  }
  return true;
}

function namesOf(entries: (Entry | null)[], lowest: number, half: Half): LevelNames {
  const points: LevelNames['points'] = [null, null, null];
  const texts: (string | null)[] = entries.map((entry, level) => {
    if (!entry || !half.levels[level]) return null;
    const leaf = level === lowest && lowest === 2;
    const printedText = printedName(entry.text);
    const bare = leaf ? stripMarks(printedText).rest : printedText;
    const split = splitPoints(bare, leaf);
    points[level] = split.points;
    return leaf && isVoid(split.name.trim()) ? '' : split.name;
  });
  const entry = entries[lowest] ?? null;
  return {
    level1: texts[0] ?? null,
    level2: texts[1] ?? null,
    level3: texts[2] ?? null,
    points,
    entries,
    keys: entries.map((each) => each?.key ?? ''),
    name: isVoid((texts[lowest] ?? '').trim()) ? '' : (texts[lowest] ?? ''),
    starts: entry?.starts ?? false,
    entry,
  };
}
