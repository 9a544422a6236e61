import type { Box } from '../../schemas/index.ts';
import type { PageGrid } from './grids/page-grid.ts';
import type { LogicalGrid } from './joins/logical-grid.ts';
import type { PageText } from './texts/paragraphs.ts';

export type PageItem = PageGrid | PageText;

/** One page made out: its grids and texts in reading order. */
export interface PageLayout {
  number: number;
  width: number;
  height: number;
  items: PageItem[];
  /** Boxes drawn round no more than a text. */
  boxes: Box[];
}

export type DocumentItem = LogicalGrid | PageText;
