import type { PageMarks } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { cleanPage } from './clean-page.ts';
import { type Inset, insetPicture } from './read-inset.ts';

/** Degrees between sheets from which one of them is read askew where both are levelled as one page. */
const askew = 0.25;

/** Lines each way that the table of a sheet has at least; a strip of one has fewer, or lies as the others do. */
const fewestRulings = 3;

/** Whether the pictures of a scanned page are sheets that were scanned one by one: each holds a table, and they lie at different angles. */
export function areSheetsApart(
  marks: PageMarks,
  insets: readonly Inset[],
  settings: GeometrySettings,
): boolean {
  const angles: number[] = [];
  for (const inset of insets) {
    const { rulings, angle } = cleanPage(insetPicture(marks, inset), settings);
    const across = rulings.filter(({ orientation }) => orientation === 'h').length;
    if (Math.min(across, rulings.length - across) < fewestRulings) return false;
    angles.push((angle * 180) / Math.PI);
  }
  return Math.max(...angles) - Math.min(...angles) >= askew;
}
