import type { RowDefinition } from './row-definition.ts';
import { emptyRow } from './row-definition.ts';
import type { StoryContext } from './story-state.ts';
import { tableMarkup, type WrittenRow } from './table-markup.ts';

/** Tables that are open within one another while the paragraphs of a story go by. */
export interface TableStack {
  /** Opens or closes tables until so many are open. */
  enter: (depth: number) => void;
  /** Adds markup to the innermost cell, or to the body. */
  add: (markup: string) => void;
  endCell: () => void;
  /** A row is deleted with its texts: LibreOffice marks the end of the row above a deleted one too, whose texts stay. */
  endRow: (definition: RowDefinition, isMarkDeleted: boolean, hidden: boolean) => void;
  /** Closes what is open; the whole markup. */
  conclude: () => string;
}

interface OpenTable {
  rows: WrittenRow[];
  cells: string[];
  cell: string;
  /** Cells of all rows. */
  count: number;
}

export function tableStack({ limits, document }: Pick<StoryContext, 'limits' | 'document'>): TableStack {
  const body: string[] = [];
  const open: OpenTable[] = [];
  const add = (markup: string): void => {
    const innermost = open.at(-1);
    if (innermost === undefined) body.push(markup);
    else innermost.cell += markup;
  };
  const endRow = (table: OpenTable, row: Omit<WrittenRow, 'cells'>): void => {
    if (table.cell !== '') table.cells.push(table.cell);
    if (table.cells.length !== row.definition.cells.length) document.lose('rows');
    // One row more than are read is enough to be told that there are too many, and so are cells.
    if (table.cells.length > 0 && table.rows.length <= limits.maxRows && table.count <= limits.maxCells)
      table.rows.push({ ...row, cells: table.cells });
    table.count += table.cells.length;
    table.cells = [];
    table.cell = '';
  };
  const leave = (table: OpenTable): void => {
    endRow(table, { definition: emptyRow(), deleted: false, hidden: false });
    if (table.rows.length > 0) add(tableMarkup(table.rows));
  };
  const enter = (depth: number): void => {
    while (open.length > depth) leave(open.pop()!);
    // One table more than are read, as above.
    while (open.length < Math.min(depth, limits.maxNesting + 1))
      open.push({ rows: [], cells: [], cell: '', count: 0 });
  };
  return {
    enter,
    add,
    endCell: () => {
      const table = open.at(-1);
      table?.cells.push(table.cell);
      if (table !== undefined) table.cell = '';
    },
    endRow: (definition, isMarkDeleted, hidden) => {
      const table = open.at(-1);
      if (table === undefined) return;
      const deleted = isMarkDeleted && !table.cells.some((cell) => cell.includes('<w:t>'));
      endRow(table, { definition, deleted, hidden });
    },
    conclude: () => {
      enter(0);
      return body.join('');
    },
  };
}
