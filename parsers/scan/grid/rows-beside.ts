import type { PageLayout } from '../../geometry/layout.ts';
import type { GridDoubt } from './check-grid.ts';

/** Rows of figures beside the ruled grids of a page from which the grids are not its whole table. */
const fewest = 3;

/**
 * A form without lines whose only ruled grid is the frame of a stamp or a part of it: rows with their figures are left as texts around the
 * grid, and none of them is read. `layouts`: the sheets of one page.
 */
export function rowsBeside(layouts: readonly PageLayout[]): GridDoubt[] {
  return layouts.flatMap(({ items, width, height }): GridDoubt[] => {
    if (!items.some((item) => item.kind === 'grid' && item.method === 'ruled')) return [];
    const texts = items.flatMap((item) =>
      item.kind === 'text' && item.role !== 'furniture' ? item.lines : [],
    );
    if (texts.filter(({ text }) => isRow(text)).length < fewest) return [];
    const box = { x0: 0, y0: 0, x1: width, y1: height };
    return [{ box, of: 'all', reason: 'rows of figures stand beside the grids' }];
  });
}

/** A label, then figures apart from it: no sentence, no date. */
function isRow(text: string): boolean {
  const [label, ...rest] = text.trim().split(/\s+/);
  const figures = rest.filter((part) => figure.test(part));
  if (label === undefined || !/\p{L}/u.test(label) || /[。；，]/.test(text)) return false;
  return figures.length > 0 && figure.test(rest.at(-1)!);
}

const figure = /^[<>≤≥±-]?\d[\d.,，]*(?:%|％|‰|人|户|个|元|万元)?$/;
