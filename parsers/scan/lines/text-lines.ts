import { inkOf } from '../image/clean.ts';
import type { Area, Raster } from '../image/raster.ts';

/** A line of writing in a region: the area of its ink. */
export interface InkLine {
  area: Area;
  /** Usual height of Chinese characters around it, in pixels. */
  height: number;
  /** It was parted from a text before it on its line by a gap. */
  parted?: true;
  /** Strokes run over it that are none of its characters. */
  crossed?: true;
  /** It begins at the left border of its cell, within a pixel or two. */
  flush?: true;
  /** It stands outside the grids. */
  around?: true;
  /** The cell that it stands in, in pixels: the same object for all its lines. */
  cell?: Area;
}

/** Writing is darker than white paper by this much at least, and by so many standard deviations of the noise of the paper. */
const leastContrast = 45;
const beyondNoise = 4.5;

/** Standard deviation of the grey of the paper of a levelled page whose rulings are taken out, in levels; 0 where it is white. */
export function paperNoise(picture: Raster): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < picture.data.length; i += 7) counts[picture.data[i]!]!++;
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  let low = 0;
  // A tenth of the page is darker: less than two deviations below the level of its paper, for writing covers but some hundredths.
  while (low < 255 && seen + counts[low]! < 0.1 * total) seen += counts[low++]!;
  return (255 - low) / 1.8;
}

/**
 * The ink of a levelled page whose rulings are taken out, with its thinnest strokes: they are much paler than a ruling, most of all at
 * low resolutions.
 */
export function writingInk(picture: Raster, noise: number): Raster {
  return inkOf(picture, 255 - Math.min(105, Math.max(leastContrast, beyondNoise * noise)));
}

interface Band {
  y0: number;
  y1: number;
}

/** Bands of rows with ink in a region, from top to bottom. */
export function bandsOf(ink: Raster, region: Area): Band[] {
  const bands: Band[] = [];
  let start = -1;
  for (let y = region.y0; y <= region.y1; y++) {
    const full = y < region.y1 && hasInk(ink, y, region.x0, region.x1);
    if (full && start < 0) start = y;
    if (!full && start >= 0) {
      bands.push({ y0: start, y1: y });
      start = -1;
    }
  }
  return bands;
}

/** The usual height of lines of writing on a page, from the bands of its cells: the median of those that can be text. */
export function usualHeight(bands: readonly Band[], dpi: number): number {
  // Text of 7 to 22 points.
  const heights = bands
    .map(({ y0, y1 }) => y1 - y0)
    .filter((height) => height >= dpi * 0.075 && height <= dpi * 0.3)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.6)] ?? dpi * 0.14;
}

/** Rows of writing in a region: bands of ink, with parts of one line (二, =, i) put together. Specks are left out. */
export function inkLines(
  ink: Raster,
  region: Area,
  usual: number,
  bands: readonly Band[] = bandsOf(ink, region),
): InkLine[] {
  if (bands.length === 0) return [];
  const joined = joinBands(bands, usual);
  const lines: InkLine[] = [];
  for (const band of joined) {
    const area = tightened(ink, { ...region, ...band });
    if (!area) continue;
    const width = area.x1 - area.x0;
    const height = area.y1 - area.y0;
    if (inkIn(ink, area) < Math.max(6, usual * 0.25) || (width < usual * 0.12 && height < usual * 0.3))
      continue;
    lines.push({ area, height: Math.max(height, usual * 0.6) });
  }
  return lines;
}

/** A band this many lines high whose characters are so much narrower than it holds several that touch. */
const several = { high: 1.6, narrow: 0.75 } as const;

/**
 * A row between two such lines has this share at most of what a row of them has, and lies this far, in lines, from where it is due. Where
 * characters of both stand below each other, so that the band shows no width of one, it has hardly any: large characters have more.
 */
const touching = { share: 0.4, hardly: 0.15, off: 0.3 } as const;

/** Bands of rows with ink of a cell, those that hold several lines parted. */
export const tightBands = (ink: Raster, cell: Area, usual: number): Band[] =>
  bandsOf(ink, cell).flatMap((band) => setTight(ink, cell, band, usual));

/** Lines that are set so tight that strokes of one touch the next (指标性质 in a narrow column) are parted at their palest rows. */
function setTight(ink: Raster, region: Area, band: Band, usual: number): Band[] {
  const high = heightOf(band);
  if (high < several.high * usual) return [band];
  const runs = columnRuns(ink, { ...region, ...band }, 0).map(({ x0, x1 }) => x1 - x0);
  const most = Math.max(...runs) < several.narrow * high ? touching.share : touching.hardly;
  const rows = Array.from({ length: high }, (_, i) => rowInk(ink, band.y0 + i, region.x0, region.x1));
  const usualRow = rows.reduce((sum, row) => sum + row, 0) / high;
  const count = Math.round(high / usual);
  const cuts: number[] = [];
  for (let i = 1; i < count; i++) {
    const due = (i * high) / count;
    const off = touching.off * usual;
    let best = Math.round(due);
    for (let at = Math.ceil(due - off); at <= due + off; at++) if (rows[at]! < rows[best]!) best = at;
    if (rows[best]! > most * usualRow) return [band];
    cuts.push(band.y0 + best);
  }
  const edges = [band.y0, ...cuts, band.y1];
  return edges.slice(1).map((y1, i) => ({ y0: edges[i]!, y1 }));
}

/** A band as low as this, so close to the next, is a stroke of its characters (the dot of 户), in heights of a line. */
const stroke = 0.3;
const beside = 0.1;

const heightOf = ({ y0, y1 }: Band): number => y1 - y0;

/** Neighbouring bands are one line where both together are no higher than a line is. */
function joinBands(bands: readonly Band[], usual: number): Band[] {
  const tallest = Math.max(...bands.map(({ y1, y0 }) => y1 - y0));
  const line = tallest > usual * 0.6 && tallest < usual * 2.5 ? Math.max(tallest, usual * 0.9) : usual;
  const result: Band[] = [];
  for (const band of bands) {
    const last = result.at(-1);
    const gap = last ? band.y0 - last.y1 : 0;
    const isStroke =
      last && Math.min(heightOf(last), heightOf(band)) <= stroke * line && gap <= beside * line;
    const most = line * (isStroke ? 1.3 : 1.15);
    if (last && band.y1 - last.y0 <= most && gap <= line * 0.55) last.y1 = band.y1;
    else result.push({ ...band });
  }
  return result;
}

/** Parts of a line of writing with wide gaps between them: what stands far apart belongs to different texts. */
export function splitAtGaps(ink: Raster, line: InkLine, gap: number): InkLine[] {
  return columnRuns(ink, line.area, gap).flatMap(({ x0, x1 }) => {
    const area = tightened(ink, { ...line.area, x0, x1 });
    return area && inkIn(ink, area) >= 6 ? [{ ...line, area }] : [];
  });
}

/** Stretches of columns with ink, parted by gaps wider than `gap` pixels. */
export function columnRuns(ink: Raster, area: Area, gap: number): { x0: number; x1: number }[] {
  const filled = new Uint8Array(area.x1 - area.x0);
  for (let y = area.y0; y < area.y1; y++) {
    const row = y * ink.width;
    for (let x = area.x0; x < area.x1; x++) if (ink.data[row + x] === 1) filled[x - area.x0] = 1;
  }
  const runs: { x0: number; x1: number }[] = [];
  for (let i = 0; i < filled.length; i++) {
    if (filled[i] === 0) continue;
    const x = area.x0 + i;
    const last = runs.at(-1);
    if (last && x - last.x1 <= gap) last.x1 = x + 1;
    else runs.push({ x0: x, x1: x + 1 });
  }
  return runs;
}

/** The smallest area that holds the ink of a region; null where it has none. */
export function tightened(ink: Raster, region: Area): Area | null {
  let { x0, y0, x1, y1 } = { x0: region.x1, y0: region.y1, x1: region.x0, y1: region.y0 };
  for (let y = region.y0; y < region.y1; y++) {
    const row = y * ink.width;
    for (let x = region.x0; x < region.x1; x++) {
      if (ink.data[row + x] !== 1) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
    }
  }
  return x1 > x0 ? { x0, y0, x1, y1 } : null;
}

function hasInk({ width, data }: Raster, y: number, x0: number, x1: number): boolean {
  return data.subarray(y * width + x0, y * width + x1).includes(1);
}

function rowInk(ink: Raster, y: number, x0: number, x1: number): number {
  let count = 0;
  const row = y * ink.width;
  for (let x = x0; x < x1; x++) count += ink.data[row + x]!;
  return count;
}

export function inkIn(ink: Raster, area: Area): number {
  let count = 0;
  for (let y = area.y0; y < area.y1; y++) count += rowInk(ink, y, area.x0, area.x1);
  return count;
}

/** A line without the rest of a border at its ends: a thin upright stroke beside the side of the cell, as high as a character. */
export function withoutBorders(ink: Raster, line: InkLine, cell: Area, usual: number): InkLine[] {
  const glyphs = columnRuns(ink, line.area, 0);
  const isBorder = ({ x0, x1 }: { x0: number; x1: number }): boolean => {
    const near = Math.min(x0 - cell.x0, cell.x1 - x1) < 0.5 * usual;
    const area = near && x1 - x0 <= 0.12 * usual ? tightened(ink, { ...line.area, x0, x1 }) : null;
    return area !== null && area.y1 - area.y0 >= 0.9 * (line.area.y1 - line.area.y0);
  };
  const kept = glyphs.filter((glyph, i) => (i > 0 && i < glyphs.length - 1) || !isBorder(glyph));
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last) return [];
  const area = tightened(ink, { ...line.area, x0: first.x0, x1: last.x1 });
  return area ? [{ ...line, area }] : [];
}
