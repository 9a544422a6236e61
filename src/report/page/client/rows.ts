import { element } from './element.ts';

/** A column of a list: what it shows of a row, and what it is sorted by. */
export interface ListColumn<T> {
  name: string;
  className: string;
  show: (row: T) => Node | string;
  sort: (row: T) => string | number | null;
}

export interface RowList<T> {
  /** Shows other rows, from the top. */
  fill: (rows: readonly T[], columns: readonly ListColumn<T>[]) => void;
  chosen: () => T | null;
}

/** Height of a row, pixels: the same for all, so that what is far away need not be drawn. */
const rowHeight = 46;

/** Rows that are drawn beyond what is seen, on either side. */
const spare = 12;

/** A table of any length in a box that scrolls: only the rows that are seen are in the page. */
export function rowList<T>(box: HTMLElement, choose: (row: T | null) => void): RowList<T> {
  let rows: readonly T[] = [];
  let columns: readonly ListColumn<T>[] = [];
  let order: { column: number; down: boolean } | null = null;
  let at = -1;
  const head = element('thead', '');
  const body = element('tbody', '');
  const table = element('table', 'list', head, body);
  const seen = seenRows<T>(box, body);
  const draw = (): void => seen.draw(rows, columns, at);

  function drawHead(): void {
    const direction = order?.down ? 'descending' : 'ascending';
    const heads = columns.map(({ name, className }, index) =>
      headOf(name, className, order?.column === index ? direction : null, () => sortBy(index)),
    );
    head.replaceChildren(element('tr', '', ...heads));
  }

  function sortBy(column: number): void {
    order = { column, down: order?.column === column ? !order.down : false };
    show();
    // The heads were drawn anew, and the keyboard stays on its own.
    head.querySelectorAll('button')[column]?.focus();
  }

  function show(): void {
    if (order !== null) rows = sorted(rows, columns[order.column]!.sort, order.down);
    at = -1;
    seen.forget();
    table.setAttribute('aria-rowcount', String(rows.length + 1));
    drawHead();
    if (table.parentElement !== box) box.replaceChildren(table);
    box.scrollTop = 0;
    draw();
  }

  function pick(index: number): void {
    at = Math.max(0, Math.min(rows.length - 1, index));
    scrollTo(box, at, head.getBoundingClientRect().height);
    draw();
    choose(rows[at] ?? null);
  }

  onView(box, draw);
  onRowClick(body, pick);
  box.addEventListener('keydown', (event) => {
    const to = rowByKey(event.key, at, rows.length);
    if (to === undefined || rows.length === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pick(to);
  });
  return {
    fill: (given, shown) => {
      if (columns !== shown) order = null;
      rows = given;
      columns = shown;
      show();
    },
    chosen: () => rows[at] ?? null,
  };
}

/** The rows that are in the page: those that are seen in the box and some on either side, with room for all others. */
interface SeenRows<T> {
  /** Draws them where they are others than before; `at` is the chosen one. */
  draw: (rows: readonly T[], columns: readonly ListColumn<T>[], at: number) => void;
  /** The next rows are of another list. */
  forget: () => void;
}

function seenRows<T>(box: HTMLElement, body: HTMLElement): SeenRows<T> {
  let drawn = '';
  const above = element('tr', 'room');
  const below = element('tr', 'room');
  above.setAttribute('aria-hidden', 'true');
  below.setAttribute('aria-hidden', 'true');
  return {
    draw: (rows, columns, at) => {
      const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - spare);
      const last = Math.min(rows.length, Math.ceil((box.scrollTop + box.clientHeight) / rowHeight) + spare);
      const now = `${first} ${last} ${at}`;
      if (now === drawn) return;
      drawn = now;
      above.style.height = `${first * rowHeight}px`;
      below.style.height = `${(rows.length - last) * rowHeight}px`;
      const lines = rows
        .slice(first, last)
        .map((row, k) => lineOf(row, columns, first + k, first + k === at));
      body.replaceChildren(above, ...lines, below);
    },
    forget: () => {
      drawn = '';
    },
  };
}

function lineOf<T>(row: T, columns: readonly ListColumn<T>[], index: number, isChosen: boolean): HTMLElement {
  const cells = columns.map(({ show, className }) => element('td', className, show(row)));
  const line = element('tr', isChosen ? 'chosen' : '', ...cells);
  line.dataset.index = String(index);
  line.setAttribute('aria-rowindex', String(index + 2));
  if (isChosen) line.setAttribute('aria-selected', 'true');
  return line;
}

/** Scrolls until the row is seen whole, below the head that stays. */
function scrollTo(box: HTMLElement, index: number, headHeight: number): void {
  const top = index * rowHeight;
  const end = top + rowHeight * 2 + headHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight;
}

function sorted<T>(rows: readonly T[], key: ListColumn<T>['sort'], down: boolean): T[] {
  const keyed = rows.map((row) => [key(row), row] as const);
  keyed.sort(([a], [b]) => compared(a, b, down ? -1 : 1));
  return keyed.map(([, row]) => row);
}

/** The head of a column, which sorts by it. */
function headOf(name: string, className: string, sorting: string | null, click: () => void): HTMLElement {
  const button = element('button', '', name);
  button.type = 'button';
  button.addEventListener('click', click);
  const cell = element('th', className, button);
  cell.scope = 'col';
  if (sorting !== null) cell.setAttribute('aria-sort', sorting);
  return cell;
}

/** What is seen changes where the box is scrolled, and where it grows. */
function onView(box: HTMLElement, draw: () => void): void {
  box.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(draw).observe(box);
}

function onRowClick(body: HTMLElement, pick: (index: number) => void): void {
  body.addEventListener('click', (event) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null;
    if (line !== null) pick(Number(line.dataset.index));
  });
}

/** The row that a key leads to; nothing where it leads nowhere. */
function rowByKey(key: string, at: number, length: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 15, PageUp: -15 }[key];
  return step === undefined ? undefined : at + step;
}

/** What is blank stands last, whichever way the list is sorted. */
function compared(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === b) return 0;
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  return (a < b ? -1 : 1) * sign;
}
