import { inches, lengthOf, type PixelRuling } from './ruling.ts';

/** Lines of a page: those that are rulings, and those that are not believed to be any. */
export interface FoundLines {
  rulings: PixelRuling[];
  refused: PixelRuling[];
}

/**
 * Long lines are rulings; a shorter one is where its ends lie on rulings: a side of a cell. What only touches its like is
 * a stroke of a large character, what stands within a cell and touches neither side is an underline.
 */
export function believable(
  level: readonly PixelRuling[],
  upright: readonly PixelRuling[],
  dpi: number,
): FoundLines {
  const sure = inches.sure * dpi;
  const isSure = (line: PixelRuling): boolean => lengthOf(line) >= sure;
  const down = upright.filter(isSure);
  const across = level.filter((line) => isSure(line) && !isUnderline(line, down, dpi));
  let waiting = [...level, ...upright].filter((line) => !across.includes(line) && !down.includes(line));
  for (;;) {
    const found = touching(waiting, across, down, dpi);
    if (found.length === 0) return { rulings: [...across, ...down], refused: waiting };
    for (const line of found) (line.orientation === 'h' ? across : down).push(line);
    waiting = waiting.filter((line) => !found.includes(line));
  }
}

/** Whether a level line stands free between two upright ones that pass it on both sides. */
function isUnderline(line: PixelRuling, down: readonly PixelRuling[], dpi: number): boolean {
  const touch = inches.touch * dpi;
  const passing = down.filter(
    ({ start, end }) => start < line.position - touch && end > line.position + touch,
  );
  const clear = passing.every(({ position }) => position < line.start - touch || position > line.end + touch);
  return (
    clear &&
    passing.some(({ position }) => position < line.start) &&
    passing.some(({ position }) => position > line.end)
  );
}

/** A waiting line with one end on a ruling. */
interface OpenLine {
  line: PixelRuling;
  /** Where it ends in the open. */
  free: number;
  /** The ruling that it hangs on. */
  anchor: PixelRuling;
}

/** Of the waiting lines those that end on rulings across: with both ends, or with one where a page break leaves the other open. */
function touching(
  waiting: readonly PixelRuling[],
  across: readonly PixelRuling[],
  down: readonly PixelRuling[],
  dpi: number,
): PixelRuling[] {
  const found: PixelRuling[] = [];
  const open: OpenLine[] = [];
  for (const line of waiting) {
    const crossing = line.orientation === 'h' ? down : across;
    const start = rulingAt(line, 'start', crossing, dpi);
    const end = rulingAt(line, 'end', crossing, dpi);
    if (start && end) {
      if (!stopsShort(line, start, end, dpi) && !isStrokes(line, start, end, dpi)) found.push(line);
    } else if (start) open.push({ line, free: line.end, anchor: start });
    else if (end) open.push({ line, free: line.start, anchor: end });
  }
  const accepted = [...across, ...down, ...found];
  const cut = open.filter(
    (one) => isCutSide(one, open, accepted, dpi) && !endsWithinCell(one, open, accepted, dpi),
  );
  return [...found, ...cut.map(({ line }) => line)];
}

/**
 * Whether a short line is a side of a row that the page cuts: with its like, and with rulings that end where it ends, it hangs
 * on one ruling from end to end of that. Strokes of a title hang on its underline, but nearer to each other.
 */
function isCutSide(
  { line, free, anchor }: OpenLine,
  open: readonly OpenLine[],
  accepted: readonly PixelRuling[],
  dpi: number,
): boolean {
  const touch = inches.touch * dpi;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= touch;
  const hanging = open.filter((other) => other.anchor === anchor && near(other.free, free));
  const ending = accepted.filter(
    (other) =>
      other.orientation === line.orientation &&
      (near(other.start, free) || near(other.end, free)) &&
      other.start <= anchor.position + touch &&
      other.end >= anchor.position - touch,
  );
  const row = [...hanging.map((other) => other.line), ...ending]
    .map(({ position }) => position)
    .filter((at) => at > anchor.start - touch && at < anchor.end + touch)
    .sort((a, b) => a - b);
  // A long one is no stroke where another ends beside it (tables may have no frame that a row could reach), where it passes a
  // ruling, and where the rest of its line comes to meet it.
  const apart = (at: number): boolean => Math.abs(at - line.position) >= inches.narrow * dpi;
  if (lengthOf(line) >= inches.open * dpi)
    return (
      row.some(apart) ||
      lengthOf(line) >= 2 * inches.open * dpi ||
      accepted.some((other) => passes(line, other, touch)) ||
      open.some((other) => other.anchor !== anchor && Math.abs(other.line.position - line.position) <= 2)
    );
  if (row.length < 3 || row.some((at, i) => i > 0 && at - row[i - 1]! < inches.narrow * dpi)) return false;
  return row[0]! <= anchor.start + touch && row.at(-1)! >= anchor.end - touch;
}

/** Whether a line runs on over another across it, on both sides. */
function passes(line: PixelRuling, across: PixelRuling, touch: number): boolean {
  return (
    across.orientation !== line.orientation &&
    across.position > line.start + touch &&
    across.position < line.end - touch &&
    across.start <= line.position + touch &&
    across.end >= line.position - touch
  );
}

/** Whether a line no longer than a word leaves room at both borders: the strokes of characters side by side do, a side does not. */
function stopsShort(line: PixelRuling, before: PixelRuling, after: PixelRuling, dpi: number): boolean {
  if (lengthOf(line) >= inches.word * dpi) return false;
  const left = line.start - before.position - before.thickness / 2;
  const right = after.position - after.thickness / 2 - line.end;
  const least = inches.meet * dpi;
  return left > least && right > least && left + right > inches.touch * dpi;
}

/** A side is hardly thinner than the lines that it ends on; strokes of small print are. */
const thinnest = 0.6;

/** Whether a line no longer than a word is strokes one over another (寸 of 对, 扌 of 指 in two lines of a tight row): thin, and short of a border. */
function isStrokes(line: PixelRuling, before: PixelRuling, after: PixelRuling, dpi: number): boolean {
  if (lengthOf(line) >= inches.word * dpi) return false;
  const left = line.start - before.position - before.thickness / 2;
  const right = after.position - after.thickness / 2 - line.end;
  const isThin = line.thickness < thinnest * Math.min(before.thickness, after.thickness);
  return isThin && Math.max(left, right) > inches.meet * dpi;
}

/**
 * Whether the free end of a line lies within a narrow cell, and no other piece comes to meet it: strokes of a text ran into one
 * border of the cell, or over it into the text of the next. In a wider cell a line no longer than a short word is one, such as 万元 in
 * every row of a column.
 */
function endsWithinCell(
  { line, free }: OpenLine,
  open: readonly OpenLine[],
  accepted: readonly PixelRuling[],
  dpi: number,
): boolean {
  const touch = inches.touch * dpi;
  const forward = free === line.end;
  const facing = ({ line: other, free: end }: OpenLine): boolean =>
    other !== line &&
    Math.abs(other.position - line.position) <= 2 &&
    (end === other.start) === forward &&
    end > free === forward;
  if (open.some(facing)) return false;
  let before = Infinity;
  let beyond = Infinity;
  for (const { orientation, position, start, end } of accepted) {
    if (orientation === line.orientation) continue;
    if (start > line.position - touch || end < line.position + touch) continue;
    const away = forward ? position - free : free - position;
    if (away > 0) beyond = Math.min(beyond, away);
    else before = Math.min(before, -away);
  }
  const isNarrow = before + beyond < inches.word * dpi;
  const isShort = lengthOf(line) < inches.shortWord * dpi && beyond < inches.word * dpi;
  return (isNarrow || isShort) && beyond > touch / 2;
}

/** The ruling across, not much shorter than the line, that an end of it lies on, runs past or, by a little, stops short of. */
function rulingAt(
  line: PixelRuling,
  end: 'start' | 'end',
  crossing: readonly PixelRuling[],
  dpi: number,
): PixelRuling | undefined {
  const touch = inches.touch * dpi;
  const short = lengthOf(line) < inches.stroke * dpi ? inches.meet * dpi : touch;
  const gapTo = ({ position }: PixelRuling): number =>
    end === 'start' ? line.start - position : position - line.end;
  return crossing.find(
    (other) =>
      lengthOf(other) > lengthOf(line) / 4 &&
      gapTo(other) <= short + other.thickness / 2 &&
      gapTo(other) >= -touch - other.thickness / 2 &&
      other.start <= line.position + touch &&
      other.end >= line.position - touch,
  );
}
