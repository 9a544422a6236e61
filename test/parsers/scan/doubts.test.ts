import { expect, it } from 'vitest';
import { noteReadings, type PlacedReading } from '../../../parsers/scan/doubts.ts';
import type { Cell, Paragraph } from '../../../schemas/index.ts';

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });
const nowhere = { block: 0, grid: 0, sheet: null, ref: null, table: null };

const cell: Cell = {
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  text: '98%',
  confidence: 1,
  // As shown: the page was level only after it had been turned.
  location: { ...nowhere, row: 0, column: 0, page: 1, box: box(40, 180, 140, 192) },
};
const reading = (over: Partial<PlacedReading>): PlacedReading => ({
  box: box(102, 201, 130, 209),
  text: '98%',
  confidence: 0.97,
  doubt: null,
  alternatives: [],
  ...over,
});
const alternatives = [{ text: '93%', by: 'eng', confidence: 0.7 }];

it('finds what was read in a cell in the frame that both were read in', () => {
  const note = noteReadings(new Map([[1, [reading({ doubt: 'read twice', alternatives })]]]));
  expect(note(cell, [{ page: 1, box: box(100, 200, 200, 212) }])).toMatchObject({
    doubt: 'read twice',
    alternatives,
    confidence: 0.85,
  });
  expect(note(cell, [{ page: 1, box: box(40, 180, 140, 192) }])).not.toHaveProperty('doubt');
});

it('takes the readings of both pages of a cell that the page end cuts', () => {
  const second = reading({ confidence: 0.91, doubt: 'read twice', alternatives });
  const note = noteReadings(
    new Map([
      [1, [reading({})]],
      [2, [{ ...second, box: box(102, 31, 130, 39) }]],
    ]),
  );
  const places = [
    { page: 1, box: box(100, 200, 200, 212) },
    { page: 2, box: box(100, 30, 200, 42) },
  ];
  expect(note(cell, places)).toMatchObject({ doubt: 'read twice', confidence: 0.85 });
});

it('leaves alone what stands on a page with text of its own', () => {
  const paragraph: Paragraph = {
    kind: 'paragraph',
    text: '',
    role: 'body',
    confidence: 1,
    location: cell.location,
  };
  const note = noteReadings(new Map([[2, [reading({})]]]));
  expect(note(paragraph, [{ page: 1, box: box(100, 200, 200, 212) }])).toBe(paragraph);
});

it('leaves its doubt with a paragraph too', () => {
  const paragraph: Paragraph = {
    kind: 'paragraph',
    text: '2031年度收支表',
    role: 'heading',
    confidence: 1,
    location: { ...nowhere, grid: null, row: null, column: null, page: 1, box: box(0, 0, 9, 9) },
  };
  const place = { page: 1, box: box(100, 200, 200, 212) };
  const noted = (doubt: string | null) =>
    noteReadings(new Map([[1, [reading({ doubt })]]]))(paragraph, [place]);
  expect(noted('read twice')).toMatchObject({ doubt: 'read twice', confidence: 0.85 });
  expect(noted(null)).not.toHaveProperty('doubt');
});
