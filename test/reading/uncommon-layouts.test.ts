import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Layouts that some systems and offices use; every name and figure is invented. */
describe('uncommon layouts of indicators', () => {
  test('a value column for every village', () => {
    const readout = read(
      '2024年专项资金绩效目标表',
      grid(`
 | 项目名称 | 人居环境整治 | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 指标值 | < | < |
 | ^ | ^ | ^ | 柳树村 | 枣林村 | 白石村 |
 | ^ | 产出指标 | 整治户数 | 120户 | 85户 | |
 | ^ | 满意度指标 | 村民满意度 | ≥95% | ≥95% | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/∅/整治户数 =120户 ∅',
      'annual 产出指标/∅/整治户数 =85户 ∅',
      'annual 满意度指标/∅/村民满意度 >=95% ∅',
      'annual 满意度指标/∅/村民满意度 >=95% ∅',
      'annual 满意度指标/∅/村民满意度 >=90% ∅',
    ]);
    expect(readout.indicators.map((each) => each.scope)).toEqual([
      '柳树村',
      '枣林村',
      '柳树村',
      '枣林村',
      '白石村',
    ]);
  });

  test('a value column for every district, and no head that says so', () => {
    const readout = read(
      '2024年就业补助资金区域绩效目标表',
      grid(`
 | 资金名称 | 就业补助资金 | < | < | < |
 | 绩效指标 | 一级指标 | 三级指标 | 全市 | 东河区 |
 | ^ | 产出指标 | 享受补贴人数 | ≥5200人 | ≥3000人 |
 | ^ | 效益指标 | 登记失业率 | ≤4.5% | ≤4.5% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/∅/享受补贴人数 >=5200人 ∅',
      'annual 产出指标/∅/享受补贴人数 >=3000人 ∅',
      'annual 效益指标/∅/登记失业率 <=4.5% ∅',
      'annual 效益指标/∅/登记失业率 <=4.5% ∅',
    ]);
    expect(readout.indicators.map((each) => each.scope)).toEqual(['全市', '东河区', '全市', '东河区']);
  });

  test('projects one below the other, 绩效指标 over its levels beside three columns of money', () => {
    const readout = read(
      '项目支出绩效目标表（2024年度）',
      '金额单位：万元',
      grid(`
 | 单位名称 | 项目名称 | 资金总额 | 财政拨款 | 其他资金 | 绩效指标 | < | < | < |
 | ^ | ^ | ^ | ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 某小学 | 校园安防 | 5.20 | 4.00 | 1.20 | 产出 | 数量 | 摄像机 | 48台 |
 | ^ | ^ | ^ | ^ | ^ | 满意度 | 师生满意度 | 师生满意度 | ≥90% |
 | ^ | 营养餐 | 62.40 | 62.40 | 0.00 | 产出 | 数量 | 受益学生 | 1248人 |
 | 合计 | < | 67.60 | 66.40 | 1.20 | | | | |`),
    );
    expect(readout.filings.map(({ project }) => project)).toEqual(['校园安防', '营养餐', null]);
    expect(told(readout)).toEqual([
      'annual 产出/数量/摄像机 =48台 ∅',
      'annual 满意度/师生满意度/师生满意度 >=90% ∅',
      'annual 产出/数量/受益学生 =1248人 ∅',
    ]);
    expect(counted(readout).slice(0, 3)).toEqual([
      'funding 资金总额 current 2024 5.2 万元',
      'funding 财政拨款 current 2024 4 万元 of=资金总额',
      'funding 其他资金 current 2024 1.2 万元 of=资金总额',
    ]);
  });

  test('of four levels the fourth is the indicator, the third describes it, and 评价标准 is how it is scored', () => {
    const readout = read(
      '财政专项资金绩效评价评分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 四级指标 | 分值 | 评价标准 | 评价得分 |
 | 决策（15分） | 项目立项（15分） | 立项依据 | 政策依据 | 15 | 符合政策得满分 | 15 |`),
    );
    expect(readout.indicators[0]).toMatchObject({
      level3: '政策依据',
      description: '立项依据',
      scoring_rule: '符合政策得满分',
    });
  });

  test('a row for every project, its indicators in columns, money beside them', () => {
    const readout = read(
      '2024年项目绩效目标汇总表',
      grid(`
 | 序号 | 项目名称 | 预算金额（万元） | 产出指标 | < | 满意度指标 |
 | ^ | ^ | ^ | 数量指标 | 质量指标 | 服务对象满意度指标 |
 | 1 | 小区改造 | 120.00 | 改造小区≥5个；改造户数≥1200户 | 验收合格率100% | ≥90% |
 | 2 | 街巷整治 | 80.50 | 整治街巷10条 | 按标准验收 | 居民满意度≥85% |
 | 合计 | | 200.50 | | | |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/改造小区 >=5个 ∅',
      'annual 产出指标/数量指标/改造户数 >=1200户 ∅',
      'annual 产出指标/质量指标/验收合格率 =100% ∅',
      'annual 满意度指标/服务对象满意度指标/服务对象满意度指标 >=90% ∅',
      'annual 产出指标/数量指标/整治街巷 =10条 ∅',
      'annual 产出指标/质量指标/按标准验收 ∅ ∅',
      'annual 满意度指标/服务对象满意度指标/居民满意度 >=85% ∅',
    ]);
    expect(readout.indicators.map((each) => each.scope)).toEqual([
      ...Array(4).fill('小区改造'),
      ...Array(3).fill('街巷整治'),
    ]);
    expect(counted(readout)).toContain('projects 小区改造 current 2024 120 万元 of=合计');
  });

  test('projects under the unit that files them, a row that numbers the columns, 指标内容 last', () => {
    const readout = read(
      '项目支出绩效目标表（本次下达）',
      grid(`
 | 单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性 | 指标内容 |
 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
 | 青川市教育局 | | | | | | | | | |
 | 营养改善资金 | 保障用餐 | 产出指标 | 数量指标 | 受益学生数 | >= | 1200 | 人 | 定量指标 | 反映受益学生 |
 | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 家长满意度 | >= | 90 | % | 定量指标 | 反映满意度 |
 | 校舍维修资金 | 完成维修 | 产出指标 | 数量指标 | 维修面积 | >= | 3000 | 平方米 | 定量指标 | 反映面积 |`),
    );
    expect(readout.filings.map((each) => [each.organisation, each.project])).toEqual([
      ['青川市教育局', '营养改善资金'],
      ['青川市教育局', '校舍维修资金'],
    ]);
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/受益学生数 >=1200人 ∅',
      'annual 满意度指标/服务对象满意度指标/家长满意度 >=90% ∅',
      'annual 产出指标/数量指标/维修面积 >=3000平方米 ∅',
    ]);
    expect(readout.indicators.map((each) => each.description)).toEqual([
      '反映受益学生',
      '反映满意度',
      '反映面积',
    ]);
  });

  test('the second level in front of the name, and in running text beside the first', () => {
    const readout = read(
      '项目绩效目标表',
      grid(`
 | 项目名称 | 扶持资金 | < |
 | 一级指标 | 二级指标及三级指标 | 指标值 |
 | 产出指标 | 数量指标：扶持企业数 | ≥20家 |
 | ^ | 质量指标：发放准确率 | 100% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/扶持企业数 >=20家 ∅',
      'annual 产出指标/质量指标/发放准确率 =100% ∅',
    ]);
    const prose = read(
      '项目绩效目标申报表',
      grid(`
 | 项目名称 | 公益性岗位补贴 |
 | 产出指标 | 数量指标：补贴人数（≥**人）>=200；成本指标：人均补贴≤6000元/年。 |
 | 满意度指标 | 服务对象满意度≥90%。 |`),
    );
    expect(told(prose)).toEqual([
      'annual 产出指标/数量指标/补贴人数 >=200人 ∅',
      'annual 产出指标/成本指标/人均补贴 <=6000元/年 ∅',
      'annual 满意度指标/∅/服务对象满意度 >=90% ∅',
    ]);
  });
});

describe('uncommon layouts of money', () => {
  test('stages as rows, items in the heads', () => {
    const readout = read(
      '2023年度“三公”经费支出决算表',
      '单位：万元',
      grid(`
 | 年度 | “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 |
 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ |
 | 2023年预算数 | 35.00 | 5.00 | 28.00 | 18.00 | 10.00 | 2.00 |
 | 2023年决算数 | 29.10 | 4.50 | 23.00 | 13.50 | 9.50 | 1.60 |`),
    );
    expect(counted(readout)).toEqual([
      'budget “三公”经费合计 budget 2023 35 万元',
      'budget 因公出国（境）费 budget 2023 5 万元',
      'budget 小计 budget 2023 28 万元 of=公务用车购置及运行费',
      'budget 公务用车购置费 budget 2023 18 万元 of=公务用车购置及运行费',
      'budget 公务用车运行费 budget 2023 10 万元 of=公务用车购置及运行费',
      'budget 公务接待费 budget 2023 2 万元',
      'budget “三公”经费合计 final 2023 29.1 万元',
      'budget 因公出国（境）费 final 2023 4.5 万元',
      'budget 小计 final 2023 23 万元 of=公务用车购置及运行费',
      'budget 公务用车购置费 final 2023 13.5 万元 of=公务用车购置及运行费',
      'budget 公务用车运行费 final 2023 9.5 万元 of=公务用车购置及运行费',
      'budget 公务接待费 final 2023 1.6 万元',
    ]);
  });

  test('a total that runs out under the side label keeps its sources', () => {
    const readout = read(
      '部门整体支出绩效目标表（2024年度）',
      grid(`
 | 年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | < |
 | ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金 |
 | ^ | 规划编制 | 编制规划 | 260 | 200 | 60 |
 | ^ | 灾害防治 | 监测预警 | 140 | 140 | 0 |
 | 金额合计 | < | < | 400 | 340 | 60 |
 | 年度总体目标 | 完成编制 | < | < | < | < |`),
    );
    expect(counted(readout).slice(-3)).toEqual([
      'projects 金额合计 current 2024 400 万元',
      'projects 金额合计 current 2024 340 万元 fund=财政拨款',
      'projects 金额合计 current 2024 60 万元 fund=其他资金',
    ]);
  });

  test('funds in one cell, the year in their label', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
 | 项目名称 | 路灯维护 |
 | 项目资金 | 总额：300万元，其中：财政拨款280万元，其他资金20万元 |
 | 绩效目标 | 正常亮灯 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 总额 current ∅ 300 万元',
      'funding 财政拨款 current ∅ 280 万元 of=总额',
      'funding 其他资金 current ∅ 20 万元 of=总额',
    ]);
    const labelled = read(
      '项目绩效目标表',
      grid(`
 | 项目名称 | 产业扶持 | < |
 | 项目资金（万元） | 2025年资金总额： | 500 |
 | ^ | 其中：财政拨款 | 400 |
 | ^ | 其他资金 | 100 |`),
    );
    expect(labelled.filings[0]?.year).toBe(2025);
    expect(counted(labelled)[0]).toBe('funding 资金总额 current 2025 500 万元');
  });

  test('what came over from last year is a source; codes of units are no figures', () => {
    const readout = read(
      '部门收入总表',
      '单位：万元',
      grid(`
 | 部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | 上年结转结余 |
 | ^ | ^ | ^ | 小计 | 一般公共预算 | ^ |
 | 201001 | 某市司法局 | 460.00 | 440.00 | 440.00 | 20.00 |`),
    );
    expect(counted(readout)).toEqual([
      'budget 某市司法局 budget ∅ 460 万元',
      'budget 某市司法局 budget ∅ 440 万元',
      'budget 某市司法局 budget ∅ 440 万元 fund=一般公共预算',
      'budget 某市司法局 budget ∅ 20 万元 fund=上年结转结余',
    ]);
  });

  test('heads that are printed once serve the rows beside the next label too', () => {
    const readout = read(
      '部门整体支出绩效目标申报表（2024年度）',
      grid(`
 | 部门名称 | 某局 | < | < |
 | 收入构成 | 资金来源 | 当年金额 | 占比 |
 | ^ | 财政拨款 | 812.50 | 71.65% |
 | ^ | 合计 | 1134.00 | 100% |
 | 支出构成 | 基本支出 | 734.00 | 64.73% |
 | ^ | 项目支出 | 400.00 | 35.27% |
 | 年度目标 | 完成任务 | < | < |`),
    );
    expect(counted(readout)).toEqual([
      'income 财政拨款 current 2024 812.5 ∅ share=71.65 of=合计',
      'income 合计 current 2024 1134 ∅ share=100',
      'expenditure 基本支出 current 2024 734 ∅ share=64.73',
      'expenditure 项目支出 current 2024 400 ∅ share=35.27',
    ]);
  });

  test('points of the execution that the label beside its table prints', () => {
    const readout = read(
      '项目支出绩效自评表（2022年度）',
      grid(`
 | 项目名称 | 乙项目 | < | < | < |
 | 预算执行情况（10分） | 预算数（万元） | 执行数（万元） | 执行率 | 得分 |
 | ^ | 80 | 72 | 90% | 9 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 产出指标 | 数量指标 | 活动次数 | 10次 | 90 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9 });
  });
});
