import type { Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/fold.ts';
import { indicatorColumns } from '../lexicon/indicator-columns.ts';
import { labelForms, lookUp } from '../lexicon/vocabulary.ts';

/** Confidence of a character under 指标性质 or 符号 that is no sign, at most. */
const unreadConfidence = 0.6;

/** One letter (a slanted ≤ is read as Λ or 人), digit or short dash: signs are read as such, words (定性) are none. */
const noSign = /^[\p{Script=Latin}\p{Script=Greek}\p{N}\p{P}人入八-]?$/u;

/** A > less sure than this may be a ≥ that lost its bar. */
const sureSign = 0.9;

const sign = /^[<>=≤≥≦≧]$/;

/** What readers see in signs whose bar ran into the chevron or was lost; a bar is never added to a > by dirt. An M may be either (≦ in narrow faces). */
const likelySigns: readonly (readonly [RegExp, string])[] = [
  [/^[>VvN]$/, '≥'],
  [/^[<AΛ人入八]$/, '≤'],
];

/** Signs in a column or row from which a blank among them, beside a figure, is one that may have been lost. */
const fewestSigns = 2;

/**
 * A recognised letter, digit or dash in a column (or a row) that is headed as one of signs is a sign that could not be read: it gets a doubt.
 * Where it looks like one, it is that sign, in doubt. So does a blank before a figure where the others are signs: faint toner leaves nothing of them. A document without one comes back as it is.
 */
export function withUnreadSigns(source: SourceDocument): SourceDocument {
  let changed = false;
  const blocks = source.blocks.map((block) => {
    const doubted = block.kind === 'grid' ? gridOf(block) : block;
    changed ||= doubted !== block;
    return doubted;
  });
  return changed ? { ...source, blocks } : source;
}

function gridOf(grid: Grid): Grid {
  if (!grid.cells.some(isUnread)) return grid;
  const heads = grid.cells.filter(({ text }) => headsSigns(text));
  const isUnder = (cell: Cell): boolean =>
    heads.some(
      (head) =>
        (head.row < cell.row && overlaps(head.column, head.columnSpan, cell.column)) ||
        (head.column < cell.column && overlaps(head.row, head.rowSpan, cell.row)),
    );
  const cells = grid.cells.map((cell) =>
    isUnread(cell) && isUnder(cell) && (cell.text.trim() !== '' || isLost(cell, grid.cells))
      ? doubted(cell)
      : cell,
  );
  return cells.every((cell, i) => cell === grid.cells[i]) ? grid : { ...grid, cells };
}

const isUnread = ({ text, confidence, settled }: Cell): boolean =>
  confidence < 1 &&
  settled === undefined &&
  (noSign.test(text.trim()) || (confidence < sureSign && /^[<>]$/.test(text.trim())));

/** Whether a blank cell has a figure beside it, and more signs than blanks in its column or row. */
function isLost(cell: Cell, cells: readonly Cell[]): boolean {
  const across = cells.filter((other) => other.column === cell.column);
  const along = cells.filter((other) => other.row === cell.row);
  const isOfSigns = (line: readonly Cell[]): boolean => {
    const signs = line.filter(({ text }) => sign.test(text.trim())).length;
    return signs >= fewestSigns && signs > line.filter(({ text }) => text.trim() === '').length;
  };
  const beside = cells.find(
    isOfSigns(across)
      ? ({ row, column }) => row === cell.row && column === cell.column + cell.columnSpan
      : ({ row, column }) => column === cell.column && row === cell.row + cell.rowSpan,
  );
  return (isOfSigns(across) || isOfSigns(along)) && /^\d/.test(beside?.text.trim() ?? '');
}

function headsSigns(text: string): boolean {
  return text.length <= LONGEST_HEAD && lookUp(indicatorColumns, labelForms(foldLabel(text))) === 'operator';
}

const LONGEST_HEAD = 12;

const overlaps = (from: number, span: number, at: number): boolean => at >= from && at < from + span;

function doubted(cell: Cell): Cell {
  const { text, confidence, doubt, alternatives = [] } = cell;
  const likely = likelySigns.find(([looks]) => looks.test(text.trim()))?.[1];
  const read = { text: text.trim(), by: 'lines', confidence };
  return {
    ...cell,
    ...(likely === undefined ? {} : { text: likely, alternatives: [...alternatives, read] }),
    confidence: Math.min(confidence, unreadConfidence),
    doubt:
      doubt ??
      (text.trim() === '' ? 'nothing was read where a sign is due' : `read as ${text} where a sign is due`),
  };
}
