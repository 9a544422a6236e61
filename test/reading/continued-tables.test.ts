import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

const head = '| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |';
const rows = [
  '| 201 | 一般公共服务支出 | 320.50 | 300.00 | 20.50 |',
  '| 20103 | 政府办公厅及相关机构事务 | 320.50 | 300.00 | 20.50 |',
  '| 2010301 | 行政运行 | 300.00 | 300.00 | 0.00 |',
  '| 2010302 | 一般行政管理事务 | 20.50 | 0.00 | 20.50 |',
  '| 213 | 农林水支出 | 1,679.50 | 450.25 | 1,229.25 |',
  '| 21303 | 水利 | 1,679.50 | 450.25 | 1,229.25 |',
  '| 2130301 | 行政运行 | 450.25 | 450.25 | 0.00 |',
  '| 2130305 | 水利工程建设 | 1,229.25 | 0.00 | 1,229.25 |',
];
const sum = '| | 合计 | 2,000.00 | 750.25 | 1,249.75 |';
const title = '2031年部门支出总表';
const unit = '部门：云溪县水务局　　单位：万元';
const table = (...lines: string[]) => grid(lines.join('\n'));

describe('a table of figures that is cut', () => {
  test.each([
    ['at its foot', [...rows, sum]],
    ['at its head', [sum, ...rows]],
  ])('is one table, wherever it is cut, with its total %s', (_, all) => {
    for (let cut = 1; cut < all.length; cut++)
      for (const lines of [[], [head]]) {
        const readout = read(
          title,
          unit,
          table(head, ...all.slice(0, cut)),
          table(...lines, ...all.slice(cut)),
        );
        expect(readout.filings).toHaveLength(1);
        expect(readout.amounts).toHaveLength(27);
        expect(errorsIn(readout)).toEqual([]);
      }
  });

  test('is one table where its title comes again and the codes count on', () => {
    const readout = read(
      title,
      unit,
      table(head, ...rows.slice(0, 4)),
      title,
      unit,
      table(head, ...rows.slice(4), sum),
    );
    expect(readout.filings).toHaveLength(1);
    expect(errorsIn(readout)).toEqual([]);
  });
});

test('two tables of one kind under a title of their own stay two', () => {
  const own = [
    '| 205 | 教育支出 | 80.00 | 50.00 | 30.00 |',
    '| 20502 | 普通教育 | 80.00 | 50.00 | 30.00 |',
    '| 2050202 | 小学教育 | 80.00 | 50.00 | 30.00 |',
  ];
  const readout = read(
    title,
    unit,
    table(head, ...rows.slice(4)),
    title,
    '部门：云溪县教育局　　单位：万元',
    table(head, ...own),
  );
  expect(readout.filings).toHaveLength(2);
  const again = read(title, unit, table(head, ...rows.slice(4)), title, unit, table(head, ...own));
  expect(again.filings).toHaveLength(2);
});

describe('a page that begins within a table', () => {
  test('reads a figure over the columns of years that stand on the page before', () => {
    const years = (...lines: string[]) =>
      read(
        '2031年专项债券项目收益情况表',
        '单位：万元',
        grid('| 项目 | 2031年 | 2032年 | 2033年 | 2034年 |\n| 经营收入 | 1.00 | 2.00 | 3.00 | 4.00 |', {
          page: 1,
        }),
        grid(lines.join('\n'), { page: 2 }),
      );
    const readout = years(
      '| 其他收入 | 1.50 | 2.50 | 3.50 | 4.50 |',
      '| 项目总收益 | 22.00 | < | < | < |',
      '| 专项债券本息 | 18.00 | < | < | < |',
    );
    expect(readout.amounts.some(({ item, value }) => item === '其他收入' && value === 4.5)).toBe(true);
  });

  test('reads levels beside a blank side label, though no head stands above them', () => {
    const readout = read(
      '2031年项目支出绩效目标表',
      grid('| 项目名称 | 青禾县河道保洁 | < | < | < |', { page: 1 }),
      grid(
        `
  | | 产出指标 | 数量指标 | 清运漂浮物 | ≥1823吨 |
  | | ^ | 质量指标 | 达标率 | ≥95% |
  | | 效益指标 | 社会效益指标 | 居住环境 | 改善 |`,
        { page: 2 },
      ),
    );
    expect(readout.indicators.map(({ level3 }) => level3)).toEqual(['清运漂浮物', '达标率', '居住环境']);
  });

  test('goes on in the columns of the sheet before, though its last one is blank and no cell begins in another', () => {
    const readout = read(
      '2031年项目支出绩效自评表',
      grid(
        `
  | 项目名称 | < | 青禾县河道保洁 | < | < | < |
  | 一级指标 | 二级指标 | 三级指标 | 指标值 | 得分 | 偏差原因 |
  | 产出指标 | 数量指标 | 清运漂浮物 | ≥1823吨 | 60 | |`,
        { sheet: '自评表' },
      ),
      grid(
        `
  | 效益指标 | 社会效益指标 | 居住环境 | 改善 | 40 | |
  | 总分 | < | < | < | 100 | |`,
        { sheet: '续' },
      ),
    );
    expect(readout.indicators.map(({ level1, level3, score }) => [level1, level3, score])).toEqual([
      ['产出指标', '清运漂浮物', 60],
      ['效益指标', '居住环境', 40],
    ]);
    expect(readout.filings[0]?.total_score).toBe(100);
  });
});
