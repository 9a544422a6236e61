import type { Block, Cell } from '../../../schemas/index.ts';
import { fileObjects, refsIn } from './file-objects.ts';
import type { PageSeen } from './lost-contents.ts';

/** Most that is known of a cell among text that is lost or changed: a figure may lack its last digits. */
const confidence = 0.8;
const doubt = 'the content of its page is damaged';

/** The pages that damaged streams are the content of; all pages where one of them is no page's own. */
export function pagesDrawnBy(
  bytes: Uint8Array,
  objects: readonly number[],
  pages: readonly PageSeen[],
): ReadonlySet<number> {
  const inFile = fileObjects(bytes);
  const found = new Set<number>();
  const told = new Set<number>();
  const damaged = new Set(objects);
  for (const { number, ref } of pages) {
    const body = ref && inFile.body(ref);
    const contents = /\/Contents\s*(\[[^\]]*\]|\d{1,9}\s{1,4}\d{1,5}\s{1,4}R)/.exec(body ?? '')?.[1] ?? '';
    for (const { num } of refsIn(contents)) {
      if (!damaged.has(num)) continue;
      found.add(number);
      told.add(num);
    }
  }
  return told.size === damaged.size ? found : new Set(pages.map(({ number }) => number));
}

/** Blocks with the cells of some pages in doubt. */
export function withPageDoubts(blocks: readonly Block[], pages: ReadonlySet<number>): Block[] {
  const doubted = (cell: Cell): Cell =>
    cell.text === '' || !pages.has(cell.location.page ?? 0)
      ? cell
      : { ...cell, confidence: Math.min(cell.confidence, confidence), doubt: cell.doubt ?? doubt };
  return blocks.map((block) =>
    block.kind === 'grid' ? { ...block, cells: block.cells.map(doubted) } : block,
  );
}
