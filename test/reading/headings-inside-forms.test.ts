import { describe, expect, test } from 'vitest';
import { grid, read, told } from './drawing.ts';

/** Forms with headings and lists of texts of their own; every name and figure is invented. */
describe('headings inside a form', () => {
  test('项目支出绩效指标表 across a form that says whose it is starts no other', () => {
    const readout = read(
      '2032年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 泵站养护经费 | < | < | < | < |
 | 主管部门 | 青禾县水利局 | < | 实施单位 | 青禾县泵站管理所 | < |
 | 项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | 年度资金总额 | 80.00 | 72.00 | 10 | 90.00% | 9.00 |
 | 项目支出绩效指标表 | < | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 养护泵站 | ≥12座 | 90 | 90 |
 | 总分 | < | < | < | 100 | 99 |`),
    );
    expect(readout.filings.map(({ project, total_score: score }) => [project, score])).toEqual([
      ['泵站养护经费', 99],
    ]);
    expect(told(readout)).toEqual(['evaluation 产出指标/数量指标/养护泵站 >=12座 90']);
  });

  test('（一）… beside what is said of it, with 一、… in front', () => {
    const { filings, texts } = read(
      '2032年度部门整体支出绩效自评情况',
      grid(`
 | 一、部门基本情况 | （一）部门绩效目标的设立情况 | 设立目标三项。 |
 | ^ | （二）部门预算管理制度建设情况 | 制度健全。 |
 | 二、存在的问题和整改情况 | < | 档案归集不及时，已整改。 |`),
    );
    expect(texts.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '（一）部门绩效目标的设立情况 设立目标三项。',
      '（二）部门预算管理制度建设情况 制度健全。',
      '二、存在的问题和整改情况 档案归集不及时，已整改。',
    ]);
    expect(filings[0]?.coverage).toBeGreaterThan(0.8);
  });

  test('goals of later years stand under 财政年度 and are held to no indicator', () => {
    const { texts } = read(
      '2032年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 青禾县水利局 | < |
 | 财政年度 | 目标 | 实际完成情况 |
 | 2032 | 养护泵站12座。 | 养护泵站12座，全部完成。 |
 | 2033 | 养护泵站15座。 | --- |
 | 2034 | 养护泵站18座。 | --- |
 | 一级指标 | 三级指标 | 指标值 |
 | 产出指标 | 养护泵站数量 | ≥12座 |`),
    );
    expect(texts.map(({ role, label, text }) => `${role} ${label} ${text}`)).toEqual([
      'goal 目标 养护泵站12座。',
      'achievement 实际完成情况 养护泵站12座，全部完成。',
      'other 2033目标 养护泵站15座。',
      'other 2034目标 养护泵站18座。',
    ]);
  });
});

describe('what the lines of a document say of a form', () => {
  test('the code and the name of the office stand above the grid without a label, the year in the title of the whole text', () => {
    const { filings } = read(
      '青禾县农业农村局部门预算绩效文本（2032年）',
      '1.泵站养护经费绩效目标表',
      '204001青禾县农业农村局本级　　　　　单位：万元',
      grid(`
 | 项目名称 | 泵站养护经费 | < |
 | 一级指标 | 三级指标 | 指标值 |
 | 产出指标 | 养护泵站数量 | ≥12座 |`),
    );
    expect(
      filings.map(({ organisation, organisation_code: code, year }) => [organisation, code, year]),
    ).toEqual([['204001青禾县农业农村局本级', '204001', 2032]]);
  });
});
