import type { DocumentItem } from '../document-layout.ts';
import type { LogicalCell, LogicalGrid } from '../logical-grid.ts';
import type { PageText } from '../paragraphs.ts';

/**
 * Grids that are no tables: a frame round text is a paragraph (several, where lines part it), one round nothing is nothing. A
 * doubtful one stays a grid, which can say so.
 */
export function withoutFrames(items: readonly DocumentItem[]): DocumentItem[] {
  return items.flatMap((item): DocumentItem[] => {
    if (item.kind !== 'grid') return [item];
    if (item.cells.every(({ text }) => text === '')) return [];
    return isFrame(item) ? item.cells.filter(({ text }) => text !== '').map(paragraph) : [item];
  });
}

function isFrame({ xs, cells }: LogicalGrid): boolean {
  return xs.length === 2 && cells.every(({ doubt }) => doubt === null);
}

function paragraph({ text, lines, places }: LogicalCell): PageText {
  const { page, box } = places.find(({ filled }) => filled) ?? places[0]!;
  return {
    kind: 'text',
    page,
    box,
    text,
    lines,
    size: Math.max(...lines.map(({ size }) => size)),
    bold: lines.every(({ bold }) => bold),
    role: 'body',
  };
}
