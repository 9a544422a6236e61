import type { GridDoubt } from '../grid/check-grid.ts';
import { componentsOf } from '../image/components.ts';
import type { Area, Raster } from '../image/raster.ts';
import { crossedReading } from './crossed-lines.ts';
import type { LineReading } from './read-line.ts';
import type { InkLine } from './text-lines.ts';

/** Lines of Chinese characters that were read surely tell how high characters of the page are; fewer tell nothing. */
const sureText = 0.9;
const fewestLines = 3;

/** Ink in one piece that is higher than this many characters is none: brackets and the long bars of signs stay below 1.2. */
const beyondCharacters = 1.25;

/** And one narrower than this many is a rest of a border beside the writing. */
const narrowest = 0.3;

/** Most that writing in a cell is believed over which strokes run: a contradiction may come of it. */
const struckConfidence = 0.5;

/** Readings of lines in cells over which a pen went: ink in one piece there is higher than any character of the page. Where nothing is read of them they say so too. */
export function withPenStrokes(
  ink: Raster,
  lines: readonly InkLine[],
  read: readonly LineReading[],
): LineReading[] {
  const usual = characterHeight(lines, read);
  if (usual === null) return [...read];
  return read.map((reading, i) => {
    const line = lines[i]!;
    if (line.around || !isStruck(ink, line, reading, usual)) return reading;
    const struck = crossedReading(reading);
    return { ...struck, confidence: Math.min(struck.confidence, struckConfidence) };
  });
}

const holdsWords = ({ text, confidence }: LineReading): boolean =>
  confidence >= sureText && /\p{Script=Han}{2}/u.test(text);

/** Usual height of lines in cells that hold words, in pixels; null where too few were read surely. */
function characterHeight(lines: readonly InkLine[], read: readonly LineReading[]): number | null {
  const heights = read
    .filter((reading, i) => !lines[i]?.around && holdsWords(reading))
    .map(({ area }) => area.y1 - area.y0)
    .sort((a, b) => a - b);
  return heights.length < fewestLines ? null : heights[heights.length >> 1]!;
}

/** Words that were read surely are large print, whatever their height. */
function isStruck(ink: Raster, { area }: InkLine, reading: LineReading, usual: number): boolean {
  if (area.y1 - area.y0 <= beyondCharacters * usual || holdsWords(reading)) return false;
  return componentsOf(ink, area).some(
    ({ ink: { height, width } }) => height > beyondCharacters * usual && width > narrowest * usual,
  );
}

/** Writing above a table stands so many characters over it at most, about its middle, and is so many wide at least: what heads a form, no note in the margin. */
const head = { above: 8, offMiddle: 0.15, wide: 2 } as const;

/** What heads a table and was lost under strokes: its year or its unit may have been there. `grids`: their outlines in pixels. */
export function struckHeads(
  ink: Raster,
  lines: readonly InkLine[],
  read: readonly LineReading[],
  grids: readonly Area[],
): GridDoubt[] {
  const usual = characterHeight(lines, read);
  if (usual === null) return [];
  const isHead = ({ x0, x1, y1 }: Area): boolean =>
    x1 - x0 >= head.wide * usual &&
    grids.some(
      (grid) =>
        y1 <= grid.y0 &&
        y1 > grid.y0 - head.above * usual &&
        Math.abs(x0 + x1 - grid.x0 - grid.x1) < 2 * head.offMiddle * (grid.x1 - grid.x0),
    );
  const isLost = read.some((reading, i) => {
    const line = lines[i]!;
    return line.around && isHead(line.area) && isStruck(ink, line, reading, usual);
  });
  const reason = 'strokes run over writing above a table';
  return isLost ? [{ box: { x0: 0, y0: 0, x1: 0, y1: 0 }, of: 'cells', reason }] : [];
}
