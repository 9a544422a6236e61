import { type Matrix, multiply } from '../drawing/matrix.ts';
import { pathCommand } from '../drawing/operators.ts';
import type { Outline } from './bitmap.ts';

/** Pieces that a curve is drawn in: characters are a few points high. */
const pieces = 6;

/** The packed path of an operator → outlines, their curves as short lines. `matrix` takes its space to pixels. */
export function outlinesOf(data: ArrayLike<number>, matrix: Matrix): Outline[] {
  const outlines: number[][] = [];
  let current: number[] | null = null;
  const [a, b, c, d, e, f] = matrix;
  const at = (i: number): [number, number] => {
    const [x, y] = [data[i] ?? 0, data[i + 1] ?? 0];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  for (let i = 0; i < data.length; ) {
    const command = data[i++];
    if (command === pathCommand.closePath) continue;
    if (command === pathCommand.moveTo || current === null) {
      current = [...at(i)];
      outlines.push(current);
      i += 2;
    } else if (command === pathCommand.curveTo || command === pathCommand.quadraticCurveTo) {
      const inner = command === pathCommand.curveTo ? 2 : 1;
      const corners = Array.from({ length: inner + 1 }, (_, corner) => at(i + 2 * corner));
      const start: [number, number] = [current.at(-2)!, current.at(-1)!];
      for (let piece = 1; piece <= pieces; piece++)
        current.push(...pointOf([start, ...corners], piece / pieces));
      i += 2 * (inner + 1);
    } else {
      current.push(...at(i));
      i += 2;
    }
  }
  return outlines;
}

/** A point of a Bézier curve, by cutting the lines between its corners (de Casteljau). */
function pointOf(corners: readonly [number, number][], t: number): [number, number] {
  let points = corners;
  while (points.length > 1)
    points = points.slice(1).map(([x, y], i): [number, number] => {
      const [px, py] = points[i]!;
      return [px + (x - px) * t, py + (y - py) * t];
    });
  return points[0]!;
}

/** The sides of outlines as strokes of a thickness in pixels, each an outline of its own. */
export function strokesOf(outlines: readonly Outline[], thickness: number): Outline[] {
  return outlines.flatMap((outline) => {
    const strokes: Outline[] = [];
    for (let i = 0; i + 3 < outline.length; i += 2) {
      const [x0, y0, x1, y1] = [outline[i]!, outline[i + 1]!, outline[i + 2]!, outline[i + 3]!];
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length === 0) continue;
      const dx = (((y1 - y0) / length) * thickness) / 2;
      const dy = (((x0 - x1) / length) * thickness) / 2;
      strokes.push([x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy]);
    }
    return strokes;
  });
}

/** Points from the top left of a page → pixels of its bitmap. */
export function inPixels(matrix: Matrix, scale: number): Matrix {
  return multiply([scale, 0, 0, scale, 0, 0], matrix);
}
