import { show } from './pdf-writer.ts';

/** A cell of a table to draw: rows and columns from 0, text lines from top to bottom. */
export interface DrawnCell {
  row: number;
  column: number;
  rowSpan?: number;
  columnSpan?: number;
  lines: string[];
}

export interface DrawnTable {
  /** Column lines from the left, and row lines from the top, both in points of a page measured from its top. */
  xs: number[];
  ys: number[];
  cells: DrawnCell[];
  size?: number;
  /** Sides of the table that are left undrawn. */
  open?: ('top' | 'bottom' | 'left' | 'right')[];
}

export const drawings = [
  'strokes',
  'curves',
  'rectangles',
  'filled boxes',
  'dashed',
  'dots',
  'dashes of boxes',
  'double',
  'hairlines',
  'drawn twice',
  'gaps at corners',
  'background',
  'white on black',
] as const;
export type Drawing = (typeof drawings)[number];

/** Operators that write a text with its base line at (x, y) of the page. */
export type TextWriter = (text: string, x: number, y: number, size: number) => string;

/** Operators that draw a table with its texts centred, on a page of the given height. */
export function drawTable(
  table: DrawnTable,
  drawing: Drawing,
  pageHeight = 842,
  write: TextWriter = show,
): string {
  const up = (y: number): number => pageHeight - y;
  const { xs, ys, size = 9 } = table;
  const out: string[] = [];
  if (drawing === 'white on black')
    out.push(`0 g ${xs[0]} ${up(ys.at(-1)!)} ${xs.at(-1)! - xs[0]!} ${ys.at(-1)! - ys[0]!} re f\n`);
  for (const cell of table.cells) {
    const x0 = xs[cell.column]!;
    const x1 = xs[cell.column + (cell.columnSpan ?? 1)]!;
    const y0 = ys[cell.row]!;
    const y1 = ys[cell.row + (cell.rowSpan ?? 1)]!;
    out.push(outline(x0, up(y0), x1, up(y1), drawing, openSides(table, x0, y0, x1, y1)));
    out.push('0 g\n');
    const top = (y0 + y1) / 2 - (cell.lines.length * size * 1.3) / 2;
    cell.lines.forEach((line, i) => {
      const width = [...line].reduce((sum, c) => sum + (c > '\u00ff' ? 1 : 0.55), 0) * size;
      out.push(write(line, (x0 + x1) / 2 - width / 2, up(top + i * size * 1.3 + size), size));
    });
  }
  return out.join('');
}

type Sides = { top: boolean; bottom: boolean; left: boolean; right: boolean };

function openSides({ xs, ys, open = [] }: DrawnTable, x0: number, y0: number, x1: number, y1: number): Sides {
  return {
    top: !(open.includes('top') && y0 === ys[0]),
    bottom: !(open.includes('bottom') && y1 === ys.at(-1)),
    left: !(open.includes('left') && x0 === xs[0]),
    right: !(open.includes('right') && x1 === xs.at(-1)),
  };
}

function outline(x0: number, y0: number, x1: number, y1: number, drawing: Drawing, sides: Sides): string {
  const w = x1 - x0;
  const h = y0 - y1;
  if (drawing === 'background') return `0.9 0.94 1 rg ${x0 + 0.7} ${y1 + 0.7} ${w - 1.4} ${h - 1.4} re f\n`;
  if (drawing === 'white on black') return `1 g ${x0 + 0.4} ${y1 + 0.4} ${w - 0.8} ${h - 0.8} re f\n`;
  const short = drawing === 'gaps at corners' ? 1.2 : 0;
  const segments: [number, number, number, number][] = [];
  if (sides.top) segments.push([x0 + short, y0, x1 - short, y0]);
  if (sides.bottom) segments.push([x0 + short, y1, x1 - short, y1]);
  if (sides.left) segments.push([x0, y1 + short, x0, y0 - short]);
  if (sides.right) segments.push([x1, y1 + short, x1, y0 - short]);
  return segments.map((segment) => side(...segment, drawing)).join('');
}

function side(x0: number, y0: number, x1: number, y1: number, drawing: Drawing): string {
  const level = y0 === y1;
  const stroke = (dx: number, dy: number): string => `${x0 + dx} ${y0 + dy} m ${x1 + dx} ${y1 + dy} l S\n`;
  const box = (at: number, length: number, thick: number): string =>
    level
      ? `${at} ${y0 - thick / 2} ${length} ${thick} re f\n`
      : `${x0 - thick / 2} ${at} ${thick} ${length} re f\n`;
  const along = (step: number, length: number, thick: number): string => {
    const [from, to] = level ? [x0, x1] : [y0, y1];
    let boxes = '';
    for (let at = from; at < to; at += step) boxes += box(at, Math.min(length, to - at), thick);
    return boxes;
  };
  if (drawing === 'filled boxes') return box(level ? x0 : y0, level ? x1 - x0 : y1 - y0, 0.5);
  if (drawing === 'dashed') return `[3 2] 0 d 0.5 w ${stroke(0, 0)}[] 0 d\n`;
  if (drawing === 'dots') return along(1.6, 0.8, 0.8);
  if (drawing === 'dashes of boxes') return along(5, 3.5, 0.6);
  if (drawing === 'double')
    return `0.4 w ${stroke(level ? 0 : -0.9, level ? -0.9 : 0)}${stroke(level ? 0 : 0.9, level ? 0.9 : 0)}`;
  if (drawing === 'hairlines') return `0.8 G 0.1 w ${stroke(0, 0)}0 G\n`;
  if (drawing === 'drawn twice') return `0.5 w ${stroke(0, 0)}${stroke(level ? 0 : 0.3, level ? 0.3 : 0)}`;
  if (drawing === 'rectangles')
    return level ? `0.5 w ${x0} ${y0} ${x1 - x0} 0 re S\n` : `0.5 w ${x0} ${y0} 0 ${y1 - y0} re S\n`;
  if (drawing === 'curves')
    return `0.5 w ${x0} ${y0} m ${x0} ${y0 + 0.05} ${x1} ${y1 + 0.05} ${x1} ${y1} c S\n`;
  return `0.5 w ${stroke(0, 0)}`;
}
