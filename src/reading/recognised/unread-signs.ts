import type { Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/fold.ts';
import { indicatorColumns } from '../lexicon/indicator-columns.ts';
import { labelForms, lookUp } from '../lexicon/vocabulary.ts';

/** Confidence of a character under 指标性质 or 符号 that is no sign, at most. */
const unreadConfidence = 0.6;

/** One letter or digit: signs are read as such, words (定性) and dashes are none. */
const noSign = /^[\p{Script=Latin}\p{N}]$/u;

/**
 * A recognised letter or digit in a column (or a row) that is headed as one of signs is a sign that could not be read: it gets a doubt.
 * A document without one comes back as it is.
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
  const cells = grid.cells.map((cell) => (isUnread(cell) && isUnder(cell) ? doubted(cell) : cell));
  return cells.every((cell, i) => cell === grid.cells[i]) ? grid : { ...grid, cells };
}

const isUnread = ({ text, confidence, settled }: Cell): boolean =>
  confidence < 1 && settled === undefined && noSign.test(text.trim());

function headsSigns(text: string): boolean {
  return text.length <= LONGEST_HEAD && lookUp(indicatorColumns, labelForms(foldLabel(text))) === 'operator';
}

const LONGEST_HEAD = 12;

const overlaps = (from: number, span: number, at: number): boolean => at >= from && at < from + span;

function doubted(cell: Cell): Cell {
  const { text, confidence, doubt } = cell;
  return {
    ...cell,
    confidence: Math.min(confidence, unreadConfidence),
    doubt: doubt ?? `read as ${text} where a sign is due`,
  };
}
