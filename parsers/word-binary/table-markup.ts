import { alignEdges } from '../word/placement.ts';
import { styleId } from './markup-names.ts';
import type { CellDefinition, RowDefinition } from './row-definition.ts';

/** A row of a table that was read: markup of its cells, and how they are laid out. */
export interface WrittenRow {
  cells: string[];
  definition: RowDefinition;
  /** Was taken out under tracking of changes. */
  deleted: boolean;
  hidden: boolean;
}

/** A row whose cells have edges, as many as its cells and one more, that never go back. */
interface LaidOut {
  cells: { content: string; cell: CellDefinition }[];
  edges: number[];
  row: WrittenRow;
}

const plain: CellDefinition = { across: null, down: null, shading: '' };

/**
 * Markup of a table. Rows know the edges of their own cells alone, in twentieths of a point: lines that rows share are found as those of
 * tables whose spans are wrong are.
 */
export function tableMarkup(rows: readonly WrittenRow[]): string {
  const laidOut: LaidOut[] = [];
  for (const row of rows) laidOut.push(layOut(row, laidOut.at(-1)));
  const lines = alignEdges(laidOut.map(({ edges }) => edges));
  const columns = lines.reduce((most, edges) => Math.max(most, edges.at(-1) ?? 0), 0);
  const style = rows.find(({ definition }) => definition.style !== null)?.definition.style ?? null;
  const shading = rows.find(({ definition }) => definition.shading !== '')?.definition.shading ?? '';
  const styled = style === null ? '' : `<w:tblStyle w:val="${styleId(style)}"/>`;
  const written = laidOut.map((row, n) => rowMarkup(row, lines[n] ?? [], columns));
  return `<w:tbl><w:tblPr>${styled}${shading}</w:tblPr>${written.join('')}</w:tbl>`;
}

function rowMarkup({ cells, row }: LaidOut, lines: readonly number[], columns: number): string {
  const [before, after] = [lines[0] ?? 0, columns - (lines.at(-1) ?? columns)];
  const properties =
    (before > 0 ? `<w:gridBefore w:val="${before}"/>` : '') +
    (after > 0 ? `<w:gridAfter w:val="${after}"/>` : '') +
    (row.deleted ? '<w:del/>' : '') +
    (row.hidden ? '<w:hidden/>' : '');
  const written = cells.map(({ content, cell }, n) => {
    const span = (lines[n + 1] ?? 0) - (lines[n] ?? 0);
    return `<w:tc>${cellProperties(cell, span)}${content}</w:tc>`;
  });
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written.join('')}</w:tr>`;
}

function cellProperties({ across, down, shading }: CellDefinition, span: number): string {
  const properties =
    (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
    (across === null ? '' : `<w:hMerge w:val="${across === 'begins' ? 'restart' : 'continue'}"/>`) +
    (down === null ? '' : `<w:vMerge w:val="${down === 'begins' ? 'restart' : 'continue'}"/>`) +
    shading;
  return properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`;
}

/** Gives each cell edges; where the file says too little, those of the row above, or cells of one width. A cell of no width is none: its content is kept beside it. */
function layOut(row: WrittenRow, above: LaidOut | undefined): LaidOut {
  const { definition } = row;
  const contents = [...row.cells];
  while (contents.length < definition.cells.length) contents.push('');
  const edges = rising(edgesOf(contents.length, definition, above));
  const cells: LaidOut['cells'] = [];
  const kept: number[] = [edges[0] ?? 0];
  let narrow = '';
  for (const [n, content] of contents.entries()) {
    const last = cells.at(-1);
    if (edges[n + 1]! > edges[n]!) {
      cells.push({ content: narrow + content, cell: definition.cells[n] ?? plain });
      kept.push(edges[n + 1]!);
      narrow = '';
    } else if (last === undefined) narrow += content;
    else last.content += content;
  }
  return { cells, edges: kept, row };
}

/** Of a cell of which nothing is known, in twentieths of a point. */
const someWidth = 1_000;

function edgesOf(count: number, { edges }: RowDefinition, above: LaidOut | undefined): number[] {
  if (edges.length === count + 1) return edges;
  if (above?.edges.length === count + 1) return above.edges;
  const known = edges.length > 1 ? edges.slice(0, count + 1) : [above?.edges[0] ?? 0];
  while (known.length < count + 1) known.push((known.at(-1) ?? 0) + someWidth);
  return known;
}

function rising(edges: readonly number[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  const risen = edges.map((edge) => (last = Math.max(last, edge)));
  // A row has some width, whatever the file says.
  const isFlat = risen.length > 1 && risen[0] === risen.at(-1);
  return isFlat ? risen.map((edge, n) => edge + n * someWidth) : risen;
}
