import { bestSubtable, glyphInSegment, tablesOf } from './font-tables.ts';

/** A digit as a font writes it: its text, and the character that its embedded program knows it by. */
export interface DrawnDigit {
  unicode: string;
  fontChar?: string;
}

/** A hole of a digit: how high its middle stands in the digit (0 foot, 1 head), and how tall it is beside it. */
interface Hole {
  height: number;
  share: number;
}

/** The hole of a 6 stands below the middle of the digit and that of a 9 above it by this. */
const offMiddle = 0.06;

/** The hole of a 0 is at least so tall. */
const tallHole = 0.5;

/** Two glyphs of one digit are as tall as each other to this share; a raised one is smaller. */
const sameHeight = 0.05;

/** So many digits tell: in the hand of a script font one may have a loop more, or less. A 6 for a 9 tells alone. */
const fewestOthers = 2;

/**
 * Whether a font (TrueType) draws other digits than their texts name, as files do whose map to Unicode is wrong: an 8 has two holes,
 * 1, 2, 3, 5 and 7 have none, those of 6 and 9 stand below and above the middle, and no digit has two outlines. Null where it tells nothing.
 */
export function drawsOtherDigits(font: Uint8Array, digits: Iterable<DrawnDigit>): boolean | null {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const outlineOf = outlines(view);
    if (outlineOf === null) return null;
    const drawn = new Map<string, Outline>();
    let others = 0;
    for (const { unicode, fontChar } of digits) {
      const outline = fontChar ? outlineOf(fontChar.codePointAt(0)!) : null;
      const before = drawn.get(unicode);
      if (outline && before && areUnlike(outline, before)) return true;
      if (outline && !before) drawn.set(unicode, outline);
      const holes = outline && holesAt(view, outline.at);
      if (holes && isTurned(unicode, holes)) return true;
      if (holes && isOther(unicode, holes)) others += 1;
    }
    return others >= fewestOthers;
  } catch (error) {
    // Beyond the end: the font is cut off.
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function isTurned(digit: string, [hole, ...more]: readonly Hole[]): boolean {
  if (!hole || more.length > 0 || hole.share >= tallHole) return false;
  return digit === '6' ? hole.height > 0.5 + offMiddle : digit === '9' && hole.height < 0.5 - offMiddle;
}

/** Where a glyph is told, as bytes, and how tall its box is. */
interface Outline {
  at: number;
  bytes: Uint8Array;
  tall: number;
}

/** Whether two glyphs as tall as each other are drawn otherwise: both pass for one digit, and one is another. */
function areUnlike(a: Outline, b: Outline): boolean {
  if (Math.abs(a.tall - b.tall) > sameHeight * Math.max(a.tall, b.tall)) return false;
  return a.bytes.length !== b.bytes.length || a.bytes.some((byte, i) => byte !== b.bytes[i]);
}

/** A line that crosses itself closes holes that are not told, so that only of an 8 two that are wanting count. */
function isOther(digit: string, holes: readonly Hole[]): boolean {
  if (digit === '8') return holes.length < 2;
  if (digit === '0') return holes.length === 1 && holes[0]!.share < tallHole;
  return holes.length > ('469'.includes(digit) ? 1 : 0);
}

/** The outlines of the glyphs of a font by its characters, null where they are not told; null for a font of other outlines. */
function outlines(view: DataView): ((code: number) => Outline | null) | null {
  const tables = tablesOf(view);
  const [head, loca, glyf, cmap] = ['head', 'loca', 'glyf', 'cmap'].map((name) => tables.get(name));
  if (head === undefined || loca === undefined || glyf === undefined || cmap === undefined) return null;
  const map = bestSubtable(view, cmap);
  if (map?.format !== 4) return null;
  const isLong = view.getInt16(head + 50) === 1;
  const place = (glyph: number): number =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  return (code) => {
    const glyph = glyphOf(view, map.at, code);
    const [from, to] = [place(glyph), place(glyph + 1)];
    const at = glyf + from;
    if (glyph === 0 || to <= from || view.getInt16(at) < 1) return null;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, to - from);
    return { at, bytes, tall: view.getInt16(at + 8) - view.getInt16(at + 4) };
  };
}

function glyphOf(view: DataView, at: number, code: number): number {
  const segments = view.getUint16(at + 6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    if (view.getUint16(at + 14 + 2 * segment) < code) continue;
    const first = view.getUint16(at + 16 + 2 * segments + 2 * segment);
    return first > code ? 0 : glyphInSegment(view, at, segment, code);
  }
  return 0;
}

/** Most closed lines of a digit whose parts do not overlap. */
const mostLines = 3;

/** The holes of a simple glyph of the table glyf (ISO/IEC 14496-22 §5.3.3); null for one that is put together, of glyphs or of parts that overlap. */
function holesAt(view: DataView, at: number): Hole[] | null {
  const count = view.getInt16(at);
  if (count < 1 || count > mostLines) return null;
  if (count === 1) return [];
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(at + 10 + 2 * i));
  const ys = heightsOf(view, at + 10 + 2 * count, ends.at(-1)! + 1);
  const lines = ends.map((end, i) => {
    const part = ys.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1);
    return { foot: Math.min(...part), head: Math.max(...part) };
  });
  const [outer, ...inner] = lines.sort((a, b) => b.head - b.foot - (a.head - a.foot));
  if (inner.some(({ foot, head }) => foot <= outer!.foot || head >= outer!.head)) return null;
  const tall = outer!.head - outer!.foot;
  return inner.map(({ foot, head }) => ({
    height: ((foot + head) / 2 - outer!.foot) / tall,
    share: (head - foot) / tall,
  }));
}

/** Bits of the flags of points: x or y in one byte, the flag counts for more points, x or y is positive or as before. */
const [shortX, shortY, repeats, sameX, sameY] = [2, 4, 8, 16, 32] as const;

/** Heights of the points of a glyph whose instructions begin at `at`. */
function heightsOf(view: DataView, at: number, count: number): number[] {
  let next = at + 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(next++);
    const times = flag & repeats ? view.getUint8(next++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  for (const flag of flags) next += flag & shortX ? 1 : flag & sameX ? 0 : 2;
  let y = 0;
  return flags.map((flag) => {
    if (flag & shortY) y += flag & sameY ? view.getUint8(next++) : -view.getUint8(next++);
    else if (!(flag & sameY)) {
      y += view.getInt16(next);
      next += 2;
    }
    return y;
  });
}
