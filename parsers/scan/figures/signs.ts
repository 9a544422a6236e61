import { type Component, componentsOf } from '../image/components.ts';
import type { Area, Raster } from '../image/raster.ts';

/** Signs that the readers of characters do not know: they stand before a figure. */
export type Sign = '≥' | '≤' | '≧' | '≦' | '>' | '<' | '=';

/** What one glyph is, by the shape of its ink alone; null where it is none of the signs. `em`: height of a character in pixels. */
export function signOf(ink: Raster, glyph: Area, em: number): Sign | null {
  const width = glyph.x1 - glyph.x0;
  const height = glyph.y1 - glyph.y0;
  if (width < 0.28 * em || width > 1.05 * em) return null;
  const rows = rowsOf(ink, glyph);
  if (isEquals(rows, width, height, em)) return '=';
  if (height < 0.35 * em || height > 1.1 * em) return null;
  const [upper, ...others] = componentsOf(ink, glyph).filter(({ pixels }) => pixels >= 0.03 * width * height);
  if (!upper || others.length > 2) return null;
  // A 2 is a bow with a bar under it, and narrower than it is high.
  if (width < 0.75 * height) return null;
  if (!others.every((other) => isBar(other, upper, width))) return null;
  // The lower arm of heavy print may look like a second bar: then there is no chevron without it.
  const rest = withoutBars(rowsOf(upper.ink, whole(upper.ink)), upper.ink.width, height).flatMap(
    ({ body, bars }) => {
      const count = bars + others.length;
      const direction = chevron(body, upper.ink.width, em, count > 0 ? heavyArm : lightArm);
      return direction ? [{ direction, count }] : [];
    },
  );
  const [seen] = rest;
  if (!seen) return null;
  const { direction, count } = seen;
  if (count === 0) return direction;
  if (count > 1) return direction === '>' ? '≧' : '≦';
  return direction === '>' ? '≥' : '≤';
}

const whole = ({ width, height }: Raster): Area => ({ x0: 0, y0: 0, x1: width, y1: height });

/** A bar under a chevron, level or along its lower arm (≥ and ⩾). */
function isBar(bar: Component, upper: Component, width: number): boolean {
  const long = bar.ink.width >= 0.55 * width;
  const below = bar.top + bar.ink.height / 2 > upper.top + upper.ink.height * 0.6;
  return long && below && bar.ink.height <= 0.8 * bar.ink.width && bar.pixels <= upper.pixels;
}

/** Ink of one row of a glyph: first and last column with ink, their middle, and how many columns have some. */
interface Row {
  x0: number;
  x1: number;
  ink: number;
  runs: number;
}

function rowsOf(ink: Raster, { x0, y0, x1, y1 }: Area): Row[] {
  const rows: Row[] = [];
  for (let y = y0; y < y1; y++) {
    const row: Row = { x0: -1, x1: -1, ink: 0, runs: 0 };
    let before = 0;
    for (let x = x0; x < x1; x++) {
      const here = ink.data[y * ink.width + x]!;
      if (here === 1) {
        if (row.x0 < 0) row.x0 = x - x0;
        row.x1 = x - x0 + 1;
        row.ink++;
        if (before === 0) row.runs++;
      }
      before = here;
    }
    rows.push(row);
  }
  return rows;
}

/** Share of the width that a row of a bar covers. */
const barCover = 0.72;

/** Two level bars, as wide as one another, with a gap between them and nothing else. */
function isEquals(rows: readonly Row[], width: number, height: number, em: number): boolean {
  if (height < 0.12 * em || height > 0.52 * em || width < 0.34 * em) return false;
  const full = rows.map(({ ink }) => ink >= barCover * width);
  const bars: { from: number; to: number }[] = [];
  for (let i = 0; i < full.length; i++) {
    if (!full[i]) continue;
    const last = bars.at(-1);
    if (last && last.to === i) last.to = i + 1;
    else bars.push({ from: i, to: i + 1 });
  }
  const [upper, lower] = bars;
  if (bars.length !== 2 || !upper || !lower) return false;
  const between = rows.slice(upper.to, lower.from);
  const open = between.filter(({ ink }) => ink <= 0.2 * width).length;
  return (
    open >= 1 &&
    open >= between.length / 2 &&
    Math.max(upper.to - upper.from, lower.to - lower.from) <= height * 0.5
  );
}

/** A row that covers less of the width is the gap over a bar. */
const gapCover = 0.15;

/** Rows of less ink that blur leaves at either edge of a bar, at most. */
const blurredRows = 2;

/** The glyph as it is, if no bar is under it, else without one and without two bars. */
function withoutBars(rows: readonly Row[], width: number, height: number): { body: Row[]; bars: number }[] {
  const found: { body: Row[]; bars: number }[] = [];
  let body = [...rows];
  while (found.length < 2) {
    let last = body.length - 1;
    let thick = 0;
    while (last > 0 && body[last]!.ink < barCover * width && body.length - 1 - last < blurredRows) last--;
    while (last > 0 && body[last]!.ink >= barCover * width) {
      last--;
      thick++;
    }
    if (thick === 0 || thick > 0.28 * height) break;
    for (let blurred = 1; blurred <= blurredRows; blurred++)
      if ((body[last - blurred]?.ink ?? width) <= gapCover * width) last -= blurred;
    while (last > 0 && body[last]!.ink <= gapCover * width) last--;
    body = body.slice(0, last + 1);
    found.push({ body, bars: found.length + 1 });
  }
  return found.length > 0 ? found : [{ body, bars: 0 }];
}

/** Share of the width that an arm of a chevron covers in one row: more where heavy print is small, if a bar under it bears it out. */
const lightArm = 0.7;
const heavyArm = 0.86;

/** Two arms that meet in a point at half height: each row has one run, whose middle goes there and back. */
function chevron(rows: readonly Row[], width: number, em: number, arm: number): '>' | '<' | null {
  const body = rows.filter(({ ink }) => ink > 0);
  const count = body.length;
  if (count < 0.28 * em || count < rows.length * 0.9 || width < 0.5 * count) return null;
  const single = body.filter(({ runs, ink }) => runs === 1 && ink <= arm * width).length;
  if (single < 0.85 * count) return null;
  const middles = body.map(({ x0, x1 }) => (x0 + x1) / 2 / width);
  const wave = middles.map((_, i) => 1 - Math.abs((2 * (i + 0.5)) / count - 1));
  const fit = correlation(middles, wave);
  const edge = Math.max(1, Math.round(count * 0.15));
  const ends = mean([...middles.slice(0, edge), ...middles.slice(-edge)]);
  const apex = mean(middles.slice(Math.floor(count / 2 - edge / 2), Math.floor(count / 2 - edge / 2) + edge));
  if (Math.abs(apex - ends) < 0.28) return null;
  const topToBottom = Math.abs(mean(middles.slice(0, edge)) - mean(middles.slice(-edge)));
  if (topToBottom > 0.3) return null;
  if (fit > 0.9) return '>';
  if (fit < -0.9) return '<';
  return null;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How two series go together: 1 alike, -1 against each other, 0 where one does not change. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const da = a[i]! - ma;
    const db = b[i]! - mb;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
