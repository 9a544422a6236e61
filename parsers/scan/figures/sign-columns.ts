import type { Area, Raster } from '../image/raster.ts';
import type { LineReading } from '../lines/read-line.ts';
import { tightened } from '../lines/text-lines.ts';
import { correlation } from './signs.ts';

/** Signs that stand alone in their cells make a column, or a row, one of signs from here on. */
const fewestSigns = 2;

/** A sign surer than this shows what signs of its column look like. */
const sureSign = 0.9;

/** Likeness of two glyphs (correlation of their ink) from which they may be one character. */
const alike = 0.75;

/** What a sign is worth that is known by its likeness to the others alone, and a character that is like none of them. */
const byLikeness = 0.7;
const unlike = 0.6;

/** The cells of one grid, in pixels of the page. */
export type CellAreas = readonly Area[];

/**
 * Where most characters that stand alone in the cells of a column (or of a row, on forms that lie on their side) are signs, the others
 * are too: a small heavy ≥ is read as an N, surely. Such a character is the sign whose ink it is like, in doubt; where it is like none, it stays, in doubt.
 */
export function signsOfColumns(
  ink: Raster,
  grids: readonly CellAreas[],
  lines: readonly LineReading[],
): LineReading[] {
  const changed = new Map<LineReading, LineReading>();
  for (const cells of grids) {
    const alone = cells.flatMap((cell) => onlyLine(cell, lines) ?? []);
    for (const group of [...grouped(alone, columnKey), ...grouped(alone, rowKey)])
      for (const [line, better] of decided(
        ink,
        group.map(({ line }) => line),
      ))
        changed.set(line, better);
  }
  return lines.map((line) => changed.get(line) ?? line);
}

interface Alone {
  cell: Area;
  line: LineReading;
}

const columnKey = ({ cell: { x0, x1 } }: Alone): string => `${x0} ${x1}`;
const rowKey = ({ cell: { y0, y1 } }: Alone): string => `${y0} ${y1}`;

/** The one character of a cell; null where it holds more or nothing. */
function onlyLine(cell: Area, lines: readonly LineReading[]): Alone | null {
  const [line, ...others] = lines.filter(({ area }) => {
    const [x, y] = [(area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2];
    return x > cell.x0 && x < cell.x1 && y > cell.y0 && y < cell.y1;
  });
  return line && others.length === 0 && [...line.text].length === 1 ? { cell, line } : null;
}

function grouped(all: readonly Alone[], key: (one: Alone) => string): Alone[][] {
  return [...Map.groupBy(all, key).values()];
}

const isSign = ({ text }: LineReading): boolean => /^[<>=≤≥≦≧]$/.test(text);

/** / and dashes stand for nothing, and are nothing misread. */
const isVoid = ({ text }: LineReading): boolean => /^[-—–/／]$/.test(text);
/** A = of faint toner loses a bar. */
const isShortDash = ({ text }: LineReading): boolean => /^[-–]$/.test(text);
const isLatin = ({ text }: LineReading): boolean => /^[\p{Script=Latin}\p{N}\p{P}\p{S}]$/u.test(text);

function decided(ink: Raster, group: readonly LineReading[]): [LineReading, LineReading][] {
  const known = group.filter((line) => isSign(line) && line.confidence >= sureSign && line.doubt === null);
  const open = group.filter((line) => !isSign(line) && (!isVoid(line) || isShortDash(line)));
  if (known.length < fewestSigns) return [];
  // Faint print may leave fewer signs than letters: what is like a sign is one there too, what is like none tells nothing.
  const areMost = known.length > open.length;
  return open.flatMap((line): [LineReading, LineReading][] => {
    const { text, confidence } = line;
    const sign = likest(ink, line, known);
    const doubted = { alternatives: [...line.alternatives, { text, by: 'lines', confidence }] };
    if (sign !== null) {
      const doubt = `a sign by its shape, read as ${text}`;
      return [[line, { ...line, ...doubted, text: sign, doubt, confidence: byLikeness }]];
    }
    if (!areMost || !isLatin(line)) return [];
    const doubt = `read as ${text} among signs`;
    return [[line, { ...line, doubt, confidence: Math.min(unlike, confidence) }]];
  });
}

/** The sign that the ink of a line is like; null where it is like none. */
function likest(ink: Raster, line: LineReading, known: readonly LineReading[]): string | null {
  let sign: string | null = null;
  let most = alike;
  for (const other of known) {
    const likeness = likenessOf(ink, line.area, other.area);
    if (likeness < most) continue;
    most = likeness;
    sign = other.text;
  }
  return sign;
}

/** Sizes of one print differ by less. */
const otherSize = 0.25;

/** Correlation of the ink of two glyphs, laid on each other; 0 where their sizes differ. */
function likenessOf(ink: Raster, first: Area, second: Area): number {
  const [a, b] = [tightened(ink, first), tightened(ink, second)];
  if (!a || !b) return 0;
  const differs = (one: number, other: number): boolean =>
    Math.abs(one - other) > otherSize * Math.max(one, other);
  if (differs(a.x1 - a.x0, b.x1 - b.x0) || differs(a.y1 - a.y0, b.y1 - b.y0)) return 0;
  return correlation(darkness(ink, a), darkness(ink, b));
}

/** Points that a glyph is seen at, each way. */
const raster = 12;

/** Share of ink at each point of a glyph. */
function darkness({ data, width }: Raster, { x0, y0, x1, y1 }: Area): number[] {
  const part = (from: number, to: number, i: number): [number, number] => {
    const at = from + Math.floor(((to - from) * i) / raster);
    return [at, Math.max(at + 1, from + Math.floor(((to - from) * (i + 1)) / raster))];
  };
  return Array.from({ length: raster * raster }, (_, i) => {
    const [left, right] = part(x0, x1, i % raster);
    const [top, bottom] = part(y0, y1, Math.floor(i / raster));
    let dark = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) dark += data[y * width + x]!;
    return dark / ((right - left) * (bottom - top));
  });
}
