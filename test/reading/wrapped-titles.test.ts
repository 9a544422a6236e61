import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Titles in several lines above a table; every name is invented. */
const indicators = grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里 |
 | 效益指标 | 生态效益指标 | 水质达标率 | ≥90% |`);

const titled = (...lines: string[]) => read(...lines, indicators).filings[0];

test.each([
  [['2031年度中央对地方专项转移支付绩', '效自评表'], 'project_self_evaluation'],
  [['2031年度白露县水务局部门整体支出绩效自', '评表'], 'department_self_evaluation'],
  [['白露县水务局2031年部门整体支出', '绩效目标申报表', '填报单位：白露县水务局'], 'department_targets'],
  [['2031年部门预算“三公”经费及会议费、培训费、差旅费情', '况表'], 'project_targets'],
  [['附件2', '白露县2031年度项目支出', '绩效目标申报表'], 'project_targets'],
])('a title that breaks within a word, or before a bare name, is one: %j', (lines, type) => {
  const own = lines.filter((line) => !/^附件|：/.test(line));
  expect(titled(...lines)).toMatchObject({ title: own.join(''), form_type: type, year: 2031 });
});

test.each([
  [['白露县水务局', '2031年度项目支出绩效自评表']],
  [['河道清淤整治专项资金', '项目支出绩效自评表']],
  [['部门整体支出绩效目标申报表（一）', '项目支出绩效自评表']],
  [['河道清淤、整治项目', '绩效目标申报表']],
  [['一、预算执行情况与资金管理：支出', '项目支出绩效自评表']],
])('a line above a whole name is none of the title: %j', (lines) => {
  expect(titled(...lines)?.title).toBe(lines[1]);
});
