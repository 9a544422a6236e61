import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import { initialState } from '../../pages/drawing/drawing-state.ts';
import { identity, type Matrix, multiply } from '../../pages/drawing/matrix.ts';
import { pathBox } from '../../pages/drawing/paths.ts';
import { attributeOf, childOf, childrenOf, type Element, textIn } from '../package/markup-tree.ts';
import { boxOf, matrixOf } from '../package/values.ts';
import { clip, type Operators } from './operator-list.ts';
import { pathData } from './path-data.ts';

/** Where everything may be drawn, in millimetres. */
const everywhere: Box = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 };

/**
 * Limits an object to its Boundary (§8.5), in the space that begins at its corner. Writers give lines and blanks one without height or width, which
 * limits nothing that way.
 */
export function clipToBoundary(list: Operators, boundary: Box | null): void {
  const [width, height] = boundary === null ? [0, 0] : sizeOf(boundary);
  if (width <= 0 && height <= 0) return;
  clip(list, {
    x0: width > 0 ? 0 : everywhere.x0,
    y0: height > 0 ? 0 : everywhere.y0,
    x1: width > 0 ? width : everywhere.x1,
    y1: height > 0 ? height : everywhere.y1,
  });
}

export const sizeOf = ({ x0, y0, x1, y1 }: Box): [width: number, height: number] => [x1 - x0, y1 - y0];

/** Limits an object to its clips (§8.4): each is the areas that it names together, and all of them count. Those of texts are not looked at. */
export function clipToAreas(list: Operators, object: Element): void {
  for (const clips of childrenOf(object, 'Clips'))
    for (const one of childrenOf(clips, 'Clip')) {
      const areas = childrenOf(one, 'Area').map(areaBox);
      if (areas.length === 0 || areas.includes(null)) continue;
      clip(list, (areas as Box[]).reduce(boxAround));
    }
}

/** The box of a path within a clip; null for what is none. */
function areaBox(area: Element): Box | null {
  const path = childOf(area, 'Path');
  if (path === undefined) return null;
  const { data } = pathData(textIn(path, 'AbbreviatedData') ?? '');
  const boundary = boxOf(attributeOf(path, 'Boundary'));
  const place: Matrix = boundary === null ? identity : [1, 0, 0, 1, boundary.x0, boundary.y0];
  const own = multiply(place, matrixOf(attributeOf(path, 'CTM')) ?? identity);
  const matrix = multiply(matrixOf(attributeOf(area, 'CTM')) ?? identity, own);
  return pathBox(data, initialState(matrix, everywhere));
}
