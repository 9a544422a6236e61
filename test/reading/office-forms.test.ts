import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Layouts of workbooks and reports that counties file; every name and figure is invented. */
describe('levels and values of indicators', () => {
  test('the upper of two levels is the first, unless it holds names of the second', () => {
    const form = (upper: string) =>
      read(
        '2031年度政府购买服务项目绩效自评表',
        grid(`
 | 评价内容 | 指标内容 | 分值 | 目标值 | 完成值 | 得分 |
 | ${upper}（40分） | 服务老人数 | 20 | 860人 | 860人 | 20 |
 | ^ | 上门次数 | 20 | 2064次 | 2064次 | 20 |
 | 服务效果（60分） | 老人满意度 | 60 | ≥90% | 95% | 60 |
 | 合计 | < | 100 | | | 100 |`),
      ).indicators.map(({ level1, level1_weight, level2, level2_weight }) => [
        level1,
        level1_weight,
        level2,
        level2_weight,
      ]);
    expect(form('服务数量')[0]).toEqual(['服务数量', 40, null, null]);
    expect(form('数量指标')[0]).toEqual([null, null, '数量指标', 40]);
  });

  test('points in a second level that stands across the table are those of the level', () => {
    const { indicators } = read(
      '2031年度项目绩效自评表',
      grid(`
 | 绩效指标 | 目标值 | 完成值 | 分值 | 得分 | 备注 |
 | 一、产出指标 | < | < | < | < | < |
 | （一）数量指标（30分） | < | < | < | < | < |
 | 1.培训人数 | ≥1800人 | 1846人 | 20 | 20 | |
 | 2.开班期数 | ≥45期 | 46期 | 10 | 10 | |
 | （二）成本指标（70分） | < | < | < | < | < |
 | 3.人均成本 | ≤2000元 | 1901元 | 70 | 70 | |`),
    );
    expect(indicators.map(({ level2, level2_weight }) => [level2, level2_weight])).toEqual([
      ['数量指标', 30],
      ['数量指标', 30],
      ['成本指标', 70],
    ]);
  });

  test('what was aimed at before a change is a remark beside what is aimed at now', () => {
    const readout = read(
      '2031年度绩效目标调整申请表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 | 调整说明 |
 | 产出指标 | 数量指标 | 改造危桥 | ≥9座 | ≥7座 | 2座由省级实施 |
 | 效益指标 | 社会效益指标 | 受益村庄 | ≥31个 | ≥24个 | |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/改造危桥 >=7座 ∅',
      'annual 效益指标/社会效益指标/受益村庄 >=24个 ∅',
    ]);
    expect(readout.indicators.map(({ remark }) => remark)).toEqual([
      '调整前指标值：≥9座；调整说明：2座由省级实施',
      '调整前指标值：≥31个',
    ]);
  });
});

describe('money of forms and lists', () => {
  test('answers that end like heads of money head no table', () => {
    const readout = read(
      '2031年国有资本经营预算支出项目绩效目标表',
      '金额单位：万元',
      grid(`
 | 项目名称 | 企业改革成本补助 | < | < | < |
 | 支出方向 | 解决历史遗留问题及改革成本支出 | < | 资金性质 | 国有资本经营预算资金 |
 | 资金总额 | 1,450 | < | 国有资本经营预算资金 | 1,200 |
 | ^ | ^ | < | 企业自筹 | 250 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2031 1450 万元',
      'funding 国有资本经营预算资金 current 2031 1200 万元 of=资金总额',
      'funding 企业自筹 current 2031 250 万元 of=资金总额',
    ]);
  });

  test('what a contract costs and what was paid of it are money of the form', () => {
    const readout = read(
      '2031年度政府购买服务项目绩效自评表',
      '单位：元',
      grid(`
 | 购买主体 | 海岬区民政局 | 购买项目名称 | 居家养老上门服务 |
 | 合同金额 | 1,286,000.00 | 实际支付金额 | 1,221,700.00 |
 | 资金支付率 | 95.00% | 自评得分 | 94 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 合同金额 current 2031 1286000 元',
      'funding 实际支付金额 executed 2031 1221700 元',
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_rate: 95, total_score: 94 });
  });

  test.each([
    ['| 合计 | | 1640.00 | | | | |'],
    ['| 合计 | < | 1640.00 | | | | |'],
    ['| | 合计 | 1640.00 | | | | |'],
  ])('the row that adds up a list of projects is of none of them: %s', (row) => {
    const readout = read(
      '2031年部门预算项目绩效目标表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 预算金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 1 | 消防物联监测 | 380.00 | 产出指标 | 数量指标 | 接入单位 | ≥620家 |
 | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 早发现率 | ≥90% |
 | 2 | 消防车辆更新 | 1260.00 | 产出指标 | 数量指标 | 购置车辆 | 4辆 |
 ${row}`),
    );
    expect(readout.filings.map(({ project }) => project)).toEqual(['消防物联监测', '消防车辆更新', null]);
    expect(counted(readout)).toEqual([
      'funding 预算金额 current 2031 380 万元',
      'funding 预算金额 current 2031 1260 万元',
      'funding 合计 current 2031 1640 万元',
    ]);
    expect(readout.indicators).toHaveLength(3);
  });

  test('what stands above the columns of a list says their stage', () => {
    const readout = read(
      '2031年1—6月项目支出绩效运行监控情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 年度预算 | < | < | 上半年执行 | < | < | 执行率 | 绩效指标 | 年度目标 | 上半年完成 |
 | ^ | 合计 | 财政资金 | 自筹 | 合计 | 财政资金 | 自筹 | ^ | ^ | ^ | ^ |
 | 消防物联监测 | 380 | 300 | 80 | 190 | 180 | 10 | 50% | 接入单位 | 620家 | 300家 |
 | 消防车辆更新 | 260 | 260 | 0 | 117 | 117 | 0 | 45% | 购置车辆 | 4辆 | 1辆 |`),
    );
    expect(counted(readout).slice(0, 6)).toEqual([
      'funding 合计 current 2031 380 万元',
      'funding 财政资金 current 2031 300 万元 of=合计',
      'funding 自筹 current 2031 80 万元 of=合计',
      'funding 合计 executed 2031 190 万元',
      'funding 财政资金 executed 2031 180 万元 of=合计',
      'funding 自筹 executed 2031 10 万元 of=合计',
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('a rate beside what was approved and its adjustment is of the one or of both, and marks are no money', () => {
    const list = (rate: string) =>
      read(
        '2031年度项目支出绩效自评情况一览表',
        '金额单位：元',
        grid(`
 | 序号 | 项目名称 | 预算批复金额 | 调整金额 | 实际支出金额 | 预算执行率 | 自评分数 |
 | 1 | 消防物联监测 | 320,000.00 | -20,000.00 | 294,000.00 | ${rate} | 96.80 |
 | 2 | 消防车辆更新 | 500,000.00 | 0.00 | 500,000.00 | 100.00% | 98.50 |
 | 小计 | < | 820,000.00 | -20,000.00 | 794,000.00 | 99.25% | |`),
      );
    expect(errorsIn(list('98.00%'))).toEqual([]);
    expect(errorsIn(list('78.00%'))).toEqual(['PCT-05']);
    expect(list('98.00%').amounts.map(({ value }) => value)).not.toContain(96.8);
    expect(list('98.00%').indicators.map(({ scope, score }) => [scope, score])).toEqual([
      ['消防物联监测', 96.8],
      ['消防车辆更新', 98.5],
    ]);
    expect(list('98.00%').warnings).toEqual([]);
  });

  test.each([
    [['| 合计 | < | 640 | | | | |', '| 其中：市级 | < | 540 | | | | |', '| 其他 | < | 100 | | | | |']],
    [['| 合计 | | 640 | | | | |', '| 其中：市级 | | 540 | | | | |', '| 其他 | | 100 | | | | |']],
    [['| | 合计 | 640 | | | | |', '| | 市级 | 540 | | | | |', '| | 其他 | 100 | | | | |']],
  ])('rows below it that say what it is made of are its parts: %s', ([total, ...parts]) => {
    const list = (sum: string) =>
      read(
        '2031年部门预算项目绩效目标表',
        '单位：万元',
        grid(`
 | 序号 | 项目名称 | 预算金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 1 | 消防物联监测 | 380 | 产出指标 | 数量指标 | 接入单位 | ≥620家 |
 | 2 | 消防车辆更新 | 260 | 产出指标 | 数量指标 | 购置车辆 | 4辆 |
 ${total?.replace('640', sum)}
 ${parts.join('\n')}
 | 备注：含上年结转。 | < | < | < | < | < | < |`),
      );
    const readout = list('640');
    expect(readout.filings.map(({ project }) => project)).toEqual(['消防物联监测', '消防车辆更新', null]);
    expect(counted(readout).slice(2)).toEqual([
      'funding 合计 current 2031 640 万元',
      'funding 市级 current 2031 540 万元 of=合计',
      'funding 其他 current 2031 100 万元 of=合计',
    ]);
    expect(readout.texts.map(({ text }) => text)).toEqual(['含上年结转。']);
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(list('460'))).toEqual(['SUM-01']);
  });

  test('that row is held against the sum of the projects, unless several rows add up', () => {
    const errors = (total: string, more = '') =>
      reconcile(
        read(
          '2031年部门预算项目绩效目标表',
          '单位：万元',
          grid(`
 | 序号 | 项目名称 | 预算金额 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 1 | 消防物联监测 | 380.00 | 产出指标 | 数量指标 | 接入单位 | ≥620家 |
 ${more}
 | 2 | 消防车辆更新 | 1260.00 | 产出指标 | 数量指标 | 购置车辆 | 4辆 |
 | 合计 | < | ${total} | | | | |`),
        ),
      ).findings.filter(({ severity }) => severity === 'error');
    expect(errors('1640.00')).toEqual([]);
    expect(errors('1460.00')).toMatchObject([{ rule: 'SUM-04', actual: 1460, expected: 1640 }]);
    expect(errors('1460.00')[0]?.hypotheses[0]?.change).toMatchObject({ from: '1460.00', to: '1640.00' });
    expect(errors('1260.00', '| 合计 | < | 380.00 | | | | |')).toEqual([]);
  });

  test('columns of figures that are no money are told, codes not among them', () => {
    const readout = read(
      '2031年度项目支出情况一览表',
      '单位：万元',
      grid(`
 | 单位编码 | 项目名称 | 数量 | 预算数 | 支出数 | 超支 | 产出得分 |
 | 203001 | 农田建后管护 | 3 | 120.00 | 114.00 | 0.00 | 28 |
 | 203002 | 动物疫病防控 | 2 | 80.00 | 82.40 | 2.40 | 27 |
 | | 合计 | | 200.00 | 196.40 | 2.40 | |`),
    );
    const { message } = readout.warnings.find(({ code }) => code === 'figures_left_out')!;
    expect(message.zh).toBe(
      '2031年度项目支出情况一览表“数量、超支、产出得分”列的 7 个数没有记入（不是资金，也不是资金的某个阶段）',
    );
    const plain = grid(`
 | 项目名称 | 预算数 | 支出数 |
 | 农田建后管护 | 120.00 | 114.00 |
 | 动物疫病防控 | 80.00 | 82.40 |`);
    expect(read('2031年度项目支出情况一览表（单位：万元）', plain).warnings).toEqual([]);
  });
});

describe('stages, months and headings of money', () => {
  const base = (own: string) =>
    read(
      '2031年部门整体支出绩效评价基础数据表',
      grid(`
 | 经费控制情况（万元） | 2031年预算数 | 2031年决算数 |
 | 项目支出： | 2,040.00 | ${own} |
 | 1.业务工作专项 | 540.00 | 526.30 |
 | 2.运行维护专项 | 200.00 | 192.46 |
 | 3.市级专项资金（一个专项一行） | | |
 | （1）就业补助资金 | 1,300.00 | 1,280.00 |
 | 公用经费 | 242.00 | 238.55 |`),
    );
  const errors = (own: string) =>
    reconcile(base(own)).findings.filter(({ severity }) => severity === 'error');

  test('what stands below a heading without figures is part of the sum above it', () => {
    expect(errors('1,998.76')).toEqual([]);
    expect(errors('1,989.76')).toMatchObject([{ rule: 'SUM-01', expected: 1998.76, actual: 1989.76 }]);
    const part = base('1,998.76').amounts.find(({ item }) => item === '就业补助资金');
    expect(part?.parent).toBe('市级专项资金（一个专项一行）');
  });

  test.each(['1—3月支出', '1-3月支出', '1月至3月支出'])('%s is spent', (head) => {
    const readout = read(
      '2031年重点项目绩效监控汇总表（单位：万元）',
      grid(`
 | 项目名称 | 年初预算 | ${head} | 支出进度 |
 | 老旧小区改造 | 3,200.00 | 420.00 | 13.13% |
 | 农房抗震改造 | 460.00 | 92.00 | 20.00% |`),
    );
    expect(counted(readout)[1]).toBe('projects 老旧小区改造 executed 2031 420 万元');
  });

  test('months beside one label are what was planned or paid in them, and no parts of a sum beside', () => {
    const form = (label: string) =>
      read(
        '2031年项目支出绩效监控表（单位：万元）',
        grid(`
 | 项目名称 | 测土配方施肥 | < | 项目预算（万元） | 96 |
 | ${label} | 1月 | 2月 | 3月 | 4月 |
 | ^ | 4.2 | 6.8 | 9.6 | 8.4 |
 | 累计执行数（万元） | 29.0 | < | 累计执行率 | 30.21% |`),
      );
    const readout = form('资金执行');
    expect(counted(readout).slice(1, 3)).toEqual([
      'funding 资金执行 executed 2031 4.2 万元',
      'funding 资金执行 executed 2031 6.8 万元',
    ]);
    expect(readout.amounts[1]?.column_label).toBe('1月');
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(counted(form('用款计划'))[1]).toBe('funding 用款计划 current 2031 4.2 万元');
  });
});

test('terms of bonds and what a budget was worked out from are texts of the form, and no money', () => {
  const readout = read(
    '专项债券项目事前绩效评估表',
    grid(`
 | 项目名称 | 污水处理厂二期 | < | < |
 | 总投资（亿元） | 2.68 | 资本金比例 | 32.84% |
 | 债券期限 | 20年 | 本息覆盖倍数 | 1.32 |
 | 测算依据及说明 | 日处理2万吨，单位造价1.34万元。 | < | < |`),
  );
  expect(counted(readout)).toEqual(['funding 总投资 total_budget ∅ 2.68 亿元']);
  expect(readout.texts.map(({ label, text }) => [label, text])).toEqual([
    ['资本金比例', '32.84%'],
    ['债券期限', '20年'],
    ['本息覆盖倍数', '1.32'],
    ['测算依据及说明', '日处理2万吨，单位造价1.34万元。'],
  ]);
});

test('who signs a form below its table, and when, are of the form', () => {
  const table = (project: string) =>
    grid(`
 | 项目名称 | ${project} | < |
 | 评估内容 | 分值 | 得分 |
 | 立项必要性 | 50 | 45 |
 | 投入经济性 | 50 | 44 |`);
  const signature = '评估组组长：林岚      评估日期：2031年8月15日';
  const readout = read(
    '事前绩效评估评分表',
    table('人才公寓'),
    signature,
    '事前绩效评估评分表',
    table('体育公园'),
  );
  expect(readout.filings.map(({ filed_on, project }) => [project, filed_on])).toEqual([
    ['人才公寓', '2031-08-15'],
    ['体育公园', null],
  ]);
  expect(readout.filings[0]?.contacts).toHaveLength(1);
});

describe('lists with heads and rows of several kinds', () => {
  test('heads over funds are stages and no answers, and each group has its own total', () => {
    const list = (spent: string) =>
      read(
        '2031年度项目支出绩效自评情况汇总表（单位：万元）',
        grid(`
 | 序号 | 项目名称 | 预算安排 | < | < | 预算执行 | < | < | 自评得分 | 自评等级 | 是否公开 |
 | ^ | ^ | 财政拨款 | 其他资金 | 合计 | 财政拨款 | 其他资金 | 合计 | ^ | ^ | ^ |
 | 1 | 食品抽检 | 320 | 0 | 320 | 313.6 | 0 | ${spent} | 98.5 | 优 | 是 |
 | 2 | 特种设备监察 | 86 | 14 | 100 | 84.28 | 13.72 | 98 | 97 | 优 | 是 |`),
      );
    const readout = list('313.6');
    expect(readout.filings[0]?.project).toBeNull();
    expect(counted(readout).slice(2, 4)).toEqual([
      'projects 食品抽检 current 2031 320 万元',
      'projects 食品抽检 executed 2031 313.6 万元 fund=财政拨款',
    ]);
    const errors = (of: typeof readout) =>
      reconcile(of).findings.filter(({ severity }) => severity === 'error');
    expect(errors(readout)).toEqual([]);
    expect(errors(list('331.6'))).toMatchObject([{ rule: 'SUM-05', actual: 331.6, expected: 313.6 }]);
  });

  test('a column that shares its head and counts 1, 2 below each heading numbers the rows', () => {
    const readout = read(
      '2031年重点项目绩效评价结果一览表（单位：万元）',
      grid(`
 | 项目名称 | < | 评价金额 | 评价等级 |
 | 一、农业领域 | < | 3,460 | |
 | 1 | 农田建设 | 2,600 | 优 |
 | 2 | 农业保险 | 860 | 良 |
 | 二、社保领域 | < | 1,980 | |
 | 1 | 就业补贴 | 1,980 | 良 |
 | 合计 | < | 5,440 | |`),
    );
    expect(readout.amounts.map(({ item, parent, project, value }) => [item, parent, project, value])).toEqual(
      [
        ['农业领域', '合计', '农业领域', 3460],
        ['农田建设', '农业领域', '农田建设', 2600],
        ['农业保险', '农业领域', '农业保险', 860],
        ['社保领域', '合计', '社保领域', 1980],
        ['就业补贴', '社保领域', '就业补贴', 1980],
        ['合计', null, null, 5440],
      ],
    );
  });

  test('a text across the columns of figures is a text, whatever figures it holds', () => {
    const readout = read(
      '财政支出绩效评价项目基本情况表',
      grid(`
 | 预算安排（万元） | < | < | < |
 | 年份 | 预算数 | 到位数 | 支出数 |
 | 2030年 | 1,300 | 1,300 | 1,274 |
 | 2031年 | 1,400 | 1,360 | 1,346.4 |
 | 补贴对象及标准 | 按里程补贴1.8元/公里，按客流补贴0.5元/人次。 | < | < |`),
    );
    expect(readout.amounts).toHaveLength(6);
    expect(readout.texts.map(({ label, text }) => [label, text])).toEqual([
      ['补贴对象及标准', '按里程补贴1.8元/公里，按客流补贴0.5元/人次。'],
    ]);
  });

  test('the money of each direction of one project is told apart', () => {
    const readout = read(
      '2031年部门预算绩效目标表（单位：万元）',
      grid(`
 | 项目名称 | 支出方向 | 预算数 | 一级指标 | 三级指标 | 历史完成值 | 计划目标值 |
 | 农业发展专项 | 粮食生产 | 1,600.00 | 产出指标 | 播种面积 | 86.2万亩 | ≥86.5万亩 |
 | ^ | 耕地保护 | 940.00 | 产出指标 | 新增农田 | 4.2万亩 | ≥4.5万亩 |
 | 合计 | < | 2,540.00 | | | | |`),
    );
    expect(counted(readout)).toEqual([
      'funding 粮食生产 current 2031 1600 万元',
      'funding 耕地保护 current 2031 940 万元',
      'funding 合计 current 2031 2540 万元',
    ]);
    expect(readout.filings.map(({ form_type }) => form_type)).toEqual(['project_targets', 'project_targets']);
    expect(readout.indicators.map(({ actual, prior }) => [actual, prior[0]?.value])).toEqual([
      [null, 86.2],
      [null, 4.2],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('a fourth level that says how the third is reckoned names no indicator', () => {
    const names = (first: string, second: string) =>
      read(
        '2031年度部门整体支出绩效自评计分表',
        grid(`
 | 一级指标 | 二级指标 | 三级指标 | 四级指标 | 分值 | 自评得分 |
 | 投入 | 预算配置 | 在职人员控制率 | ${first} | 50 | 50 |
 | 过程 | 预算管理 | 管理制度健全性 | ${second} | 50 | 48 |
 | 总分 | < | < | < | 100 | 98 |`),
      ).indicators.map(({ description, level3 }) => [level3, description]);
    expect(names('在职人员数/编制数×100%', '')).toEqual([
      ['在职人员控制率', '在职人员数/编制数×100%'],
      ['管理制度健全性', null],
    ]);
    expect(names('在职人数', '制度数量')[0]).toEqual(['在职人数', '在职人员控制率']);
  });
});

describe('several columns of one measure', () => {
  const errors = (readout: ReturnType<typeof read>) =>
    reconcile(readout).findings.filter(
      ({ rule, severity }) => severity !== 'info' && !rule.startsWith('STR'),
    );

  test('追加 | 追减 | 小计 under 调整预算 are adjustments, and their sum is held against the two budgets', () => {
    const form = (annual: string) =>
      read(
        '2031年预算调整及执行情况对比表（单位：万元）',
        grid(`
 | 项目 | 年初预算 | 调整预算 | < | < | 全年预算 | 决算数 | 执行率 |
 | ^ | ^ | 追加 | 追减 | 小计 | ^ | ^ | ^ |
 | 人员经费 | 1,860.00 | 120.00 | -20.00 | 100.00 | ${annual} | 1,948.24 | 99.40% |
 | 项目支出 | 2,420.00 | 380.00 | -100.00 | 280.00 | 2,700.00 | 2,592.00 | 96.00% |`),
      );
    const readout = form('1,960.00');
    expect(readout.amounts.slice(0, 5).map(({ measure }) => measure)).toEqual([
      'initial_budget',
      'adjustment',
      'adjustment',
      'adjustment',
      'annual_budget',
    ]);
    expect(errors(readout)).toEqual([]);
    expect(errors(form('1,690.00'))).toMatchObject([{ rule: 'SUM-08', actual: 1690, expected: 1960 }]);
  });

  test('a rate may be of the sum of what was carried over and what was given, and is held against that', () => {
    const form = (rate: string) =>
      read(
        '2031年项目支出绩效自评表（单位：元）',
        grid(`
 | 资金情况 | 上年结转 | 本年安排 | 合计 | 支出 | 支出率 |
 | 财政拨款 | 2,600,000 | 8,400,000 | 11,000,000 | 10,780,000 | ${rate} |
 | 其中：中央 | 1,600,000 | 6,000,000 | 7,600,000 | 7,448,000 | 98.00% |
 | 省级 | 1,000,000 | 2,400,000 | 3,400,000 | 3,332,000 | 98.00% |`),
      );
    expect(errors(form('98.00%'))).toEqual([]);
    expect(errors(form('96.00%'))).toMatchObject([{ rule: 'PCT-05', actual: 96, expected: 98 }]);
  });
});

test('a unit in a row of its own above what it buys is the sum of that', () => {
  const readout = read(
    '2031年县级政府采购预算表（单位：元）',
    grid(`
 | 单位编码 | 单位名称 | 采购项目 | 数量 | 单价 | 采购金额 |
 | 合计 | | | | | 1,286,000 |
 | 301001 | 县第一中学 | | | | 866,000 |
 | 301001 | 县第一中学 | 一体机 | 30 | 22,000 | 660,000 |
 | 301001 | 县第一中学 | 课桌椅 | 515 | 400 | 206,000 |
 | 301002 | 县实验小学 | | | | 420,000 |
 | 301002 | 县实验小学 | 图书 | 12,000 | 35 | 420,000 |`),
  );
  expect(readout.amounts.map(({ item, parent, value }) => [item, parent, value])).toEqual([
    ['合计', null, 1286000],
    ['县第一中学', '合计', 866000],
    ['一体机', '县第一中学', 660000],
    ['课桌椅', '县第一中学', 206000],
    ['县实验小学', '合计', 420000],
    ['图书', '县实验小学', 420000],
  ]);
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('绩效目标 between names and what came of them is what was aimed at; 本年到位 and 本年支出 are money of the form', () => {
  const readout = read(
    '财政支出项目绩效目标完成情况表（2031年）',
    grid(`
 | 项目名称 | 农村公路养护 | < | < | < |
 | 本年到位（万元） | 1,860 | 本年支出 | 1,822.8 | < |
 | 指标 | < | 绩效目标 | 完成情况 | 评分 |
 | 产出 | 县道里程 | 126公里 | 126公里 | 50 |
 | 效益 | 优良率 | ≥85% | 87.2% | 50 |`),
  );
  expect(counted(readout)).toEqual([
    'funding 本年到位 arrived 2031 1860 万元',
    'funding 本年支出 executed 2031 1822.8 万元',
  ]);
  expect(told(readout)).toEqual([
    'evaluation 产出/∅/县道里程 =126公里 ∅',
    'evaluation 效益/∅/优良率 >=85% ∅',
  ]);
});
