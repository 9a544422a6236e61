import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Forms in the manner of the provinces' templates; every name and figure is invented. */
describe('layouts of other systems', () => {
  test('a writer that repeats merged texts in every cell', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2023年度）',
      grid(`
 | 项目名称 | 校舍维修 | 校舍维修 | 校舍维修 | 校舍维修 | 校舍维修 | 校舍维修 | 校舍维修 |
 | 主管部门 | 教育局 | 教育局 | 教育局 | 实施单位 | 第一小学 | 第一小学 | 第一小学 |
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | 项目资金（万元） | 年度资金总额 | 100 | 100 | 90 | 10 | 90% | 9 |
 | 项目资金（万元） | 其中：当年财政拨款 | 100 | 100 | 90 | — | | — |
 | 项目资金（万元） | 其他资金 | 0 | 0 | 0 | — | | — |
 | 年度总体目标 | 预期目标 | 预期目标 | 预期目标 | 实际完成情况 | 实际完成情况 | 实际完成情况 | 实际完成情况 |
 | 年度总体目标 | 修好三幢校舍 | 修好三幢校舍 | 修好三幢校舍 | 修好了三幢 | 修好了三幢 | 修好了三幢 | 修好了三幢 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 绩效指标 | 产出指标 | 数量指标 | 维修校舍数 | 3幢 | 3幢 | 30 | 30 |
 | 绩效指标 | 产出指标 | 数量指标 | 维修面积 | ≥500平方米 | 520平方米 | 30 | 30 |
 | 绩效指标 | 效益指标 | 社会效益指标 | 受益学生数 | ≥300人 | 320人 | 30 | 30 |
 | 总分 | 总分 | 总分 | 总分 | 总分 | 总分 | 100 | 99 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '项目支出绩效自评表',
      organisation: '第一小学',
      year: 2023,
      project: '校舍维修',
      money_unit: '万元',
      execution_weight: 10,
      execution_score: 9,
      execution_rate: 90,
      total_weight: 100,
      total_score: 99,
    });
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/维修校舍数 =3幢 30',
      'evaluation 产出指标/数量指标/维修面积 >=500平方米 30',
      'evaluation 效益指标/社会效益指标/受益学生数 >=300人 30',
    ]);
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2023 100 万元',
      'funding 年度资金总额 annual_budget 2023 100 万元',
      'funding 年度资金总额 executed 2023 90 万元',
      'funding 年度资金总额 rate 2023 90 %',
      'funding 当年财政拨款 initial_budget 2023 100 万元 of=年度资金总额',
      'funding 当年财政拨款 annual_budget 2023 100 万元 of=年度资金总额',
      'funding 当年财政拨款 executed 2023 90 万元 of=年度资金总额',
      'funding 其他资金 initial_budget 2023 0 万元 of=年度资金总额',
      'funding 其他资金 annual_budget 2023 0 万元 of=年度资金总额',
      'funding 其他资金 executed 2023 0 万元 of=年度资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'goal 修好三幢校舍',
      'achievement 修好了三幢',
    ]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([
      ['3幢', 30],
      ['520平方米', 30],
      ['320人', 30],
    ]);
  });

  test('a head of figures in the last row of a page, its body on the next', () => {
    const readout = read(
      '部门收支总表',
      '单位：万元',
      grid(`
 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |`),
      grid(`
 | 201 | 一般公共服务支出 | 120 | 100 | 20 |
 | 20103 | 政府办公厅事务 | 120 | 100 | 20 |
 | | 合计 | 120 | 100 | 20 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'budget_table',
      title: '部门收支总表',
      money_unit: '万元',
    });
    expect(told(readout)).toEqual([]);
    expect(counted(readout)).toEqual([
      'budget 一般公共服务支出 budget ∅ 120 万元 code=201 of=合计',
      'budget 一般公共服务支出 budget ∅ 100 万元 code=201 of=合计',
      'budget 一般公共服务支出 budget ∅ 20 万元 code=201 of=合计',
      'budget 政府办公厅事务 budget ∅ 120 万元 code=20103 of=一般公共服务支出',
      'budget 政府办公厅事务 budget ∅ 100 万元 code=20103 of=一般公共服务支出',
      'budget 政府办公厅事务 budget ∅ 20 万元 code=20103 of=一般公共服务支出',
      'budget 合计 budget ∅ 120 万元',
      'budget 合计 budget ∅ 100 万元',
      'budget 合计 budget ∅ 20 万元',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
  });

  test('a head of funds in the last row of a page, its body on the next', () => {
    const readout = read(
      '项目支出绩效自评表',
      '（2022年度）',
      grid(`
 | 项目名称 | 道路维修 | < | < | < | < | < |
 | 项目资金（万元） | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分 |`),
      grid(`
 | | 年度资金总额 | 100 | 100 | 90 | 90% | 9 |
 | | 其中：财政拨款 | 100 | 100 | 90 | | |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 维修里程 | 3公里 | 3公里 | 50 | 50 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '项目支出绩效自评表',
      year: 2022,
      project: '道路维修',
      money_unit: '万元',
      execution_score: 9,
      execution_rate: 90,
    });
    expect(told(readout)).toEqual(['evaluation 产出指标/数量指标/维修里程 =3公里 50']);
    expect(counted(readout)).toEqual([
      'funding 年度资金总额 initial_budget 2022 100 万元',
      'funding 年度资金总额 annual_budget 2022 100 万元',
      'funding 年度资金总额 executed 2022 90 万元',
      'funding 年度资金总额 rate 2022 90 %',
      'funding 财政拨款 initial_budget 2022 100 万元 of=年度资金总额',
      'funding 财政拨款 annual_budget 2022 100 万元 of=年度资金总额',
      'funding 财政拨款 executed 2022 90 万元 of=年度资金总额',
    ]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
    expect(readout.indicators.map((each) => [each.actual?.raw, each.score])).toEqual([['3公里', 50]]);
  });

  test('tasks without money, a row each', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2023年度）',
      grid(`
 | 部门名称 | 城管局 | < |
 | 年度主要任务 | 任务名称 | 主要内容 |
 | ^ | 市容整治 | 整治背街小巷12条 |
 | ^ | 垃圾分类 | 新建分类亭30座 |
 | 年度总体目标 | 环境整洁，群众满意 | < |
 | 一级指标 | 三级指标 | 指标值 |
 | 产出指标 | 整治小巷数 | ≥12条 |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_targets',
      title: '部门整体支出绩效目标申报表',
      organisation: '城管局',
      year: 2023,
    });
    expect(told(readout)).toEqual(['annual 产出指标/∅/整治小巷数 >=12条 ∅']);
    expect(counted(readout)).toEqual([]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([
      'task 市容整治：整治背街小巷12条',
      'task 垃圾分类：新建分类亭30座',
      'goal 环境整洁，群众满意',
    ]);
  });

  test('grades as columns: the first is what is aimed at', () => {
    const readout = read(
      '部门整体绩效目标表（2023年）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 优 | 良 | 中 | 差 |
 | 产出指标 | 数量指标 | 培训人次 | 20 | ≥300人次 | ≥250人次 | ≥200人次 | <200人次 |
 | ^ | 质量指标 | 合格率 | 20 | ≥95% | ≥90% | ≥80% | <80% |`),
    );
    expect(readout.filings).toHaveLength(1);
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_targets',
      title: '部门整体绩效目标表（2023年）',
      year: 2023,
    });
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/培训人次 >=300人次 20',
      'annual 产出指标/质量指标/合格率 >=95% 20',
    ]);
    expect(counted(readout)).toEqual([]);
    expect(readout.texts.map((each) => `${each.role} ${each.text}`)).toEqual([]);
  });
});
