import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';

/** Two rows of two cells; a workbook writes the text of each in one line and lets its cell cut it off. */
const xs = [60, 160, 300];
const ys = [700, 660, 620];
const lines = [...xs.map((x) => `${x} 620 m ${x} 700 l S`), ...ys.map((y) => `60 ${y} m 300 ${y} l S`)];
const within = (row: number, column: number, texts: string): string =>
  `q ${xs[column]} ${ys[row + 1]} ${xs[column + 1]! - xs[column]!} 40 re W n ${texts} Q\n`;

async function firstRow(label: string, behind: string): Promise<[string, number][]> {
  const content = [
    ...lines,
    within(0, 0, label),
    within(0, 1, behind),
    within(1, 0, show('负责人', 64, 636)),
    within(1, 1, show('航道科', 164, 636)),
  ].join('\n');
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  return grid!.cells.filter(({ row }) => row === 0).map(({ text, confidence }) => [text, confidence]);
}

const label = show('航道养护年度总目标', 64, 676);

test('a run that its cell cuts off is of that cell, though most of it lies over the next one', async () => {
  // The first digit ends right before the border.
  const cells = await firstRow(label + show('20310', 154, 676), show('保持航道畅通', 162, 676));
  expect(cells).toEqual([
    ['航道养护年度总目标20310', 0.8],
    ['保持航道畅通', 1],
  ]);
});

test('a text whose end lies beyond its cell in a run of its own is doubtful', async () => {
  const cut = label + show('2031', 158, 676);
  expect((await firstRow(cut, show('保持畅通', 200, 676)))[0]![1]).toBe(0.8);
  expect((await firstRow(label, show('保持畅通', 200, 676)))[0]![1]).toBe(1);
});

test('a line that its row hides is read with the text it goes on, in doubt, and not with that of another cell', async () => {
  const first = show('≤227.4', 64, 664);
  const hidden = show('万元', 64, 651);
  expect(await firstRow(first + hidden, show('保持畅通', 164, 676))).toEqual([
    ['≤227.4\n万元', 0.8],
    ['保持畅通', 1],
  ]);
  const more = show('年度', 64, 638);
  expect((await firstRow(first + hidden + more, ''))[0]).toEqual(['≤227.4\n万元\n年度', 0.8]);
  const apart = await firstRow(first, show('保持畅通', 164, 664) + show('万元', 64, 651));
  expect(apart[0]).toEqual(['≤227.4', 1]);
});
