import { pathCommand } from '../../pages/drawing/operators.ts';
import type { PathData } from './operator-list.ts';

/** Adds an arc of an ellipse as curves of a quarter turn at most, so that its corners tell how far it reaches. `numbers`: radii, turn in degrees, large, clockwise, end (§9.1). */
export function addArc(data: PathData, fromX: number, fromY: number, numbers: readonly number[]): void {
  const [givenX = 0, givenY = 0, degrees = 0, large = 0, sweep = 0, toX = 0, toY = 0] = numbers;
  const [turn, halfX, halfY] = [(degrees * Math.PI) / 180, (fromX - toX) / 2, (fromY - toY) / 2];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  let [rx, ry] = [Math.abs(givenX), Math.abs(givenY)];
  if (rx === 0 || ry === 0 || (px === 0 && py === 0)) {
    data.push(pathCommand.lineTo, toX, toY);
    return;
  }
  // Radii that are too short for both ends are made longer, as in SVG (1.1, F.6.6).
  const stretch = Math.hypot(px / rx, py / ry);
  if (stretch > 1) [rx, ry] = [rx * stretch, ry * stretch];
  const rest = Math.max(0, (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1);
  const sign = (large !== 0) === (sweep !== 0) ? -1 : 1;
  const [cx, cy] = [(sign * Math.sqrt(rest) * rx * py) / ry, (-sign * Math.sqrt(rest) * ry * px) / rx];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  let sweepAngle = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - start;
  if (sweep !== 0 && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (sweep === 0 && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const step = sweepAngle / pieces;
  const reach = (4 / 3) * Math.tan(step / 4);
  const [midX, midY] = [cos * cx - sin * cy + (fromX + toX) / 2, sin * cx + cos * cy + (fromY + toY) / 2];
  const place = (u: number, v: number): [number, number] => [
    midX + cos * rx * u - sin * ry * v,
    midY + sin * rx * u + cos * ry * v,
  ];
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [start + i * step, start + (i + 1) * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const end = i === pieces - 1 ? [toX, toY] : place(cb, sb);
    data.push(
      pathCommand.curveTo,
      ...place(ca - reach * sa, sa + reach * ca),
      ...place(cb + reach * sb, sb - reach * cb),
      ...end,
    );
  }
}
