import type { Random } from '../../../../scripts/generate/random.ts';
import type { PlacedCell, PlacedPage } from './placed-filing.ts';

/** Operators that draw the borders of a page, y upwards from its foot. */
export type RulingHabit = (page: PlacedPage, random: Random) => string;

interface Side {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const f = (value: number): string => value.toFixed(2);
const turned = (height: number, { x0, y0, x1, y1 }: Side): Side => ({
  x0,
  y0: height - y1,
  x1,
  y1: height - y0,
});

/** Left, right, top, bottom of a box. */
const sides = ({ x0, y0, x1, y1 }: Side): Side[] => [
  { x0, y0, x1: x0, y1 },
  { x0: x1, y0, x1, y1 },
  { x0, y0: y1, x1, y1 },
  { x0, y0, x1, y1: y0 },
];
const stroke = ({ x0, y0, x1, y1 }: Side): string => `${f(x0)} ${f(y0)} m ${f(x1)} ${f(y1)} l S\n`;

/** A filled box along a side, `short` less at either end (more, where it is below 0). */
function bar({ x0, y0, x1, y1 }: Side, thick: number, from = 0, to = 0): string {
  return x0 === x1
    ? `${f(x0 - thick / 2)} ${f(y0 + from)} ${f(thick)} ${f(y1 - y0 - from - to)} re f\n`
    : `${f(x0 + from)} ${f(y0 - thick / 2)} ${f(x1 - x0 - from - to)} ${f(thick)} re f\n`;
}

const eachCell =
  (draw: (box: Side, random: Random, cell: PlacedCell) => string, before = ''): RulingHabit =>
  ({ grids, height }, random) =>
    before +
    grids
      .flat()
      .map((cell) => draw(turned(height, cell), random, cell))
      .join('');

function pieces(side: Side, random: Random): string {
  const level = side.y0 === side.y1;
  const [from, to] = level ? [side.x0, side.x1] : [side.y0, side.y1];
  let drawn = '';
  for (let at = from; at < to; ) {
    const end = Math.min(to, at + 0.8 + 3 * random.next());
    drawn += level
      ? `${f(at)} ${f(side.y0)} m ${f(end)} ${f(side.y0)} l S\n`
      : `${f(side.x0)} ${f(at)} m ${f(side.x0)} ${f(end)} l S\n`;
    at = end;
  }
  return drawn;
}

const frameOf = (cells: readonly PlacedCell[]): Side => ({
  x0: Math.min(...cells.map(({ x0 }) => x0)),
  y0: Math.min(...cells.map(({ y0 }) => y0)),
  x1: Math.max(...cells.map(({ x1 }) => x1)),
  y1: Math.max(...cells.map(({ y1 }) => y1)),
});

const strokes = eachCell((box) => sides(box).map(stroke).join(''), '0.5 w\n');

export const rulingHabits = {
  strokes,
  'thousands of short segments': eachCell(
    (box, random) =>
      sides(box)
        .map((side) => pieces(side, random))
        .join(''),
    '0.4 w\n',
  ),
  'boxes that stop short of the corners': eachCell((box, random) =>
    sides(box)
      .map((side) => bar(side, 0.5, 1.8 * random.next(), 1.8 * random.next()))
      .join(''),
  ),
  'boxes that run past the corners': eachCell((box, random) =>
    sides(box)
      .map((side) => bar(side, 0.72, -1.5 * random.next(), -1.5 * random.next()))
      .join(''),
  ),
  'sides rounded to whole points': eachCell(
    ({ x0, y0, x1, y1 }) =>
      sides({ x0: Math.floor(x0), y0: Math.ceil(y0), x1: Math.round(x1), y1: Math.round(y1) })
        .map(stroke)
        .join(''),
    '0.75 w\n',
  ),
  'white cells painted over the borders of others': eachCell(
    (box) =>
      `1 g ${f(box.x0)} ${f(box.y0)} ${f(box.x1 - box.x0)} ${f(box.y1 - box.y0)} re f 0 g\n${sides(box).map(stroke).join('')}`,
    '0.5 w\n',
  ),
  'white cells that leave half of every border': ({ grids, height }, random) =>
    strokes({ grids, height, width: 0, texts: [] }, random).replace('0.5 w', '1 w') +
    grids
      .flat()
      .map((cell) => turned(height, cell))
      .map((box) => `1 g ${f(box.x0)} ${f(box.y0)} ${f(box.x1 - box.x0)} ${f(box.y1 - box.y0)} re f 0 g\n`)
      .filter((_, i) => i % 2 === 0)
      .join(''),
  'right and lower sides, and a frame': ({ grids, height }) =>
    `0.5 w\n${grids
      .map((cells) => {
        const own = cells.map((cell) => {
          const [, right, , lower] = sides(turned(height, cell));
          return stroke(right!) + stroke(lower!);
        });
        const { x0, y0, x1, y1 } = turned(height, frameOf(cells));
        return `${own.join('')}${f(x0)} ${f(y0)} ${f(x1 - x0)} ${f(y1 - y0)} re S\n`;
      })
      .join('')}`,
  'hairlines in a heavy frame': ({ grids, height }) =>
    grids
      .map((cells) => {
        const { x0, y0, x1, y1 } = turned(height, frameOf(cells));
        const inner = cells.flatMap((cell) => sides(turned(height, cell)).map(stroke));
        return `0.1 w\n${inner.join('')}1.8 w ${f(x0)} ${f(y0)} ${f(x1 - x0)} ${f(y1 - y0)} re S\n`;
      })
      .join(''),
} satisfies Record<string, RulingHabit>;
