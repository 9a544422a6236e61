import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read, told } from './drawing.ts';

const rulesOf = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout).findings.map((finding) => finding.rule);

/** Layouts in which columns of one kind stand beside or below those of another; every name and figure is invented. */
describe('columns beside those of another kind', () => {
  const selfEvaluation = (total: string) =>
    read(
      '2024年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 文化惠民演出 | < | < | < | < | < | < | < |
 | 绩效指标 | 年度指标值 | < | < | < | < | 实际完成值 | 分值 | 得分 |
 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | ^ | ^ | ^ |
 | ^ | 产出指标 | 数量指标 | 演出场次 | ≥ | 120场 | 126场 | 60 | 59.8 |
 | ^ | 满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥ | 90% | 93% | 40 | 40 |
 | 其他需要说明的事项 | 无 | < | < | < | < | < | < | < |
 ${total}`),
    );

  test('the levels stand below 年度指标值, right of a label that runs down', () => {
    const readout = selfEvaluation('| 总分 | 100 | < | < | < | < | < | 100 | 99.8（自评等级：优） |');
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/演出场次 >=120场 60',
      'evaluation 满意度指标/服务对象满意度指标/观众满意度 >=90% 40',
    ]);
    expect(readout.indicators.map(({ score, weight }) => [weight, score])).toEqual([
      [60, 59.8],
      [40, 40],
    ]);
  });

  test('the total below 其他需要说明的事项 is read by its columns, with its grade', () => {
    const readout = selfEvaluation('| 总分 | 100 | < | < | < | < | < | 100 | 99.8（自评等级：优） |');
    expect(readout.filings[0]).toMatchObject({ total_score: 99.8, total_weight: 100 });
    expect(rulesOf(readout)).not.toContain('SCR-02');
    const graded = selfEvaluation('| 自评总分及等级 | < | < | < | < | < | < | < | 99.8分，优 |');
    expect(graded.filings[0]?.total_score).toBe(99.8);
  });

  test('short texts of goals over the head of the indicators are no head of money', () => {
    const readout = read(
      '2024年度部门整体绩效自评表',
      grid(`
 | 部门资金（万元） | 年初预算数 | < | 全年（调整）预算数 | < | 全年执行数 | < | 执行率 |
 | ^ | 12,480.66 | < | 15,236.40 | < | 14,626.94 | < | 96.00% |
 | 年初整体绩效目标 | < | < | 全年（调整）整体绩效目标 | < | < | 目标实际完成情况 | < |
 | 粮食播种面积48万亩 | < | < | 粮食播种面积48.2万亩 | < | < | 播种面积48.3万亩 | < |
 | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重（分） | 指标得分（分） |
 | 粮食播种面积 | 万亩 | ≥ | 48 | 48.2 | 48.3 | 60 | 60 |
 | 高标准农田 | 亩 | ≥ | 22000 | 25000 | 24800 | 40 | 39.68 |`),
    );
    expect(told(readout)).toEqual([
      'evaluation ∅/∅/粮食播种面积 >=48.2万亩 60',
      'evaluation ∅/∅/高标准农田 >=25000亩 40',
    ]);
    expect(readout.amounts.map((each) => each.value)).toEqual([12480.66, 15236.4, 14626.94, 96]);
  });

  test('indicators with their grades beside the budgets of activities', () => {
    const readout = read(
      '职责活动绩效目标表',
      '部门：松湖区司法局 单位：万元',
      grid(`
 | 职责活动 | 年度预算数 | 内容描述 | 绩效目标 | 绩效指标 | 评价标准 | < | < | < |
 | ^ | ^ | ^ | ^ | ^ | 优 | 良 | 中 | 差 |
 | 一、法治宣传 | 42.00 | | | | | | | |
 | 1、普法教育 | 26.00 | 开展六进 | 提高法律素质 | 普法活动场次 | ≥60次 | ≥50次 | ≥40次 | <40次 |
 | ^ | ^ | ^ | ^ | 普法覆盖率 | ≥95% | ≥90% | ≥80% | <80% |
 | 2、法治文化阵地 | 16.00 | 建设公园 | 覆盖到乡 | 阵地数量 | ≥8个 | ≥6个 | ≥5个 | <5个 |`),
    );
    expect(told(readout)).toEqual([
      'annual ∅/∅/普法活动场次 >=60次 ∅',
      'annual ∅/∅/普法覆盖率 >=95% ∅',
      'annual ∅/∅/阵地数量 >=8个 ∅',
    ]);
    expect(readout.indicators.map(({ scope }) => scope)).toEqual(['普法教育', '普法教育', '法治文化阵地']);
    expect(readout.indicators[0]?.scoring_rule).toBe('优：≥60次；良：≥50次；中：≥40次；差：<40次');
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['法治宣传', 42],
      ['普法教育', 26],
      ['法治文化阵地', 16],
    ]);
  });

  test('levels parted by a dash in one column, units under 绩效指标值单位, scores under 单位自评分', () => {
    const readout = read(
      '部门预算项目绩效目标表',
      grid(`
 | 指标类型 | 指标名称 | 绩效指标值 | 绩效指标值单位 | 指标方向 |
 | 产出-数量 | 监测航次 | 4 | 次 | 大于等于 |
 | 产出-成本 | 单航次成本 | 20 | 万元 | 小于等于 |
 | 满意度-服务对象 | 主管部门满意度 | 90 | % | 大于等于 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出/数量/监测航次 >=4次 ∅',
      'annual 产出/成本/单航次成本 <=20万元 ∅',
      'annual 满意度/服务对象/主管部门满意度 >=90% ∅',
    ]);
    const scored = read(
      '2024年部门整体支出绩效评价指标评分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 指标说明 | 单位自评分 |
 | 管理效率（20） | 预算执行（20） | 支出进度 | 12 | 考核序时进度 | 11.1 |
 | ^ | ^ | 结转结余率 | 8 | 结转占预算 | 8 |
 | 合计 | < | < | 20 | | 19.1 |`),
    );
    expect(scored.indicators.map(({ score }) => score)).toEqual([11.1, 8]);
    expect(scored.filings[0]?.total_score).toBe(19.1);
  });

  test('directions and signs in columns of their own', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
| 一级指标 | 二级指标 | 三级指标 | 指标方向 | 计算符号 | 指标值 | 计量单位 |
| 产出指标 | 数量指标 | 助餐老人 | 正向 | ≥ | 1850 | 人 |
| 产出指标 | 质量指标 | 餐食合格率 | 正向 | = | 100 | % |
| 产出指标 | 时效指标 | 平均等候 | 反向 | ≤ | 15 | 分钟 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/助餐老人 >=1850人 ∅',
      'annual 产出指标/质量指标/餐食合格率 =100% ∅',
      'annual 产出指标/时效指标/平均等候 <=15分钟 ∅',
    ]);
    expect(readout.indicators.map(({ category }) => category)).toEqual(['正向', '正向', '反向']);
  });

  test('效益-社会 under 指标类别 is a first and a second level', () => {
    const readout = read(
      '部门预算绩效目标表',
      grid(`
| 指标类别 | 指标名称 | 目标值 | 权重 |
| 产出-数量 | 法律援助案件 | ≥600件 | 50% |
| 效益-社会 | 重新犯罪率 | ≤0.2% | 30% |
| 满意度 | 受援人满意率 | ≥92% | 20% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出/数量/法律援助案件 >=600件 50',
      'annual 效益/社会/重新犯罪率 <=0.2% 30',
      'annual 满意度/∅/受援人满意率 >=92% 20',
    ]);
  });

  test('绩效指标 beside a text that lists them without any level', () => {
    const listing = (text: string) =>
      told(
        read(
          '绩效目标申报表',
          grid(`
 | 项目名称 | 绿地养护 | < |
 | 年度预算（万元） | 240 | < |
 | 绩效指标 | ${text} | < |`),
        ),
      );
    expect(listing('绿地养护面积(≥**万平方米)>=65;养护合格率(≥**%)>=95;投诉处理时限(≤**小时)<=24')).toEqual([
      'annual ∅/∅/绿地养护面积 >=65万平方米 ∅',
      'annual ∅/∅/养护合格率 >=95% ∅',
      'annual ∅/∅/投诉处理时限 <=24小时 ∅',
    ]);
    expect(listing('补植行道树≥320株，市民满意度≥90%')).toEqual([
      'annual ∅/∅/补植行道树 >=320株 ∅',
      'annual ∅/∅/市民满意度 >=90% ∅',
    ]);
    expect(listing('按上级要求执行，详见附件')).toEqual([]);
  });

  test('评价项目 heads the levels of a score sheet, 全年支出 what was spent, 学校名称 who files', () => {
    const scored = read(
      '医院专项资金支出绩效评价表',
      '医院名称：白鹭洲医院',
      grid(`
 | 评价项目 | 评价标准 | 分值 | 自评得分 | 复核得分 |
 | 一、资金管理（50分） | 制度健全 | 50 | 48 | 48 |
 | 二、项目效果（50分） | 门诊量增长≥6% | 50 | 49 | 48 |
 | 合计 | < | 100 | 97 | 96 |`),
    );
    expect(scored.filings[0]).toMatchObject({ organisation: '白鹭洲医院', project: null, total_score: 97 });
    expect(scored.indicators.map(({ score, weight }) => [weight, score])).toEqual([
      [50, 48],
      [50, 49],
    ]);
    const spent = read(
      '2024年度部门整体绩效自评表',
      grid(`
 | 年初预算（万元） | 全年预算（万元） | 全年支出（万元） | 执行率 |
 | 3,260.00 | 3,440.00 | 3,302.40 | 96% |`),
    );
    expect(spent.amounts.map(({ measure }) => measure)).toEqual([
      'initial_budget',
      'annual_budget',
      'executed',
      'rate',
    ]);
  });

  test('合计 in the first row of a score sheet, groups and items told by the ordinals of their names', () => {
    const readout = read(
      '2024年财政衔接资金绩效评价自评打分表',
      grid(`
 | 评价内容 | 分值 | 评分标准 | 自评分 |
 | 合计 | 100 | | 96 |
 | 一、资金投入 | 40 | | 40 |
 | 1.县级投入 | 20 | 不低于上年得满分 | 20 |
 | 2.投入增幅 | 20 | 增幅≥3%得满分 | 20 |
 | 二、资金效益 | 60 | | 56 |
 | 1.脱贫户增收 | 40 | 增幅≥10%得满分 | 38 |
 | 2.带动就业 | 20 | 500人以上得满分 | 18 |`),
    );
    expect(told(readout)).toEqual([
      'evaluation 资金投入/∅/县级投入 ∅ 20',
      'evaluation 资金投入/∅/投入增幅 ∅ 20',
      'evaluation 资金效益/∅/脱贫户增收 ∅ 40',
      'evaluation 资金效益/∅/带动就业 ∅ 20',
    ]);
    expect(readout.filings[0]).toMatchObject({ total_score: 96, total_weight: 100 });
    expect(rulesOf(readout)).not.toContain('WGT-01');
    expect(rulesOf(readout)).not.toContain('SCR-02');
  });

  test('变更后 is what is aimed at, 二级/三级指标 heads names with their level', () => {
    const changed = read(
      '绩效目标变更申请表',
      grid(`
 | 一级指标 | 三级指标 | 原指标值 | 变更后指标值 |
 | 产出指标 | 改造管网长度 | 18.6公里 | 16.2公里 |
 | 效益指标 | 污水收集率提高 | ≥8% | ≥7% |`),
    );
    expect(changed.indicators.map(({ target }) => target?.raw)).toEqual(['16.2公里', '≥7%']);
    const joined = read(
      '2024年项目支出绩效自评表',
      grid(`
 | 一级 | 二级/三级指标 | 指标值/完成值 | 分值/得分 |
 | 产出 | 数量：巡河次数 | 240次/252次 | 60/60 |
 | 满意度 | 群众满意度 | 90%/95% | 40/40 |`),
    );
    expect(told(joined)).toEqual([
      'evaluation 产出/数量/巡河次数 =240次 60',
      'evaluation 满意度/∅/群众满意度 =90% 40',
    ]);
  });

  test('产出指标 | 产出指标值 in columns of a list, and points of the execution in cells of their own', () => {
    const listed = read(
      '2025年度部门项目绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | 年度预算 | 产出指标 | 产出指标值 | 满意度指标 | 满意度指标值 |
 | 公共自行车运维 | 280 | 投放车辆 | 3000辆 | 市民满意度 | ≥90% |
 | 路灯维护 | 160 | 维护路灯 | 4200盏 | 市民满意度 | ≥92% |`),
    );
    expect(told(listed)).toEqual([
      'annual 产出指标/∅/投放车辆 =3000辆 ∅',
      'annual 满意度指标/∅/市民满意度 >=90% ∅',
      'annual 产出指标/∅/维护路灯 =4200盏 ∅',
      'annual 满意度指标/∅/市民满意度 >=92% ∅',
    ]);
    const scored = read(
      '项目支出绩效自评表（2024年度）',
      grid(`
 | 项目名称 | 消防车辆购置 | < | < | < | < |
 | 年初预算（万元） | 260 | 调整后预算（万元） | 260 | 实际支出（万元） | 254.8 |
 | 预算执行率 | 98% | 分值 | 10 | 得分 | 9.8 |
 | 一级指标 | 二级指标 | 三级指标 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 购置消防车 | 2辆 | 60 | 60 |
 | 满意度指标 | 服务对象满意度指标 | 群众满意度 | 95% | 30 | 27 |
 | 合计 | < | < | < | 100 | 96.8 |`),
    );
    expect(scored.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.8,
      total_score: 96.8,
    });
    expect(rulesOf(scored)).not.toContain('WGT-01');
    expect(rulesOf(scored)).not.toContain('SCR-02');
  });

  test('分值×执行率 heads the score of the execution, 三级指标（权重） points in the names', () => {
    const scored = read(
      '项目支出绩效自评表',
      grid(`
 | 项目名称 | 林业有害生物防控 | < | < | < | < | < |
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值×执行率 |
 | ^ | 年度资金总额 | 90 | 88 | 83.6 | 95% | 9.5 |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标（权重） | 目标值 | 实际值 | 得分 |
 | ^ | 产出 | 数量 | 防治面积（60） | 12万亩 | 12.3万亩 | 60 |
 | ^ | 满意度 | 满意度 | 林农满意度（30） | 90% | 94% | 30 |
 | 总分 | < | < | < | < | < | 99.5 |`),
    );
    expect(scored.filings[0]).toMatchObject({ execution_score: 9.5, total_score: 99.5 });
    expect(scored.amounts.filter(({ measure }) => measure === 'rate').map(({ value }) => value)).toEqual([
      95,
    ]);
    expect(scored.indicators.map(({ level3, weight }) => [level3, weight])).toEqual([
      ['防治面积', 60],
      ['林农满意度', 30],
    ]);
    expect(rulesOf(scored)).not.toContain('PCT-05');
    expect(rulesOf(scored)).not.toContain('SCR-02');
  });

  test('quarters between what was aimed at and what was done in all of the year', () => {
    const readout = read(
      '绩效指标完成情况表',
      grid(`
 | 指标名称 | 单位 | 年度目标 | 一季度 | 二季度 | 三季度 | 四季度 | 全年完成 |
 | 接诊人次 | 人次 | 42000 | 10200 | 10800 | 10500 | 11200 | 42700 |
 | 手术台数 | 台 | 860 | 205 | 221 | 214 | 230 | 870 |`),
    );
    expect(
      readout.indicators.map(({ actual, level3, target }) => [level3, target?.value, actual?.value]),
    ).toEqual([
      ['接诊人次', 42000, 42700],
      ['手术台数', 860, 870],
    ]);
    expect(readout.indicators[0]?.remark).toBe('一季度：10200；二季度：10800；三季度：10500；四季度：11200');
  });
});
