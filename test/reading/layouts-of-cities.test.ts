import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Layouts of provinces and cities; every unit, project and figure is invented. */
const loud = (...given: Parameters<typeof read>) =>
  reconcile(read(...given)).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

describe('funds', () => {
  const funds = (row: string) =>
    grid(`
 | 项目名称 | 草原修复治理 | < | < |
 | 实施单位 | 松谷县林草局 | < | < |
 | ${row} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 修复面积 | 1.8万亩 |`);
  const form = (row: string) => ['2031年度项目支出绩效目标表', '单位：万元', funds(row)] as const;

  test('预算金额 | 财政资金 beside it: the rest is of others, and never less than nothing', () => {
    expect(loud(...form('预算金额 | 1260.50 | 财政资金 | 1000.00'))).toEqual([]);
    expect(loud(...form('预算金额 | 1260.50 | 财政资金 | 1300.00'))).toEqual(['SUM-01']);
  });

  test('项目资金 | 2031年 | … | 2032年 | …: what each year has', () => {
    const readout = read(
      '2031年度项目支出绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | 草原修复治理 | < | < | < |
 | 项目资金 | 2031年 | 860.00 | 2032年 | 870.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 修复面积 | 1.8万亩 | |`),
    );
    expect(counted(readout)).toEqual([
      'funding 2031年 current 2031 860 万元',
      'funding 2032年 current 2032 870 万元',
    ]);
  });

  test('本年度债券资金 is no part of 项目总投资', () => {
    const bonds = read(
      '2031年度专项债券项目绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | 冷链物流园 | < | < |
 | 项目总投资 | 3440.00 | < | < |
 | 资金来源 | 专项债券资金 | 3040.00 | < |
 | ^ | 项目资本金 | 400.00 | < |
 | 本年度债券资金 | 860.00 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 冷库容积 | 2万立方米 |`),
    );
    expect(errorsIn(bonds)).toEqual([]);
    expect(counted(bonds).at(-1)).toBe('funding 本年度债券资金 current 2031 860 万元');
  });

  test('年度资金申请总额 is a sum of funds', () => {
    const readout = read(
      '2031年度财政项目支出绩效目标申报表',
      grid(`
 | 项目名称 | 档案数字化 | < |
 | 项目资金（元） | 年度资金申请总额 | 902000.00 |
 | ^ | 其中：当年财政拨款 | 902000.00 |`),
    );
    expect(counted(readout).map((line) => line.split(' ')[1])).toEqual(['年度资金申请总额', '当年财政拨款']);
  });

  test('what a fund takes in and pays is its money', () => {
    const fund = [
      '2031年度社会保险基金预算绩效目标表',
      '单位：万元',
      grid(`
 | 基金名称 | 养老保险基金 | < | < | < |
 | 基金收支情况 | 收入预算 | 860.00 | 支出预算 | 817.00 |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 备注 |
 | 产出指标 | 数量指标 | 参保人数 | 3.6万人 | |`),
    ] as const;
    expect(loud(...fund)).toEqual([]);
  });
});

describe('columns', () => {
  test('指标总数 | 已完成 | 未开展 count goals, 指标数 | 已完成 may be money', () => {
    const list = (total: string) =>
      read(
        '2031年部门预算绩效运行监控汇总表（单位：万元）',
        grid(`
 | 项目名称 | 全年预算数 | ${total} | 已完成 | 未开展 |
 | 图书馆免费开放 | 120.00 | 8 | 5 | 3 |
 | 非遗保护 | 80.00 | 6 | 6 | 0 |`),
      );
    expect(list('指标总数').amounts.map(({ value }) => value)).toEqual([120, 80]);
    expect(list('指标总数').warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
    expect(list('指标数').amounts).toHaveLength(8);
  });

  test('指标性质 over 数量指标 is the second level', () => {
    const readout = read(
      '项目支出绩效目标管理表',
      grid(`
 | 绩效指标 | 指标性质 | 指标名称 | 绩效指标值 |
 | 产出指标 | 数量指标 | 培训人次 | ≥4200人次 |
 | ^ | 质量指标 | 培训合格率 | ≥92% |
 | 效益指标 | 社会效益指标 | 就业率 | ≥60% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/培训人次 >=4200人次 ∅',
      'annual 产出指标/质量指标/培训合格率 >=92% ∅',
      'annual 效益指标/社会效益指标/就业率 >=60% ∅',
    ]);
  });

  const points = (merged: string, ...weights: string[]) =>
    grid(`
 | 评估指标 | 评估要点 | 评估标准 | 分值 | 得分 |
 | 立项必要性 | 政策相关性 | 是否相关 | ${weights[0]} | 9 |
 | ^ | 职能相关性 | 是否相关 | ${merged} | ${merged === '^' ? '^' : 10} |
 | 投入经济性 | 投入合理性 | 是否匹配 | ${weights[1]} | 40 |
 | ^ | 成本控制 | 是否有效 | ${merged} | ${merged === '^' ? '^' : 10} |`);

  test('评估要点 that have points of their own are what is scored, and texts where they have none', () => {
    expect(told(read('事前绩效评估评分表', points('10', '10', '50')))).toEqual([
      'evaluation 立项必要性/∅/政策相关性 ∅ 10',
      'evaluation 立项必要性/∅/职能相关性 ∅ 10',
      'evaluation 投入经济性/∅/投入合理性 ∅ 50',
      'evaluation 投入经济性/∅/成本控制 ∅ 10',
    ]);
    expect(read('事前绩效评估评分表', points('^', '40', '60')).indicators[0]).toMatchObject({
      level3: '立项必要性',
      description: '政策相关性',
    });
  });
});

describe('totals', () => {
  const self = (total: string, deducted = '') =>
    [
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 技能培训 | < | < | < | < | < |
 | 实施单位 | 就业中心 | < | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | ${deducted === '' ? '备注' : '扣分'} | 得分 |
 | 产出指标 | 数量指标 | 培训人次 | 4200人次 | 60 | ${deducted === '' ? '' : '0.21'} | 59.79 |
 | 效益指标 | 社会效益指标 | 就业率 | 60% | 30 | ${deducted === '' ? '' : '0'} | 30 |
 ${total}`),
    ] as const;

  test('自评总分（含预算执行率9.17分） prints the score of the execution', () => {
    const readout = read(...self('| 自评总分（含预算执行率9.17分） | < | < | < | < | < | 98.96 |'));
    expect(readout.indicators).toHaveLength(2);
    expect(readout.filings[0]).toMatchObject({ total_score: 98.96, execution_score: 9.17 });
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(read(...self('| 自评总分（含预算执行率9.17分） | < | < | < | < | < | 98.66 |')))).toEqual(
      ['SCR-02'],
    );
  });

  test('what the execution lost is in the total of 扣分', () => {
    const rows = (deducted: string) =>
      self(
        `| 预算执行率 | < | < | 100% | 10 | 0.83 | 9.17 |
 | 总分 | < | < | < | 100 | ${deducted} | 98.96 |`,
        'deducted',
      );
    expect(errorsIn(read(...rows('1.04')))).toEqual([]);
    expect(errorsIn(read(...rows('1.34')))).toEqual(['SCR-14']);
  });
});

describe('who and when', () => {
  test('the unit may stand behind the year in a title', () => {
    const readout = read(
      '2031年度青禾县水利局部门整体支出绩效评价评分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 部门决策 | 目标设定 | 目标合理性 | 100 | 95 |`),
    );
    expect(readout.filings[0]?.organisation).toBe('青禾县水利局');
  });

  test.each([
    '（2031年1-7月）',
    '监控时点：2031年8月31日',
    '监控期间：2031年1月1日至2031年6月30日',
    '考核年度：2031年',
  ])('the year of %s beside the unit of money', (year) => {
    const readout = read(
      '项目支出绩效运行监控表',
      grid(`
 | ${year} | | | | 单位：万元 |
 | 项目名称 | 技能培训 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |
 | 产出指标 | 数量指标 | 培训人次 | 4200人次 | 2078人次 |`),
    );
    expect(readout.filings[0]?.year).toBe(2031);
  });

  test('a title that says more than the kind of form names its project', () => {
    const form = (title: string) =>
      loud(
        title,
        '2031年度　　申报单位：就业中心',
        grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 培训人次 | 4200人次 |`),
      );
    expect(form('就业技能培训补贴绩效目标申报表')).toEqual([]);
    expect(form('省级部门预算项目支出绩效目标申报表')).toEqual(['STR-02']);
    expect(form('青禾县水利局项目支出绩效目标申报表')).toEqual(['STR-02']);
  });
});
