import { describe, expect, test } from 'vitest';
import type { PageCell, PageGrid } from '../../../parsers/geometry/grids/page-grid.ts';
import { withoutBlankSplits } from '../../../parsers/geometry/grids/slivers.ts';
import { withLabelsRunOn } from '../../../parsers/geometry/joins/closed-early.ts';

type Drawn = [row: number, column: number, rowSpan: number, columnSpan: number, text: string];

/** A part of a table at the head of a page, 20 points a row and 100 a column. */
function part(rows: number, drawn: readonly Drawn[]): PageGrid {
  const cells = drawn.map(([row, column, rowSpan, columnSpan, text]): PageCell => {
    const box = { x0: column * 100, y0: row * 20, x1: (column + columnSpan) * 100, y1: (row + rowSpan) * 20 };
    return { row, column, rowSpan, columnSpan, text, box, lines: [], confidence: 1 } as unknown as PageCell;
  });
  return {
    kind: 'grid',
    page: 2,
    box: { x0: 0, y0: 0, x1: 200, y1: rows * 20 },
    xs: [0, 100, 200],
    ys: Array.from({ length: rows + 1 }, (_, line) => line * 20),
    cells,
    method: 'ruled',
    confidence: 1,
    openTop: [true, true],
    openBottom: [false, false],
  };
}

const shape = ({ cells, ys }: PageGrid) => [
  ys.length - 1,
  ...cells.map(({ row, column, rowSpan, text }) => `${row},${column}+${rowSpan} ${text}`.trim()),
];

describe('a line that ends what is left of a merged cell too high', () => {
  const goal: Drawn = [0, 1, 2, 1, '全年开展巡河'];
  const rest: Drawn[] = [
    [2, 0, 1, 1, '产出'],
    [2, 1, 1, 1, '巡河次数'],
  ];

  test('is dropped where it parts blank cells of one column alone', () => {
    const drawn = part(3, [[0, 0, 1, 1, ''], goal, [1, 0, 1, 1, ''], ...rest]);
    const mended = withoutBlankSplits(drawn);
    expect(shape(mended)).toEqual([2, '0,0+1', '0,1+1 全年开展巡河', '1,0+1 产出', '1,1+1 巡河次数']);
    expect(mended.cells[0]!.box).toMatchObject({ y0: 0, y1: 40 });
  });

  test.each<[string, Drawn[]]>([
    ['a text stands above it', [[0, 0, 1, 1, '年度目标'], goal, [1, 0, 1, 1, ''], ...rest]],
    ['a text stands below it', [[0, 0, 1, 1, ''], goal, [1, 0, 1, 1, '年度目标'], ...rest]],
    [
      'it ends the cells of another column too',
      [[0, 0, 1, 1, ''], [0, 1, 1, 1, '巡河'], [1, 0, 1, 1, ''], [1, 1, 1, 1, '清淤'], ...rest],
    ],
  ])('stays where %s', (_, drawn) => {
    expect(shape(withoutBlankSplits(part(3, drawn)))).toEqual(shape(part(3, drawn)));
  });

  test('stays where cells of another column end or begin at it alone', () => {
    // Two cells begin below one that is blank over both columns, and the other way round.
    const fork = part(2, [
      [0, 0, 1, 2, ''],
      [1, 0, 1, 1, ''],
      [1, 1, 1, 1, ''],
    ]);
    expect(shape(withoutBlankSplits(fork))).toEqual(shape(fork));
    const join = part(2, [
      [0, 0, 1, 1, ''],
      [0, 1, 1, 1, ''],
      [1, 0, 1, 2, ''],
    ]);
    expect(shape(withoutBlankSplits(join))).toEqual(shape(join));
  });
});

describe('blanks below blanks at the head of a page', () => {
  const rest = part(3, [
    [0, 0, 1, 1, ''],
    [0, 1, 1, 1, '市场监管'],
    [1, 0, 1, 1, ''],
    [1, 1, 1, 1, '2000'],
    [2, 0, 1, 1, '08'],
    [2, 1, 1, 1, '2000'],
  ]);
  const above = (openBottom: boolean[]): PageGrid => ({
    ...part(1, [
      [0, 0, 1, 1, '12'],
      [0, 1, 1, 1, '运输'],
    ]),
    openBottom,
  });

  test('are of the next row where the page cut a whole row', () => {
    expect(shape(withLabelsRunOn(rest, above([true, true]), 1))).toEqual(shape(rest));
  });

  test('are of the label where it alone goes on, and the line runs into a cell beside it', () => {
    const label = part(3, [
      [0, 0, 1, 1, ''],
      [0, 1, 2, 1, '市场监管'],
      [1, 0, 1, 1, ''],
      [2, 0, 1, 1, '08'],
      [2, 1, 1, 1, '2000'],
    ]);
    expect(shape(withLabelsRunOn(label, above([true, false]), 1))).toEqual([
      3,
      '0,0+2',
      '0,1+2 市场监管',
      '2,0+1 08',
      '2,1+1 2000',
    ]);
  });
});
