import { pathCommand } from '../../pages/drawing/operators.ts';
import { numberOf } from '../package/values.ts';
import { addArc } from './arcs.ts';
import type { PathData } from './operator-list.ts';

/** How many numbers follow a command of AbbreviatedData (§9.1). */
const counts: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The commands of a path. What follows a fault is left out, and `whole` says so. */
export function pathData(text: string): { data: PathData; whole: boolean } {
  const data: PathData = [];
  // Some writers set no blank between a command and its numbers.
  const parts = text.match(/[A-DF-Z]|[^\s,A-DF-Z]+/g) ?? [];
  const { moveTo, lineTo, curveTo, quadraticCurveTo, closePath } = pathCommand;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let i = 0; i < parts.length; ) {
    const command = parts[i++]!.toUpperCase();
    const count = counts[command];
    if (count === undefined) return { data, whole: false };
    const values = parts.slice(i, i + count).map(numberOf);
    if (values.length < count || values.includes(null)) return { data, whole: false };
    i += count;
    const numbers = values as number[];
    if (command === 'C') {
      data.push(closePath);
      [x, y] = [startX, startY];
      continue;
    }
    const [toX = 0, toY = 0] = numbers.slice(-2);
    if (command === 'A') addArc(data, x, y, numbers);
    else if (command === 'B') data.push(curveTo, ...numbers);
    else if (command === 'Q') data.push(quadraticCurveTo, ...numbers);
    else if (command === 'L') data.push(lineTo, toX, toY);
    else {
      data.push(moveTo, toX, toY);
      [startX, startY] = [toX, toY];
    }
    [x, y] = [toX, toY];
  }
  return { data, whole: true };
}
