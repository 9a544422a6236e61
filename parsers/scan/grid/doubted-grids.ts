import type { PageLayout } from '../../geometry/page-layout.ts';
import type { GridDoubt } from './check-grid.ts';

/** Confidence of a grid whose lines the picture does not bear out: below that of any other. */
const doubtedConfidence = 0.6;

/** A layout whose cells say where the picture does not bear out their grid; a grid with a line in question is doubtful as a whole. */
export function withGridDoubts(layout: PageLayout, doubts: readonly GridDoubt[]): PageLayout {
  if (doubts.length === 0) return layout;
  for (const item of layout.items) {
    if (item.kind !== 'grid') continue;
    const whole = doubts.find(({ of, box }) => of === 'all' && holds(box, item.box));
    if (whole) item.confidence = Math.min(item.confidence, doubtedConfidence);
    for (const cell of item.cells)
      cell.doubt ??= whole?.reason ?? doubts.find(({ box }) => holds(box, cell.box))?.reason ?? null;
  }
  return layout;
}

function holds(outer: GridDoubt['box'], box: GridDoubt['box']): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
