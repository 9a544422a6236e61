import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

const namesOf = (table: string) =>
  read('2031年度项目支出绩效目标表', grid(table)).indicators.map(({ level1, level2, level3, target }) =>
    [level1, level2, level3, target?.value].join(' '),
  );

test.each([
  [
    'behind second levels that templates have',
    `
  | 一级指标 | 二级指标 | 绩效内容描述 | 年度指标值 |
  | 产出指标 | 数量指标 | 保洁河道 | ≥12条 |
  | ^ | 质量指标 | 考核达标率 | ≥95% |
  | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% |`,
    [
      '产出指标 数量指标 保洁河道 12',
      '产出指标 质量指标 考核达标率 95',
      '满意度指标 服务对象满意度指标 居民满意度 90',
    ],
  ],
  [
    'behind first levels alone',
    `
  | 一级指标 | 绩效内容描述 | 年度指标值 |
  | 产出指标 | 保洁河道 | ≥12条 |
  | ^ | 考核达标率 | ≥95% |
  | 满意度指标 | 居民满意度 | ≥90% |`,
    ['产出指标  保洁河道 12', '产出指标  考核达标率 95', '满意度指标  居民满意度 90'],
  ],
  [
    'behind second levels of their own that group them',
    `
  | 一级指标 | 二级指标 | 绩效内容描述 | 年度指标值 |
  | 履职效能 | 河道管护 | 保洁河道 | ≥12条 |
  | ^ | ^ | 考核达标率 | ≥95% |
  | ^ | 水质改善 | 断面达标率 | ≥90% |`,
    ['履职效能 河道管护 保洁河道 12', '履职效能 河道管护 考核达标率 95', '履职效能 水质改善 断面达标率 90'],
  ],
  [
    'never where the second levels are the names themselves',
    `
  | 一级指标 | 二级指标 | 管护范围 | 年度指标值 |
  | 产出指标 | 保洁河道 | 城区 | ≥12条 |
  | ^ | 考核达标率 | 全域 | ≥95% |
  | 满意度指标 | 居民满意度 | 沿河 | ≥90% |`,
    ['产出指标  保洁河道 12', '产出指标  考核达标率 95', '满意度指标  居民满意度 90'],
  ],
])('words under a head that nobody knows name the rows %s', (_, table, expected) => {
  expect(namesOf(table)).toEqual(expected);
});
