import { pointsPerMillimetre } from '../../parsers/ofd/package/values.ts';
import type { DrawingState } from '../../parsers/pages/drawing/drawing-state.ts';
import { moved, multiply, scaleOf } from '../../parsers/pages/drawing/matrix.ts';
import { pathCommand } from '../../parsers/pages/drawing/operators.ts';
import type { Box } from '../../schemas/index.ts';
import { n } from './write-package.ts';

const mm = 1 / pointsPerMillimetre;

/** Attributes and clips of what is cut off where it is drawn. */
export function clipsOf(clip: Box, box: Box, toObject: (x: number, y: number) => [number, number]): string {
  const isWithin = box.x0 >= clip.x0 && box.x1 <= clip.x1 && box.y0 >= clip.y0 && box.y1 <= clip.y1;
  if (isWithin) return '';
  const corners = [
    [clip.x0, clip.y0],
    [clip.x1, clip.y0],
    [clip.x1, clip.y1],
    [clip.x0, clip.y1],
  ].map(([x, y]) => toObject(x!, y!));
  const path = corners.map(([x, y], i) => `${i === 0 ? 'M' : 'L'} ${n(x)} ${n(y)}`).join(' ');
  return `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 0 0"><ofd:AbbreviatedData>${path} C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;
}

export const colourOf = (name: string, hex: string, alpha: number, patterned = false): string => {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');
  const attributes = alpha < 1 ? ` Alpha="${Math.floor(alpha * 255)}"` : '';
  return patterned
    ? `<ofd:${name}${attributes}><ofd:Pattern Width="1" Height="1"><ofd:CellContent/></ofd:Pattern></ofd:${name}>`
    : `<ofd:${name} Value="${rgb}"${attributes}/>`;
};

/** A painted path as a path object. */
export function pathObject(
  how: { strokes: boolean; fills: boolean; evenOdd: boolean },
  data: ArrayLike<number>,
  state: DrawingState,
): string {
  const points: [string, ...[number, number][]][] = [];
  let box: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  const at = (i: number): [number, number] => {
    const [x, y] = moved(state.matrix, data[i] ?? 0, data[i + 1] ?? 0);
    box = {
      x0: Math.min(box.x0, x),
      y0: Math.min(box.y0, y),
      x1: Math.max(box.x1, x),
      y1: Math.max(box.y1, y),
    };
    return [x, y];
  };
  for (let i = 0; i < data.length; ) {
    const command = data[i++];
    if (command === pathCommand.closePath) points.push(['C']);
    else if (command === pathCommand.curveTo) {
      points.push(['B', at(i), at(i + 2), at(i + 4)]);
      i += 6;
    } else if (command === pathCommand.quadraticCurveTo) {
      points.push(['Q', at(i), at(i + 2)]);
      i += 4;
    } else {
      points.push([command === pathCommand.moveTo ? 'M' : 'L', at(i)]);
      i += 2;
    }
  }
  if (!(box.x1 >= box.x0)) return '';
  const width = how.strokes ? state.lineWidth * scaleOf(state.matrix) : 0;
  const half = Math.max(width / 2, 0.05);
  const outer = { x0: box.x0 - half, y0: box.y0 - half, x1: box.x1 + half, y1: box.y1 + half };
  const toObject = (x: number, y: number): [number, number] => [(x - outer.x0) * mm, (y - outer.y0) * mm];
  const path = points
    .map(([command, ...places]) => [command, ...places.flatMap(([x, y]) => toObject(x, y)).map(n)].join(' '))
    .join(' ');
  return [
    `<ofd:PathObject ID="0" Boundary="${n(outer.x0 * mm)} ${n(outer.y0 * mm)} ${n((outer.x1 - outer.x0) * mm)} ${n((outer.y1 - outer.y0) * mm)}"`,
    how.strokes ? ` LineWidth="${n(width * mm)}"` : ' Stroke="false"',
    how.fills ? ' Fill="true"' : '',
    how.evenOdd ? ' Rule="Even-Odd">' : '>',
    clipsOf(state.clip, box, toObject),
    how.fills ? colourOf('FillColor', state.fillColour, state.fillAlpha, state.patterned) : '',
    how.strokes ? colourOf('StrokeColor', state.strokeColour, state.strokeAlpha) : '',
    `<ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`,
  ].join('');
}

/** A picture that fills the unit square under a transformation, as an image object. */
export function imageObject(number: number, { matrix, clip, fillAlpha }: DrawingState): string {
  const [a, b, c, d, e, f] = multiply(matrix, [1, 0, 0, -1, 0, 1]);
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([x, y]) => moved(matrix, x!, y!));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  const det = a * d - b * c;
  const toObject = (x: number, y: number): [number, number] => [
    (d * (x - e) - c * (y - f)) / det,
    (a * (y - f) - b * (x - e)) / det,
  ];
  const ctm = [a * mm, b * mm, c * mm, d * mm, (e - box.x0) * mm, (f - box.y0) * mm].map(n).join(' ');
  return `<ofd:ImageObject ID="0" Boundary="${n(box.x0 * mm)} ${n(box.y0 * mm)} ${n((box.x1 - box.x0) * mm)} ${n((box.y1 - box.y0) * mm)}" CTM="${ctm}" ResourceID="${number}"${fillAlpha < 1 ? ` Alpha="${Math.floor(fillAlpha * 255)}"` : ''}>${clipsOf(clip, box, toObject)}</ofd:ImageObject>`;
}
