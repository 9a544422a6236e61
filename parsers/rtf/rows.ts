import { alignEdges } from '../word/placement.ts';
import { cellMarkup, fromTheRight, shading } from '../word/written-markup.ts';
import type { CellDefinition, RowDefinition } from './setting.ts';

/** A row whose end was read: what was said of its cells, and what they hold as markup of Word. */
export interface Row {
  definition: Pick<RowDefinition, 'left' | 'cells' | 'shaded' | 'turned'>;
  contents: string[];
}

/** Cells narrower than this are slips of a writer: lines that close are not drawn apart. In twentieths of a point. */
const narrowest = 40;
/** Width of a cell that no definition has. */
const usualWidth = 1_000;

/** Cells that are there and cells that are defined, whatever of both is missing. */
function wholeRow({ definition, contents }: Row): CellDefinition[] {
  const cells = [...definition.cells];
  while (cells.length < contents.length) {
    const right = (cells.at(-1)?.right ?? definition.left) + usualWidth;
    cells.push({ right, across: null, down: null, shaded: false, deleted: false });
  }
  return cells;
}

/** A table as markup of Word: the edges of its rows, which alone say where a cell stands, as columns that it spans. */
export function tableMarkup(given: readonly Row[]): string {
  const rows = given.filter(({ definition }) => !isTakenOut(definition.cells));
  if (rows.length === 0) return '';
  const definitions = rows.map(wholeRow);
  const lines = alignEdges(definitions.map((cells, n) => edgesOf(rows[n]!.definition.left, cells)));
  const first = lines.reduce((least, edges) => Math.min(least, edges[0] ?? 0), Number.POSITIVE_INFINITY);
  const written = definitions.map((cells, n) => rowMarkup(rows[n]!, cells, lines[n]!, first));
  const turned = rows[0]?.definition.turned === true ? `<w:tblPr>${fromTheRight}</w:tblPr>` : '';
  return `<w:tbl>${turned}${written.join('')}</w:tbl>`;
}

/** A row whose cells were all taken out by a tracked change. */
const isTakenOut = (cells: readonly CellDefinition[]): boolean =>
  cells.length > 0 && cells.every(({ deleted }) => deleted);

function edgesOf(left: number, cells: readonly CellDefinition[]): number[] {
  const edges = [left];
  for (const { right } of cells) edges.push(Math.max(right, edges.at(-1)! + narrowest));
  return edges;
}

function rowMarkup(
  { definition, contents }: Row,
  cells: CellDefinition[],
  lines: number[],
  first: number,
): string {
  const before = (lines[0] ?? 0) - first;
  const written = cells.map((cell, n) =>
    cellMarkup({ ...cell, columnSpan: (lines[n + 1] ?? 0) - (lines[n] ?? 0) }, contents[n] ?? ''),
  );
  return (
    `<w:tr>${definition.shaded ? `<w:tblPrEx>${shading}</w:tblPrEx>` : ''}` +
    `${before > 0 ? `<w:trPr><w:gridBefore w:val="${before}"/></w:trPr>` : ''}${written.join('')}</w:tr>`
  );
}
