import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Asset tables, score sheets and two classifications side by side; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('tables of assets', () => {
  const readout = read(
    '2024年末国有资产占有使用情况表',
    '单位：万元',
    grid(`
 | 项目 | 行次 | 数量 | < | 价值 | < |
 | ^ | ^ | 年初数 | 年末数 | 年初数 | 年末数 |
 | 栏次 | | 1 | 2 | 3 | 4 |
 | （一）固定资产 | 1 | — | — | 3,600.00 | 3,892.00 |
 | 1.房屋（平方米） | 2 | 8,600 | 9,000 | 3,000.00 | 3,180.00 |
 | 2.车辆（台、辆） | 3 | 12 | 13 | 600.00 | 712.00 |`),
  );

  test('数量 over two years counts what the row says, 价值 beside it is money', () => {
    expect(readout.indicators).toEqual([]);
    expect(counted(readout)).toContain('budget 房屋（平方米） count 2024 9000 平方米 of=固定资产');
    expect(counted(readout)).toContain('budget 房屋（平方米） budget 2024 3180 万元 of=固定资产');
    expect(readout.amounts.some(({ item }) => item === '栏次')).toBe(false);
    expect(wrong(readout)).toEqual([]);
  });
});

describe('score sheets', () => {
  test('a level that a form may ask for as a field ends no table, and experts are no scores', () => {
    const { filings, indicators } = read(
      '项目事前绩效评估评分表',
      grid(`
 | 一级指标 | 二级指标 | 评估要点 | 分值 | 专家1 | 专家2 | 平均分 |
 | 立项必要性（20分） | 政策相关性 | 是否符合政策 | 10 | 9 | 10 | 9.5 |
 | ^ | 需求迫切性 | 是否有需求 | 10 | 8 | 9 | 8.5 |
 | 投入经济性（20分） | 成本合理性 | 测算是否合理 | 20 | 16 | 18 | 17 |
 | 合计 | < | < | 40 | 33 | 37 | 35 |`),
    );
    expect(indicators.map(({ level1, level3, score, weight }) => [level1, level3, weight, score])).toEqual([
      ['立项必要性', '政策相关性', 10, 9.5],
      ['立项必要性', '需求迫切性', 10, 8.5],
      ['投入经济性', '成本合理性', 20, 17],
    ]);
    expect(filings[0]?.total_score).toBe(35);
  });

  test('考核内容 names what is scored where nothing else does', () => {
    const { filings, indicators } = read(
      '单位预算绩效管理考核扣分表',
      grid(`
 | 序号 | 考核内容 | 考核标准 | 标准分 | 扣分项 | 扣分值 | 实际得分 |
 | 1 | 目标管理 | 编报完整得40分 | 40 | 2个项目未报 | 2 | 38 |
 | 2 | 绩效自评 | 全覆盖得60分 | 60 | 无 | 0 | 60 |
 | 合计 | < | < | 100 | | 2 | 98 |`),
    );
    expect(filings[0]).toMatchObject({ form_type: 'scoring_framework', total_score: 98 });
    expect(indicators.map(({ deviation, level3, score }) => [level3, score, deviation])).toEqual([
      ['目标管理', 38, '2个项目未报'],
      ['绩效自评', 60, null],
    ]);
  });
});

describe('what stands twice', () => {
  test('of two classifications the first names the rows', () => {
    const readout = read(
      '2025年一般公共预算基本支出表',
      '单位：元',
      grid(`
 | 部门预算支出经济分类科目 | < | 政府预算支出经济分类科目 | < | 基本支出 | < |
 | 科目编码 | 科目名称 | 科目编码 | 科目名称 | 合计 | 人员经费 |
 | | 合计 | | | 5,508,300 | 5,508,300 |
 | 301 | 工资福利支出 | 501 | 机关工资福利支出 | 5,508,300 | 5,508,300 |
 | 30101 | 基本工资 | 50101 | 工资奖金津补贴 | 2,508,300 | 2,508,300 |
 | 30102 | 津贴补贴 | 50101 | 工资奖金津补贴 | 3,000,000 | 3,000,000 |`),
    );
    expect(readout.amounts.map(({ code, parent }) => `${code} ${parent}`)).toContain('30102 工资福利支出');
    expect(wrong(readout)).toEqual([]);
  });

  test('the code of what is bought, letters and digits, is no name', () => {
    const { amounts } = read(
      '2025年政府采购预算表',
      '单位：元',
      grid(`
 | 项目名称 | 采购目录 | < | 采购数量 | 采购金额 |
 | ^ | 编码 | 名称 | ^ | ^ |
 | 合计 | | | | 868,000 |
 | 设备更新 | A02010104 | 台式计算机 | 40 | 200,000 |
 | 设备更新 | A02021003 | 打印机 | 12 | 18,000 |
 | 评估 | C0908 | 评估服务 | 1 | 650,000 |`),
    );
    expect(amounts.map(({ code, item }) => [code, item])).toContainEqual(['A02021003', '打印机']);
  });

  test('其中 again may be a part of the first, and a slip is still found', () => {
    const purchases = (small: string): ReturnType<typeof read> =>
      read(
        '2024年政府采购支出情况表',
        '单位：万元',
        grid(`
 | 项目 | 合计 | 货物 | 服务 |
 | 政府采购支出 | 300 | 190 | 110 |
 | 其中：授予中小企业合同金额 | 240 | 150 | 90 |
 | 其中：授予小微企业合同金额 | 128 | ${small} | 48 |`),
      );
    const of = (readout: ReturnType<typeof read>): (string | null | undefined)[] =>
      readout.amounts.filter(({ item }) => /小微/.test(item)).map(({ parent }) => parent);
    expect(of(purchases('80'))).toEqual(Array(3).fill('授予中小企业合同金额'));
    expect(wrong(purchases('80'))).toEqual([]);
    expect(wrong(purchases('800')).length).toBeGreaterThan(0);
  });
});

describe('heads of rates and differences', () => {
  test('a forecast of the rate is not what was spent so far over the budget', () => {
    const readout = read(
      '项目绩效目标监控表（2024年1—7月）',
      grid(`
 | 项目名称 | 安防设施升级 | < | < | < | < |
 | 项目资金（万元） | 年初预算 | 1—7月执行数 | 1—7月预算执行率 | 全年预计执行数 | 预计执行率 |
 | 资金总额 | 240 | 156 | 65% | 240 | 100% |
 | 一级指标 | 二级指标 | 三级指标 | 年初指标值 | 1—7月完成值 | 偏差原因 |
 | 产出指标 | 数量指标 | 改造校园 | 30所 | 18所 | |`),
    );
    expect(wrong(readout).filter((rule) => rule.startsWith('PCT'))).toEqual([]);
  });

  test('2025年比2024年增减额 is a difference of money', () => {
    const readout = read(
      '“三公”经费支出预算表',
      '单位：万元',
      grid(`
 | 项目 | 2024年预算数 | 2024年执行数 | 2025年预算数 | 2025年比2024年增减额 | 增减率 |
 | 合计 | 30 | 26.5 | 28 | -2 | -6.67% |
 | 公务接待费 | 18 | 16 | 16 | -2 | -11.11% |
 | 公务用车运行费 | 12 | 10.5 | 12 | 0 | 0.00% |`),
    );
    expect(counted(readout)).toContain('budget 合计 adjustment 2025 -2 万元');
    expect(wrong(readout)).toEqual([]);
  });

  test('上年结转 below 本年收入合计 stands beside the lines that follow', () => {
    const { amounts } = read(
      '国有资本经营预算收支表',
      '单位：万元',
      grid(`
 | 项目 | 2025年预算数 |
 | 一、利润收入 | 150 |
 | 二、股利收入 | 40 |
 | 本年收入合计 | 190 |
 | 上年结转 | 10 |
 | 转移支付收入 | 5 |
 | 收入总计 | 205 |`),
    );
    expect(amounts.find(({ item }) => item === '转移支付收入')?.parent).toBe('收入总计');
  });

  test('其中 below a sum is a source of it, whatever the money is called', () => {
    const readout = read(
      '衔接资金绩效目标申报表',
      grid(`
 | 项目名称 | 青石村产业道路 | < |
 | 资金情况（万元） | 项目总投资 | 186 |
 | ^ | 其中：乡村发展引导金 | 150 |
 | ^ | 其他资金 | 36 |
 | 总体目标 | 三年内硬化产业道路30公里。 | < |
 | 三级指标 | 指标值 | 备注 |
 | 硬化产业道路 | ≥10公里 | |`),
    );
    expect(counted(readout)).toContain('funding 乡村发展引导金 total_budget ∅ 150 万元 of=项目总投资');
    expect(wrong(readout).filter((rule) => rule === 'NAR-05')).toEqual([]);
  });
});

describe('sums and shares beside others', () => {
  test('公共财政拨款 and 政府性基金拨款 are sources side by side', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      grid(`
 | 单位名称 | 清源市生态环境局 | < | < |
 | 年度预算申请（万元） | 资金总额 | 4,860.00 | < |
 | ^ | 按收入性质分 | < | 按支出性质分 |
 | ^ | 公共财政拨款 | 4,600.00 | |
 | ^ | 政府性基金拨款 | 260.00 | |
 | 整体绩效目标 | 优良天数比例达到85%。 | < | < |`),
    );
    expect(counted(readout)).toContain('funding 政府性基金拨款 current ∅ 260 万元 of=资金总额');
    expect(wrong(readout).filter((rule) => rule.startsWith('SUM'))).toEqual([]);
  });

  test('what was issued of bonds is no source beside them', () => {
    const readout = read(
      '2025年专项债券项目绩效目标表',
      '金额单位：亿元',
      grid(`
 | 项目名称 | 污水处理厂扩建 | < | < |
 | 项目总投资 | 3.6 | 其中：专项债券 | 2.0 |
 | 其中：财政预算资金 | 0.8 | 单位自筹 | 0.8 |
 | 已发行债券金额 | 1.2 | 本年拟发行 | 0.8 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 新增处理能力 | 5万吨/日 |`),
    );
    expect(wrong(readout).filter((rule) => rule.startsWith('SUM'))).toEqual([]);
  });

  test('占比 behind 比上年增减 is of the figure before both', () => {
    const readout = read(
      '机关运行经费支出情况表',
      '单位：万元',
      grid(`
 | 项目 | 上年决算数 | 本年决算数 | 比上年增减 | < | 占比 |
 | ^ | ^ | ^ | 金额 | 比例 | ^ |
 | 办公费 | 38.00 | 36.10 | -1.90 | -5.00% | 40.11% |
 | 差旅费 | 50.00 | 53.90 | 3.90 | 7.80% | 59.89% |
 | 合计 | 88.00 | 90.00 | 2.00 | 2.27% | 100.00% |`),
    );
    expect(counted(readout)).toContain('budget 办公费 final ∅ 36.1 万元 share=40.11 of=合计');
    expect(counted(readout)).toContain('budget 办公费 rate ∅ -5 % of=合计');
    expect(wrong(readout)).toEqual([]);
  });

  test('自评总分 below 合计 holds the points of execution too, 满分10 says how many', () => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 清源市生态环境局 | < | < | < | < |
 | 资金执行情况 | 预算数（万元） | < | 执行数（万元） | 执行率 | 得分（满分10） |
 | ^ | 150.00 | < | 148.50 | 99% | 9.9 |
 | 一级指标 | 三级指标 | 权重 | 目标值 | 实际值 | 得分 |
 | 履职效能 | 执法检查次数 | 60 | ≥600次 | 640次 | 60 |
 | 社会效应 | 公众满意度 | 30 | ≥85% | 86% | 30 |
 | 合计 | < | 90 | | | 90 |
 | 自评总分 | < | 100 | | | 99.9 |`),
    );
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.9,
      total_score: 99.9,
    });
    expect(wrong(readout)).toEqual([]);
  });

  test('the year of 2023年末债务余额 is a part of its name', () => {
    const readout = read(
      '2024年债务情况表',
      '单位：万元',
      grid(`
 | 项目 | 一般债券 | 合计 |
 | 2023年末债务余额 | 12,000 | 12,000 |
 | 2024年举借 | 3,000 | 3,000 |`),
    );
    expect(counted(readout)).toContain('budget 2023年末债务余额 budget 2023 12000 万元 fund=一般债券');
    expect(counted(readout)).toContain('budget 举借 budget 2024 3000 万元 fund=一般债券');
  });
});

describe('workbooks', () => {
  test('a cover says whose the forms behind it are, and is none itself', () => {
    const { filings } = read(
      grid(
        `
 | 2025年部门预算公开表 | < |
 | 部门名称： | 赤水县卫生健康局 |
 | 编制日期： | 2025年2月10日 |`,
        { sheet: '封面' },
      ),
      grid(
        `
 | 部门收支总体情况表 | < |
 | | 单位：万元 |
 | 项目 | 预算数 |
 | 财政拨款 | 2,100.25 |
 | 合计 | 2,100.25 |`,
        { sheet: '表1' },
      ),
    );
    expect(filings.map(({ organisation, title, year }) => [title, organisation, year])).toEqual([
      ['部门收支总体情况表', '赤水县卫生健康局', 2025],
    ]);
  });

  test('一 over 1 and 2 in a column of ordinals ranks the rows beside it', () => {
    const readout = read(
      '2025年县级项目支出预算明细表',
      '单位：万元',
      grid(`
 | 序号 | 单位/项目名称 | 2024年预算 | 2025年预算 |
 | | 总计 | 3,200 | 3,060 |
 | 一 | 赤水县卫生健康局 | 2,200 | 2,150 |
 | 1 | 公共卫生服务 | 1,500 | 1,500 |
 | 2 | 乡村医生补助 | 700 | 650 |
 | 二 | 赤水县人民医院 | 1,000 | 910 |
 | 1 | 学科建设 | 1,000 | 910 |`),
    );
    const of = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
    expect(of.get('乡村医生补助')).toBe('赤水县卫生健康局');
    expect(of.get('赤水县人民医院')).toBe('总计');
    expect(wrong(readout)).toEqual([]);
  });
});

test('targets with the points of their assessment in a table of their own are still targets', () => {
  const readout = read(
    '2025年预算项目绩效目标表（含事前评估）',
    grid(`
 | 项目名称 | 应急物资储备库 | < | < | < | < |
 | 评估维度 | 分值 | 得分 | 评估维度 | 分值 | 得分 |
 | 立项必要性 | 50 | 44 | 投入经济性 | 50 | 42 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | < |
 | 产出指标 | 数量指标 | 储备物资 | 15类 | < | < |
 | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | < | < |`),
  );
  expect(readout.filings.map(({ form_type }) => form_type)).toEqual(['project_targets']);
});
