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

const barOf = ({ x0, y0, x1, y1 }: Side, thick: number): Side =>
  x0 === x1
    ? { x0: x0 - thick / 2, y0, x1: x0 + thick / 2, y1 }
    : { x0, y0: y0 - thick / 2, x1, y1: y0 + thick / 2 };

/** A box as a picture of one pixel, of a grey. */
const picture = ({ x0, y0, x1, y1 }: Side, grey = 0): string =>
  `q ${f(x1 - x0)} 0 0 ${f(y1 - y0)} ${f(x0)} ${f(y0)} cm BI /W 1 /H 1 /CS /G /BPC 8 ID ${String.fromCharCode(grey)} EI Q\n`;

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
  'double lines': eachCell(
    ({ x0, y0, x1, y1 }) =>
      [0.7, -0.7]
        .map((d) => `${f(x0 + d)} ${f(y0 + d)} ${f(x1 - x0 - 2 * d)} ${f(y1 - y0 - 2 * d)} re S\n`)
        .join(''),
    '0.25 w\n',
  ),
  'hairlines in a heavy frame': ({ grids, height }) =>
    grids
      .map((cells) => {
        const { x0, y0, x1, y1 } = turned(height, frameOf(cells));
        const inner = cells.flatMap((cell) => sides(turned(height, cell)).map(stroke));
        return `0.1 w\n${inner.join('')}1.8 w ${f(x0)} ${f(y0)} ${f(x1 - x0)} ${f(y1 - y0)} re S\n`;
      })
      .join(''),
  'pictures of one pixel': eachCell((box) =>
    sides(box)
      .map((side) => picture(barOf(side, 0.5)))
      .join(''),
  ),
  'rows on pictures': (page, random) => {
    const rows = page.grids.map((cells) => {
      const { x0, x1 } = frameOf(cells);
      const edges = [...new Set(cells.flatMap(({ y0, y1 }) => [y0, y1]))].sort((a, b) => a - b);
      return edges.slice(1).map((y1, i) => picture(turned(page.height, { x0, y0: edges[i]!, x1, y1 }), 0xe8));
    });
    return rows.flat().join('') + strokes(page, random);
  },
  'boxes of each cell that lie half over those beside it': eachCell(({ x0, y0, x1, y1 }) =>
    [
      `${f(x0 - 0.25)} ${f(y0)} 1 ${f(y1 - y0)} re f\n`,
      `${f(x1 - 0.75)} ${f(y0)} 1 ${f(y1 - y0)} re f\n`,
      `${f(x0)} ${f(y0 - 0.25)} ${f(x1 - x0)} 1 re f\n`,
      `${f(x0)} ${f(y1 - 0.75)} ${f(x1 - x0)} 1 re f\n`,
    ].join(''),
  ),
  'areas that only a clip makes thin': eachCell((box) =>
    sides(box)
      .map((side) => {
        const { x0, y0, x1, y1 } = barOf(side, 0.5);
        return `q ${f(x0)} ${f(y0)} ${f(x1 - x0)} ${f(y1 - y0)} re W n 0 0 900 900 re f Q\n`;
      })
      .join(''),
  ),
  'sides with slanted ends': eachCell(({ x0, y0, x1, y1 }) => {
    const t = 0.75;
    return [
      [x0, y0, x1, y0, x1 - t, y0 + t, x0 + t, y0 + t],
      [x0, y1, x1, y1, x1 - t, y1 - t, x0 + t, y1 - t],
      [x0, y0, x0, y1, x0 + t, y1 - t, x0 + t, y0 + t],
      [x1, y0, x1, y1, x1 - t, y1 - t, x1 - t, y0 + t],
    ]
      .map((at) => at.map(f))
      .map(([a, b, c, d, e, g, h, i]) => `${a} ${b} m ${c} ${d} l ${e} ${g} l ${h} ${i} l h f\n`)
      .join('');
  }),
  'all in one path': (page, random) => `${strokes(page, random).replaceAll(' S\n', '\n')}S\n`,
  'boxes without height': eachCell(
    (box) =>
      sides(box)
        .map(({ x0, y0, x1, y1 }) => `${f(x0)} ${f(y0)} ${f(x1 - x0)} ${f(y1 - y0)} re B\n`)
        .join(''),
    '0.5 w 1 g\n',
  ),
  'bars between squares at the corners': eachCell(({ x0, y0, x1, y1 }) => {
    const t = 0.48;
    return [
      [x0, y0 + t, t, y1 - y0 - t],
      [x1, y0 + t, t, y1 - y0 - t],
      [x0 + t, y0, x1 - x0 - t, t],
      [x0 + t, y1, x1 - x0 - t, t],
      ...[x0, x1].flatMap((x) => [y0, y1].map((y) => [x, y, t, t])),
    ]
      .map((at) => `${at.map(f).join(' ')} re f\n`)
      .join('');
  }),
  'boxes that reach a point into the next ones': eachCell(
    ({ x0, y0, x1, y1 }) => `${f(x0)} ${f(y0 - 0.9)} ${f(x1 - x0 + 0.9)} ${f(y1 - y0 + 0.9)} re S\n`,
    '0.25 w 2 J\n',
  ),
  'columns drawn row by row, a little off': (page, random) =>
    page.grids
      .flat()
      .map((cell) => {
        const [left, right, top, bottom] = sides(turned(page.height, cell));
        const off = ({ x0, y0, x1, y1 }: Side): Side => {
          const by = 0.5 * (random.next() - 0.5);
          return { x0: x0 + by, y0: y0 - 0.4, x1: x1 + by, y1: y1 + 0.4 };
        };
        return [off(left!), off(right!), top!, bottom!].map(stroke).join('');
      })
      .join(''),
} satisfies Record<string, RulingHabit>;
