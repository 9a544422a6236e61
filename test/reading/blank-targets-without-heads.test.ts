import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Rows whose heads name no level, with values that were left blank. Every name and figure is invented. */
const targets = (...values: string[]) =>
  read(
    '2032年财政支出项目绩效目标申报表',
    grid(`
      | 项目名称 | 校园安保 | < | < | < | < |
      | 项目绩效指标 | 分解目标 | < | 目标内容 | 目标值 | 目标来源 |
      | ^ | 产出 | 数量 | 配备保安人数 | ${values[0]} | 计划标准 |
      | ^ | ^ | 质量 | 持证上岗率 | ${values[1]} | 行业标准 |
      | ^ | ^ | 时效 | 到岗及时率 | ${values[2]} | 计划标准 |
      | ^ | 效益 | 社会效益 | 重大安全事故 | ${values[3]} | 历史标准 |
    `),
  ).indicators.map(({ level3, remark, target }) => `${level3} ${target?.raw ?? ''} ${remark}`);

test.each([
  [['138人', '100%', '≥98%', '0起']],
  [['', '100%', '≥98%', '']],
  [['', '', '≥98%', '']],
  [['', '', '', '']],
])('what stands behind a value that was left blank is no value: %s', (values) => {
  expect(targets(...values)).toEqual([
    `配备保安人数 ${values[0]} 计划标准`,
    `持证上岗率 ${values[1]} 行业标准`,
    `到岗及时率 ${values[2]} 计划标准`,
    `重大安全事故 ${values[3]} 历史标准`,
  ]);
});
