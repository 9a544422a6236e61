import { expect, test } from 'vitest';
import { show, writePdf } from '../pdf/pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf } from '../pdf/reading.ts';

/** A ruled table of 3 × 3 cells, its left side at `x`, with a title above it unless there is none. */
function sheet(x: number, title: string | null): string {
  const lines = [0, 1, 2, 3].flatMap((i) => [
    `${x} ${600 - 20 * i} m ${x + 300} ${600 - 20 * i} l S`,
    `${x + 100 * i} 600 m ${x + 100 * i} 540 l S`,
  ]);
  const cells = [0, 1, 2].flatMap((r) =>
    [0, 1, 2].map((c) => show(`${r}${c}`, x + 5 + 100 * c, 586 - 20 * r)),
  );
  return [...lines, ...cells, ...(title === null ? [] : [show(title, x + 110, 640)])].join('\n');
}

const broad = { width: 1190, height: 842 };

test('two sheets on one page are read one after the other, each below its title', async () => {
  const source = await readPdf(
    writePdf([{ content: `${sheet(80, 'Targets of 2025')}\n${sheet(760, 'Accounts of 2024')}`, ...broad }]),
  );
  expect(source.blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
    'Targets of 2025',
    'grid',
    'Accounts of 2024',
    'grid',
  ]);
});

test('two tables below one title stay on one sheet', async () => {
  const source = await readPdf(
    writePdf([{ content: `${sheet(80, 'Targets and accounts')}\n${sheet(760, null)}`, ...broad }]),
  );
  expect(paragraphsOf(source)).toHaveLength(1);
  expect(gridsOf(source)).toHaveLength(2);
});

/** Rows of a ruled table of three columns, 30 points high, from `top` (from the foot of the page) down. */
function rows(x: number, top: number, names: readonly string[]): string {
  const bottom = top - 30 * names.length;
  const lines = [
    ...[...names, ''].map((_, i) => `${x} ${top - 30 * i} m ${x + 450} ${top - 30 * i} l S`),
    ...[0, 1, 2, 3].map((i) => `${x + 150 * i} ${top} m ${x + 150 * i} ${bottom} l S`),
  ];
  const texts = names.flatMap((name, i) =>
    [name, `${20 + i}.5`, '6'].map((text, c) => show(text, x + 5 + 150 * c, top - 19 - 30 * i)),
  );
  return [...lines, ...texts].join('\n');
}
const names = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Canal ${from + i}`);

test('a table that goes on at the head of the other half of its sheet, and on the next, is one', async () => {
  const source = await readPdf(
    writePdf([
      {
        content: `${show('Targets of 2025', 240, 790)}\n${rows(80, 770, names(1, 24))}\n${rows(660, 800, names(25, 25))}`,
        ...broad,
      },
      { content: rows(80, 800, names(50, 4)), ...broad },
    ]),
  );
  const grids = gridsOf(source);
  expect(grids.map(({ rows, columns }) => [rows, columns])).toEqual([[53, 3]]);
  expect(grids[0]!.cells.filter(({ column }) => column === 0).map(({ text }) => text)).toEqual(names(1, 53));
});

test('the rest of a table in the other half of its sheet is behind its rows, however high it begins', async () => {
  const [left, right] = [rows(80, 770, names(1, 24)), rows(660, 800, names(25, 4))];
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: `${left}\n${right}`, ...broad }])));
  expect(more).toEqual([]);
  expect(grid!.cells.filter(({ column }) => column === 0).map(({ text }) => text)).toEqual(names(1, 28));
});

test('tables side by side that end high above the foot, or have columns of their own, are two', async () => {
  for (const [count, right] of [
    [5, rows(660, 800, names(25, 4))],
    [24, sheet(760, null)],
  ] as const) {
    const left = rows(80, 770, names(1, count));
    expect(gridsOf(await readPdf(writePdf([{ content: `${left}\n${right}`, ...broad }])))).toHaveLength(2);
  }
});
