import { rowCost } from './row-cost.ts';
import type { RowModel } from './row-model.ts';
import type { WrittenLine } from './written-line.ts';
import type { WrittenTable } from './written-lines.ts';

/** Row boundaries nearer than this, in pitches, are one. */
const merge = 0.12;

/** Nearer than this to an end that is known, in pitches, no other boundary is looked for. */
const nearEnd = 0.6;

/** Texts whose middles are nearer to each other than this, in pitches, stand beside each other. */
const beside = 0.6;

/** Lowest and highest row, in pitches. */
const lowest = 0.7;
const highest = 30;

/** What speaks against a row that goes over a height where texts say that rows part. */
const overParting = 6;

/** What speaks against a row that goes over a height at which some row ends for certain. */
const overEnd = 3;

/** The boundaries between rows that explain the lines of the columns best, from the first to the last; with their cost. `ends` are known to be some, and so are those of `parting` for all columns. */
export function searchRows(
  table: WrittenTable,
  model: RowModel,
  ends: readonly number[] = [],
  parting: readonly number[] = [],
): { bounds: number[]; cost: number } {
  const places = placesOf(table, model, [...ends, ...parting]);
  const over = costsOver(places, parting, overParting);
  const overKnown = costsOver(places, clustered(ends, merge * table.pitch), overEnd);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }];
  for (let to = 1; to < places.length; to++) {
    let found = { cost: Infinity, from: 0 };
    for (let from = to - 1; from >= 0; from--) {
      const height = places[to]! - places[from]!;
      if (height < lowest * table.pitch) continue;
      if (height > highest * table.pitch) break;
      const before = best[from]!.cost;
      const own = rowCost(table, model, places[from]!, places[to]!);
      const cost = before + own.total + over(from, to) + overKnown(from, to);
      if (cost < found.cost) found = { cost, from };
      // A higher row holds all of this and more.
      if (own.lasting > found.cost) break;
    }
    best.push(found);
  }
  const bounds: number[] = [];
  for (let at = places.length - 1; at >= 0; at = best[at]!.from) bounds.unshift(places[at]!);
  return { bounds, cost: best.at(-1)!.cost };
}

/** What it costs that a row from one place to another goes over heights at which rows part. */
function costsOver(
  places: readonly number[],
  heights: readonly number[],
  cost: number,
): (from: number, to: number) => number {
  const sorted = [...heights].sort((a, b) => a - b);
  // Places are in order too.
  const counts = (drift: number): number[] => {
    let count = 0;
    return places.map((place) => {
      while (count < sorted.length && sorted[count]! <= place + drift) count++;
      return count;
    });
  };
  const [before, above] = [counts(-1), counts(1)];
  return (from, to) => cost * Math.max(0, before[to]! - above[from]!);
}

/** Where a row may begin or end: half a pitch above and below the middle of every line, and in the middle of what is empty between lines. */
function placesOf({ lines, pitch }: WrittenTable, { labels }: RowModel, ends: readonly number[]): number[] {
  const written = lines.filter(({ upright }) => !upright);
  const tells = ({ first, last }: WrittenLine): boolean => !labels.slice(first, last + 1).every(Boolean);
  const others = written.filter(tells);
  const isNear = (a: WrittenLine, b: WrittenLine): boolean => Math.abs(a.middle - b.middle) < beside * pitch;
  // Labels side by side with nothing else near them are a row: the name of a unit over the rows of indicators.
  const isRow = (line: WrittenLine): boolean =>
    !others.some((other) => isNear(line, other)) &&
    written.some((other) => (other.first > line.last || other.last < line.first) && isNear(line, other));
  const telling = written.filter((line) => tells(line) || isRow(line));
  const all = telling.flatMap(({ middle }) => [middle - pitch / 2, middle + pitch / 2]);
  const words = lines.filter(({ upright }) => upright);
  const top = Math.min(lines[0]!.middle - pitch / 2, ...words.map(({ y0 }) => y0));
  const bottom = Math.max(lines.at(-1)!.middle + pitch / 2, ...words.map(({ y1 }) => y1));
  let end = Infinity;
  for (const { y0, y1 } of [...telling].sort((a, b) => a.y0 - b.y0)) {
    if (y0 > end) all.push((y0 + end) / 2);
    end = end === Infinity ? y1 : Math.max(end, y1);
  }
  const known = clustered(ends, merge * pitch);
  const isFree = (y: number): boolean => known.every((end) => Math.abs(end - y) > nearEnd * pitch);
  const inner = [...clustered(all, merge * pitch).filter(isFree), ...known]
    .filter((y) => y > top + lowest * pitch && y < bottom - lowest * pitch)
    .sort((a, b) => a - b);
  return [top, ...inner, bottom];
}

function clustered(positions: readonly number[], width: number): number[] {
  const places: number[] = [];
  let cluster: number[] = [];
  const close = (): void => {
    if (cluster.length > 0) places.push(cluster.reduce((sum, y) => sum + y, 0) / cluster.length);
    cluster = [];
  };
  for (const y of [...positions].sort((a, b) => a - b)) {
    if (cluster.length > 0 && y - cluster[0]! > width) close();
    cluster.push(y);
  }
  close();
  return places;
}
