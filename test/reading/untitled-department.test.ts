import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read, told } from './drawing.ts';

/** What LibreOffice prints of a web page: no lines, and no title, which stood right above the table. */
const form = (total: string, head = '部门（单位）名称', whole = '部门整体支出（万元）') =>
  read(
    '（2031年度）',
    grid(`
 | ${head} | < | 437005-苍屏县园林绿化所 | < | < | < | < | < |
 | ${whole} | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分 |
 | ^ | 年度资金总额 | < | 820.50 | 820.50 | 812.30 | 10 | 9.9 |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 度量单位 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 修剪行道树数量 | ≥3600 | 株 | 3600 | 50 | 50 |
 | 效益指标 | 社会效益指标 | 街区绿化水平 | 提升 | | 提升 | 30 | 30 |
 | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90 | % | 93 | 10 | 10 |
 ${total}`),
  );

describe('a department’s evaluation that lost its title', () => {
  const printed = form('| | | 总分 | | ^ | | 100 | 99.9 |');

  test('adds up all points in the row of 总分, whichever level the text stands below', () => {
    expect(told(printed)).toHaveLength(3);
    expect(printed.filings).toMatchObject([{ total_weight: 100, total_score: 99.9 }]);
    expect(errorsIn(printed)).toEqual([]);
  });

  test('is told by the name of a department over 部门整体支出', () => {
    expect(printed.filings).toMatchObject([{ form_type: 'department_self_evaluation' }]);
    const others = [form('', '单位名称'), form('', undefined, '项目资金（万元）')];
    for (const { filings } of others)
      expect(filings).toMatchObject([{ form_type: 'project_self_evaluation' }]);
  });
});
