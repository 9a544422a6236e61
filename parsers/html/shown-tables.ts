import { detach, elementsIn, madeElement } from './made-elements.ts';
import { propertyOf, type Styles } from './styles.ts';
import { attributeOf, type HtmlElement, isElement, isText } from './tree.ts';

/** A cell of what is shown as a table, with the columns it runs over. */
interface ShownCell {
  element: HtmlElement;
  span: number;
}

interface ShownRow {
  element: HtmlElement;
  cells: ShownCell[];
}

const fewestRows = 2;
/** Boxes beside one another are a table from so many rows of so many boxes on. */
const fewestBoxes = 3;

/**
 * Turns what pages show or name as tables without the tags of one into tables: boxes that style sheets lay out so (`display: table`, `grid`, rows of
 * `flex`), and grids of components that only bear the roles of WAI-ARIA.
 */
export function tagShownTables(roots: readonly HtmlElement[], styles: Styles): void {
  for (const root of roots) {
    for (const element of elementsIn(root, ({ tagName }) => tagName === 'table' || tagName === 'svg')) {
      const rows = element.tagName === 'table' ? null : rowsShown(element, styles);
      if (rows !== null && isWithin(element, root)) putTable(element, rows);
    }
  }
}

/** Whether an element was not moved into a table meanwhile. */
function isWithin(element: HtmlElement, root: HtmlElement): boolean {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at === root) return true;
  }
  return false;
}

function rowsShown(element: HtmlElement, styles: Styles): ShownRow[] | null {
  const role = attributeOf(element, 'role');
  const declared = styles.of(element);
  const display = /display/i.test(declared) ? propertyOf(declared, 'display') : null;
  let rows: ShownRow[] | null = null;
  if (role === 'table' || role === 'grid' || role === 'treegrid') rows = rowsOfRoles(element);
  else if (display === 'table' || display === 'inline-table') rows = rowsOfBoxes(element, styles);
  else if (display === 'grid' || display === 'inline-grid') rows = rowsOfGrid(element, declared, styles);
  else rows = rowsOfLines(element, styles);
  if (rows === null || rows.length < fewestRows) return null;
  return rows.every(({ cells }) => cells.length < 2) ? null : rows;
}

const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);

/** Rows by their roles; those of one number are one, as grids with fixed columns part them. */
function rowsOfRoles(element: HtmlElement): ShownRow[] | null {
  const inner = elementsIn(element, (one) => cellRoles.has(attributeOf(one, 'role') ?? ''));
  if (inner.some(({ tagName }) => tagName === 'table')) return null;
  const rows = new Map<string, ShownRow>();
  let row: ShownRow | null = null;
  for (const one of inner) {
    const role = attributeOf(one, 'role') ?? '';
    if (role === 'row') {
      const number = attributeOf(one, 'aria-rowindex') ?? attributeOf(one, 'row-index');
      const key = number ?? `unnumbered ${rows.size}`;
      row = rows.get(key) ?? { element: one, cells: [] };
      rows.set(key, row);
    } else if (cellRoles.has(role) && row !== null) {
      row.cells.push({
        element: one,
        span: Number.parseInt(attributeOf(one, 'aria-colspan') ?? '1', 10) || 1,
      });
    }
  }
  joinParted(rows);
  const found = [...rows].filter(([, { cells }]) => cells.length > 0);
  for (const [, { cells }] of found) sortBy(cells, ({ element: cell }) => attributeOf(cell, 'aria-colindex'));
  const widths = found.map(([, { cells }]) => cells.reduce((sum, { span }) => sum + span, 0));
  // A row of one cell runs over all columns; another whose columns are not those of the others cannot be placed.
  if (new Set(widths.filter((width) => width > 1)).size !== 1) return null;
  return sortBy(found, ([, { element: one }]) => attributeOf(one, 'aria-rowindex')).map(([, one]) => one);
}

/** Rows without a number of their own, one after the other, whose cells stand in columns that the other has none in, are one. */
function joinParted(rows: ReadonlyMap<string, ShownRow>): void {
  let last: { cells: ShownCell[]; columns: Set<string | null> } | null = null;
  for (const [key, { cells }] of rows) {
    const columns = new Set(cells.map(({ element }) => attributeOf(element, 'aria-colindex')));
    const isUnnumbered: boolean = key.startsWith('unnumbered') && !columns.has(null) && columns.size > 0;
    if (isUnnumbered && last !== null && ![...columns].some((column) => last?.columns.has(column))) {
      for (const cell of cells.splice(0)) last.cells.push(cell);
      for (const column of columns) last.columns.add(column);
    } else last = isUnnumbered ? { cells, columns } : null;
  }
}

/** In order of a number, where each has one. */
function sortBy<T>(list: T[], numberOf: (one: T) => string | null): T[] {
  const numbers = new Map(list.map((one) => [one, Number.parseInt(numberOf(one) ?? '', 10)]));
  if ([...numbers.values()].some(Number.isNaN)) return list;
  return list.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

const elementsOf = (element: HtmlElement): HtmlElement[] => element.childNodes.filter(isElement);

/** The boxes in an element where it holds no text of its own. */
function boxesOf(element: HtmlElement): HtmlElement[] | null {
  if (element.childNodes.some((node) => isText(node) && node.value.trim() !== '')) return null;
  return elementsOf(element).filter(({ tagName }) => tagName !== 'style' && tagName !== 'script');
}

const displayOf = (element: HtmlElement, styles: Styles): string | null =>
  propertyOf(styles.of(element), 'display');

function rowsOfBoxes(element: HtmlElement, styles: Styles): ShownRow[] | null {
  const isRow = (one: HtmlElement): boolean => displayOf(one, styles) === 'table-row';
  const rows = elementsIn(element, (one) => isRow(one) || one.tagName === 'table').filter(isRow);
  return rows.map((row) => ({
    element: row,
    cells: elementsOf(row)
      .filter((one) => displayOf(one, styles) === 'table-cell')
      .map((cell) => ({ element: cell, span: 1 })),
  }));
}

/** Boxes that fill the columns of a grid from the left, row by row. */
function rowsOfGrid(element: HtmlElement, declared: string, styles: Styles): ShownRow[] | null {
  const columns = columnsOfGrid(declared);
  const boxes = boxesOf(element);
  if (boxes === null || columns < fewestBoxes) return null;
  const rows: ShownRow[] = [];
  let taken = columns;
  for (const box of boxes) {
    const own = styles.of(box);
    if (/grid-(?:row|area|column-start)/i.test(own)) return null;
    const written = /grid-column(?:-end)?\s*:\s*([^;]*)/i.exec(own)?.[1];
    const spanned = /^\s*(?:auto\s*\/\s*)?span\s+(\d+)/.exec(written ?? '')?.[1];
    if (written !== undefined && spanned === undefined) return null;
    const span = Number(spanned ?? 1);
    if (taken === columns) rows.push({ element: madeElement('div', [], []), cells: [] });
    taken = (taken === columns ? 0 : taken) + span;
    if (taken > columns) return null;
    rows.at(-1)?.cells.push({ element: box, span });
  }
  return rows.length < fewestBoxes || taken < columns ? null : rows;
}

/** The columns that a template names one by one or repeats so many times; 0 where it leaves their number open. */
function columnsOfGrid(declared: string): number {
  const template = /grid-template-columns\s*:\s*([^;!]*)/i.exec(declared)?.[1]?.trim() ?? '';
  if (template === '' || /auto-fi|subgrid|none/i.test(template)) return 0;
  const plain = template
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?:minmax|calc|fit-content|min|max)\([^()]*\)/gi, '1fr');
  const written = plain.replace(/repeat\(\s*(\d{1,2})\s*,([^()]*)\)/gi, (_, times: string, tracks: string) =>
    ` ${tracks} `.repeat(Number(times)),
  );
  return /[()]/.test(written) ? 0 : written.trim().split(/\s+/).length;
}

/** Lines of boxes, the same number in each. */
function rowsOfLines(element: HtmlElement, styles: Styles): ShownRow[] | null {
  const first = element.childNodes.find(isElement);
  if (!first || !isLine(first, styles)) return null;
  const lines = boxesOf(element);
  if (lines === null || lines.length < fewestBoxes) return null;
  const rows: ShownRow[] = [];
  for (const line of lines) {
    const boxes = isLine(line, styles) ? boxesOf(line) : null;
    if (
      boxes === null ||
      boxes.length < fewestBoxes ||
      boxes.length !== (rows[0]?.cells.length ?? boxes.length)
    )
      return null;
    if (boxes.some((box) => elementsIn(box, () => false).some(({ tagName }) => tagName === 'table')))
      return null;
    rows.push({ element: line, cells: boxes.map((box) => ({ element: box, span: 1 })) });
  }
  return rows;
}

function isLine(element: HtmlElement, styles: Styles): boolean {
  const declared = styles.of(element);
  if (!/flex/i.test(declared) || /flex-(?:direction|flow)\s*:\s*column/i.test(declared)) return false;
  return propertyOf(declared, 'display') === 'flex';
}

/** The table stands behind what the element holds beside its cells, which stays. */
function putTable(element: HtmlElement, rows: readonly ShownRow[]): void {
  const lines = rows.map(({ element: row, cells }) =>
    madeElement(
      'tr',
      row.attrs,
      cells.map(({ element: cell, span }) => {
        const attrs = [...cell.attrs, ...(span > 1 ? [{ name: 'colspan', value: String(span) }] : [])];
        const held = cell.childNodes;
        detach(cell);
        return madeElement('td', attrs, held);
      }),
    ),
  );
  const table = madeElement('table', [], [madeElement('tbody', [], lines)]);
  element.childNodes.push(table);
  table.parentNode = element;
}
