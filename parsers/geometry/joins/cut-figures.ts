import { figureGap, hadRoom, padding } from '../texts/wrapped-text.ts';
import type { LogicalCell } from './logical-grid.ts';
import type { CellPair } from './seam.ts';

export function isFigure(text: string): boolean {
  return /^[≥≤<>=＞＜]?[-−]?\d[\d,]*(?:\.\d+)?[%％]?$/.test(text.trim());
}

/** 16,9 over 75.59, 200. over 00: a group of thousands or a decimal that lacks digits, and right below it those that it lacks. */
export function completesFigure({ above, below }: CellPair): boolean {
  const [start, rest] = [bare(above), bare(below)];
  if (/^[-−]?\d[\d,]*\.$/.test(start)) return /^\d{1,2}[%％]?$/.test(rest);
  const group = /^[-−]?\d[\d,]*,(\d{0,2})$/.exec(start)?.[1];
  if (group === undefined) return false;
  const digits = /^\d+/.exec(rest)?.[0].length ?? 0;
  return digits === GROUP - group.length && /^\d+(?:[.,]\d[\d,.]*)?$/.test(rest);
}

/** Digits of a group of thousands. */
const GROUP = 3;

/** Whether a figure with decimals or groups fills its column to the last sign, so that the one below may be its last digits. */
export function isCutFigure(pair: CellPair): boolean {
  const { above, below } = pair;
  if (completesFigure(pair)) return true;
  const end = above.lines.at(-1);
  const start = below.lines[0];
  if (!end || !start || !/[.,]/.test(end.text) || !/^\d{1,2}[%％]?$/.test(start.text)) return false;
  const { x0, x1 } = above.places.at(-1)!.box;
  return figureGap(end, start, x1 - x0) === '';
}

/** Whether a sign alone, in a column too narrow for its figure as well, stands over that figure: a writer may break a line behind it. */
export function isSignOfFigure({ above, below }: CellPair): boolean {
  const end = above.lines.at(-1);
  const start = below.lines[0];
  if (!end || !start || !/^[-−－△▲≥≤≧≦＞＜><]$/.test(above.text.trim())) return false;
  if (!/^\d[\d,]*(?:\.\d+)?[%％]?$/.test(below.text.trim())) return false;
  const { x0, x1 } = above.places.at(-1)!.box;
  return !hadRoom(end, start, x1 - x0 - 2 * padding(end));
}

/** A text without its white space. */
export function bare({ text }: LogicalCell): string {
  return text.replace(/\s+/g, '');
}
