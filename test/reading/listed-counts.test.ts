import { describe, expect, test } from 'vitest';
import { counted, grid, read } from './drawing.ts';

/** People and cars that one cell counts; every name and figure is invented. */
const staff = (row: string) =>
  counted(
    read(
      '2031年部门基本情况表',
      grid(`
 | 部门名称 | 松坪县审计局 | < | < |
 | ${row} |
 | 预算收支（万元） | 项目 | 2030年决算 | 2031年预算 |
 | ^ | 基本支出 | 612.30 | 640.00 |
 | ^ | 项目支出 | 186.50 | 210.00 |`),
    ),
  ).filter((line) => line.includes('count'));

describe('counts listed in one cell', () => {
  test('are counts of their own beside a label', () => {
    expect(staff('人员及车辆情况 | 编制52人，实有50人，退休1,023人，公务用车6辆 | < | <')).toEqual([
      'staff 编制 count 2031 52 人',
      'staff 实有 count 2031 50 人',
      'staff 退休 count 2031 1023 人',
      'base_data 公务用车 count 2031 6 辆',
    ]);
  });

  test('and behind a colon in the cell of their label', () => {
    expect(staff('人员车辆：合计50人、车辆6辆 | < | < | <')).toEqual([
      'staff 合计 count 2031 50 人',
      'base_data 车辆 count 2031 6 辆',
    ]);
  });

  test('are none in a sentence', () => {
    expect(staff('人员情况 | 编制52人，实有50人，较上年减少2人的主要原因是退休 | < | <')).toEqual([]);
  });
});
