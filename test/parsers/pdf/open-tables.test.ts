import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const heads = ['Fund', 'Budget', 'Actual', 'Change'];
const body = [
  ['Regional reports', '$ 6,780', '$ 1,349', '68.6'],
  ['Canal and lock repair', '$ 1,957', '$ 3,747', '65.7'],
  ['Measures of the ministries', '$ 7,880', '$ 1,230', '42.7'],
  ['Training', '$ 4,833', '$ 1,773', '26.0'],
];
const total = ['Total', '$ 9,845', '$ 8,740', '26.6'];
const xs = [80, 240, 310, 380];
const top = 640;
const pitch = 16;
const row = (texts: readonly string[], r: number): string =>
  texts
    .map((text, c) => show(text, c === 0 ? xs[c]! : xs[c]! + 40 - text.length * 5, top - r * pitch))
    .join('');
const rule = (r: number): string => `0.7 w 76 ${top - r * pitch + 12} m 424 ${top - r * pitch + 12} l S\n`;
const cells = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((texts, r) => texts.map((text, c) => `${r},${c} ${text}`));

describe('a table with lines at one of its ends only', () => {
  test('around its sum is one', async () => {
    const rows = [heads, ...body, total];
    const content = rows.map(row).join('') + rule(rows.length - 1) + rule(rows.length);
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(cells(rows));
  });

  test('around a head of two lines is one', async () => {
    const units = ['', 'EUR', 'EUR', '%'];
    const rows = [heads, units, ...body, total];
    const content = rows.map(row).join('') + rule(0) + rule(1) + rule(2);
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
    expect(more).toEqual([]);
    expect(shape(grid!).slice(-4)).toEqual(total.map((text, c) => `${grid!.rows - 1},${c} ${text}`));
    expect(grid!.rows).toBeGreaterThanOrEqual(rows.length - 1);
    expect(grid!.confidence).toBeLessThan(0.9);
  });

  test('is its own where the next one begins right below it', async () => {
    const first = [heads, total];
    const second = [
      ['Cost', '2020', '2021', '2022'],
      ...body.map(([label, ...figures]) => [label!, ...figures]),
    ];
    const content =
      first.map(row).join('') +
      [0, 1, 2].map(rule).join('') +
      second.map((texts, r) => row(texts, r + 2.8)).join('') +
      [2.8, 3.8, 7.8].map(rule).join('');
    const grids = gridsOf(await readPdf(writePdf([{ content }])));
    expect(grids.map(({ rows }) => rows)).toEqual([2, 5]);
  });
});

test('the first line of a head of several, alone above one of them, is of the head', async () => {
  const above = show('Share of', xs[2]! + 40 - 8 * 5, top + 13);
  const rows = [['State', 'Enrolled', 'pupils', 'Cost'], ...body, total];
  const [grid] = gridsOf(await readPdf(writePdf([{ content: above + rows.map(row).join('') }])));
  expect(grid!.cells.some(({ text }) => /^Share of/.test(text))).toBe(true);
});

test('titles with pages that rise are a list of contents without leaders', async () => {
  const entries = ['Purpose', 'Scope of the review', 'Findings', 'Costs', 'Outlook', 'Sources', 'Annex'];
  const content = (pages: readonly number[]) =>
    entries
      .map((text, r) => show(text, 80, top - r * pitch) + show(String(pages[r]), 400, top - r * pitch))
      .join('');
  expect(gridsOf(await readPdf(writePdf([{ content: content([3, 5, 8, 12, 12, 20, 31]) }])))).toEqual([]);
  expect(gridsOf(await readPdf(writePdf([{ content: content([13, 5, 8, 12, 2, 20, 31]) }])))).toHaveLength(1);
});
