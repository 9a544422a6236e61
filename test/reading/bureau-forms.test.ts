import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read, told } from './drawing.ts';

/** Forms as bureaus of several provinces draw them; every name and figure is invented. */
describe('levels under heads of their own', () => {
  test('指标分类 over two columns holds both levels, left of 指标内容', () => {
    const readout = read(
      '2031年专项工作绩效目标申报表',
      grid(`
 | 指标分类 | < | 指标内容 | 指标类型 | 预期值 |
 | 产出指标 | 数量指标 | 购置设备 | 定量 | 三台 |
 | ^ | 质量指标 | 验收合格率 | 定量 | =100% |
 | 满意度指标 | 服务对象满意度指标 | 用户满意度 | 定量 | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/购置设备 =3台 ∅',
      'annual 产出指标/质量指标/验收合格率 =100% ∅',
      'annual 满意度指标/服务对象满意度指标/用户满意度 >=90% ∅',
    ]);
  });

  test('a column of words between the first level and the names is the second level', () => {
    const levels = (second: string, third: string) =>
      read(
        '2031年部门整体绩效目标表',
        grid(`
 | 一级指标 | 职能模块 | 指标名称 | 目标值 | 权重 |
 | 核心产出 | ${second} | 编制规划 | 26个 | 60 |
 | ^ | ${third} | 巡查次数 | 12次 | 40 |`),
      ).indicators.map(({ level2 }) => level2);
    expect(levels('空间规划', '耕地保护')).toEqual(['空间规划', '耕地保护']);
    expect(levels('30', '20')).toEqual([null, null]);
  });

  test('the number behind a level is its points where the head says 分', () => {
    const first = (head: string) => {
      const { level1, level1_weight } = read(
        '2031年项目支出绩效评价打分表',
        grid(`
 | ${head} | 二级 | 三级 | 标准值 | 实现值 | 分数 | 实得分 |
 | 产出⏎50 | 管护任务 | 管护面积 | 86亩 | 86亩 | 50 | 50 |
 | 效果⏎50 | 生态效益 | 覆盖率 | 71% | 72% | 50 | 50 |`),
      ).indicators[0]!;
      return [level1, level1_weight];
    };
    expect(first('一级（分）')).toEqual(['产出', 50]);
    expect(first('一级')).toEqual(['产出50', null]);
  });
});

describe('units', () => {
  test('under 三级指标（计量单位） the brackets of a name hold the unit of its bare values', () => {
    const values = (name: string, target: string, head = '三级指标（计量单位）') => {
      const { level3, target: value } = read(
        '2031年项目绩效目标批复表',
        grid(`
 | 一级指标 | 二级指标 | ${head} | 年度目标值 | 权重 |
 | 产出指标 | 数量指标 | ${name} | ${target} | 100 |`),
      ).indicators[0]!;
      return [level3, value?.op, value?.value, value?.unit];
    };
    expect(values('报废率（%）', '≤2')).toEqual(['报废率（%）', '<=', 2, '%']);
    expect(values('补助标准（元/人）', '≤45')).toEqual(['补助标准（元/人）', '<=', 45, '元/人']);
    expect(values('新建道路（公里）', '800米')).toEqual(['新建道路（公里）', '=', 800, '米']);
    expect(values('新建道路（一期）', '8')[3]).toBeNull();
    expect(values('报废率（%）', '≤2', '三级指标')[3]).toBeNull();
  });

  const project = (name: string, money: number) => `
 | 项目名称 | ${name} | < | < | < |
 | 项目资金 | 年度资金总额 | ${money} | 其中：财政拨款 ${money - 5} | 其他资金 5 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 产出指标 | 数量指标 | 任务数 | ≥5个 | 90 |`;

  test('a caption over a grid of several projects is said of each of them', () => {
    const projects = project('管网改造', 685) + project('公园建设', 236) + project('电梯更新', 126);
    const above = read('项目支出绩效目标表', '单位：万元', grid(projects));
    const within = read(
      grid(`
 | 项目支出绩效目标表 | < | < | < | < |
 | 填报单位：某中心  单位：万元 | < | < | < | < |${projects}`),
    );
    for (const { filings } of [above, within])
      expect(filings.map((each) => each.money_unit)).toEqual(['万元', '万元', '万元']);
    const bare = read('项目支出绩效目标表', grid(projects));
    expect(bare.filings.map((each) => each.money_unit)).toEqual([null, null, null]);
  });
});

describe('funds and who has them', () => {
  const money = (readout: ReturnType<typeof read>) =>
    readout.amounts.map(({ item, measure, value }) => [item, measure, value]);

  test('政府预算资金 as a head is a source of funds', () => {
    const readout = read(
      '2031年预算项目支出绩效目标表',
      grid(`
 | 项目名称 | 动物免疫 | < | < | < |
 | 资金情况（万元） | 资金总额 | 政府预算资金 | 财政专户管理资金 | 单位资金 |
 | ^ | 386.40 | 361.40 | 0.00 | 25.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 产出指标 | 数量指标 | 免疫数量 | ≥268万头 | 90 |`),
    );
    expect(money(readout)).toEqual([
      ['资金总额', 'current', 386.4],
      ['政府预算资金', 'current', 361.4],
      ['财政专户管理资金', 'current', 0],
      ['单位资金', 'current', 25],
    ]);
  });

  test('the size of a fund is its whole, and who manages it carries it out', () => {
    const readout = read(
      '2031年政府投资基金绩效自评表（单位：亿元）',
      grid(`
 | 基金名称 | 科创母基金 | < | 基金管理人 | 海湾基金管理公司 | < |
 | 基金认缴规模 | 20.00 | < | 基金存续期 | 10年 | < |
 | 一级指标 | 二级指标 | 目标值 | 完成值 | 满分 | 自评分 |
 | 政策效益 | 放大倍数 | ≥4倍 | 4.6倍 | 100 | 100 |`),
    );
    expect(readout.filings[0]).toMatchObject({ organisation: '海湾基金管理公司', project: '科创母基金' });
    expect(money(readout)).toEqual([['基金认缴规模', 'total_budget', 20]]);
  });

  test('funds in a line with a name in front, and a sum of bundled projects', () => {
    const body = grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出 | 数量 | 运营院舍 | 23家 |`);
    const line = '项目资金：总额69万元，其中县级财政拨款60万元、镇级自筹9万元。';
    expect(money(read('2031年专项资金绩效目标表', line, body))).toEqual([
      ['总额', 'current', 69],
      ['县级财政拨款', 'current', 60],
      ['镇级自筹', 'current', 9],
    ]);
    const bundled = grid(`
 | 项目名称 | 绿化打捆项目 | 打捆资金合计 | 1490 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 补植 | 36株 |`);
    expect(money(read('2031年打捆项目绩效目标申报表（单位：万元）', bundled))).toEqual([
      ['打捆资金合计', 'current', 1490],
    ]);
  });

  test('the unit behind the name of a row is no part of it', () => {
    const readout = read(
      '2031年项目支出绩效自评表',
      grid(`
 | 资金 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |
 | 年度资金总额（万元） | 500.00 | 620.00 | 558.00 | 90.00% |
 | 其中：中央资金 | 400.00 | 480.00 | 432.00 | 90.00% |
 | 地方资金 | 100.00 | 140.00 | 126.00 | 90.00% |`),
    );
    expect(new Set(readout.amounts.map(({ item, unit }) => `${item} ${unit}`))).toEqual(
      new Set([
        '年度资金总额 万元',
        '年度资金总额 %',
        '中央资金 万元',
        '中央资金 %',
        '地方资金 万元',
        '地方资金 %',
      ]),
    );
  });

  test('专项编号 is the code of the project, 被评价项目 its name, and who judges 财政重点评价 is another', () => {
    const framework = (title: string) =>
      read(
        title,
        '被评价项目：冷链建设',
        grid(`
 | 一级指标 | 二级指标 | 三级指标 | 标准分 | 目标值 | 实际值 | 评价得分 |
 | 产出 | 产出数量 | 新建库容 | 100 | 36吨 | 36吨 | 100 |`),
      ).filings[0];
    expect(framework('财政重点评价评分表')).toMatchObject({
      form_type: 'scoring_framework',
      project: '冷链建设',
    });
    expect(framework('项目评分表')?.form_type).toBe('project_self_evaluation');
    const coded = read(
      '2031年专项绩效目标表',
      grid(`
 | 专项名称 | 学科建设 | 专项编号 | JZ2031-07 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 人才 | 6人 |`),
    );
    expect(coded.filings[0]?.project_code).toBe('JZ2031-07');
  });
});

describe('the points of the execution', () => {
  const form = (last: string) =>
    read(
      '2031年项目绩效目标完成情况自评表（单位：元）',
      grid(`
 | 项目名称 | 文艺汇演 | < | < | < | < | < | < |
 | 预算执行（10分） | 预算资金 | 680,000.00 | 执行资金 | 646,000.00 | 执行率 | 95% | ${last} |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 满分 | 扣分 | 得分 |
 | 产出指标 | 数量指标 | 场次 | ≥24场 | 24场 | 50 | 0 | 50 |
 | 效益指标 | 社会效益指标 | 观演 | ≥3万人次 | 2.4万人次 | 40 | 8 | 32 |
 | 得分合计 | < | < | < | < | 100 | 8.5 | 91.5 |`),
    );

  test('a bare figure behind the rate is the score, and its loss is part of what was taken off', () => {
    const readout = form('9.5');
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.5 });
    expect(readout.amounts.map(({ item, measure }) => [item, measure])).toEqual([
      ['预算执行', 'budget'],
      ['预算执行', 'executed'],
      ['预算执行', 'rate'],
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('a figure above the points is none', () => {
    expect(form('95').filings[0]?.execution_score).toBeNull();
  });
});
