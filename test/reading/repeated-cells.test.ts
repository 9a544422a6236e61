import { expect, test } from 'vitest';
import { withoutRepeats } from '../../src/reading/table/repeated-cells.ts';
import { grid } from './drawing.ts';

function spans(drawing: string): string[] {
  return withoutRepeats(grid(drawing)).cells.map(
    (cell) => `${cell.text}@${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan}`,
  );
}

test('a writer with the habit gets its merged cells back: along rows, and downwards among the labels', () => {
  expect(
    spans(`
      | 项目名称 | 修路 | 修路 | 修路 |
      | 年度目标 | 修通道路 | 修通道路 | 修通道路 |
      | 年度目标 | 修通道路 | 修通道路 | 修通道路 |
      | 数量指标 | 里程 | 3 | 3 |
    `),
  ).toEqual([
    '项目名称@0,0 1x1',
    '修路@0,1 1x3',
    '年度目标@1,0 2x1',
    '修通道路@1,1 2x3',
    '数量指标@3,0 1x1',
    '里程@3,1 1x1',
    '3@3,2 1x1',
    '3@3,3 1x1',
  ]);
});

test('a lone pair of equal answers stays two cells', () => {
  const joined = spans(`
    | 项目名称 | 修路 | 修路 | 修路 | 修路 |
    | 主管部门 | 交通局 | 交通局 | 交通局 | 交通局 |
    | 质量指标 | 路面 | 达标 | 达标 | 10 |
  `);
  expect(joined).toContain('达标@2,2 1x1');
  expect(joined).toContain('达标@2,3 1x1');
});

test.each([
  [
    'a grid that merges',
    '| 甲 | < | 乙 | 乙 |\n| 名称 | 道路 | 道路 | 道路 |\n| 单位 | 某局 | 某局 | 某局 |',
  ],
  ['a grid without the habit', '| 名称 | 道路 | 道路 | 道路 |\n| 一 | 达标 | 达标 | 达到 |'],
  ['a grid of figures', '| 100 | 100 | 100 | 100 |\n| 无 | 无 | 无 | 无 |\n| 10% | 10% | 10% | 10% |'],
])('%s is left as it is', (_, drawing) => {
  const made = grid(drawing);
  expect(withoutRepeats(made)).toBe(made);
});
