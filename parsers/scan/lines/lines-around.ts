import { boxAround } from '../../geometry/box-around.ts';
import { componentsOf } from '../image/components.ts';
import type { Area, Raster } from '../image/raster.ts';
import { columnRuns, type InkLine, inkIn, inkLines, splitAtGaps, tightened } from './text-lines.ts';

/** Gap, in characters, that parts texts on one line outside grids; between texts of some length a narrower one does. */
const apart = 1.6;
const apartLong = 0.85;

/** Texts of some length, in characters: spaced characters of a title are shorter. */
const long = 3;

/** Height of a line of writing, in usual characters, from which what stands beside or over it may have joined its band: the edge of a copy, a note by hand. */
const tall = 2.2;

/** Height from which a band may hold lines that stand beside others a little lower: captions of two sheets side by side. */
const stacked = 1.4;

/** A stroke this much higher than most of the ink around it is none of a character. */
const beyondCharacters = 1.6;

/** Specks below this height, in usual characters, tell nothing of how high characters are. */
const speck = 0.4;

/** Columns and bands are parted in turn, this often at most. */
const deepest = 6;

/** Lines of writing around the grids of a page, whose own ink was taken out. */
export function linesAround(ink: Raster, usual: number): InkLine[] {
  return linesIn(ink, { x0: 0, y0: 0, x1: ink.width, y1: ink.height }, usual, 0);
}

/**
 * Bands of rows, and the texts that stand beside each other in them. A band too high for one line is parted by its columns, for what
 * stands beside a line does not belong to it; then by what is left without strokes that are too high for characters.
 */
function linesIn(ink: Raster, region: Area, usual: number, depth: number): InkLine[] {
  return inkLines(ink, region, usual).flatMap((line) => {
    const { area } = line;
    const height = area.y1 - area.y0;
    if (height <= stacked * usual || depth >= deepest) return textsOf(ink, line, usual);
    const columns = columnRuns(ink, area, apart * usual);
    if (columns.length > 1)
      return columns.flatMap(({ x0, x1 }) => linesIn(ink, { ...area, x0, x1 }, usual, depth + 1));
    if (height <= tall * usual) return textsOf(ink, line, usual);
    const bare = withoutStrokes(ink, area, usual);
    if (bare === null) return textsOf(ink, line, usual);
    const seen = linesIn(bare, area, usual, depth + 1);
    return once(seen.map((found) => withCrossings(ink, bare, found, area, usual)));
  });
}

/** Parts of a line between which characters went with the strokes were each led on over the other: they are one. */
function once(lines: readonly InkLine[]): InkLine[] {
  const kept: InkLine[] = [];
  for (const line of lines) {
    const same = kept.findIndex(({ area }) => overlaps(area, line.area));
    const other = kept[same];
    if (line.crossed && other !== undefined) kept[same] = { ...line, area: boxAround(other.area, line.area) };
    else kept.push(line);
  }
  return kept;
}

/** Whether two areas have rows and columns in common. */
const overlaps = (a: Area, b: Area): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** The ink without strokes that are too high for characters; null where there are none, or nothing else. */
function withoutStrokes(ink: Raster, area: Area, usual: number): Raster | null {
  const components = componentsOf(ink, area);
  const heights = components
    .map((component) => component.ink.height)
    .filter((height) => height >= speck * usual)
    .sort((a, b) => a - b);
  const most = Math.max(tall * usual, beyondCharacters * (heights[heights.length >> 1] ?? 0));
  const strokes = components.filter((component) => component.ink.height > most);
  if (strokes.length === 0) return null;
  const bare: Raster = { ...ink, data: ink.data.slice() };
  for (const { ink: stroke, left, top } of strokes)
    for (let y = 0; y < stroke.height; y++)
      for (let x = 0; x < stroke.width; x++)
        if (stroke.data[y * stroke.width + x] === 1) bare.data[(top + y) * ink.width + left + x] = 0;
  return bare;
}

/** A line over which strokes run, led on over the characters that they touch: those went with the strokes. */
function withCrossings(ink: Raster, bare: Raster, line: InkLine, within: Area, usual: number): InkLine {
  const rows = { ...within, y0: line.area.y0, y1: line.area.y1 };
  const touched = columnRuns(ink, rows, apartLong * usual).filter(
    ({ x0, x1 }) => x0 < line.area.x1 && x1 > line.area.x0,
  );
  const x0 = Math.min(line.area.x0, ...touched.map((run) => run.x0));
  const x1 = Math.max(line.area.x1, ...touched.map((run) => run.x1));
  const area = tightened(ink, { ...rows, x0, x1 }) ?? line.area;
  return inkIn(ink, area) > inkIn(bare, area) ? { ...line, area, crossed: true } : line;
}

/** The texts that stand on one line: 填报单位：某某中心 单位：万元. A short one belongs to what stands before it. */
function textsOf(ink: Raster, line: InkLine, usual: number): InkLine[] {
  const isShort = ({ x0, x1 }: Area): boolean => x1 - x0 < long * usual;
  return splitAtGaps(ink, line, apart * usual).flatMap((part) => {
    const texts: InkLine[] = [];
    for (const next of splitAtGaps(ink, part, apartLong * usual)) {
      const before = texts.at(-1);
      if (before === undefined) texts.push(next);
      else if (!isShort(before.area) && !isShort(next.area)) texts.push({ ...next, parted: true });
      else texts[texts.length - 1] = { ...before, area: boxAround(before.area, next.area) };
    }
    return texts;
  });
}
