import { describe, expect, it } from 'vitest';
import { signsOfColumns } from '../../../parsers/scan/figures/sign-columns.ts';
import { signOf } from '../../../parsers/scan/figures/signs.ts';
import { type Area, blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { inDoubtOfBar, type LineReading } from '../../../parsers/scan/lines/read-line.ts';

/** Ink of a drawing, `#` dark. */
function drawn(rows: readonly string[]): Raster {
  const width = Math.max(...rows.map((row) => row.length));
  const data = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) if (row[x] === '#') data[y * width + x] = 1;
  });
  return { width, height: rows.length, data };
}

const shapeOf = (rows: readonly string[]): string | null => {
  const ink = drawn(rows);
  return signOf(ink, { x0: 0, y0: 0, x1: ink.width, y1: ink.height }, 25);
};

/** A sign of 9 points in a heavy face, scanned at 200 dpi: its arms cover most of a row. */
const heavy = [
  '####............',
  '#######.........',
  '###########.....',
  '.#############..',
  '...#############',
  '.......#########',
  '......##########',
  '...#############',
  '.#############..',
  '##########......',
  '#######.........',
  '#####...........',
  '################',
  '################',
  '################',
  '.##############.',
];

/** Its lower arm covers as much of a row as a bar does. */
const broadArm = [
  '####.............',
  '########.........',
  '###########......',
  '..#############..',
  '.....############',
  '........#########',
  '.......##########',
  '....############.',
  '.#############...',
  '##########.......',
  '#######..........',
  '.##..............',
  '.###############.',
  '#################',
  '#################',
  '..#############..',
];

/** Its bar is blurred at its upper edge. */
const blurredBar = [
  '.##..............',
  '######...........',
  '.#########.......',
  '...###########...',
  '.......##########',
  '..........#######',
  '.........########',
  '......###########',
  '..###########....',
  '.########........',
  '.####............',
  '.#...............',
  '.#.........#####.',
  '.################',
  '.################',
  '...............#.',
];

describe('a small heavy sign', () => {
  it('is known by its one bar, whatever its lower arm and the edge of the bar look like', () => {
    for (const sign of [broadArm, blurredBar]) {
      expect(shapeOf(sign)).toBe('≥');
      expect(shapeOf(sign.map((row) => [...row].reverse().join('')))).toBe('≤');
    }
  });

  it('is known where a bar bears it out', () => {
    expect(shapeOf(heavy)).toBe('≥');
    expect(shapeOf(heavy.map((row) => [...row].reverse().join('')))).toBe('≤');
  });

  it('is none where its arms do not meet in a point', () => {
    const block = heavy.map((row, y) => (y < 12 ? '##########......' : row));
    expect(shapeOf(block)).toBeNull();
  });
});

/** Cells under one another, each with a drawing that was read as something; a page that holds them. */
function column(cells: readonly [rows: readonly string[], text: string][]): {
  ink: Raster;
  cells: Area[];
  lines: LineReading[];
} {
  const ink = blank(60, 40 * cells.length);
  ink.data.fill(0);
  const areas = cells.map(([rows], i): Area => {
    const [x0, y0] = [20, 40 * i + 10];
    rows.forEach((row, y) => {
      for (let x = 0; x < row.length; x++) if (row[x] === '#') ink.data[(y0 + y) * 60 + x0 + x] = 1;
    });
    return { x0, y0, x1: x0 + Math.max(...rows.map((row) => row.length)), y1: y0 + rows.length };
  });
  const lines = cells.map(([, text], i): LineReading => {
    const read = { text, em: 25, confidence: 0.97, doubt: null, alternatives: [] };
    return { ...read, area: areas[i]! };
  });
  return { ink, cells: cells.map((_, i) => ({ x0: 0, y0: 40 * i, x1: 60, y1: 40 * i + 40 })), lines };
}

const letter = Array.from({ length: 16 }, (_, y) => {
  const row = Array.from('###...........###');
  row[3 + Math.floor((y * 10) / 16)] = '#';
  return row.join('');
});
const dash = ['##########', '##########'];
const mirrored = heavy.map((row) => [...row].reverse().join(''));

describe('a character alone in a column of signs', () => {
  const seen = (cells: readonly [readonly string[], string][]): LineReading[] => {
    const { ink, cells: areas, lines } = column(cells);
    return signsOfColumns(ink, [areas], lines);
  };

  it('is the sign that it looks like, in doubt', () => {
    const read = seen([
      [heavy, '≥'],
      [mirrored, '≤'],
      [heavy, '≥'],
      [heavy, 'N'],
      [mirrored, 'M'],
    ]);
    expect(read.map(({ text }) => text)).toEqual(['≥', '≤', '≥', '≥', '≤']);
    expect(read.map(({ doubt }) => doubt !== null)).toEqual([false, false, false, true, true]);
    expect(read[3]).toMatchObject({ confidence: 0.7, alternatives: [{ text: 'N', by: 'lines' }] });
  });

  it('is one too where more were read as letters than as signs', () => {
    const read = seen([
      [heavy, '≥'],
      [heavy, '≥'],
      [heavy, 'V'],
      [heavy, 'V'],
      [letter, 'N'],
    ]);
    expect(read.map(({ text }) => text)).toEqual(['≥', '≥', '≥', '≥', 'N']);
    expect(read.map(({ doubt }) => doubt !== null)).toEqual([false, false, true, true, false]);
  });

  it('stays in doubt where it looks like none of them', () => {
    const [, , , other] = seen([
      [heavy, '≥'],
      [mirrored, '≤'],
      [heavy, '≥'],
      [letter, 'N'],
    ]);
    expect(other).toMatchObject({ text: 'N', confidence: 0.6, doubt: 'read as N among signs' });
  });

  it('is what was read where the others are no signs, and a long dash always', () => {
    const letters = seen([
      [heavy, '≥'],
      [letter, 'N'],
      [letter, 'N'],
    ]);
    expect(letters.every(({ doubt }) => doubt === null)).toBe(true);
    const dashed = seen([
      [heavy, '≥'],
      [heavy, '≥'],
      [dash, '—'],
    ]);
    expect(dashed[2]).toMatchObject({ text: '—', doubt: null });
  });

  it('is in doubt where it is a short dash: faint toner takes a bar of = away', () => {
    const [, , other] = seen([
      [heavy, '≥'],
      [heavy, '≥'],
      [dash, '-'],
    ]);
    expect(other).toMatchObject({ text: '-', confidence: 0.6, doubt: 'read as - among signs' });
  });
});

describe('a > alone that no shape bears out', () => {
  const read = { text: '>', confidence: 0.97, doubt: null, alternatives: [] };

  it('may have lost a bar in small print, and is one in larger print or with a figure', () => {
    expect(inDoubtOfBar(read, 28)).toMatchObject({ confidence: 0.8, doubt: expect.any(String) });
    expect(inDoubtOfBar(read, 44)).toBe(read);
    const figure = { ...read, text: '>5' };
    expect(inDoubtOfBar(figure, 28)).toBe(figure);
  });
});
