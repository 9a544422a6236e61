import type { Matrix } from '../../pages/drawing/matrix.ts';
import { operator, pathCommand } from '../../pages/drawing/operators.ts';

/** What is drawn on a page, in the operators that marks are taken from: PDF and OFD have one model of drawing. */
export interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

export const noOperators = (): Operators => ({ fnArray: [], argsArray: [] });

export function put({ fnArray, argsArray }: Operators, fn: number, args: unknown = null): void {
  fnArray.push(fn);
  argsArray.push(args);
}

export const save = (list: Operators): void => put(list, operator.save);
export const restore = (list: Operators): void => put(list, operator.restore);

export function transform(list: Operators, matrix: Matrix): void {
  put(list, operator.transform, matrix);
}

/** Commands of a path: numbers of {@link pathCommand} with their coordinates. */
export type PathData = number[];

export function paint(list: Operators, how: number, data: PathData): void {
  put(list, operator.constructPath, [how, [data]]);
}

export function clip(
  list: Operators,
  { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number },
): void {
  const { moveTo, lineTo, closePath } = pathCommand;
  put(list, operator.clip);
  paint(list, operator.endPath, [moveTo, x0, y0, lineTo, x1, y0, lineTo, x1, y1, lineTo, x0, y1, closePath]);
}
