import { detach, elementsIn, madeElement } from './made-elements.ts';
import { propertyOf, type Styles } from './styles.ts';
import { plainText } from './text.ts';
import { attributeOf, childElements, type HtmlElement, isElement, isText } from './tree.ts';

/**
 * Makes one of the tables that grid components write for one: the head is a table of its own, so that it stays while the body scrolls, and so are sums
 * below it and columns that stay at the left. Copies that only cover the columns of the body are left out.
 */
export function joinSplitTables(roots: readonly HtmlElement[], styles: Styles): void {
  for (const root of roots) {
    const elements = elementsIn(root, () => false);
    const left = leaveOutCopies(elements);
    const tables = withoutHeadCopies(
      elements.filter((element) => element.tagName === 'table' && !left.has(element)),
    );
    let head: HtmlElement | null = null;
    let body: HtmlElement | null = null;
    const bodies: HtmlElement[] = [];
    for (const table of tables) {
      if (body !== null && isFootOf(table, body)) addFoot(table, body, styles);
      else if (head !== null && isHeadOf(head, table, styles)) {
        putHead(head, table);
        bodies.push(table);
        body = table;
        head = null;
      } else head = table;
    }
    joinFrozen(bodies);
  }
}

/** Class names of what covers the fixed columns of a body that has them too, in the components that are common. */
const copies =
  /(?:^|\s)(?:el-table__fixed(?:-right)?|ivu-table-fixed(?:-right)?|layui-table-fixed(?:-[lr])?|ant-table-fixed-(?:left|right)|vxe-table--fixed-(?:left|right)-wrapper|frozen-div|DTFC_\w+|ht_clone_\w+|fixed-columns(?:-right)?)(?=\s|$)/;

/** Most copies beside one body: components have two or three, and each is held against all that it covers. */
const mostCopies = 16;

/** Returns the elements that were left out. */
function leaveOutCopies(elements: readonly HtmlElement[]): Set<HtmlElement> {
  const left = new Set<HtmlElement>();
  const held = new Map<unknown, number>();
  for (const element of elements) {
    const around = element.parentNode;
    const names = attributeOf(element, 'class');
    if (names === null || !copies.test(names) || !around || !('tagName' in around)) continue;
    const count = (held.get(around) ?? 0) + 1;
    held.set(around, count);
    if (count > mostCopies) continue;
    const covered = elementsIn(around, (one) => one === element);
    if (!covered.some(({ tagName }) => tagName === 'table')) continue;
    for (const one of elementsIn(element, () => false)) left.add(one);
    detach(element);
    for (const cell of covered) uncover(cell);
  }
  return left;
}

/** What a copy covered was made invisible. */
function uncover(cell: HtmlElement): void {
  const names = cell.attrs.find(({ name }) => name === 'class');
  if (names) names.value = names.value.replace(/(?:^|\s)(?:is-hidden|ivu-table-hidden)(?=\s|$)/g, '');
}

/** Rows of a copy at most. */
const longestCopy = 12;

/** Takes out tables that say again what the one before or behind them begins with: heads that stay while the page scrolls. */
function withoutHeadCopies(tables: readonly HtmlElement[]): HtmlElement[] {
  return tables.filter((table, n) => {
    const [before, behind] = [tables[n - 1], tables[n + 1]];
    const isCopy =
      (behind !== undefined && beginsAs(behind, table) && areAdjacent(table, behind)) ||
      (before !== undefined && beginsAs(before, table) && areAdjacent(before, table));
    if (isCopy) detach(table);
    return !isCopy;
  });
}

function beginsAs(table: HtmlElement, copy: HtmlElement): boolean {
  const rows = rowsIn(copy);
  if (rows.length === 0 || rows.length > longestCopy) return false;
  const all = rowsIn(table);
  return (
    all.length > rows.length &&
    rows.every((row, at) => {
      const same = all[at];
      if (same === undefined || cellsIn(same).length !== cellsIn(row).length) return false;
      const text = squeezed(row);
      return text !== '' && squeezed(same) === text;
    })
  );
}

/** Whether no text stands between two tables, and neither is in the other. */
function areAdjacent(first: HtmlElement, second: HtmlElement): boolean {
  const [a, b] = [around(first), around(second)];
  let shared = 0;
  while (a[shared] !== undefined && a[shared] === b[shared]) shared++;
  const [from, to, common] = [a[shared], b[shared], a[shared - 1]];
  if (!from || !to || !common) return false;
  const between = common.childNodes.slice(common.childNodes.indexOf(from) + 1, common.childNodes.indexOf(to));
  const isBlank = between.every((node) =>
    isElement(node) ? plainText(node).trim() === '' : !isText(node) || node.value.trim() === '',
  );
  return isBlank && squeezed(from).endsWith(squeezed(first)) && squeezed(to).startsWith(squeezed(second));
}

const headName = /head|h(?:div|box|table)|grid-columns/i;
const bodyName = /body|content|main|b(?:div|table)|grid-rows/i;
const footName = /foot|total|summary|ftable|sdiv/i;
/** Names of heads of tables, which heads of pages do not have. */
const tableHeadName = /(?:table|grid)[\w-]*head|htable|hdiv|hbox|grid-columns|scrollHead/i;

const deepestHead = 4;

function isHeadOf(head: HtmlElement, body: HtmlElement, styles: Styles): boolean {
  const parted = partsOf(head, body);
  if (parted === null) return false;
  const [above, below] = parted;
  if (!headName.test(above) || headName.test(below) || !bodyName.test(below)) return false;
  const rows = rowsIn(head);
  const first = rows[0];
  const under = rowsIn(body).find((row) => !isMeasure(row));
  if (!first || !under || rows.length > deepestHead) return false;
  const isHead = rows.every((row) => childElements(row, 'td').length === 0) || tableHeadName.test(above);
  if (!isHead) return false;
  const columns = columnsOf(under);
  while (columnsOf(first) > columns && cutsGutter(first, styles)) {
    // A blank over the scroll bar at a time.
  }
  return columnsOf(first) === columns;
}

/** The class names that are of either alone, where no text stands between the two and neither is in the other. */
function partsOf(first: HtmlElement, second: HtmlElement): [string, string] | null {
  const [a, b] = [around(first), around(second)];
  let shared = 0;
  while (a[shared] !== undefined && a[shared] === b[shared]) shared++;
  const [from, to, common] = [a[shared], b[shared], a[shared - 1]];
  if (!from || !to || !common || from === first || to === second) return null;
  const between = common.childNodes.slice(common.childNodes.indexOf(from) + 1, common.childNodes.indexOf(to));
  if (between.some((node) => isElement(node) && plainText(node).trim() !== '')) return null;
  const names = (chain: HtmlElement[]): string =>
    chain.map((element) => attributeOf(element, 'class') ?? '').join(' ');
  return [names(a.slice(shared)), names(b.slice(shared))];
}

/** Elements from the outermost to the element itself. */
function around(element: HtmlElement): HtmlElement[] {
  const chain = [element];
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) chain.push(at);
  return chain.reverse();
}

const rowsIn = (table: HtmlElement): HtmlElement[] =>
  childElements(table, 'thead', 'tbody', 'tfoot').flatMap((group) => childElements(group, 'tr'));

const cellsIn = (row: HtmlElement): HtmlElement[] => childElements(row, 'td', 'th');

const columnsOf = (row: HtmlElement): number =>
  cellsIn(row).reduce(
    (sum, cell) => sum + (Number.parseInt(attributeOf(cell, 'colspan') ?? '1', 10) || 1),
    0,
  );

/** A blank row that only measures the columns. */
const isMeasure = (row: HtmlElement): boolean =>
  plainText(row).trim() === '' &&
  (attributeOf(row, 'aria-hidden') === 'true' || /measure|firstrow/i.test(attributeOf(row, 'class') ?? ''));

function cutsGutter(row: HtmlElement, styles: Styles): boolean {
  const last = cellsIn(row).at(-1);
  if (!last || plainText(last).trim() !== '') return false;
  const isNamed = /gutter|scroll|patch/i.test(attributeOf(last, 'class') ?? '');
  if (!isNamed && propertyOf(styles.of(last), 'display') !== 'none') return false;
  detach(last);
  return true;
}

const squeezed = (element: HtmlElement): string => plainText(element).replace(/\s+/g, '');

function putHead(head: HtmlElement, body: HtmlElement): void {
  const rows = rowsIn(head);
  const again = childElements(body, 'thead').find((own) => squeezed(own) === rows.map(squeezed).join(''));
  if (again) detach(again);
  for (const row of rowsIn(body)) {
    if (isMeasure(row)) detach(row);
    else break;
  }
  detach(head);
  prepend(body, madeElement('thead', [], rows));
}

function prepend(table: HtmlElement, group: HtmlElement): void {
  table.childNodes.unshift(group);
  group.parentNode = table;
}

function isFootOf(foot: HtmlElement, body: HtmlElement): boolean {
  const names = partsOf(body, foot);
  return names !== null && footName.test(names[1]) && !footName.test(names[0]);
}

/** Sums stand in the columns of the body. */
function addFoot(foot: HtmlElement, body: HtmlElement, styles: Styles): void {
  const rows = rowsIn(foot);
  const [first, above] = [rows[0], rowsIn(body).at(-1)];
  if (!first || !above) return;
  const columns = rowsIn(body).reduce((most, row) => Math.max(most, columnsOf(row)), 0);
  while (columnsOf(first) > columns && cutsGutter(first, styles)) {
    // As in heads.
  }
  if (columnsOf(first) !== columns) return;
  detach(foot);
  const group = madeElement('tfoot', [], rows);
  body.childNodes.push(group);
  group.parentNode = body;
}

/** Columns that stay at the left are tables of as many rows, beside the one of the others. */
function joinFrozen(bodies: readonly HtmlElement[]): void {
  for (const [n, left] of bodies.entries()) {
    const right = bodies[n + 1];
    const names = right ? partsOf(left, right) : null;
    if (!right || names === null || !/view1|lock|frozen|fixed|left/i.test(names[0])) continue;
    const [beside, rows] = [rowsIn(left), rowsIn(right)];
    if (beside.length !== rows.length) continue;
    detach(left);
    if (rows.every((row, at) => squeezed(row).startsWith(squeezed(beside[at] ?? row)))) continue;
    for (const [at, row] of rows.entries()) {
      const cells = beside[at] ? cellsIn(beside[at]) : [];
      row.childNodes.unshift(...cells);
      for (const cell of cells) cell.parentNode = row;
    }
  }
}
