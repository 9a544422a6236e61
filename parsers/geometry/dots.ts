import type { Box } from '../../schemas/index.ts';
import type { Ruling } from './marks.ts';
import type { GeometrySettings } from './settings.ts';

/** Finds lines made of many tiny boxes and adds them to the rulings: enough dots in a row, evenly close to each other. */
export function rulingsFromDots(dots: readonly Box[], rulings: Ruling[], settings: GeometrySettings): void {
  if (dots.length < settings.minDots) return;
  collect(dots, rulings, 'h', settings);
  collect(dots, rulings, 'v', settings);
}

function collect(
  dots: readonly Box[],
  rulings: Ruling[],
  orientation: 'h' | 'v',
  settings: GeometrySettings,
): void {
  const across = orientation === 'h' ? (b: Box) => (b.y0 + b.y1) / 2 : (b: Box) => (b.x0 + b.x1) / 2;
  const start = orientation === 'h' ? (b: Box) => b.x0 : (b: Box) => b.y0;
  const end = orientation === 'h' ? (b: Box) => b.x1 : (b: Box) => b.y1;
  const sorted = [...dots].sort((a, b) => across(a) - across(b) || start(a) - start(b));
  // Dots of one line share their distance across it to a fraction of a point.
  const sameLine = 0.3;
  for (let i = 0; i < sorted.length; ) {
    let j = i + 1;
    while (j < sorted.length && across(sorted[j]!) - across(sorted[i]!) <= sameLine) j++;
    const row = sorted.slice(i, j).sort((a, b) => start(a) - start(b));
    i = j;
    let first = 0;
    for (let k = 1; k <= row.length; k++) {
      const last = row[k - 1]!;
      const size = Math.max(end(last) - start(last), 0.3);
      if (k < row.length && start(row[k]!) - end(last) <= settings.dotPitch * size) continue;
      if (k - first >= settings.minDots) {
        const box = row[first]!;
        const thickness = orientation === 'h' ? box.y1 - box.y0 : box.x1 - box.x0;
        rulings.push({ orientation, position: across(box), start: start(box), end: end(last), thickness });
      }
      first = k;
    }
  }
}
