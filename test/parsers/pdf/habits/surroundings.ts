import { show } from '../pdf-writer.ts';
import { type PlacedPage, widthOf } from './placed-filing.ts';

/** What a system prints under and over the tables of a page, y upwards from its foot. */
export interface Surroundings {
  under?: (page: PlacedPage, number: number) => string;
  over?: (page: PlacedPage, number: number) => string;
}

const f = (value: number): string => value.toFixed(3);

/** A text turned by an angle about its beginning. */
function slanted(text: string, x: number, y: number, size: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return `q ${f(cos)} ${f(sin)} ${f(-sin)} ${f(cos)} ${f(x)} ${f(y)} cm ${show(text, 0, 0, size)} Q\n`;
}

const tiled = ({ width, height }: PlacedPage): string => {
  let marks = 'q 0.85 g\n';
  for (let y = 30; y < height; y += 110)
    for (let x = 10; x < width; x += 170) marks += slanted('内部资料 严禁外传', x, y, 14, 30);
  return `${marks}Q\n`;
};

const lowest = ({ grids, height }: PlacedPage): number =>
  height - Math.max(...grids.flat().map(({ y1 }) => y1));

/** A circle of four curves. */
function circle(x: number, y: number, r: number): string {
  const c = 0.5523 * r;
  return `${f(x + r)} ${f(y)} m ${f(x + r)} ${f(y + c)} ${f(x + c)} ${f(y + r)} ${f(x)} ${f(y + r)} c ${f(x - c)} ${f(y + r)} ${f(x - r)} ${f(y + c)} ${f(x - r)} ${f(y)} c ${f(x - r)} ${f(y - c)} ${f(x - c)} ${f(y - r)} ${f(x)} ${f(y - r)} c ${f(x + c)} ${f(y - r)} ${f(x + r)} ${f(y - c)} ${f(x + r)} ${f(y)} c S\n`;
}

/** A seal over the last rows: a ring, a star, the name of a unit along the ring. */
function seal(page: PlacedPage): string {
  const x = page.width * 0.68;
  const y = lowest(page) + 22;
  const name = Array.from('云溪县水利建设管理中心');
  const letters = name.map((character, i) => {
    const degrees = 200 - (220 * i) / (name.length - 1);
    const angle = (degrees * Math.PI) / 180;
    return slanted(character, x + 42 * Math.cos(angle), y + 42 * Math.sin(angle), 9, degrees - 90);
  });
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = Math.PI / 2 + (i * Math.PI) / 5;
    const r = i % 2 === 0 ? 16 : 6.5;
    return `${f(x + r * Math.cos(angle))} ${f(y + r * Math.sin(angle))} ${i === 0 ? 'm' : 'l'}`;
  });
  return `q 0.9 0.1 0.1 RG 0.9 0.1 0.1 rg 2 w ${circle(x, y, 56)}${points.join(' ')} h f\n${letters.join('')}Q\n`;
}

/** Other figures than those of the cells, at their places. */
function olderFigures(
  page: PlacedPage,
  before: string,
  after: (x: number, y: number, width: number) => string,
): string {
  const lines = page.grids.flat().flatMap((cell) => (cell.lines.length === 1 ? cell.lines : []));
  return lines
    .filter(({ text }) => /^[\d.,]+%?$/.test(text))
    .map(({ text, x, y, size }) => {
      const older = text.replace(/\d/g, (digit) => `${(Number(digit) + 3) % 10}`);
      return show(older, x, page.height - y, size, before) + after(x, page.height - y, widthOf(text) * size);
    })
    .join('');
}

export const surroundings: Record<string, Surroundings> = {
  nothing: {},
  'a large watermark under it': {
    under: ({ width, height }) =>
      `q 0.88 g ${slanted('仅供内部使用', width * 0.15, height * 0.3, 64, 45)}Q\n`,
  },
  'small watermarks all over, under it': { under: tiled },
  'small watermarks all over, over it': {
    over: (page) => `q /T gs ${tiled(page)}Q\n`,
  },
  'a seal over its last rows': { over: seal },
  'numbers of pages right beneath it': {
    over: (page, number) => {
      const text = `第${number}页`;
      return show(text, page.width / 2 - 4.5 * widthOf(text), lowest(page) - 12, 9);
    },
  },
  'rows that go on are told above them': {
    over: ({ grids, width, height }, number) => {
      const [first] = grids.flat();
      return number > 1 && first !== undefined ? show('续表', width - 90, height - first.y0 + 6, 9) : '';
    },
  },
  'a head with a line on every page': {
    over: ({ width, height }, number) =>
      `${show('绩效管理信息系统', 40, height - 24, 9)}${show(`${number}`, width - 60, height - 24, 9)}0.5 w 36 ${height - 28} m ${width - 36} ${height - 28} l S\n`,
  },
  'older figures whited out under it': {
    under: (page) =>
      olderFigures(page, '', (x, y, width) => `1 g ${f(x - 1)} ${f(y - 3)} ${f(width + 2)} 14 re f 0 g\n`),
  },
  'older figures that are not shown': { over: (page) => `q ${olderFigures(page, '3 Tr', () => '')}Q\n` },
  'a slanted line in its first cell': {
    over: ({ grids, height }) =>
      grids
        .map(([first]) => first!)
        .map(({ x0, y0, x1, y1 }) => `0.5 w ${f(x0)} ${f(height - y0)} m ${f(x1)} ${f(height - y1)} l S\n`)
        .join(''),
  },
  'a double frame round the page': {
    under: ({ width, height }) =>
      `1.5 w 14 14 ${width - 28} ${height - 28} re S 0.5 w 17 17 ${width - 34} ${height - 34} re S\n`,
  },
  'marks where it is cut': {
    over: ({ width, height }) =>
      [8, width - 8]
        .flatMap((x) =>
          [8, height - 8].map(
            (y) => `0.25 w ${x - 8} ${y} m ${x + 8} ${y} l S ${x} ${y - 8} m ${x} ${y + 8} l S\n`,
          ),
        )
        .join(''),
  },
  'a line where it is bound': {
    over: ({ height }) =>
      `q [3 2] 0 d 0.5 w 22 30 m 22 ${height - 30} l S Q ${['装', '订', '线'].map((text, i) => show(text, 17.5, height * (0.7 - 0.2 * i), 9)).join('')}`,
  },
  'a code of squares above it': {
    over: ({ width, height }) => {
      let squares = '';
      for (let i = 0; i < 441; i++)
        if ((i * 7919) % 13 < 6 || i % 21 === 0)
          squares += `${f(width - 28 + (i % 21))} ${f(height - 28 + Math.floor(i / 21))} 1 1 re f\n`;
      return squares;
    },
  },
  'a line of who made the program': {
    over: ({ height }) =>
      `q 1 0 0 rg ${show('Evaluation Only. Created with a trial of Fiction.Cells. Copyright 2031 Fiction Ltd.', 30, height - 14, 9)}Q`,
  },
};
