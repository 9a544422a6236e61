import type { Box } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import type { LogicalGrid } from '../geometry/joins/logical-grid.ts';
import type { PageLayout } from '../geometry/layout.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import type { Division } from '../geometry/sheets/flat-sheets.ts';

/** How the sheets of a page are read one after another: `rows` as their boxes stand, `columns` downwards first, and both from the end. */
export type SheetOrder = 'rows' | 'columns' | 'rows_back' | 'columns_back';

/** What a page comes to in an order of its sheets: its layouts, and how much speaks against the order. */
interface Attempt {
  order: SheetOrder;
  layouts: PageLayout[];
  against: number;
  joins: number;
}

/** A sheet that another goes on from is written on nearly as far down as the fullest: share of it. */
const fullness = 0.75;

/** Number of a page, alone on its line. */
const pageNumber = /^[-—–~·\s]*第?\s*(\d{1,4})\s*(?:页.*|[/／].*)?[-—–~·\s]*$/;

/**
 * The order in which most tables go on from one sheet to the next, that of rows where several do as well: what printers do unless told.
 * `isDoubtful`: tables go on in the order of columns as well, and nothing else tells.
 */
export function sheetOrder(
  boxes: readonly Box[],
  { columns, rows }: Division,
  settings: GeometrySettings,
  layOut: (boxes: readonly Box[]) => PageLayout[],
): { order: SheetOrder; isDoubtful: boolean } {
  if (boxes.length < 2) return { order: 'rows', isDoubtful: false };
  const isGrid = columns > 1 && rows > 1 && boxes.length > 2;
  const orders: SheetOrder[] = isGrid
    ? ['rows', 'columns', 'rows_back', 'columns_back']
    : ['rows', 'rows_back'];
  const attempts = orders.map((order) => attempt(order, layOut(ordered(boxes, order)), settings));
  const [first, second] = attempts.toSorted((a, b) => a.against - b.against) as [Attempt, Attempt];
  const isDoubtful = isGrid && first.order === 'rows' && second.against === first.against && first.joins > 0;
  return { order: first.order, isDoubtful };
}

/** The boxes, which stand row by row, in an order. */
export function ordered(boxes: readonly Box[], order: SheetOrder): Box[] {
  const placed = order.startsWith('columns')
    ? boxes.toSorted((a, b) => a.x0 - b.x0 || a.y0 - b.y0)
    : [...boxes];
  return order.endsWith('_back') ? placed.reverse() : placed;
}

function attempt(order: SheetOrder, layouts: PageLayout[], settings: GeometrySettings): Attempt {
  const numbers = layouts.map(numberOf);
  const foot = Math.max(...layouts.map(footOf));
  const short = new Set(layouts.filter((layout) => footOf(layout) < fullness * foot).map((l) => l.number));
  const grids = joinPages(layouts, settings).filter((item) => item.kind === 'grid');
  const steps = numbers.slice(1).filter((number, i) => number !== null && numbers[i] === number - 1);
  const back = numbers.slice(1).filter((number, i) => number !== null && (numbers[i] ?? -1) > number);
  const early = grids
    .flatMap(({ parts }: LogicalGrid) => parts.slice(0, -1))
    .filter(({ page }) => short.has(page));
  return {
    order,
    layouts,
    against: grids.length + early.length + back.length - steps.length,
    joins: grids.reduce((sum, { parts }) => sum + parts.length - 1, 0),
  };
}

const footOf = ({ items }: PageLayout): number => Math.max(0, ...items.map(({ box }) => box.y1));

/** The number that a sheet has at its head or foot. */
function numberOf({ items }: PageLayout): number | null {
  const found = [items.at(-1), items[0]].map((item) =>
    item?.kind === 'text' ? pageNumber.exec(item.text) : null,
  );
  const number = found.find((match) => match !== null)?.[1];
  return number === undefined ? null : Number(number);
}
