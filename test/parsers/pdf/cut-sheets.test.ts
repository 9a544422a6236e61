import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

const cells = (texts: readonly (readonly string[])[]): DrawnCell[] =>
  texts.flatMap((row, r) =>
    row.map((text, column) => ({ row: r, column, lines: text === '' ? [] : [text] })),
  );
const ys = [80, 110, 140, 170, 200, 230];
const page = (name: string, xs: number[], texts: readonly (readonly string[])[]) => ({
  content:
    (name === '' ? '' : show(name, xs[0]! + 150, 842 - 60, 14)) +
    drawTable({ xs, ys, cells: cells(texts) }, 'strokes'),
});

const labels = [
  ['三级指标', '年度指标值'],
  ['更换航标数量', '36座'],
  ['维护航道里程', '118公里'],
  ['船闸通航率', '98%'],
  ['船员满意度', '95%'],
];
const results = [
  ['实际完成值', '分值', '得分'],
  ['34座', '20', '18.9'],
  ['118公里', '20', '20'],
  ['99%', '20', '20'],
  ['96%', '10', '10'],
];
const left = page('航道养护经费绩效自评表', [50, 300, 540], labels);
const read = async (...pages: { content: string }[]) => readPdf(writePdf(pages));

describe('a sheet that a workbook prints on two pages, cut between two columns', () => {
  test('is one table, and not a sure one', async () => {
    const [grid, ...more] = gridsOf(await read(left, page('', [50, 200, 300, 400], results)));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(
      labels.flatMap((row, r) => [...row, ...results[r]!].map((text, column) => `${r},${column} ${text}`)),
    );
    expect(grid!.confidence).toBeLessThan(0.9);
    const place = grid!.cells.find(({ text }) => text === '18.9')!.location;
    expect(JSON.stringify(place)).toContain('"page":2');
  });

  test('has the rows of both halves where a cell of one spans rows that the other parts', async () => {
    const texts = results.map((row) => [...row]);
    const merged = cells(texts).filter(({ row, column }) => !(row === 4 && column === 2));
    merged.find(({ row, column }) => row === 3 && column === 2)!.rowSpan = 2;
    const right = { content: drawTable({ xs: [50, 200, 300, 400], ys, cells: merged }, 'strokes') };
    const [grid, ...more] = gridsOf(await read(left, right));
    expect(more).toEqual([]);
    expect(shape(grid!)).toContain('3,4 2×1 20');
    expect(shape(grid!)).toContain('4,1 95%');
  });

  test.each([
    ['a table with a name of its own', page('船闸检修经费绩效自评表', [50, 200, 300, 400], results)],
    [
      'the same columns once more',
      page(
        '',
        [50, 300, 540],
        results.map((row) => row.slice(0, 2)),
      ),
    ],
    [
      'rows with the same labels',
      page(
        '',
        [50, 200, 300, 400],
        results.map((row, r) => [labels[r]![0]!, ...row.slice(1)]),
      ),
    ],
    [
      'rows that are counted',
      page(
        '',
        [50, 200, 300, 400],
        results.map((row, r) => [r === 0 ? '序号' : `${r}`, ...row.slice(1)]),
      ),
    ],
  ])('is not taken for one where behind it stands %s', async (_, right) => {
    expect(gridsOf(await read(left, right))).toHaveLength(2);
  });

  test('has its name once where the seam cuts that', async () => {
    const rest = show('效自评表', 50, 842 - 60, 14);
    const name = show('航道养护经费绩效', 540 - 8 * 14, 842 - 60, 14);
    const bare = { content: left.content.replace(/^BT[^\n]*\n/, name) };
    const right = page('', [50, 200, 300, 400], results);
    const source = await read(bare, { content: rest + right.content });
    expect(gridsOf(source)).toHaveLength(1);
    expect(paragraphsOf(source).find(({ text }) => text === '效自评表')!.role).toBe('furniture');
  });

  test('is as many as it has names, also where the page of its last columns looks like two sheets', async () => {
    const low = ys.map((y) => y + 421);
    const drawn = (xs: number[], rows: string[][], heights: number[]) =>
      drawTable({ xs, ys: heights, cells: cells(rows) }, 'strokes');
    const names = ['航道养护经费绩效自评表', '船闸检修经费绩效自评表'] as const;
    const firsts = {
      content: [ys, low]
        .map(
          (heights, i) =>
            show(names[i]!, 200, 842 - heights[0]! + 20, 14) + drawn([50, 300, 540], labels, heights),
        )
        .join(''),
    };
    const last = {
      content: show('浮标更换经费绩效自评表', 200, 842 - 60, 14) + drawn([50, 300, 540], labels, ys),
    };
    const behind = [50, 200, 300, 400];
    const rests = { content: [ys, low].map((heights) => drawn(behind, results, heights)).join('') };
    const source = await read(firsts, last, rests, { content: drawn(behind, results, ys) });
    expect(gridsOf(source).map(({ columns, parts }) => [columns, ...parts.map(({ page }) => page)])).toEqual([
      [5, 1, 3],
      [5, 1, 3],
      [5, 2, 4],
    ]);
  });

  test('is one over three pages', async () => {
    const columns = (...at: number[]) => results.map((row) => at.map((i) => row[i]!));
    const pages = [page('', [50, 200, 300], columns(0, 1)), page('', [50, 190], columns(2))];
    const grids = gridsOf(await read(left, ...pages));
    expect(grids.map(({ columns }) => columns)).toEqual([5]);
  });

  test.each([
    ['with the name', '航道养护经费绩效自评表'],
    ['without', ''],
  ])('is one where the labels of its rows are printed again, %s', async (_, name) => {
    const again = results.map((row, r) => [labels[r]![0]!, ...row]);
    const [grid, ...more] = gridsOf(await read(left, page(name, [50, 300, 400, 450, 500], again)));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(
      labels.flatMap((row, r) => [...row, ...results[r]!].map((text, column) => `${r},${column} ${text}`)),
    );
    expect(grid!.confidence).toBeLessThan(0.9);
  });

  test('is one where its second page shows as much of a long name and of a head as is as wide as its labels', async () => {
    const xs = [50, 150, 250, 350];
    const name = '某市航道管理事务中心';
    const lefts = [
      ['项目', '预算数', '项目'],
      ['本年收入', '268.22', '本年支出'],
      ['一般公共预算', '216.22', '卫生健康'],
      ['政府性基金', '52', '交通运输'],
      ['收入合计', '268.22', '支出合计'],
    ];
    const sums = ['268.22', '204.97', '63.25', '268.22'];
    const rights = lefts.map(([label], r) => [label!, sums[r - 1] ?? '合计', r === 0 ? '一般公共' : '']);
    const half = (title: string, head: DrawnCell[], rows: string[][]) => ({
      content:
        show(title, 50, 842 - 40) +
        show('收支总表', 50, 842 - 55) +
        drawTable({ xs, ys: [65, ...ys], cells: [...head, ...cells([[], ...rows])] }, 'strokes'),
    });
    const head = (column: number, columnSpan: number, ...lines: string[]): DrawnCell[] => [
      { row: 0, column, columnSpan, lines },
    ];
    const first = half(`${name}2032年收支总表`, [...head(0, 2, '收入'), ...head(2, 1)], lefts);
    const second = half(name, head(0, 3), rights);
    // In the middle of their cells: the first begins at its left, of the other 100 points are left behind.
    second.content += show('收入', 141, 842 - 75, 9) + show('支出', 191, 842 - 75, 9);
    const [grid, ...more] = gridsOf(await read(first, second));
    expect(more).toEqual([]);
    expect(shape(grid!).slice(0, 2)).toEqual(['0,0 1×2 收入', '0,2 1×3 支出']);
    expect(shape(grid!)).toContain('3,3 204.97');
  });

  test('is not one where the same form is filled in again', async () => {
    const filled = labels.map((row, r) => [...row, r === 0 ? '备注' : '']);
    const again = filled.map(([label, value, note], r) => [label!, r === 0 ? value! : `${value}左右`, note!]);
    const xs = [50, 300, 400, 500];
    expect(gridsOf(await read(page('自评表', xs, filled), page('自评表', xs, again)))).toHaveLength(2);
  });

  test('has a head in one cell whose text, in the middle of it, stands behind the seam', async () => {
    const drawn = (xs: number[], head: DrawnCell[], rows: string[][]) => ({
      content: drawTable({ xs, ys, cells: [...head, ...cells([[], ...rows])] }, 'strokes'),
    });
    const lefts = labels.map((row, r) => [...row, `${r + 2}.5`]).slice(1);
    const head = (column: number, columnSpan: number, lines: string[] = []) => ({
      row: 0,
      column,
      columnSpan,
      lines,
    });
    const first = drawn(
      [50, 200, 400, 500],
      [head(0, 1, ['三级指标']), head(1, 1, ['指标值']), head(2, 1)],
      lefts,
    );
    // 100 points of the cell are left behind: its middle lies 50 points before that of the rest.
    const second = drawn(
      [50, 190, 330],
      [head(0, 2)],
      results.slice(1).map((row) => row.slice(0, 2)),
    );
    second.content += show('二〇三二年', 140 - 25, 842 - 98, 10);
    const grids = gridsOf(await read({ content: show('收支表', 200, 842 - 60, 14) + first.content }, second));
    expect(grids).toHaveLength(1);
    expect(shape(grids[0]!)).toContain('0,2 1×3 二〇三二年');
  });

  test('is one where its name is a row of it', async () => {
    const heights = [50, ...ys];
    const half = (xs: number[], name: string, rows: readonly (readonly string[])[]) => {
      const head: DrawnCell = {
        row: 0,
        column: 0,
        columnSpan: xs.length - 1,
        lines: name === '' ? [] : [name],
      };
      const below = cells(rows).map((cell) => ({ ...cell, row: cell.row + 1 }));
      return { content: drawTable({ xs, ys: heights, cells: [head, ...below] }, 'strokes') };
    };
    const first = half([50, 300, 540], '航道养护经费绩效自评表', labels);
    const grids = gridsOf(await read(first, half([50, 200, 300, 400], '', results)));
    expect(grids.map(({ columns }) => columns)).toEqual([5]);
    expect(grids[0]!.confidence).toBeLessThan(0.9);
    const named = half([50, 200, 300, 400], '船闸检修经费绩效自评表', results);
    expect(gridsOf(await read(first, named))).toHaveLength(2);
  });

  test('is one where a third of the lines are drawn in the second half alone', async () => {
    const merged = cells(labels).filter(({ row, column }) => row > 0 || column < 2);
    const tall = [80, 110, 125, 140, 155, 170, 200, 230];
    const spans = [1, 2, 2, 1, 1];
    const rowAt = [0, 1, 3, 5, 6];
    const upper = merged.map((cell) => ({ ...cell, row: rowAt[cell.row]!, rowSpan: spans[cell.row]! }));
    const above = {
      content:
        show('航道养护经费绩效自评表', 200, 842 - 60, 14) +
        drawTable({ xs: [50, 300, 540], ys: tall, cells: upper }, 'strokes'),
    };
    const parts = [
      results[0]!,
      ['甲', '20', '10'],
      ['乙', '20', '8.9'],
      ['丙', '10', '12'],
      ['丁', '10', '8'],
      ...results.slice(3),
    ];
    const right = {
      content: drawTable({ xs: [50, 200, 300, 400], ys: tall, cells: cells(parts) }, 'strokes'),
    };
    const grids = gridsOf(await read(above, right));
    expect(grids.map(({ columns, rows }) => [columns, rows])).toEqual([[5, 7]]);
  });
});
