import { expect, test } from 'vitest';
import { show, writePdf } from './pdf/pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf } from './pdf/reading.ts';

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
