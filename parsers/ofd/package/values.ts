import type { Box } from '../../../schemas/index.ts';
import type { Matrix } from '../../pages/drawing/matrix.ts';

/** Points in a millimetre, the unit of OFD (GB/T 33190-2016 §7.1). */
export const pointsPerMillimetre = 72 / 25.4;

/** No page is that large, in millimetres; what lies farther away is a mistake or a trap. */
const farthest = 1e6;

/** A number of a part; null for what is none or lies beyond all pages. */
export function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= farthest ? value : null;
}

/** Numbers with blanks between them (ST_Array); null where one of them is none, or there are not `count`. */
function numbersOf(text: string | null, count: number): number[] | null {
  if (text === null) return null;
  const values = partsOf(text).map(numberOf);
  return values.length === count && values.every((value) => value !== null) ? (values as number[]) : null;
}

export const partsOf = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');

/** Left, top, width and height (ST_Box) as corners. */
export function boxOf(text: string | null): Box | null {
  const values = numbersOf(text, 4);
  if (values === null) return null;
  const [x = 0, y = 0, width = 0, height = 0] = values;
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

export const matrixOf = (text: string | null): Matrix | null => numbersOf(text, 6) as Matrix | null;

/** What an attribute says of yes and no; `usual` where it says neither. */
export function flagOf(text: string | null, usual: boolean): boolean {
  if (text === null) return usual;
  return /^(?:true|1)$/i.test(text.trim()) || (usual && !/^(?:false|0)$/i.test(text.trim()));
}

/**
 * Steps from each sign to the next (§11.3): numbers, and `g 3 4.5` for three of 4.5. No more than `most`, however many a text asks for;
 * null for what is no number.
 */
export function stepsOf(text: string | null, most: number): (number | null)[] {
  if (text === null) return [];
  const parts = partsOf(text);
  const steps: (number | null)[] = [];
  for (let i = 0; i < parts.length && steps.length < most; i++) {
    if (parts[i] !== 'g' && parts[i] !== 'G') {
      steps.push(numberOf(parts[i]!));
      continue;
    }
    const count = Math.min(most - steps.length, Math.max(0, Math.trunc(Number(parts[i + 1]) || 0)));
    const step = numberOf(parts[i + 2] ?? null);
    for (let n = 0; n < count; n++) steps.push(step);
    i += 2;
  }
  return steps;
}
