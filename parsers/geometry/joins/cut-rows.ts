import { beginsItem, continuesList, isFirstItem } from '../texts/wrapped-text.ts';
import { isCutFigure, isFigure, isSignOfFigure } from './cut-figures.ts';
import type { LogicalCell } from './logical-grid.ts';
import { columnKey, type MergedColumns } from './merged-columns.ts';
import type { CellPair, Seam } from './seam.ts';
import {
  breaksOff,
  closesBracket,
  cutEvidence,
  isOneText,
  isWholeLabel,
  type SeamSurroundings,
} from './seam-evidence.ts';

/** Evidence below this, for or against a cut row, leaves it open. */
const clearEvidence = 2;

const unsure = 'the page end may cut a row here';

/**
 * Decides whether a row goes on over the page end, and which merged cells do.
 * A cut row shows as open sides (browsers draw none there); where the writer closes the sides at the page end (Word,
 * LibreOffice), as a first row that holds nothing but the rest of texts that broke off in the row above.
 */
export function readSeam(
  pairs: readonly CellPair[],
  whole: boolean,
  mergedColumns: MergedColumns,
  around: () => SeamSurroundings,
): Seam {
  const verdict = whole ? rowCutVerdict(pairs, around) : 'whole';
  const rowCut = verdict === 'cut' || verdict === 'likely cut';
  const joined = rowCut ? [...pairs] : mergedCells(pairs, mergedColumns, around);
  return { rowCut, joined, doubt: verdict.startsWith('likely') ? unsure : null };
}

type Verdict = 'cut' | 'likely cut' | 'likely whole' | 'whole';

function rowCutVerdict(pairs: readonly CellPair[], around: () => SeamSurroundings): Verdict {
  const single = pairs.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  if (single.length === 0) return 'whole';
  const rests = single.filter(({ below }) => below.text !== '');
  if (rests.some((pair) => isFiller(pair, around))) return 'whole';
  if (areFiguresUnderWords(pairs)) return 'whole';
  // A writer that leaves the sides of cut cells open has closed those of whole rows; one that never draws the last side of a
  // page has texts on both pages that begin anew.
  if (single.every((pair) => pair.open)) {
    if (rests.some((pair) => isEntryUnderEntry(pair, around()))) return 'whole';
    const anew = rests.filter(startsAnew).length;
    const stays = single.filter(({ above, below }) => above.text !== '' && below.text === '').length;
    return anew === 0 || stays > anew ? 'cut' : 'whole';
  }
  if (pairs.some((pair) => pair.open)) return 'whole';
  if (rests.length === 0) {
    if (isSliver(single)) return 'cut';
    // Nothing but the rest of a merged label stands beside blank cells: they may be a row without entries.
    return pairs.some((pair) => pair.below.rowSpan === 1 && isOneText(pair, around()))
      ? 'likely cut'
      : 'whole';
  }
  if (single.every(({ above }) => above.text === '')) return 'whole';
  const evidence = cutEvidence(pairs, around());
  const sure = Math.abs(evidence) >= clearEvidence;
  if (evidence > 0) return sure ? 'cut' : 'likely cut';
  return sure ? 'whole' : 'likely whole';
}

/** Whether a figure stands under a figure that it is no rest of, or a text under the same or another, both of which stand alone elsewhere. */
function isEntryUnderEntry(pair: CellPair, { texts }: SeamSurroundings): boolean {
  const [above, below] = [pair.above, pair.below].map(({ text }) => text.replace(/\s/g, ''));
  if (isFigure(above!) && isFigure(below!)) return !isCutFigure(pair);
  return above === below || (texts.has(above!) && texts.has(below!) && !texts.has(above! + below!));
}

/** A figure alone under a word may be its rest once (完成率达到 over 95%); in several cells they are the first row under a head. */
const fewestFigures = 2;

function areFiguresUnderWords(pairs: readonly CellPair[]): boolean {
  return pairs.filter(isFigureUnderWord).length >= fewestFigures;
}

function isFigureUnderWord(pair: CellPair): boolean {
  const { above, below } = pair;
  return isFigure(below.text) && above.text !== '' && !/\d/.test(above.text) && !isSignOfFigure(pair);
}

/** Whether …… below stands for rows without entry, as it does elsewhere or where no list above can end with it. */
function isFiller({ above, below }: CellPair, around: () => SeamSurroundings): boolean {
  if (!/^[…⋯.·]{2,}$/.test(below.text) || above.text === '') return false;
  return around().texts.has(below.text) || !above.lines.some(({ text }) => beginsItem(text));
}

/** A first row without text and lower than a line of text is the empty rest of a cut row. */
function isSliver(pairs: readonly CellPair[]): boolean {
  const line = Math.max(...pairs.flatMap(({ above }) => above.lines.map((l) => l.size)), 0);
  return line > 0 && pairs.every(({ below }) => heightOf(below) < line * 0.9);
}

function heightOf(cell: LogicalCell): number {
  const box = cell.places[0]!.box;
  return box.y1 - box.y0;
}

/** Whether the text below can be the rest of the text above. */
function goesOn(pair: CellPair): boolean {
  const { above, below } = pair;
  const end = above.lines.at(-1);
  const start = below.lines[0];
  if (!end || !start) return false;
  if (above.lines.length > 1 && !beginsItem(start.text)) return true;
  if (above.lines.length > 2 && below.lines.length > 0) return true;
  return breaksOff(pair);
}

function startsAnew(pair: CellPair): boolean {
  const { above, below } = pair;
  const start = below.lines[0]?.text ?? '';
  if (continuesList(above.lines, start) || nextGoal(above.text, below.text)) return false;
  // The list that a colon announces, and what a bracket says of a name, are no entries.
  if (
    (/[：:]$/.test(above.text.trim()) && isFirstItem(start)) ||
    (/^[（(]/.test(start) && !beginsItem(start))
  )
    return false;
  return above.text !== '' && !goesOn(pair) && !breaksOff(pair);
}

/** Whether 目标2： stands below a text that has got to 目标1：, or the like. */
function nextGoal(above: string, below: string): boolean {
  const next = /^(目标|任务|指标)(\d{1,2})[：:]/.exec(below.trim());
  return next !== null && above.includes(`${next[1]}${Number(next[2]) - 1}`);
}

/** A label is shorter than this; only a longer text is cut in two by the page end without another sign of it. */
const longText = 24;

/** The pairs of two whole rows that are one merged cell each. */
function mergedCells(
  pairs: readonly CellPair[],
  mergedColumns: MergedColumns,
  around: () => SeamSurroundings,
): CellPair[] {
  const joined: CellPair[] = [];
  // Where merged cells that go on are left open, a line parts those that do not: a blank beside one belongs to its own row, and a label is whole. Where
  // all are open, the page lacks its last line, which tells nothing of cells of one row each.
  const leavesOpen = pairs.some(({ open }) => open);
  const allOpen = pairs.every(({ open }) => open);
  // The blank corner of a row of heads is none of the first label below them.
  const isUnderHeads = pairs.every(({ above }) => !/\d/.test(above.text)) && areFiguresUnderWords(pairs);
  for (const one of [...pairs].sort((a, b) => a.above.column - b.above.column)) {
    const isClosed = leavesOpen && !one.open;
    const isParted =
      (isClosed && (one.above.text === '' || one.below.text === '')) ||
      (isUnderHeads && !spansRows(one) && one.above.text === '' && one.below.text !== '');
    const pair = allOpen && !spansRows(one) ? { ...one, open: false } : one;
    if (
      !isParted &&
      (isMergedCell(pair, mergedColumns, around) ||
        (!isClosed && isLabelBeside(joined, pair, mergedColumns, around)) ||
        isLoneRest(pair, pairs, around))
    )
      joined.push(one);
  }
  return isSumBelow(pairs, joined) ? [] : joined;
}

/** Whether the row below holds nothing but figures where texts stand above, in cells of its own: a sum at the foot, whose corner is no rest of labels. */
function isSumBelow(pairs: readonly CellPair[], joined: readonly CellPair[]): boolean {
  const ends = new Set(joined);
  const rest = pairs.filter((pair) => !ends.has(pair));
  const filled = rest.filter(({ below }) => below.text !== '');
  return (
    filled.length > 0 &&
    filled.every(({ below }) => isFigure(below.text)) &&
    pairs.every(({ below }) => below.rowSpan === 1) &&
    joined.every(({ below }) => below.text === '') &&
    rest.some(({ above, below }) => below.text === '' && above.text !== '' && !isFigure(above.text))
  );
}

function spansRows({ above, below }: CellPair): boolean {
  return above.rowSpan > 1 || below.rowSpan > 1;
}

/**
 * Whether all labels to the left of a label go on, and it has nothing under it in a column where it nearly always has; or, where
 * all labels of its column span rows, it breaks off and has another text under it.
 */
function isLabelBeside(
  joined: readonly CellPair[],
  pair: CellPair,
  mergedColumns: MergedColumns,
  around: () => SeamSurroundings,
): boolean {
  const { above, below } = pair;
  if (above.column === 0 || above.text === '' || /\d/.test(above.text)) return false;
  const last = joined.at(-1)?.above;
  if (!last || last.column + last.columnSpan !== above.column || joined[0]!.above.column !== 0) return false;
  const whole = joined.reduce((sum, one) => sum + one.above.columnSpan, 0) === above.column;
  if (!whole) return false;
  if (below.text === '') return around().filledColumns.has(above.column);
  if (mergedColumns.get(columnKey(above)) !== true || hadLineBelow(above)) return false;
  return breaksOff(pair) && !isWholeLabel(above, around());
}

/** Whether a text that breaks off has its rest in a row that has nothing else under single cells: a head of several rows was cut. */
function isLoneRest(pair: CellPair, pairs: readonly CellPair[], around: () => SeamSurroundings): boolean {
  const { above, below } = pair;
  if (above.text === '' || below.text === '' || /\d/.test(above.text + below.text)) return false;
  if (!breaksOff(pair) || isWholeLabel(above, around()) || isFiller(pair, around)) return false;
  const others = pairs.filter((other) => other.above !== above);
  return (
    others.length >= fewestOthers &&
    others.every((other) => other.above.text !== '' && other.below.text === '')
  );
}

/** Cells that must stay alone beside a rest for it to be told. */
const fewestOthers = 2;

/** Off the middle of a cell by less than this a text stands in it, in points. */
const offMiddle = 1.5;

/** Whether the text of a cell of several rows stands in the middle of what is on its page: of a cell that began on the page before it would stand higher. */
function standsInMiddle(cell: LogicalCell): boolean {
  const { box } = cell.places[0]!;
  const [first, last] = [cell.lines[0], cell.lines.at(-1)];
  if (cell.rowSpan < 2 || !first || !last) return false;
  const [above, below] = [first.box.y0 - box.y0, box.y1 - last.box.y1];
  return Math.abs(above - below) / 2 < offMiddle;
}

/** Whether a text stands in the middle of a cell of one page that has room for another line below: a writer would have set the rest of it there. */
function hadLineBelow(cell: LogicalCell): boolean {
  const last = cell.lines.at(-1);
  if (!last || cell.places.length > 1 || !standsInMiddle(cell)) return false;
  return cell.places[0]!.box.y1 - last.box.y1 > roomyLine * last.size;
}

/** Ems of the type that a line takes with the spacing around it. */
const roomyLine = 1.2;

/** Whether two cells at the seam of two rows are one merged cell: one of them is empty and the column is one of merged cells, or its text was cut in two. */
function isMergedCell(pair: CellPair, mergedColumns: MergedColumns, around: () => SeamSurroundings): boolean {
  const { above, below, open } = pair;
  const both = above.text !== '' && below.text !== '';
  if (isFiller(pair, around)) return false;
  if (open && (!both || !(startsAnew(pair) || isWholeLabel(above, around())))) return true;
  const spans = spansRows(pair);
  if (below.text === '' && above.text === '') return above.rowSpan > 1 && below.rowSpan > 1;
  if (below.text !== '' && above.text !== '' && closesBracket(pair)) return true;
  if (below.text !== '' && above.text !== '')
    return (
      ((spans || mergedColumns.has(columnKey(above))) && isOneText(pair, around())) ||
      (spans && above.text.length >= longText && breaksOff(pair) && !hadLineBelow(above))
    );
  if (above.text === '' && above.rowSpan === 1 && standsInMiddle(below)) return false;
  return spans || mergedColumns.has(columnKey(above));
}
