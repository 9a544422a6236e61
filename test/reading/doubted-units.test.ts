import { describe, expect, it } from 'vitest';
import { grid, read } from './drawing.ts';

/** Sums of a form whose side label is given, read with a confidence. */
function units(label: string, confidence: number) {
  const table = grid(`
 | 项目名称 | 水文站网运行维护 | < | < |
 | ${label} | 资金来源 | 预算数 | 执行数 |
 | ^ | 年度资金总额 | 620.00 | 580.00 |
 | ^ | 其中：财政拨款 | 500.00 | 480.00 |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence, location: { ...cell.location, grid: 0 } }));
  const { amounts } = read('2032年度项目支出绩效自评表', { ...table, cells });
  return amounts.map(({ unit, doubts }) => [unit, doubts?.unit !== undefined]);
}

describe('sums below a label whose bracket or unit was not read right', () => {
  it('have a doubt of their unit', () => {
    expect(units('项目资金（万完', 0.97)).toEqual(Array(4).fill([null, true]));
    expect(units('项目资金（万⏎元！', 0.89)).toEqual(Array(4).fill([null, true]));
    expect(units('项目资金（方元）', 0.97)).toEqual(Array(4).fill([null, true]));
    expect(units('项目资金⏎（万完)', 0.97)).toEqual(Array(4).fill([null, true]));
  });

  it('have one where only 元 was read, and hardly', () => {
    expect(units('项目资金（元）', 0.83)).toEqual(Array(4).fill(['元', true]));
    expect(units('项目资金（元）', 0.95)).toEqual(Array(4).fill(['元', false]));
    expect(units('项目资金（万元）', 0.83)).toEqual(Array(4).fill(['万元', false]));
  });

  it('have none where it was, where nothing opens one, or where nothing was recognised', () => {
    expect(units('项目资金（万元）', 0.97)).toEqual(Array(4).fill(['万元', false]));
    expect(units('项目资金', 0.97)).toEqual(Array(4).fill([null, false]));
    expect(units('项目资金（万完', 1)).toEqual(Array(4).fill([null, false]));
  });
});
