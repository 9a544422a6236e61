import { describe, expect, test } from 'vitest';
import { grid, line, read } from './drawing.ts';

/** Self-evaluations that are filed as reports with one table; every name and figure is invented. */
describe('evaluation reports', () => {
  const table = grid(`
 | 联系人 | 吴七 | 联络电话 | 8690000 | < | < |
 | 整体支出绩效定量目标及实施计划完成情况 | 评价内容 | 绩效目标 | < | 完成情况 | < |
 | ^ | 产出目标(部门工作实绩,包含上级布置的重点工作,根据实际细化) | 质量目标 | 处置率≥95% | 96% | < |
 | ^ | ^ | 数量目标 | 受理12万件 | 12.5万件 | < |
 | ^ | 效益目标 | 社会效益 | 市容提升 | 提升 | < |
 | 绩效自评综合得分 | 96 | < | < | < | < |
 | 评价组组长（签字）： | 2032年3月1日 | < | < | < | < |`);

  test.each([
    [['河州市2031年度部门整体支出绩效评价自评报告']],
    [['河州市2031年度部门整体支出', '绩效评价自评报告']],
  ])('the title in %j says whose whole it is', (lines) => {
    const { filings } = read(...lines.map((text) => line(text)), table);
    expect(filings.map(({ form_type, total_score }) => [form_type, total_score])).toEqual([
      ['department_self_evaluation', 96],
    ]);
  });

  test('the second levels stand below the head of the targets', () => {
    const { indicators } = read('某局2031年度部门整体支出绩效自评表', table);
    expect(indicators.map(({ level2, target }) => [level2, target?.raw])).toEqual([
      ['质量目标', '处置率≥95%'],
      ['数量目标', '受理12万件'],
      ['社会效益', '市容提升'],
    ]);
    expect(indicators.map(({ level1 }) => level1?.slice(0, 4))).toEqual(['产出目标', '产出目标', '效益目标']);
  });

  test('a day is no name', () => {
    const { filings } = read('某局2031年度部门整体支出绩效自评表', table);
    expect(filings[0]?.contacts.map(({ role }) => role)).toEqual(['联系人']);
  });
});
