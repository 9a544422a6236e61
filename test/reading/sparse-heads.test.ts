import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

const rulesOf = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout).findings.map((finding) => finding.rule);

/** Forms whose heads say little, say two things in one cell, or are missing; every name and figure is invented. */
describe('indicators', () => {
  test('rows that no head explains are told by the names of their levels', () => {
    const readout = read(
      '2024年专项资金项目绩效目标表',
      grid(`
 | 项目名称 | 科普馆建设 | < | < |
 | 项目总投资 | 1,850万元 | < | < |
 | 资金来源 | 中央预算内投资 | 800万元 | < |
 | ^ | 省财政资金 | 700万元 | < |
 | ^ | 自筹资金 | 350万元 | < |
 | 绩效指标 | < | < | < |
 | 产出指标 | 数量 | 建筑面积 | 3,200平方米 |
 | ^ | 质量 | 工程合格率 | 100% |
 | ^ | 进度 | 完成投资比例 | ≥65% |
 | 效益指标 | 社会效益 | 年接待人次 | ≥5万人次 |
 | 满意度 | 服务对象 | 观众满意度 | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量/建筑面积 =3200平方米 ∅',
      'annual 产出指标/质量/工程合格率 =100% ∅',
      'annual 产出指标/进度/完成投资比例 >=65% ∅',
      'annual 效益指标/社会效益/年接待人次 >=5万人次 ∅',
      'annual 满意度/服务对象/观众满意度 >=90% ∅',
    ]);
    expect(counted(readout)).toContain('funding 中央预算内投资 total_budget ∅ 800 万元 of=项目总投资');
    expect(rulesOf(readout)).not.toContain('SUM-01');
  });

  test('second levels alone, beside a label that runs down', () => {
    const readout = read(
      '财政支出项目绩效目标批复表',
      grid(`
 | 项目名称 | 分类宣传 | 批复金额（元） | 1,860,000 |
 | 绩效指标 | 产出数量 | 覆盖社区数 | ≥210个 |
 | ^ | 产出质量 | 培训合格率 | ≥90% |
 | ^ | 社会效益 | 分类准确率 | ≥85% |
 | ^ | 满意度 | 居民满意度 | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual ∅/产出数量/覆盖社区数 >=210个 ∅',
      'annual ∅/产出质量/培训合格率 >=90% ∅',
      'annual ∅/社会效益/分类准确率 >=85% ∅',
      'annual ∅/满意度/居民满意度 >=90% ∅',
    ]);
    expect(counted(readout)).toEqual(['funding 批复金额 current ∅ 1860000 元']);
  });

  test('two rows of level names are too few, and stay fields', () => {
    const readout = read(
      '项目绩效目标表',
      grid(' | 产出指标 | 数量 | 面积 | 20亩 |\n | ^ | 质量 | 合格率 | 100% |'),
    );
    expect(readout.indicators).toEqual([]);
  });

  test('points and score in one cell, with their total', () => {
    const readout = read(
      '2023年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年实际值 | 分值/得分 |
 | 产出指标（60分） | 数量指标 | 监测站点 | 30处 | 28处 | 30/28 |
 | ^ | 质量指标 | 完好率 | ≥98% | 99% | 30（30） |
 | 效益指标（40分） | 社会效益 | 覆盖人口 | ≥5万人 | 5.2万人 | 40/40 |
 | 总分 | < | < | < | < | 100/98 |`),
    );
    expect(readout.indicators.map(({ weight, score }) => [weight, score])).toEqual([
      [30, 28],
      [30, 30],
      [40, 40],
    ]);
    expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: 98 });
    expect(rulesOf(readout)).not.toContain('SCR-02');
  });

  test('subtotals between the indicators are none', () => {
    const readout = read(
      '绩效评价得分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 得分 |
 | 决策 | 项目立项 | 立项依据充分性 | 30 | 30 |
 | | | 立项程序规范性 | 20 | 18 |
 | | 小计 | | 50 | 48 |
 | 产出 | 产出数量 | 补贴面积 | 50 | 50 |
 | | 合计 | | 50 | 50 |
 | 合计 | | | 100 | 98 |`),
    );
    expect(readout.indicators.map((each) => each.level3)).toEqual([
      '立项依据充分性',
      '立项程序规范性',
      '补贴面积',
    ]);
    expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: 98, coverage: 1 });
    expect(rulesOf(readout).filter((rule) => /STR-03|WGT-01|SCR-02/.test(rule))).toEqual([]);
  });

  test('the score of the execution behind its rate needs no colon', () => {
    const readout = read(
      '项目支出绩效目标自评表',
      grid(`
 | 项目名称 | 营养改善 | < | < | < | < | < | < |
 | 资金（万元） | 全年预算数 | 1,268.00 | 全年执行数 | 1,253.40 | 执行率 | 98.85% | 得分 9.9 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 受益学生数 | 50 | 12500人 | 12680人 | 50 |
 | ^ | 效益指标 | 社会效益指标 | 供餐机制 | 40 | 长期 | 长期 | 40 |
 | 总分 | < | < | < | 100 | | | 99.9 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_score: 9.9, total_score: 99.9 });
    expect(rulesOf(readout).filter((rule) => rule === 'WGT-01' || rule === 'SCR-02')).toEqual([]);
  });

  test('a list of numbered goals over one table heads none of its indicators', () => {
    const { indicators } = read(
      '财政支出绩效目标申报表',
      grid(`
 | 总体目标 | 长期目标 | < | 年度目标 | < |
 | ^ | 目标1：建成特色学校20所 | < | 目标1：建成特色学校7所 | < |
 | ^ | 目标2：培养球员3000人 | < | 目标2：培养球员1000人 | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
 | ^ | 产出指标 | 数量指标 | 特色学校 | 7所 |`),
    );
    expect(indicators.map((each) => each.goal)).toEqual([null]);
  });

  test('a unit in the name is a unit', () => {
    const readout = read(
      '2023年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 青禾镇档案馆 | < | < | < |
 | 年度总体目标 | 档案数字化50万页 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 |
 | 履职效能 | 数量 | 档案数字化（万页） | 50 | 52 |
 | ^ | 质量 | 差错率（‰） | ≤3 | 2.1 |`),
    );
    expect(readout.indicators.map((each) => each.target?.unit)).toEqual([null, null]);
    expect(rulesOf(readout).filter((rule) => rule === 'STR-05' || rule === 'NAR-05')).toEqual([]);
  });
});

describe('heads with two meanings', () => {
  test('指标 and 指标值 below a level, projects one below the other', () => {
    const readout = read(
      '2024年度项目绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | 预算金额 | 绩效目标 | 产出指标 | < | 满意度指标 | < |
 | ^ | ^ | ^ | 数量指标 | 质量指标 | 指标 | 指标值 |
 | 惠民演出 | 86.00 | 演出120场 | 演出场次120场 | 合格率100% | 观众满意度 | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/演出场次 =120场 ∅',
      'annual 产出指标/质量指标/合格率 =100% ∅',
      'annual 满意度指标/∅/观众满意度 >=90% ∅',
    ]);
    expect(new Set(readout.indicators.map((each) => each.scope))).toEqual(new Set(['惠民演出']));
  });

  test('a total at the foot is no name of a level', () => {
    const { indicators } = read(
      '整体支出绩效自评表',
      grid(`
 | 绩效指标 | 指标类别 | 指标名称 | 目标值 | 完成值 | 权重 |
 | ^ | 数量指标 | 演出场次 | 120场 | 126场 | 60 |
 | ^ | 质量指标 | 合格率 | 100% | 100% | 40 |
 | 合计 | < | < | < | < | 100 |`),
    );
    expect(indicators.map((each) => each.level2)).toEqual(['数量指标', '质量指标']);
  });

  test('what is examined stands under 考核内容', () => {
    const { filings, indicators } = read(
      '预算绩效管理考核评分表',
      grid(`
 | 考核项目 | 考核内容 | 分值 | 评分标准 | 自评分 |
 | 组织保障（40分） | 1.制度建设 | 20 | 有制度得20分 | 20 |
 | ^ | 2.人员配备 | 20 | 有专人得20分 | 18 |
 | 绩效监控（60分） | 3.监控覆盖率 | 60 | 覆盖率×60 | 60 |
 | 合计 | < | 100 | | 98 |`),
    );
    expect(filings[0]).toMatchObject({ form_type: 'scoring_framework', total_score: 98 });
    expect(indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ['组织保障', '制度建设'],
      ['组织保障', '人员配备'],
      ['绩效监控', '监控覆盖率'],
    ]);
  });

  test('a column of signs in words, whatever its head, and one of the score before its points', () => {
    const readout = read(
      '2023年度部门整体绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 方向 | 目标值 | 单位 | 实际值 | 得分/分值 |
 | 产出 | 数量 | 建档人数 | 大于等于 | 90 | 人 | 92 | 60/60 |
 | 满意度 | 满意度 | 居民满意度 | 大于等于 | 85 | % | 80 | 38/40 |`),
    );
    expect(
      readout.indicators.map(({ target, score, weight }) => [target?.op, target?.unit, score, weight]),
    ).toEqual([
      ['>=', '人', 60, 60],
      ['>=', '%', 38, 40],
    ]);
  });

  test('计划 and 完成 beside names of levels that no head explains', () => {
    expect(
      told(
        read(
          '专项资金支出绩效自评表',
          grid(`
 | 绩效目标完成情况 | 指标 | 计划 | 完成 | 完成率 |
 | 数量 | 免费婚检对数 | 6,000对 | 6,240对 | 104 |
 | 效益 | 孕产妇死亡率 | ≤1‰ | 0.6‰ | 100 |`),
        ),
      ),
    ).toEqual(['evaluation ∅/数量/免费婚检对数 =6000对 ∅', 'evaluation ∅/效益/孕产妇死亡率 <=1‰ ∅']);
  });

  test('words under a head of points are kept as a remark', () => {
    const { indicators } = read(
      '项目绩效自评表',
      grid(
        ' | 三级指标 | 目标值 | 完成值 | 得分 |\n | 里程 | 5公里 | 5公里 | 满分 |\n | 户数 | 9户 | 9户 | 满分 |',
      ),
    );
    expect(indicators.map(({ remark, score }) => [remark, score])).toEqual([
      ['得分：满分', null],
      ['得分：满分', null],
    ]);
  });

  test('income and spending side by side under their own heads, a year that is over', () => {
    const readout = read(
      '2023年度部门整体绩效自评表',
      grid(`
 | 部门整体收支情况 | 收入（万元） | < | 支出（万元） | < |
 | ^ | 项目 | 决算数 | 项目 | 决算数 |
 | ^ | 财政拨款 | 12,480.00 | 人员经费 | 6,180.00 |
 | ^ | 其他收入 | 170.00 | 公用经费 | 1,020.00 |
 | ^ | 合计 | 12,650.00 | 合计 | 7,200.00 |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 |
 | 产出 | 数量 | 建档人数 | 90人 | 92人 |`),
    );
    expect(readout.amounts.map((each) => each.section)).toEqual([
      'income',
      'expenditure',
      'income',
      'expenditure',
      'income',
      'expenditure',
    ]);
    expect(rulesOf(readout)).not.toContain('SUM-09');
  });

  test('a sum of three years and its years below', () => {
    const readout = read(
      '部门项目支出绩效目标表（2023—2025年）',
      grid(`
 | 项目名称 | 旅游推广 | < |
 | 资金需求（万元） | 三年总额 | 600.00 |
 | ^ | 2023年 | 180.00 |
 | ^ | 2024年 | 200.00 |
 | ^ | 2025年 | 220.00 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 三年总额 total_budget ∅ 600 万元',
      'funding 2023年 current 2023 180 万元 of=三年总额',
      'funding 2024年 current 2024 200 万元 of=三年总额',
      'funding 2025年 current 2025 220 万元 of=三年总额',
    ]);
    expect(rulesOf(readout).filter((rule) => rule.startsWith('SUM'))).toEqual([]);
  });
});

describe('indicators in cells that hold more than one thing', () => {
  test('an answer and its score', () => {
    const { filings, indicators } = read(
      '部门整体支出绩效自评情况表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 年初目标值 | 实际完成值及得分 |
 | 产出 | 数量 | 养护里程 | 60 | 420公里 | 420公里（60分） |
 | 效果 | 满意度 | 司乘人员满意度 | 40 | ≥90% | 91%（40分） |`),
    );
    expect(filings[0]?.form_type).toBe('department_self_evaluation');
    expect(indicators.map(({ actual, score }) => [actual?.value, actual?.unit, score])).toEqual([
      [420, '公里', 60],
      [91, '%', 40],
    ]);
  });

  test('a list that names its levels line by line', () => {
    const text = '产出指标：\n1.防护里程≥58公里；\n2.工程合格率100%；\n效益指标：\n1.事故下降率≥10%。';
    const table = grid(' | 项目名称 | 防护工程 |\n | 绩效指标及目标值 | 列 |');
    const cell = table.cells.find((each) => each.text === '列');
    if (cell) cell.text = text;
    expect(told(read('预算项目绩效目标表', table))).toEqual([
      'annual 产出指标/∅/防护里程 >=58公里 ∅',
      'annual 产出指标/∅/工程合格率 =100% ∅',
      'annual 效益指标/∅/事故下降率 >=10% ∅',
    ]);
  });

  test('a text that speaks of its levels and names no values stays a text', () => {
    const { indicators } = read(
      '项目支出绩效自评表',
      grid(' | 自评情况 | 产出指标：均已完成；效益指标：效果明显；满意度指标：群众满意。 |'),
    );
    expect(indicators).toEqual([]);
  });

  test('values of two years below a head that only says 指标', () => {
    const readout = read(
      '项目绩效目标表',
      grid(`
 | 指标 | < | < | 2024年 | 2025年 |
 | 产出 | 数量 | 综合体个数 | 2个 | 4个 |
 | ^ | 质量 | 达标率 | 100% | 100% |
 | 满意度 | 满意度 | 老年人满意度 | ≥90% | ≥92% |`),
    );
    expect(readout.amounts).toEqual([]);
    expect(readout.indicators.map(({ target, remark }) => [target?.raw, remark])).toEqual([
      ['2个', '2025年：4个'],
      ['100%', '2025年：100%'],
      ['≥90%', '2025年：≥92%'],
    ]);
  });
});

describe('kinds of forms', () => {
  test('the name of a transfer that speaks of funds, and a project with its code in front', () => {
    const transfer = read(
      '转移支付区域（项目）绩效目标自评表',
      grid(`
 | 转移支付（项目）名称 | 路网改造补助地方资金 | < | < |
 | 中央主管部门 | 某某部 | < | < |
 | 资金投入情况（万元） | | 全年预算数（A） | 全年执行数（B） |
 | ^ | 年度资金总额 | 12,600.00 | 11,970.00 |`),
    );
    expect(transfer.filings[0]?.project).toBe('路网改造补助地方资金');
    const coded = read('项目支出绩效自评表', grid(' | 项目编码及名称 | 42000023T000000118-社区治理 |'));
    expect(coded.filings[0]).toMatchObject({ project: '社区治理', project_code: '42000023T000000118' });
  });

  test('财决01表 is the number of a form and not its title', () => {
    const { filings } = read(
      '青禾镇农技站2023年度收入支出决算总表',
      '财决01表　金额单位：万元',
      grid(' | 项目 | 决算数 |\n | 本年收入 | 1,964.60 |'),
    );
    expect(filings.map((each) => each.title)).toEqual(['青禾镇农技站2023年度收入支出决算总表']);
  });

  test('a form of a department that calls it 省级部门名称 and lists its tasks', () => {
    const readout = read(
      '2024年度省级部门预算绩效目标申报表',
      '省级部门名称：梧山省地震局　　　　单位：万元',
      grid(`
 | 年度主要任务 | 任务名称 | 主要内容 | 预算金额 | < |
 | ^ | ^ | ^ | 总额 | 财政拨款 |
 | ^ | 监测预报 | 台网运维 | 1,620.00 | 1,500.00 |
 | ^ | 合计 | < | 1,620.00 | 1,500.00 |
 | 年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | ^ | 产出指标 | 数量指标 | 台站数量 | ≥126个 |`),
    );
    expect(readout.filings[0]).toMatchObject({
      form_type: 'department_targets',
      organisation: '梧山省地震局',
    });
    expect(rulesOf(readout)).not.toContain('STR-02');
  });

  test('a table of projects needs no project and no fund block of its own', () => {
    const readout = read(
      '部门预算项目绩效监控情况汇总表',
      '填报部门：梧山省地震局　填报时间：2024年8月10日　单位：万元',
      grid(`
 | 序号 | 项目名称 | 年初预算数 | 1-7月执行数 | 执行进度(%) | 存在问题 |
 | 1 | 台网运维 | 1,620.00 | 870.20 | 53.72 | 无 |
 | 2 | 活断层探测 | 980.00 | 196.00 | 20.00 | 招标推迟 |
 | 合计 | < | 2,600.00 | 1,066.20 | 41.01 | |`),
    );
    expect(rulesOf(readout).filter((rule) => rule.startsWith('STR'))).toEqual([]);
  });
});

describe('figures', () => {
  test('2023年实际 and 2024年计划 beside a column of units', () => {
    const readout = read(
      '预算绩效基础数据表',
      '填报单位：青禾镇林业站',
      grid(`
 | 序号 | 项目 | 单位 | 2023年实际 | 2024年计划 | 备注 |
 | 1 | 编制人数 | 人 | 86 | 88 | |
 | 2 | 本年支出 | 万元 | 1,896.7 | 2,010.0 | |
 | 3 | 其中：基本支出 | 万元 | 1,180.7 | 1,210.0 | |
 | 4 | 项目支出 | 万元 | 716.0 | 800.0 | |
 | 5 | 造林面积 | 亩 | 11,500 | 12,500 | |
 | 6 | 森林火灾受害率 | ‰ | 0.08 | 0.3 | |`),
    );
    expect(readout.filings[0]).toMatchObject({ form_type: 'base_data', organisation: '青禾镇林业站' });
    expect(counted(readout).filter((each) => each.includes(' 2023 '))).toEqual([
      'base_data 编制人数 count 2023 86 人',
      'base_data 本年支出 executed 2023 1896.7 万元',
      'base_data 基本支出 executed 2023 1180.7 万元 of=本年支出',
      'base_data 项目支出 executed 2023 716 万元 of=本年支出',
      'base_data 造林面积 count 2023 11500 亩',
      'base_data 森林火灾受害率 rate 2023 0.08 ‰',
    ]);
    expect(rulesOf(readout).filter((rule) => rule.startsWith('EXT'))).toEqual([]);
  });

  test('rows of years below sources of funds, with a total', () => {
    const readout = read(
      '项目支出绩效目标申报表',
      '单位：万元',
      grid(`
 | 项目名称 | 水库加固 | < | < |
 | 资金构成 | 中央补助 | 县级配套 | 合计 |
 | 2023年 | 500 | 200 | 700 |
 | 2024年 | 600 | 150 | 750 |
 | 合计 | 1100 | 350 | 1450 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 中央补助 current 2023 500 万元',
      'funding 县级配套 current 2023 200 万元',
      'funding 合计 current 2023 700 万元',
      'funding 中央补助 current 2024 600 万元',
      'funding 县级配套 current 2024 150 万元',
      'funding 合计 current 2024 750 万元',
      'funding 中央补助 total_budget ∅ 1100 万元',
      'funding 县级配套 total_budget ∅ 350 万元',
      'funding 合计 total_budget ∅ 1450 万元',
    ]);
  });

  test('the figures say where 其中 ends', () => {
    const table = (first: string) => `
 | 项目 | 2024年预算数 |
 | 一、城乡社区支出 | 118,000 |
 | 土地出让收入安排的支出 | 112,000 |
 | 其中：征地补偿支出 | ${first} |
 | 土地开发支出 | 38,000 |
 | 配套费安排的支出 | 6,000 |
 | 二、其他支出 | 9,000 |`;
    const of = (drawing: string) => counted(read('政府性基金预算支出表', '单位：万元', grid(drawing)));
    expect(of(table('56,000'))).toContain('budget 配套费安排的支出 budget 2024 6000 万元 of=城乡社区支出');
    expect(of(table('56,000'))).toContain(
      'budget 土地开发支出 budget 2024 38000 万元 of=土地出让收入安排的支出',
    );
    // Where nothing adds up, the list goes on as it is printed.
    expect(of(table('56,000').replace('118,000', '119,000'))).toContain(
      'budget 配套费安排的支出 budget 2024 6000 万元 of=土地出让收入安排的支出',
    );
  });

  test('a list that is complete ends before the lines behind it', () => {
    const readout = read(
      '2023年“三公”经费及会议费决算表',
      '单位：万元',
      grid(`
 | 项目 | 2023年预算 | 2023年决算 |
 | “三公”经费合计 | 35.00 | 30.15 |
 | 1.公务接待费 | 9.00 | 7.35 |
 | 2.公务用车购置及运行维护费 | 26.00 | 22.80 |
 | 其中：公务用车购置费 | 0.00 | 0.00 |
 | 公务用车运行维护费 | 26.00 | 22.80 |
 | 会议费 | 6.00 | 4.90 |`),
    );
    const told = counted(readout);
    expect(told).toContain('budget 公务用车运行维护费 final 2023 22.8 万元 of=公务用车购置及运行维护费');
    expect(told).toContain('budget 会议费 final 2023 4.9 万元');
    expect(rulesOf(readout)).toEqual([]);
  });

  test('预算年度 | 2023年 is a field and no head of the figures below', () => {
    const readout = read(
      '项目支出绩效自评报告表',
      grid(`
 | 基本信息 | 项目名称 | 地力补贴 | 评价单位 | 青禾镇农技站 |
 | ^ | 预算年度 | 2023年 | 是否转移支付 | 否 |
 | 预算执行 | 预算数（万元） | 实际支出数（万元） | 到位率（%） | 支出率（%） |
 | ^ | 1,520 | 1,489.6 | 100 | 98 |`),
    );
    expect(readout.filings[0]?.year).toBe(2023);
    expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
      ['budget', 1520],
      ['executed', 1489.6],
      ['rate', 100],
      ['rate', 98],
    ]);
  });

  test('合计 beside years is of all of them, and 满意度（%） is a rate', () => {
    const readout = read(
      '财政专项资金绩效目标申报表',
      '单位：万元',
      grid(`
 | 资金总额 | 2024年 | 2025年 | 合计 |
 | 合计 | 5,000 | 6,000 | 11,000 |
 | 群众满意度（%） | 90 | 92 | |`),
    );
    expect(readout.amounts.map(({ measure, year, unit }) => `${measure} ${year} ${unit}`)).toEqual([
      'current 2024 万元',
      'current 2025 万元',
      'total_budget null 万元',
      'rate 2024 %',
      'rate 2025 %',
    ]);
  });

  test('任务1 with figures is a name, and one without is a placeholder', () => {
    const readout = read(
      '部门整体支出绩效目标申报表（2024年度）',
      grid(`
 | 部门名称 | 青禾镇气象站 | < | < |
 | 年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） |
 | ^ | 任务1 | 气象监测 | 120.00 |
 | ^ | 任务2 | 人工影响天气 | 350.00 |
 | ^ | 任务3 | | |
 | ^ | 金额合计 | < | 470.00 |`),
    );
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['任务1', 120],
      ['任务2', 350],
      ['金额合计', 470],
    ]);
  });

  test('the money of 上级, 县级主管部门, and a seal in front of the name', () => {
    const readout = read(
      '县级部门预算项目支出绩效目标自评表',
      '填报单位：（盖章）青禾县林草局　单位：万元',
      grid(`
 | 项目名称 | 天然林保护 | < | < |
 | 县级主管部门 | 青禾县林草局 | 负责人 | 柏川 |
 | 年度预算 | 预算数 | 240.00 | 执行率 |
 | ^ | 其中：上级 | 200.00 | 执行率 |
 | ^ | 县级 | 40.00 | 执行率 |`),
    );
    expect(readout.filings[0]).toMatchObject({ organisation: '青禾县林草局', supervisor: '青禾县林草局' });
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['预算数', 240],
      ['上级', 200],
      ['县级', 40],
    ]);
    expect(rulesOf(readout).filter((rule) => rule.startsWith('SUM'))).toEqual([]);
  });

  test('one source beside its total is not all of it', () => {
    const readout = read(
      '政府债券项目绩效目标表',
      grid(' | 项目名称 | 排涝泵站 | < | < |\n | 总投资（亿元） | 2.35 | 债券额度（亿元） | 1.20 |'),
    );
    expect(readout.amounts).toHaveLength(2);
    expect(rulesOf(readout)).not.toContain('SUM-01');
  });

  test('the funds of a department by their kind of income and of spending', () => {
    const readout = read(
      '部门整体绩效目标申报表',
      '单位：万元',
      grid(`
 | 部门职能 | 人才培养 | < | < | < | < |
 | 部门资金情况 | 资金总额 | 按收入性质分 | < | 按支出性质分 | < |
 | ^ | ^ | 财政拨款 | 其他资金 | 基本支出 | 项目支出 |
 | ^ | 20,550 | 12,650 | 7,900 | 14,300 | 6,250 |
 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 备注 | < |
 | 产出指标 | 数量 | 招生人数 | 3200人 | | < |`),
    );
    expect(readout.amounts.map(({ item, measure, section }) => `${section} ${item} ${measure}`)).toEqual([
      'expenditure 资金总额 current',
      'income 财政拨款 current',
      'income 其他资金 current',
      'expenditure 基本支出 current',
      'expenditure 项目支出 current',
    ]);
    expect(rulesOf(readout).filter((rule) => rule.startsWith('SUM'))).toEqual([]);
  });

  test('labelled figures of base data, by the unit that their label says', () => {
    const readout = read(
      '单位基本情况表',
      '填报单位：桐江监测站　2024年',
      grid(`
 | 单位性质 | 公益一类 | 经费来源 | 全额拨款 |
 | 编制人数 | 42 | 在职人数 | 40 |
 | 固定资产总额（万元） | 1,865.20 | 其中：房屋面积（平方米） | 2,300 |
 | 公务用车（辆） | 4 | 建成年份 | 1998 |`),
    );
    expect(counted(readout)).toEqual([
      'staff 编制人数 count 2024 42 人',
      'staff 在职人数 count 2024 40 人',
      'base_data 固定资产总额 current 2024 1865.2 万元',
      'base_data 房屋面积 count 2024 2300 平方米',
      'base_data 公务用车 count 2024 4 辆',
    ]);
  });

  test('a table that says it is empty is still the form of its title', () => {
    const { filings, warnings } = read(
      '政府性基金预算支出表',
      '部门：桐江监测站　单位：万元',
      grid(`
 | 功能科目 | 合计 | 基本支出 |
 | 本部门2024年无政府性基金预算支出，故此表为空 | < | < |`),
    );
    expect(filings[0]?.form_type).toBe('budget_table');
    expect(warnings).toEqual([]);
  });

  test('how many projects is no money', () => {
    const readout = read(
      '县级专项资金安排表',
      '单位：万元',
      grid(`
 | 序号 | 乡镇 | 项目个数 | 资金安排 | < |
 | ^ | ^ | ^ | 小计 | 县级资金 |
 | | 合计 | 9 | 452.0 | 380.0 |
 | 1 | 柳河镇 | 5 | 260.0 | 210.0 |
 | 2 | 榆树乡 | 4 | 192.0 | 170.0 |`),
    );
    expect(readout.amounts.map((each) => each.value)).toEqual([452, 380, 260, 210, 192, 170]);
  });

  test('本年支出合计 is basic and project spending, 支出总计 that and what is carried over', () => {
    const readout = read(
      '收支预算总表',
      '部门：青禾镇农技站　单位：万元',
      grid(`
 | 项目（按功能分类） | 2024年预算 | 项目（按经济分类） | 2024年预算 |
 | 一、农林水支出 | 1,992.35 | 一、基本支出 | 1,229.35 |
 | | | 二、项目支出 | 763.00 |
 | 本 年 支 出 合 计 | 1,992.35 | 本 年 支 出 合 计 | 1,992.35 |
 | 结转下年 | 36.40 | 结转下年 | 36.40 |
 | 支出总计 | 2,028.75 | 支出总计 | 2,028.75 |`),
    );
    expect(readout.amounts.map((each) => each.item)).toContain('本年支出合计');
    expect(rulesOf(readout)).toEqual([]);
  });
});
