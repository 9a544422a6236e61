import { isCutBracket } from '../texts/cut-brackets.ts';
import { beginsNothing } from '../texts/scripts.ts';
import {
  beginsItem,
  continuesList,
  endsSentence,
  hadRoom,
  isFirstItem,
  padding,
} from '../texts/wrapped-text.ts';
import { bare, completesFigure, isCutFigure, isFigure, isSignOfFigure } from './cut-figures.ts';
import type { LogicalCell, LogicalGrid } from './logical-grid.ts';
import type { CellPair } from './seam.ts';

/** What the table around a seam tells about it. */
export interface SeamSurroundings {
  /** Texts of the cells away from the seam, without white space. */
  texts: ReadonlySet<string>;
  /** Columns that nearly every row writes in. */
  filledColumns: ReadonlySet<number>;
  /** Above 0 where the texts of the last row stand higher than those of whole rows, below 0 where they stand as those do, 0 where it cannot be told. */
  raised: number;
  /** What stays blank below the lowest text of a row, in points: the spacing that its writer leaves there. */
  foot: number;
}

/**
 * Points for (above 0) or against one row that the page end cut. None is a proof: a text of one row may fill its line as if it
 * went on, and the rest of another may look like an entry. Rows of a form mostly have figures, which weigh most.
 */
const points = {
  /** A text begins where nothing stood before. */
  begins: -4,
  /** Two whole numbers, one under the other; or one text twice, as labels are repeated from row to row. */
  figures: -7,
  same: -4,
  /** A sign begins a value below: ≥90%. */
  sign: -3,
  /** Every cell has a text on both pages, of three columns or more: of a cut row some texts are whole. */
  allGoOn: -2,
  /** The text above left room for a line, so what is below is no rest of it. */
  roomBelow: -3,
  /** A bracket that was opened is closed, or a mark stands that begins no line. */
  closes: 3,
  /** Both together are the text of another cell. */
  together: 3,
  /** Each is the text of another cell. */
  apart: -2,
  /** Both are whole labels, by the end that others have: 社会效益指标 over 生态效益指标. */
  labels: -4,
  /** 无 says that a row has no entry, and ends no text. */
  none: -2,
  /** What is below is the text of another cell, and too long to be the end of a label. */
  elsewhere: -2,
  /** The last line is full and ends no sentence: of several lines, or the only one. */
  fullLines: 2,
  fullLine: 1,
  /** Several lines that end no sentence, some of them short. */
  openEnd: 0.5,
  /** A list goes on: by its sentences, or by its numbers. */
  list: 0.5,
  listGoesOn: 3,
  /** The first word below had room above. */
  anew: -2,
  /** The same of a merged cell, whose label may stand anywhere in it. */
  anewInMerged: -1,
  /** Nothing stands below where every row has something, or elsewhere. */
  staysInFilled: 1,
  stays: 0.25,
  /** Texts stand at the top of their cells, unlike those of whole rows; or as those do. */
  raised: 3,
  level: -2,
};

/** ……, / and the like fill a row that has no entry. */
const noEntry = /^[…⋯.·/—\-－\s]+$/;

/** Evidence that the last row of a part and the first of the next are one; about 0 where it cannot be told. */
export function cutEvidence(pairs: readonly CellPair[], around: SeamSurroundings): number {
  const rests = pairs.filter(({ below }) => below.text !== '');
  if (rests.every(({ below }) => noEntry.test(below.text))) return points.begins;
  // However many texts stay alone, a row was cut only where some text can go on.
  if (!rests.some((pair) => pair.above.text !== '' && textEvidence(pair, around) > 0)) return points.begins;
  const position = around.raised > 0 ? points.raised : around.raised < 0 ? points.level : 0;
  const single = pairs.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  const all = single.length > 2 && single.every(({ above, below }) => above.text !== '' && below.text !== '');
  return pairs.reduce((sum, pair) => sum + weighed(pair, around), position + (all ? points.allGoOn : 0));
}

/** That a merged cell goes on says nothing of the rows beside it; that it does not says that they are whole. */
function weighed(pair: CellPair, around: SeamSurroundings): number {
  const { above, below } = pair;
  if (above.rowSpan === 1 && below.rowSpan === 1) return pairEvidence(pair, around);
  const both = above.text !== '' && below.text !== '';
  return both && textEvidence(pair, around) < 0 ? points.anewInMerged : 0;
}

function pairEvidence(pair: CellPair, around: SeamSurroundings): number {
  const { above, below } = pair;
  if (above.text === '') return below.text === '' ? 0 : points.begins;
  if (below.text === '') return around.filledColumns.has(above.column) ? points.staysInFilled : points.stays;
  const end = above.lines.at(-1);
  const start = below.lines[0];
  if (!end || !start) return 0;
  if (completesFigure(pair)) return points.closes;
  if (isFigure(above.text) && isFigure(below.text)) return isCutFigure(pair) ? 0 : points.figures;
  // 100% over 2025年11月30日前: nothing goes on behind a per cent sign with a digit.
  if (/[%％]$/.test(bare(above)) && isFigure(above.text) && /^\d/.test(bare(below))) return points.figures;
  if (bare(above) === bare(below)) return points.same;
  if (/^[≥≤≧≦＞＜><=]/.test(bare(below))) return points.sign;
  const box = above.places.at(-1)!.box;
  const left = box.y1 - end.box.y1 - Math.max(0, around.foot - end.size / 2);
  const room = left > 1.5 * end.size ? points.roomBelow : 0;
  return room + textEvidence(pair, around);
}

/** Whether the texts of a pair are one for certain: a bracket says so, or the table has both together elsewhere. */
export function isOneText(pair: CellPair, around: SeamSurroundings): boolean {
  const both = pair.above.text !== '' && pair.below.text !== '';
  return both && textEvidence(pair, around) >= points.together;
}

/** Most characters of a label that is known by its end. */
const labelLength = 8;

/** Whether a merged label has the end that other labels have: 满意度指标, where 产出指标 and 效益指标 stand elsewhere. */
export function isWholeLabel(label: LogicalCell, { texts }: SeamSurroundings): boolean {
  const text = bare(label);
  if (text.length <= usualEnd || text.length > labelLength || /\d/.test(text)) return false;
  const end = text.slice(-usualEnd);
  let alike = 0;
  for (const other of texts)
    if (other !== text && other.length <= labelLength && other.endsWith(end)) alike++;
  return alike >= fewestEnds;
}

function textEvidence(pair: CellPair, around: SeamSurroundings): number {
  const above = bare(pair.above);
  const below = bare(pair.below);
  const isRest = closesBracket(pair) || completesFigure(pair) || isSignOfFigure(pair);
  if (isRest || beginsNothing(below[0] ?? '')) return points.closes;
  if (around.texts.has(above + below) || isUsualEnd(above, below, around)) return points.together;
  if (around.texts.has(above) && around.texts.has(below)) return points.apart;
  // 数量指标 at the head of a page, below 二级指标（长期） and above other kinds of its name.
  if (below.length > usualEnd && around.texts.has(below)) return points.elsewhere;
  if (below === '无') return points.none;
  if (isWholeLabel(pair.above, around) && isWholeLabel(pair.below, around)) return points.labels;
  // A head is no beginning of a figure, however narrow its column.
  if (isFigure(pair.below.text) && !/\d/.test(above)) return 0;
  if (isSum.test(above) && !goesOnSum.test(below)) return points.apart;
  const several = pair.above.lines.length > 1;
  if (breaksOff(pair)) return several ? points.fullLines : points.fullLine;
  const { text } = pair.below.lines[0]!;
  if (continuesList(pair.above.lines, text)) return points.listGoesOn;
  if (beginsItem(text)) return endsSentence(above) && goesOnList(above, text) ? points.list : points.anew;
  return several && !endsSentence(above) && isRagged(pair.above) ? points.openEnd : points.anew;
}

/** 本年收入合计 in a column of two characters fills its lines, and 上年结转 below it is no rest of it; （万元） and 数 may be. */
const isSum = /(?:合计|总计|小计)$/;
const goesOnSum = /^[（(数额金与和、:：]/;

/** Whether a line before the last ended on purpose: then another may have, and the text goes on below it. */
function isRagged({ lines, places }: LogicalCell): boolean {
  const room = places[0]!.box.x1 - places[0]!.box.x0 - 2 * padding(lines[0]!);
  return lines.slice(1).some((line, i) => i < lines.length - 1 && hadRoom(lines[i]!, line, room));
}

/** Whether an item may follow what ends above: the first of a list only follows what introduces it. */
function goesOnList(above: string, item: string): boolean {
  return !isFirstItem(item) || /[：:]$/.test(above);
}

/** Whether the last line above is full and no sentence ends there: the strongest sign of a text cut in two. */
export function breaksOff({ above, below, room }: CellPair): boolean {
  const end = above.lines.at(-1);
  const start = below.lines[0];
  if (!end || !start || beginsItem(start.text) || endsSentence(end.text)) return false;
  const box = above.places[0]!.box;
  const widest = Math.max(...[...above.lines, ...below.lines].map((line) => line.box.x1 - line.box.x0));
  return !hadRoom(end, start, Math.max(widest, Math.min(room, box.x1 - box.x0 - 2 * padding(end))));
}

/** 产出 over 指标, where 效益指标 and 满意度指标 stand elsewhere: what is below ends other texts and is none itself. */
function isUsualEnd(above: string, below: string, { texts }: SeamSurroundings): boolean {
  if (below.length < 2 || /\d/.test(below) || texts.has(below)) return false;
  // 产出指标 over 效益指标, 成本值 over 效益值: what is above has the end of such texts already.
  if (above.at(-1) === below.at(-1)) return false;
  let ends = 0;
  for (const text of texts) if (text.length > below.length && text.endsWith(below)) ends++;
  return ends >= fewestEnds;
}

/** Characters that the usual end of a label has at least. */
const usualEnd = 2;

/** Texts with one end that make it a usual one. */
const fewestEnds = 2;

/** Whether a bracket that the text above opened is closed below. */
export function closesBracket(pair: CellPair): boolean {
  return isCutBracket(bare(pair.above), bare(pair.below));
}

/** Share of the rows that a column must be written in to count as filled. */
const filledShare = 0.75;

/** Spare height of a cell, in points, from which the place of its text shows how it is set. */
const spare = 2.5;

/** How far above its usual place a text must stand to count as raised, in points. */
const raisedBy = 1.2;

/** Looks at the part above the seam and the cells below it. `top` and `bottom` are the cells at the seam. */
export function surroundings(
  grid: LogicalGrid,
  below: readonly LogicalCell[],
  seam: ReadonlySet<LogicalCell>,
): SeamSurroundings {
  const cells = [...grid.cells.slice(-recentCells), ...below].filter((cell) => !seam.has(cell));
  const written = new Map<number, { rows: number; filled: number }>();
  for (const cell of cells) {
    if (cell.rowSpan > 1) continue;
    const column = written.get(cell.column) ?? { rows: 0, filled: 0 };
    column.rows++;
    if (cell.text !== '') column.filled++;
    written.set(cell.column, column);
  }
  const filled = [...written].filter(([, { rows, filled }]) => rows > 2 && filled >= rows * filledShare);
  return {
    texts: new Set(cells.map(bare).filter((text) => text.length > 1)),
    filledColumns: new Set(filled.map(([column]) => column)),
    ...standing(grid),
  };
}

/** Cells at the end of a grid that are looked at. */
export const recentCells = 400;

/** How the texts of the last part stand in their rows: whether those of the last row stand higher than others, and what is blank below. */
function standing({ last }: LogicalGrid): Pick<SeamSurroundings, 'raised' | 'foot'> {
  const rows = last.ys.length - 1;
  const feet = new Map<number, number>();
  for (const { box, lines, row, rowSpan } of last.cells) {
    const end = lines.at(-1);
    if (!end || rowSpan > 1 || row >= rows - 1) continue;
    feet.set(row, Math.min(feet.get(row) ?? Infinity, box.y1 - end.box.y1));
  }
  const sorted = [...feet.values()].sort((a, b) => a - b);
  const foot = sorted[sorted.length >> 1] ?? 0;
  return { raised: raisedness(last, Math.max(0, foot - usualFoot)), foot };
}

/** What stays blank below a row's lowest text in most tables, in points. */
const usualFoot = 4;

/** 1 where the texts of the last row stand higher in their cells than those of the rows before, -1 where they stand as those do. `spacing` is blank in every row. */
function raisedness(last: LogicalGrid['last'], spacing: number): number {
  const rows = last.ys.length - 1;
  const offsets = (wanted: (row: number) => boolean, ems: number): number[] =>
    last.cells.flatMap(({ row, rowSpan, box, lines }) => {
      const [first] = lines;
      const end = lines.at(-1);
      if (!first || !end || rowSpan > 1 || !wanted(row)) return [];
      const above = first.box.y0 - box.y0;
      const under = box.y1 - end.box.y1;
      return above + under - spacing >= spare + ems * end.size ? [(under - above) / 2] : [];
    });
  const usual = offsets((row) => row < rows - 1, 0).sort((a, b) => a - b);
  const middle = usual[usual.length >> 1];
  const steady = usual.filter((offset) => Math.abs(offset - (middle ?? 0)) < raisedBy).length;
  if (middle === undefined || usual.length < 4 || steady < usual.length * 0.8) return 0;
  const here = offsets((row) => row === rows - 1, 0);
  if (here.some((offset) => offset > middle + raisedBy)) return 1;
  // A text that fills the height of its row stands in its middle in any case.
  return offsets((row) => row === rows - 1, 0.6).length > 0 ? -1 : 0;
}
