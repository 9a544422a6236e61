import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** What the lines above a table say; every name and figure is invented. */
const indicators = grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 清淤长度 | ≥12公里 |
 | 效益指标 | 生态效益指标 | 水质达标率 | ≥90% |`);

describe('lines above a table', () => {
  test('sentences that start with a label are lines of the form below its title', () => {
    const readout = read(
      '项目支出绩效目标表',
      '项目名称： 河道清淤整治 \t主管部门：白露县水务局',
      '实施单位：白露县河道管理所\t项目负责人：孙立',
      '项目资金总额： 80 万元，其中：财政拨款 60 万元，其他资金 20 万元。',
      '年度目标：清淤河道12公里，清运淤泥3万立方米，保障沿线农田灌溉与行洪安全。',
      indicators,
    );
    expect(readout.filings[0]).toMatchObject({
      title: '项目支出绩效目标表',
      project: '河道清淤整治',
      supervisor: '白露县水务局',
      organisation: '白露县河道管理所',
    });
    expect(counted(readout)).toEqual([
      'funding 项目资金总额 current ∅ 80 万元',
      'funding 财政拨款 current ∅ 60 万元 of=项目资金总额',
      'funding 其他资金 current ∅ 20 万元 of=项目资金总额',
    ]);
    expect(readout.texts.map(({ role }) => role)).toContain('goal');
  });

  test('the parts of a sum may stand in brackets behind it', () => {
    const readout = read(
      '项目支出绩效目标表',
      '项目名称：河道清淤整治 主管部门：白露县水务局',
      '预算金额：80万元（其中：财政拨款60万元，其他资金20万元）',
      indicators,
    );
    expect(counted(readout)).toEqual([
      'funding 预算金额 current ∅ 80 万元',
      'funding 财政拨款 current ∅ 60 万元 of=预算金额',
      'funding 其他资金 current ∅ 20 万元 of=预算金额',
    ]);
  });

  test('a sentence above the title of a table stays prose, and its report says the year', () => {
    const readout = read(
      '白露县水务局2024年度部门整体支出绩效自评报告',
      '自评得分96.5分，等级为“优”。',
      '表1 部门整体支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 自评得分 |
 | 投入 | 预算配置 | 在职人员控制率 | 10 | ≤100%得10分 | 10 |`),
    );
    expect(readout.filings[0]).toMatchObject({ year: 2024, inferred: ['organisation', 'year'] });
    expect(readout.texts.some(({ text }) => text.startsWith('自评得分96.5分'))).toBe(true);
  });

  test('a line with the year alone goes before what runs over the pages of a publication', () => {
    const { filings } = read(
      '白露县水务局2019年度信息公开资料',
      '项目支出绩效目标表',
      '（2024年度）',
      indicators,
    );
    expect(filings.map(({ year }) => year)).toEqual([2024]);
  });

  test.each(['No 000127', '№0012', '编号：2024-017'])(
    'a title goes before the number of its sheet: %s',
    (number) => {
      const { filings } = read(`项目支出绩效目标表 ${number}`, indicators);
      expect(filings.map(({ title }) => title)).toEqual(['项目支出绩效目标表']);
    },
  );

  test('a report whose sentences have labels gives none of them to a table without a title', () => {
    const { filings } = read(
      '项目名称：这一句话说的是别的项目，而且很长，一直说到句号为止，不是表单的一行。',
      indicators,
    );
    expect(filings[0]?.project).toBeNull();
  });
});

test('in the middle of the year 尚未验收 answers for a rate', () => {
  const rules = (title: string): string[] =>
    reconcile(
      read(
        title,
        grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成情况 |
 | 产出指标 | 质量指标 | 验收合格率 | 100% | 尚未验收 |`),
      ),
    ).findings.map(({ rule }) => rule);
  expect(rules('2024年项目支出绩效运行监控表')).not.toContain('IND-03');
  expect(rules('2024年项目支出绩效自评表')).toContain('IND-03');
});

test('a row that names a project takes the code from the class beside it', () => {
  const { amounts } = read(
    '2025年项目支出预算明细表',
    '单位：元',
    grid(`
 | 单位名称 | 项目名称 | 功能科目 | 预算金额 | 增减率 |
 | 丹枫县林业局 | 造林补助 | 2130205-森林资源培育 | ¥3,500,000.00 | (20.00%) |
 | 丹枫县林场 | 林区道路 | 2130205-森林资源培育 | ¥800,000.50 | 1.00% |`),
  );
  expect(amounts.map(({ code, item, value }) => [code, item, value])).toEqual([
    ['2130205', '造林补助', 3500000],
    ['2130205', '造林补助', -20],
    ['2130205', '林区道路', 800000.5],
    ['2130205', '林区道路', 1],
  ]);
});
