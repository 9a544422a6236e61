import { describe, expect, it } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** A form whose sum and one of whose parts are given, as a picture gave them. */
function form(total: string, part: string, confidence = 0.92) {
  const table = grid(`
 | 项目名称 | 水文站网运行维护 | < | < |
 | 项目资金（万元） | 资金来源 | 预算数 | 执行数 |
 | ^ | 年度资金总额 | ${total} | 580.00 |
 | ^ | 其中：财政拨款 | ${part} | 480.00 |
 | ^ | 其他资金 | 120.00 | 100.00 |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence }));
  return read('2032年度项目支出绩效自评表', { ...table, cells });
}

describe('a cell of a recognised page with writing that is no figure', () => {
  it('has a doubt of its value and its unit, and is no part that is nought', () => {
    const got = form('620.00', '500.00時');
    const doubts = got.amounts.find(({ raw }) => raw === '500.00時')?.doubts;
    expect(Object.keys(doubts ?? {})).toEqual(['value', 'unit']);
    expect(errorsIn(got)).toEqual([]);
  });

  it('is no blank total', () => {
    expect(errorsIn(form('62O,0', '500.00'))).toEqual([]);
  });

  it('is a part of its sum where it was read', () => {
    expect(errorsIn(form('640.00', '500.00'))).not.toEqual([]);
  });
});
