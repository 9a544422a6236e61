import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../schemas/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** The same form laid out in another way must give the same records. */
const department = grid(`
  | 部门（单位）名称 | 云溪县档案馆 | < | < | < | < | < |
  | 部门总体资金情况 | 总体资金情况 | < | 当年金额 | 占比 | 近两年收支金额 | < |
  | ^ | ^ | ^ | ^ | ^ | 2022年 | 2023年 |
  | ^ | 收入构成 | 财政拨款 | 90 | 90% | 70 | 80 |
  | ^ | ^ | 单位资金 | 10 | 10% | 0 | 5 |
  | ^ | ^ | 合计 | 100 | 100% | 70 | 85 |
  | ^ | 支出构成 | 基本支出 | 60 | 60% | 50 | 55 |
  | ^ | ^ | 合计 | 60 | 60% | 50 | 55 |
  | 年度目标 | 收好档案 | < | < | < | < | < |
  | 年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | 指标值确定依据 |
  | ^ | ^ | ^ | ^ | 上年 | 预期当年实现值 | ^ |
  | ^ | 产出指标 | 数量指标 | 归档卷数 | 2500卷 | ≥3000卷 | 计划标准 |
  | ^ | ^ | ^ | 数字化页数 | 18万页 | ≥20万页 | 计划标准 |
  | ^ | ^ | 质量指标 | 著录准确率 | 97% | ≥98% | 行业标准 |
  | ^ | 满意度指标 | 服务对象满意度 | 查档群众满意度 | 94% | ≥95% | 历史标准 |
`);
const evaluation = grid(`
  | 项目名称 | < | 河道清淤 | < | < | < | < | < |
  | 主管部门 | < | 云溪县水利局 | < | 实施单位 | 云溪县河道站 | < | < |
  | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
  | ^ | 年度资金总额 | 80 | 90 | 81 | 10 | 90% | 9 |
  | ^ | 其中：当年财政拨款 | 80 | 90 | 81 | | | |
  | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 备注 |
  | 产出指标（50分） | 数量指标 | 清淤长度 | ≥3公里 | 3.2公里 | 30 | 30 | |
  | ^ | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | |
  | 效益指标（ 3 0 分） | 生态效益指标 | 水质 | 改善 | 改善 | 40 | 38 | |
  | 总分 | < | < | < | < | 100 | 97 | |
`);
const titles = new Map([
  [department, '2024年度部门整体绩效目标申报表'],
  [evaluation, '2022年度项目支出绩效自评表'],
]);

/** Spans taken apart: the text stays in the first cell, the others are blank. */
function unmerged(made: Grid, down: boolean, across: boolean): Grid {
  const cells: Cell[] = made.cells.flatMap((cell) => {
    const rows = down ? cell.rowSpan : 1;
    const columns = across ? cell.columnSpan : 1;
    return Array.from({ length: rows * columns }, (_, k) => ({
      ...cell,
      row: cell.row + Math.floor(k / columns),
      column: cell.column + (k % columns),
      rowSpan: down ? 1 : cell.rowSpan,
      columnSpan: across ? 1 : cell.columnSpan,
      text: k === 0 ? cell.text : '',
    }));
  });
  return inOrder({ ...made, cells });
}

function inOrder(made: Grid): Grid {
  return { ...made, cells: [...made.cells].sort((a, b) => a.row - b.row || a.column - b.column) };
}

function withBlankColumn(made: Grid): Grid {
  const blank = (row: number): Cell => ({
    ...(made.cells[0] as Cell),
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
  });
  const cells = made.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
  return inOrder({
    ...made,
    columns: made.columns + 1,
    cells: [...cells, ...Array.from({ length: made.rows }, (_, row) => blank(row))],
  });
}

/** The grid cut at a row: what was merged over the cut is blank below it. */
function cutAt(made: Grid, at: number): Grid[] {
  const part = (first: number, end: number): Grid => ({
    ...made,
    rows: end - first,
    parts: [{ ...(made.parts[0] as Grid['parts'][0]), endRow: end - first }],
    cells: made.cells
      .filter((cell) => cell.row < end && cell.row + cell.rowSpan > first)
      .map((cell) => ({
        ...cell,
        row: Math.max(cell.row, first) - first,
        rowSpan: Math.min(cell.row + cell.rowSpan, end) - Math.max(cell.row, first),
        text: cell.row < first ? '' : cell.text,
      })),
  });
  return [part(0, at), inOrder(part(at, made.rows))];
}

/** Title and grid as rows of one grid, as some sheets have them. */
function withTitleRow(made: Grid, title: string): Grid {
  const row: Cell = {
    ...(made.cells[0] as Cell),
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan: made.columns,
    text: title,
  };
  const cells = made.cells.map((cell) => ({ ...cell, row: cell.row + 1 }));
  return { ...made, rows: made.rows + 1, cells: [row, ...cells] };
}

describe.each([
  ['a department form', department],
  ['a self-evaluation', evaluation],
])('%s gives the same records', (_, made) => {
  const title = titles.get(made) as string;
  const plain = read(title, made);
  const records = {
    told: told(plain),
    counted: counted(plain),
    prior: plain.indicators.map((each) => each.prior),
  };
  const same = (...given: Parameters<typeof read>): void => {
    const other = read(...given);
    expect({
      told: told(other),
      counted: counted(other),
      prior: other.indicators.map((each) => each.prior),
    }).toEqual(records);
    const {
      title: _,
      source: __,
      grids: ___,
      coverage: ____,
      placeholders: _____,
      ...facts
    } = plain.filings[0] ?? ({} as never);
    expect(other.filings).toHaveLength(1);
    expect(other.filings[0]).toMatchObject(facts);
  };

  test('it has records at all', () => {
    expect(records.told.length).toBeGreaterThan(2);
    expect(records.counted.length).toBeGreaterThan(5);
  });
  test('with rows unmerged', () => same(title, unmerged(made, true, false)));
  test('with nothing merged', () => same(title, unmerged(made, true, true)));
  test('with a blank column at its left', () => same(title, withBlankColumn(made)));
  test('with its title in the grid', () => same(withTitleRow(made, title)));
  test('cut by the end of a page among its indicators', () => same(title, ...cutAt(made, made.rows - 2)));
  test('under two titles, the nearer its own', () => same(`${title} 某某事项`, title, made));
});
