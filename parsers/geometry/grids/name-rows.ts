import type { LogicalCell, LogicalGrid } from '../joins/logical-grid.ts';
import type { DocumentItem } from '../layout.ts';
import type { PageText } from '../texts/paragraphs.ts';

/** 项目支出绩效目标表, also with what stands behind it on its line: …自评表（2025年度）, …自评表 公开14表. */
const name = /^[^：:，。；]*\p{Script=Han}{2}表(?:[\s（(\d][^：:，。；]*)?$/u;

/** In a table of fewer columns a row with one text is more likely a row of it. */
const fewestColumns = 4;

/** What stands below the name of a table and above its head: （2023年）, 单位：万元, 填报日期：2023年11月20日. */
const lineBelowName = /[：:]|^[（(]?\d{4}\s*年/;

/**
 * A sheet that is printed with the lines between its cells (打印网格线) draws them around its name as well, but where that runs over the next
 * cells. Rows at the head of a table that hold its name and nothing else, and the lines below that, stand over the table.
 */
export function withoutNameRows(items: readonly DocumentItem[]): DocumentItem[] {
  return items.flatMap((item): DocumentItem[] => {
    if (item.kind !== 'grid') return [item];
    const texts = nameTexts(item);
    return texts.length === 0 ? [item] : [...texts.map(textOf), withoutRows(item, texts.length)];
  });
}

/** The one text of each of the first rows, as long as they are no rows of the table. */
function nameTexts(grid: LogicalGrid): LogicalCell[] {
  const texts: LogicalCell[] = [];
  if (grid.xs.length <= fewestColumns) return texts;
  const most = (grid.parts[0]?.endRow ?? 0) - 1;
  while (texts.length < most) {
    const text = loneText(grid, texts.length);
    if (!text || !(name.test(text.text) || (texts.length > 0 && lineBelowName.test(text.text)))) break;
    texts.push(text);
  }
  return texts;
}

/** The text of a row whose other cells are blank, each of one row; null where it is written across the whole table, as the readers of forms know names, or doubtful. */
function loneText({ cells, xs }: LogicalGrid, row: number): LogicalCell | null {
  const own: LogicalCell[] = [];
  for (const cell of cells) {
    if (cell.row > row) break;
    if (cell.row === row) own.push(cell);
  }
  const [text, another] = own.filter((cell) => cell.text !== '');
  if (!text || another || own.some(({ rowSpan }) => rowSpan > 1)) return null;
  return text.doubt === null && text.columnSpan < xs.length - 1 ? text : null;
}

function textOf({ text, lines, places }: LogicalCell): PageText {
  const { page, box } = places[0]!;
  const size = Math.max(...lines.map((line) => line.size));
  const bold = lines.every((line) => line.bold);
  const role = name.test(text) ? 'heading' : 'caption';
  return { kind: 'text', page, box, text, lines, size, bold, role };
}

/** A grid without its first rows, all of which stand on its first page. */
function withoutRows(grid: LogicalGrid, rows: number): LogicalGrid {
  const y0 = Math.max(...grid.cells.filter(({ row }) => row < rows).map(({ places }) => places[0]!.box.y1));
  const cells = grid.cells.filter(({ row }) => row >= rows);
  return {
    ...grid,
    rows: grid.rows - rows,
    cells: cells.map((cell) => ({ ...cell, row: cell.row - rows })),
    parts: grid.parts.map((part, i) => ({
      ...part,
      box: i === 0 ? { ...part.box, y0 } : part.box,
      firstRow: Math.max(0, part.firstRow - rows),
      endRow: part.endRow - rows,
    })),
  };
}
