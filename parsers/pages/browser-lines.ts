import type { Glyph } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';
import { setAside } from './page-numbers.ts';

/** When a page was printed (11/29/26, 5:54 AM; 2026/11/29 17:54; 2026年11月29日 下午5:54), or where it comes from. */
const moment =
  '\\d{1,4}[/.年-]\\d{1,2}[/.月-]\\d{1,4}日?,?\\s*(?:[上下]午)?\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s*[AP]M)?';
const source = '(?:https?|file)://\\S+|about:blank';

/** One of them stands at an end of each line of a browser, apart from what else is on it (title, number of the page). */
const byBrowser = new RegExp(`^(?:${moment}|${source})$`, 'i');

/** How far from the edge of the page a browser prints its lines, in points: it knows no margins above half an inch of its own. */
const reach = 45;

/** Blank between two things on a line, in ems. */
const apart = 1;

/** Most characters of a line, blanks too. */
const longest = 400;

/**
 * Takes out what browsers print at the head and foot of each page (date and title, address and number): it is in a size of its own,
 * whatever the scale of the page, and may stand over rows of a table or close to them.
 */
export function withoutBrowserLines(marks: ReadMarks): ReadMarks {
  const [head, foot] = [edgeLine(marks, 'head'), edgeLine(marks, 'foot')];
  const lines = [head, foot].filter((line) => line !== null);
  // One alone may be an entry in the last row of a table.
  if (lines.length === 1 && isInTable(lines[0]!.flat(), marks)) return marks;
  return lines.flat().reduce(setAside, marks);
}

/** What stands apart on the line at an edge of the page, if a browser printed it: outside all others, or drawn last. */
function edgeLine({ glyphs, height }: ReadMarks, edge: 'head' | 'foot'): Glyph[][] | null {
  const isNear = ({ baseline, turn }: Glyph): boolean =>
    turn === 0 && (edge === 'head' ? baseline <= reach : baseline >= height - reach);
  const outermost = (a: Glyph, b: Glyph): Glyph =>
    (edge === 'head' ? a.baseline <= b.baseline : a.baseline >= b.baseline) ? a : b;
  const near = glyphs.filter(isNear);
  const written = near.filter(isWritten);
  if (written.length === 0) return null;
  const drawnLast = glyphs.slice(-longest).findLast((glyph) => isNear(glyph) && isWritten(glyph));
  for (const one of new Set([written.reduce(outermost), drawnLast ?? written[0]!])) {
    const line = near.filter(
      ({ baseline, size }) => Math.abs(baseline - one.baseline) < 0.5 && Math.abs(size - one.size) < 0.5,
    );
    const pieces = line.length > longest ? [] : piecesOf(line);
    if ([pieces.at(0), pieces.at(-1)].some((piece) => piece && byBrowser.test(textOf(piece)))) return pieces;
  }
  return null;
}

const isWritten = ({ text }: Glyph): boolean => text.trim() !== '';

/** The glyphs of a line, cut where they stand apart. */
function piecesOf(line: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of [...line].sort((a, b) => a.box.x0 - b.box.x0)) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1);
    if (piece && before && glyph.box.x0 - before.box.x1 <= apart * glyph.size) piece.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.filter((piece) => piece.some(isWritten));
}

function textOf(piece: readonly Glyph[]): string {
  return piece
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Whether a line across is drawn beyond a text, nearer to the edge of the page. */
function isInTable(line: readonly Glyph[], { rulings, height }: ReadMarks): boolean {
  const { baseline, box } = line[0]!;
  const x1 = line.at(-1)!.box.x1;
  return rulings.some(
    ({ orientation, position, start, end }) =>
      orientation === 'h' &&
      start < x1 &&
      end > box.x0 &&
      (baseline < height / 2 ? position < baseline : position > baseline),
  );
}
