import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Sums whose counts and price stand in a text of their row. Every name and figure is invented. */
describe('what a sum is worked out from, in a text of its row', () => {
  const drawn = (first = '54.00', text = '240人×5天×450元/人天=54万元') =>
    read(
      '项目支出预算测算明细表',
      '单位：万元',
      grid(`
 | 序号 | 支出内容 | 测算过程 | 金额 |
 | 1 | 培训费 | ${text} | ${first} |
 | 2 | 教材费 | 240人×120元=2.88万元 | 2.88 |
 | 3 | 场地费 | 10天×3000元/天 | 3.00 |`),
    );

  test('stands beside the sum, and is held against it', () => {
    expect(drawn().amounts[0]?.factors?.map(({ role, unit, value }) => [role, value, unit])).toEqual([
      ['count', 240, '人'],
      ['count', 5, '天'],
      ['price', 450, '元/人天'],
    ]);
    expect(errorsIn(drawn())).toEqual([]);
    expect(errorsIn(drawn('84.00'))).toEqual(['UCQ-05']);
    expect(errorsIn(drawn('54.00', '240人×5天×480元/人天=54万元'))).toEqual(['UCQ-05']);
  });

  test('is nothing where the text adds products up, takes a share or has no price', () => {
    for (const text of ['240人×5天×400元+6万元', '120万元×45%', '240人×5天', '36场×5000元；45场×8000元'])
      expect(drawn('54.00', text).amounts[0]?.factors).toBeUndefined();
  });
});
