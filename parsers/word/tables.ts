import { coversTexts } from '../cell-doubts.ts';
import { cellContent } from '../flow/cell-content.ts';
import { type CellDraft, type GridDraft, isWrapper } from '../flow/drafts.ts';
import { tileExactly } from '../flow/tiling.ts';
import { cellBookmark } from './block-markup.ts';
import { type Content, readContents, type TableReader } from './contents.ts';
import type { TableLayout } from './layout.ts';
import type { ModelElement } from './model.ts';
import type { Placed, PlacedTable } from './placement.ts';

/** The cells of a layout as drafts, and what of them is neither text nor table. */
type FilledCell = Placed & { content: Content[]; covered?: Content[] };

/** A reader of the tables that a scan found: geometry is the layout's (`placed`, by table), content is the model's. `seen` gets those that are read. */
export function tableReader(
  tableOfCell: TableLayout[],
  placed: PlacedTable[],
  seen: Set<number>,
): TableReader {
  const read: TableReader = (table) => {
    const elements = cellsById(table);
    const [first] = elements.keys();
    const layout = first === undefined ? undefined : tableOfCell[first];
    const geometry = layout && placed[layout.index];
    if (!geometry) return [];
    seen.add(layout.index);
    const { cells, rows, columns } = geometry;
    const filled = cells.map((cell): FilledCell => {
      const content = readContents(elements.get(cell.id) ?? [], null, read);
      const covered = (cell.covers ?? []).flatMap((id) => readContents(elements.get(id) ?? [], null, read));
      return { ...cell, content, covered };
    });
    const blank = (span: Omit<Placed, 'id'>): FilledCell => ({ ...span, id: -1, content: [] });
    const tiles = tileExactly(filled, rows, columns, blank);
    if (isWrapper(tiles)) return tiles.flatMap((tile) => tile.content);
    const grid: GridDraft = {
      kind: 'grid',
      rows,
      columns,
      cells: tiles.map(readCell),
      parts: [{ table: layout.index, firstRow: 0, endRow: rows }],
      repeatedHeaders: [],
      newPage: tiles[0]?.content.some((piece) => piece.kind === 'paragraph' && piece.look.newPage) === true,
    };
    return [grid, ...tiles.flatMap((tile) => tile.content.filter((content) => content.kind === 'picture'))];
  };
  return read;
}

/** The children of every cell of a table by the id that its bookmark carries. */
function cellsById(table: ModelElement): Map<number, ModelElement[]> {
  const cells = new Map<number, ModelElement[]>();
  for (const row of table.children ?? []) {
    for (const cell of row.children ?? []) {
      const [mark, ...content] = cell.children ?? [];
      if (mark?.name?.startsWith(cellBookmark))
        cells.set(Number(mark.name.slice(cellBookmark.length)), content);
    }
  }
  return cells;
}

function readCell({ row, column, rowSpan, columnSpan, content, covered = [] }: FilledCell): CellDraft {
  const read = cellContent(content);
  const under = covered.length === 0 ? '' : cellContent(covered).text.replaceAll('\n', ', ');
  const doubt = under === '' || under === read.text ? {} : { doubt: coversTexts + under };
  return { row, column, rowSpan, columnSpan, ...doubt, ...read };
}
