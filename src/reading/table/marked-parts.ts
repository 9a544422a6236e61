import type { Block, Cell, Grid, Paragraph, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';

/** 续表, 续上表, 表2（续）, 部门支出总表（续表1）: a line that says of the table below that it is the rest of the one above. */
const saysRest = /^[([【]?(?:续上?表|接上[表页])|[([【]续表?[一二三四五六\d]?[)\]】]$|表续表?\d?$/;
/** Longest line that stands beside 续表, in characters: 单位：万元. */
const LONGEST_LINE = 40;
/** Most of them. */
const MOST_LINES = 4;
/** A head that repeats has at least this many filled cells and at most this many rows. */
const FEWEST_HEADS = 3;
const DEEPEST_HEAD = 4;

/**
 * The document with tables joined whose second part stands below 续表 and repeats the head of the first: sums at the foot of the
 * second take in the rows of both. The places of the second part keep a blank line each, so that no other block moves.
 */
export function withMarkedParts(source: SourceDocument): SourceDocument {
  const blocks: Block[] = [];
  let last: number | null = null;
  for (const block of source.blocks) {
    const at: number | null = last;
    const rest = block.kind === 'grid' && block.inside === null ? block : null;
    const whole =
      rest !== null && at !== null
        ? joined(blocks[at] as Grid, rest, blocks.slice(at + 1, at + 2 + MOST_LINES))
        : null;
    if (rest !== null && at !== null && whole !== null) {
      blocks[at] = whole;
      for (let i = at + 1; i < blocks.length; i++) blocks[i] = blank(blocks[i] as Paragraph);
      blocks.push(blank(rest.cells[0] as Cell));
      continue;
    }
    if (block.kind === 'grid') last = rest === null ? null : blocks.length;
    blocks.push(block);
  }
  return blocks.every((block, i) => block === source.blocks[i]) ? source : { ...source, blocks };
}

const blank = ({ location }: Pick<Paragraph, 'location'>): Paragraph => ({
  kind: 'paragraph',
  text: '',
  role: 'furniture',
  confidence: 1,
  location,
});

function joined(first: Grid, rest: Grid, between: readonly Block[]): Grid | null {
  if (first.columns !== rest.columns) return null;
  const lines = between.filter((block) => block.kind === 'paragraph' && block.role !== 'furniture');
  const texts = lines.map((line) => (line.kind === 'paragraph' ? foldLabel(line.text) : ''));
  if (between.length > MOST_LINES || texts.some((text) => text.length > LONGEST_LINE)) return null;
  if (!texts.some((text) => saysRest.test(text))) return null;
  const head = repeatedHead(first, rest);
  return head === 0 || head === rest.rows ? null : together(first, rest, head);
}

/** How many rows at the top of the rest stand in the first part in the same order; 0 for none. */
function repeatedHead(first: Grid, rest: Grid): number {
  const [above, below] = [rowsOf(first, first.rows), rowsOf(rest, DEEPEST_HEAD)];
  const top = below[0] ?? [];
  if (top.filter(({ text }) => text.trim() !== '').length < FEWEST_HEADS) return 0;
  const at = above.findIndex((row) => isSame(row, top));
  if (at < 0) return 0;
  let depth = 0;
  while (depth < DEEPEST_HEAD && isSame(above[at + depth] ?? [], below[depth] ?? [])) depth++;
  const crosses = below.slice(0, depth).some((row, n) => row.some(({ rowSpan }) => n + rowSpan > depth));
  return crosses ? 0 : depth;
}

/** The cells that begin in each of the first rows. */
function rowsOf(grid: Grid, count: number): Cell[][] {
  const rows = Array.from({ length: Math.min(count, grid.rows) }, (): Cell[] => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return rows;
}

function isSame(one: readonly Cell[], other: readonly Cell[]): boolean {
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every((cell, n) => {
      const { column, columnSpan, rowSpan, text } = other[n] as Cell;
      return (
        cell.column === column &&
        cell.columnSpan === columnSpan &&
        cell.rowSpan === rowSpan &&
        foldLabel(cell.text) === foldLabel(text)
      );
    })
  );
}

function together(first: Grid, rest: Grid, head: number): Grid {
  const shift = first.rows - head;
  const below = rest.cells.filter(({ row }) => row >= head);
  const left = rowsOf(rest, head).map((row) => row.map(({ text }) => text).join(' | '));
  return {
    ...first,
    rows: first.rows + rest.rows - head,
    cells: [...first.cells, ...below.map((cell) => ({ ...cell, row: cell.row + shift }))],
    parts: [
      ...first.parts,
      ...rest.parts.map((part) => ({
        ...part,
        firstRow: Math.max(head, part.firstRow) + shift,
        endRow: part.endRow + shift,
      })),
    ],
    confidence: Math.min(first.confidence, rest.confidence),
    repeatedHeaders: [...first.repeatedHeaders, ...left, ...rest.repeatedHeaders],
  };
}
