import { describe, expect, test } from 'vitest';
import { standAtTop } from '../../../parsers/geometry/rows/labels-at-top.ts';
import { show, writePdf } from '../pdf/pdf-writer.ts';
import { gridsOf, readPdf, shape } from '../pdf/reading.ts';

/** A table without lines, its groups of so many rows, their names on the line `at` of each (in rows, from its first). */
function grouped(sizes: readonly number[], at: (size: number) => number): string {
  const columns = [80, 170, 280, 340];
  const write = (row: number, texts: readonly string[], from = 0): string =>
    texts.map((text, c) => show(text, columns[from + c]!, 600 - row * 14, 9)).join('');
  let row = 1;
  const groups = sizes.map((size, g) => {
    const name = write(row + at(size), [['Primary', 'Secondary', 'Tertiary'][g]!]);
    const rows = Array.from({ length: size }, (_, i) =>
      write(
        row + i,
        [
          `Item ${String.fromCharCode(65 + row + i)}`,
          String(1200 + row * 37 + i),
          String(3100 + row * 53 - i),
        ],
        1,
      ),
    );
    row += size;
    return name + rows.join('');
  });
  return write(0, ['Level', 'Category', '2008', '2009']) + groups.join('');
}

const labelsOf = async (content: string): Promise<string[]> => {
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  return shape(grid!).filter((cell) => /Primary|Secondary|Tertiary/.test(cell));
};

describe('labels of groups of rows in a table without lines', () => {
  test.each([
    [
      [4, 4],
      ['1,0 Primary', '5,0 Secondary'],
    ],
    [
      [3, 5],
      ['1,0 Primary', '4,0 Secondary'],
    ],
    [
      [4, 4, 4],
      ['1,0 Primary', '5,0 Secondary', '9,0 Tertiary'],
    ],
    [
      [2, 3, 3],
      ['1,0 Primary', '3,0 Secondary', '6,0 Tertiary'],
    ],
  ])('at the top of groups of %j rows stand in their own rows', async (sizes, labels) => {
    expect(await labelsOf(grouped(sizes, () => 0))).toEqual(labels);
  });

  test.each([
    [
      [3, 3],
      ['1,0 3×1 Primary', '4,0 3×1 Secondary'],
    ],
    [
      [1, 5, 5],
      ['1,0 Primary', '2,0 5×1 Secondary', '7,0 5×1 Tertiary'],
    ],
  ])('in the middle of groups of %j rows span them', async (sizes, labels) => {
    expect(await labelsOf(grouped(sizes, (size) => (size - 1) / 2))).toEqual(labels);
  });

  test('Chinese labels stand in the middle', () => {
    expect(standAtTop([0, 1, 5], ['Level', 'Primary', 'Secondary'], 9)).toBe(true);
    expect(standAtTop([0, 1, 5], ['一级指标', '产出指标', '效益指标'], 9)).toBe(false);
  });
});
