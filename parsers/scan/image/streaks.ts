import { darkPixels } from './clean.ts';
import { type Area, quarterTurned, type Raster } from './raster.ts';

/** A band of columns in which a scanner saw nothing: `x1` just outside. */
export interface Streak {
  x0: number;
  x1: number;
}

/** Ink of a level line is darker than this on a levelled page, and what a streak leaves of it is paler. */
const lineInk = 170;

/** Width of a streak at most, and of the ink on both sides of it at least, in inches: as long a stroke is a piece of a line. */
const widest = 0.08;
const beside = 0.06;

/** Streaks wider than this, in inches, may have taken a ruling or a digit whole; narrower ones let strokes be drawn on through them. */
const narrow = 0.025;

/** Lines that a streak cuts, at least; and how many more it must cut than it leaves whole. */
const fewestCuts = 4;
const moreCuts = 8;

/** Length from which a stroke is a line and none of a character, in inches. Characters one below another have gaps in common. */
const longest = 0.25;

/** Rows between two lines, in inches. */
const apart = 0.05;

/** Share of the rows of a streak that may have ink all the same: noise, and what JPEG smears. */
const inked = 0.004;

/** Share of the height of a page along which both sides are drawn: two tables side by side have a gap, and no streak, between them. */
const drawn = 0.15;

/** Most streaks of a page: more gaps one below another are those of dashed lines. */
const mostStreaks = 8;

/** The streaks of a page: those that run down it, and those that run across, whose places are rows. */
export interface Streaks {
  down: Streak[];
  across: Streak[];
}

/** White bands from end to end that cut every line they meet: a sensor of the scanner is dead or covered there, or rows were not sent. */
export function streaksOf(page: Raster, dpi: number): Streaks {
  const across = streaksDown(quarterTurned(page, 90), dpi).map(({ x0, x1 }) => ({
    x0: page.height - x1,
    x1: page.height - x0,
  }));
  return { down: streaksDown(page, dpi), across };
}

function streaksDown(page: Raster, dpi: number): Streak[] {
  const ink: Raster = { ...page, data: darkPixels(page.data, lineInk) };
  const lines = linesByColumn(ink, dpi);
  const streaks: Streak[] = [];
  for (let x = 0; x < page.width; x++) {
    if (!isStreak(ink, lines, x)) continue;
    // The pixels beside a band are pale as well.
    const streak = { x0: x - 1, x1: x + 1 };
    while (streak.x1 < page.width && isStreak(ink, lines, streak.x1)) streak.x1++;
    x = streak.x1++;
    if (streak.x1 - streak.x0 > widest * dpi + 2 || isGap(ink, streak)) continue;
    if (cutsLines(ink, streak, dpi)) streaks.push(streak);
  }
  return streaks.length > mostStreaks ? [] : streaks;
}

/** How many level lines are cut at each column, and how many pass it whole. */
interface LinesByColumn {
  cut: Uint16Array;
  whole: Uint16Array;
}

function linesByColumn({ width, height, data }: Raster, dpi: number): LinesByColumn {
  const [most, least, rows] = [widest, beside, apart].map((inches) => Math.max(2, Math.round(inches * dpi)));
  const cut = new Uint16Array(width);
  const whole = new Uint16Array(width);
  const lastCut = new Int32Array(width).fill(-height);
  const lastWhole = new Int32Array(width).fill(-height);
  const count = (counts: Uint16Array, last: Int32Array, x: number, y: number): void => {
    if (y - last[x]! > rows!) counts[x]!++;
    last[x] = y;
  };
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    let end = -1;
    let isLong = false;
    for (let x = row.indexOf(1); x >= 0; x = row.indexOf(1, x)) {
      const start = x;
      while (x < width && row[x] === 1) x++;
      const long = x - start >= least!;
      if (long && isLong && start - end <= most!)
        for (let at = end; at < start; at++) count(cut, lastCut, at, y);
      for (let at = start + least!; at < x - least!; at++) count(whole, lastWhole, at, y);
      end = x;
      isLong = long;
    }
  }
  return { cut, whole };
}

function isStreak({ width, height, data }: Raster, { cut, whole }: LinesByColumn, x: number): boolean {
  if (cut[x]! < fewestCuts || cut[x]! < moreCuts * whole[x]!) return false;
  let dark = 0;
  for (let at = x; at < data.length; at += width) dark += data[at]!;
  return dark <= inked * height;
}

/** Whether lines run along both sides of a band. */
function isGap({ width, height, data }: Raster, { x0, x1 }: Streak): boolean {
  const reach = 4;
  const darkest = (from: number): number => {
    let most = 0;
    for (let x = Math.max(0, from); x < Math.min(width, from + reach); x++) {
      let dark = 0;
      for (let at = x; at < data.length; at += width) dark += data[at]!;
      most = Math.max(most, dark);
    }
    return most;
  };
  return Math.min(darkest(x0 - reach), darkest(x1)) > drawn * height;
}

/** Whether lines that are longer than strokes of characters end at one side of a band. */
function cutsLines(ink: Raster, { x0, x1 }: Streak, dpi: number): boolean {
  const ending = (edge: number, step: 1 | -1): number => {
    let lines = 0;
    let last = -ink.height;
    for (let y = 0; y < ink.height; y++) {
      if (lengthFrom(ink, edge, y, step, longest * dpi) < longest * dpi) continue;
      if (y - last > apart * dpi) lines++;
      last = y;
    }
    return lines;
  };
  return Math.max(ending(x0, -1), ending(x1 - 1, 1)) >= fewestCuts;
}

/** How far ink goes on from the edge of a band, followed as it leans, over the gaps of faint lines, no further than `most`. */
function lengthFrom(
  { width, height, data }: Raster,
  edge: number,
  row: number,
  step: 1 | -1,
  most: number,
): number {
  const gap = 4;
  const isInk = (x: number, y: number): boolean => y >= 0 && y < height && data[y * width + x] === 1;
  let y = row;
  let seen = 0;
  for (let length = 1; length - seen <= gap; length++) {
    const x = edge + step * length;
    if (x < 0 || x >= width || seen >= most) break;
    // Before the first ink a line of another row must not be taken for this one.
    const next = (seen === 0 ? [y] : [y, y - 1, y + 1]).find((at) => isInk(x, at));
    if (next === undefined) continue;
    y = next;
    seen = length;
  }
  return seen;
}

/** The page with its lines, and in narrow streaks all strokes, drawn on through its streaks. */
export function withoutStreaks(page: Raster, { down, across }: Streaks, dpi: number): Raster {
  const mended = down.length === 0 ? page : drawnThrough(page, down, dpi);
  if (across.length === 0) return mended;
  const turned = across.map(({ x0, x1 }) => ({ x0: page.height - x1, x1: page.height - x0 }));
  return quarterTurned(drawnThrough(quarterTurned(mended, 90), turned, dpi), 270);
}

function drawnThrough(page: Raster, streaks: readonly Streak[], dpi: number): Raster {
  const data = page.data.slice();
  const long = Math.round(beside * dpi);
  for (const streak of streaks) {
    const [from, to] = [Math.max(0, streak.x0 - 1), Math.min(page.width - 1, streak.x1)];
    for (let row = 0; row < data.length; row += page.width) {
      const isLine = (start: number): boolean =>
        data.subarray(row + Math.max(0, start), row + start + long).every((value) => value < lineInk);
      if (isWide(streak, dpi) && !(isLine(from - long) && isLine(to))) continue;
      const [left, right] = [data[row + from]!, data[row + to]!];
      for (let x = from + 1; x < to; x++) data[row + x] = left + ((right - left) * (x - from)) / (to - from);
    }
  }
  return { ...page, data };
}

/** Whether a streak may have taken a ruling or a character whole. The pixels beside it are counted with it. */
export const isWide = ({ x0, x1 }: Streak, dpi: number): boolean => x1 - x0 - 2 > narrow * dpi;

/** A streak on the page made level, where it leans: its middle at the middle of the page, how far it goes aside a pixel, and half of its width. */
export interface LevelStreak {
  way: 'down' | 'across';
  at: number;
  slope: number;
  half: number;
}

/** Where streaks are after their page was turned by an angle, in radians clockwise, about its centre. */
export function turnedStreaks({ down, across }: Streaks, angle: number, page: Raster): LevelStreak[] {
  const turned = (streak: Streak, way: 'down' | 'across', middle: number, lean: number): LevelStreak => ({
    way,
    at: middle + ((streak.x0 + streak.x1) / 2 - middle) / Math.cos(angle),
    slope: lean * Math.tan(angle),
    half: (streak.x1 - streak.x0) / 2,
  });
  return [
    ...down.map((streak) => turned(streak, 'down', page.width / 2, -1)),
    ...across.map((streak) => turned(streak, 'across', page.height / 2, 1)),
  ];
}

/** Whether a streak runs through an area or, by so many pixels, beside it: a character may be gone with it. */
export const isStreaked = (
  area: Area,
  streaks: readonly LevelStreak[],
  page: Raster,
  room: number,
): boolean =>
  streaks.some(({ way, at, slope, half }) => {
    const [from, to] = way === 'down' ? [area.x0, area.x1] : [area.y0, area.y1];
    const [along, length] =
      way === 'down' ? [area.y0 + area.y1, page.height] : [area.x0 + area.x1, page.width];
    const middle = at + (slope * (along - length)) / 2;
    return middle + half + room > from && middle - half - room < to;
  });
