import type { Raster } from '../image/raster.ts';
import { inches, type PixelRuling } from './ruling.ts';

/** A dash is no thicker than this, and a gap between two no longer, in inches; so many of them in a row make a line. */
const thickest = 0.02;
const widestGap = 0.06;
const longestDash = 0.13;
const fewestDashes = 12;

/** Share of a dashed line that is ink, at least and at most. */
const cover = { least: 0.25, most: 0.9 } as const;

/** White above and below a line of dashes, in inches: a line of writing has its letters there. */
const clear = 0.012;

/** Share of its length along which a line of dashes must have paper on both sides. */
const mostlyClear = 0.85;

/**
 * Lines that are drawn as dashes or dots: short thin runs of ink with short gaps between them, with paper above and below. They are taken for
 * lines of the thickness of their dashes. `dpi`: pixels an inch.
 */
export function dashedLines(ink: Raster, orientation: 'h' | 'v', dpi: number): PixelRuling[] {
  const { width, height, data } = orientation === 'h' ? ink : transposed(ink);
  const thick = Math.max(2, Math.round(thickest * dpi));
  const room = Math.max(2, Math.round(clear * dpi));
  const lines: PixelRuling[] = [];
  for (let y = 0; y < height; y++) {
    for (const { from, to } of dashesOf(data, y * width, width, dpi)) {
      let open = 0;
      for (let x = from; x < to; x++) if (isThin(data, width, height, x, y, thick, room)) open++;
      if (open < mostlyClear * (to - from)) continue;
      const before = lines.findLast(({ position, start }) => y - position <= thick && start < to);
      if (before !== undefined && before.end > from) {
        // The next row of the same dashes.
        before.start = Math.min(before.start, from);
        before.end = Math.max(before.end, to);
        before.thickness = Math.max(before.thickness, y + 1 - Math.floor(before.position));
      } else lines.push({ orientation, position: y + 0.5, start: from, end: to, thickness: 1 });
    }
  }
  return lines.map((line) => ({ ...line, position: line.position + (line.thickness - 1) / 2 }));
}

function transposed({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}

/** Stretches of a row that are dashes: many runs of ink with short gaps, long together. */
function dashesOf(data: Uint8Array, row: number, width: number, dpi: number): { from: number; to: number }[] {
  const gap = widestGap * dpi;
  const most = longestDash * dpi;
  const found: { from: number; to: number }[] = [];
  let from = -1;
  let to = 0;
  let count = 0;
  let ink = 0;
  const close = (): void => {
    const length = to - from;
    if (from >= 0 && count >= fewestDashes && length >= inches.stroke * 2 * dpi) {
      if (ink >= cover.least * length && ink <= cover.most * length) found.push({ from, to });
    }
    from = -1;
    count = 0;
    ink = 0;
  };
  const own = data.subarray(row, row + width);
  for (let x = own.indexOf(1); x >= 0; x = own.indexOf(1, to)) {
    let end = x + 1;
    while (end < width && own[end] === 1) end++;
    if (from >= 0 && x - to > gap) close();
    if (end - x > most && from >= 0 && count < fewestDashes) close();
    if (from < 0) from = x;
    count++;
    ink += end - x;
    to = end;
    if (to >= width) break;
  }
  close();
  return found;
}

/** Whether a column has no ink beyond the thickness of a line, up and down, within some room. */
function isThin(
  data: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  thick: number,
  room: number,
): boolean {
  for (let away = thick; away < thick + room; away++) {
    if (y - away >= 0 && data[(y - away) * width + x] === 1) return false;
    if (y + away < height && data[(y + away) * width + x] === 1) return false;
  }
  return true;
}
