import { describe, expect, it } from 'vitest';
import type { Block } from '../../schemas/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from '../reading/drawing.ts';

/** Short forms that leave a rule open: what it says instead of a finding. Names and figures are invented. */
interface Open {
  rule: string;
  reason: string;
  form: (Block | string)[];
}

const targets = (rows: string) =>
  grid(`
 | 项目名称 | 护林巡查 | < | 单位 | 青禾镇林业站 | < |
 | 项目资金（万元） | < | 年度资金总额 | 48 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 计量单位 | 权重 |
${rows}`);

const PROJECT = '项目支出绩效目标表（2031年度）';

const task = [
  '部门整体支出绩效目标表（2031年度）',
  grid(`
 | 年度主要任务 | 任务名称 | 主要内容 |
 | ^ | 生活补助 | 14名退休老干部生活补助 |`),
];

const project = (rows: string) =>
  grid(`
 | 项目名称 | 退休老干部生活补助 | < | 单位 | 青禾镇林业站 | < |
 | 项目资金（万元） | < | 年度资金总额 | 48 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 计量单位 | 权重 |
${rows}`);

const open: Open[] = [
  {
    rule: 'UCQ-01',
    reason: 'several prices',
    form: [
      '项目支出绩效目标表（2031年度）',
      targets(`
 | 产出指标 | 数量指标 | 巡查人数 | =40 | 人 | 40 |
 | 成本指标 | 经济成本指标 | 巡查补助标准 | =8000 | 元/人 | 25 |
 | 成本指标 | 经济成本指标 | 装备标准 | =2000 | 元/人 | 25 |`),
    ],
  },
  {
    rule: 'UCQ-01',
    reason: 'a cap far above the budget',
    form: [
      '项目支出绩效目标表（2031年度）',
      targets(`
 | 产出指标 | 数量指标 | 巡查人数 | ≥40 | 人 | 40 |
 | 成本指标 | 经济成本指标 | 巡查补助标准 | ≤90000 | 元/人 | 50 |`),
    ],
  },
  {
    rule: 'UCQ-01',
    reason: 'several counts',
    form: [
      '项目支出绩效目标表（2031年度）',
      targets(`
 | 产出指标 | 数量指标 | 修建步道长度 | =2 | 公里 | 40 |
 | 产出指标 | 数量指标 | 修建围栏长度 | =3 | 公里 | 40 |
 | 成本指标 | 经济成本指标 | 修建成本 | =50000 | 元/公里 | 50 |`),
    ],
  },
  {
    rule: 'UCQ-02',
    reason: 'prices share a count',
    form: [
      '项目支出绩效目标表（2031年度）',
      targets(`
 | 产出指标 | 数量指标 | 巡查人数 | =40 | 人 | 40 |
 | 成本指标 | 经济成本指标 | 巡查补助标准 | =8000 | 元/人 | 25 |
 | 成本指标 | 经济成本指标 | 装备标准 | =2000 | 元/人 | 25 |`),
    ],
  },
  {
    rule: 'STR-11',
    reason: 'a review of what was filed prints no funds',
    form: [
      '项目支出绩效目标审核表（2031年度）',
      grid(`
 | 项目名称 | 护林巡查 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 巡查人数 | 40人 |`),
    ],
  },
  {
    rule: 'STR-11',
    reason: 'a scoring table prints no funds',
    form: [
      '项目支出绩效考核指标目标表（2031年度）',
      grid(`
 | 项目名称 | 护林巡查 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 巡查人数 | 60 | 60 |
 | 效益指标 | 社会效益指标 | 火情下降 | 40 | 38 |`),
    ],
  },
  {
    rule: 'STR-11',
    reason: 'a list of projects prints no funds',
    form: [
      '项目绩效目标分解表（2031年度）',
      grid(`
 | 项目名称 | 护林巡查 | < | < |
 | 单位：万元 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 巡查人数 | 40人 |`),
    ],
  },
  {
    rule: 'STR-11',
    reason: 'a table within a text leaves the funds to it',
    form: [
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 巡查人数 | 40人 |
 | 效益指标 | 社会效益指标 | 火情 | 下降 |`),
    ],
  },
  {
    rule: 'SUM-09',
    reason: 'an insurance fund keeps what it does not spend',
    form: [
      '2031年社会保险基金收支决算表',
      '单位：万元',
      grid(`
 | 项目 | 决算数 | 项目 | 决算数 |
 | 保险费收入 | 520 | 待遇支出 | 410 |
 | 利息收入 | 12 | 转移支出 | 6 |
 | 收入合计 | 532 | 支出合计 | 416 |`),
    ],
  },
  {
    rule: 'PCT-01',
    reason: 'total is missing',
    form: [
      '2031年部门收入预算表',
      '单位：万元',
      grid(`
 | 项目 | 金额 | 占比 |
 | 财政拨款 | 40 | 80% |
 | 事业收入 | 10 | 20% |
 | 合计 | | 100% |`),
    ],
  },
  {
    rule: 'RAT-01',
    reason: 'most rates are not staff ÷ posts',
    form: [
      '2031年度人员情况表',
      grid(`
 | 类别 | 编制数 | 年末实有数 | 在职人员控制率 |
 | 行政 | 42 | 40 | 88% |
 | 事业 | 20 | 18 | 75% |
 | 工勤 | 10 | 9 | 70% |`),
    ],
  },
  {
    rule: 'WGT-02',
    reason: 'points of a level are blank',
    form: [
      '项目支出绩效自评表（2031年度）',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 |
 | 产出 | 60 | 数量 | 60 | 巡查人数 | 60 | 60 |
 | 效益 | | 社会效益 | 40 | 火情下降 | 40 | 38 |
 | 合计 | 100 | | 100 | | 100 | 98 |`),
    ],
  },
  {
    rule: 'SCR-03',
    reason: 'points of the execution rate are not printed',
    form: [
      '项目支出绩效自评表（2031年度）',
      grid(`
 | 项目名称 | 护林巡查 | < | 主管部门 | 青禾镇林业站 | < |
 | 项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 | 得分 | |
 | 年度资金总额 | 50 | 48 | 96% | 9.6 | |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 |
 | 产出指标 | 数量指标 | 巡查人数 | 40人 | 40人 | 50 |`),
    ],
  },
  {
    rule: 'SCR-02',
    reason: 'most scores are blank',
    form: [
      '项目支出绩效自评表（2031年度）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 巡查人数 | 30 | |
 | 产出指标 | 质量指标 | 巡查合格率 | 30 | |
 | 效益指标 | 社会效益指标 | 火情下降 | 40 | 38 |
 | 总分 | < | < | 100 | 96 |`),
    ],
  },
  {
    rule: 'SCR-02',
    reason: 'whether extra points add or take off is not told',
    form: [
      '项目支出绩效自评表（2031年度）',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 巡查人数 | 60 | 58 |
 | 效益指标 | 社会效益指标 | 火情下降 | 40 | 38 |
 | 加减分项 | 奖惩 | 通报 | 5 | 2 |
 | 总分 | < | < | 100 | 93 |`),
    ],
  },
  {
    rule: 'SCR-09',
    reason: 'no score',
    form: [
      '项目支出绩效自评表（2031年度）',
      grid(`
 | 项目名称 | 护林巡查 | < | 主管部门 | 青禾镇林业站 | < |
 | 项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | 年度资金总额 | 50 | 40 | 10 | 80% | 8 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 巡查人数 | 40人 | 50 | 0 |
 | 效益指标 | 社会效益指标 | 火情 | 下降 | 40 | 0 |`),
    ],
  },
  {
    rule: 'SUM-05',
    reason: 'the quarters may not be all of it',
    form: [
      '2031年度项目支出计划表',
      '单位：万元',
      grid(`
 | 项目名称 | 全年执行数 | 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出 |
 | 渠道清淤 | 90 | 10 | 20 | 20 | 30 |
 | 护林巡查 | 70 | 10 | 20 | 10 | 20 |
 | 水质监测 | 50 | 10 | 10 | 10 | 10 |`),
    ],
  },
  {
    rule: 'SUM-05',
    reason: 'the months may not be all of it',
    form: [
      '2031年度支出进度表',
      '单位：万元',
      grid(`
 | 月份 | 当月支出 | 累计支出 |
 | 1月 | 10 | 14 |
 | 2月 | 20 | 39 |
 | 3月 | 30 | 77 |
 | 4月 | 10 | 95 |`),
    ],
  },
  {
    rule: 'SUM-05',
    reason: 'what is due may not be all of it',
    form: [
      '2031年补助资金分配表',
      '单位：万元',
      grid(`
 | 地区 | 应下达资金 | 已提前下达 | 本次下达 |
 | 青禾县 | 90 | 50 | 30 |
 | 云溪县 | 70 | 40 | 20 |
 | 石桥县 | 60 | 20 | 25 |`),
    ],
  },
  {
    rule: 'PCT-05',
    reason: 'several budgets in the line',
    form: [
      '2031年项目支出绩效监控表',
      '单位：万元',
      grid(`
 | 项目名称 | 全年预算数 | < | 全年执行数 | 执行率 |
 | ^ | 财政拨款 | 其他资金 | ^ | ^ |
 | 渠道清淤 | 30 | 20 | 45 | 81% |`),
    ],
  },
  {
    rule: 'PCT-05',
    reason: 'the forecast is of no budget of the form',
    form: [
      '2031年项目支出绩效监控表',
      '单位：万元',
      grid(`
 | 项目名称 | 年初预算数 | 全年预计执行数 | 预计执行率 |
 | 渠道清淤 | 50 | 45 | 75% |
 | 护林巡查 | 40 | 30 | 60% |`),
    ],
  },
  {
    rule: 'NAR-02',
    reason: 'the rate is not in per cent',
    form: ['2031年本年支出500万元，其中基本支出400万元，占总支出的80‰。'],
  },
  {
    rule: 'SCR-14',
    reason: 'most scores differ by something else',
    form: [
      '2031年项目支出绩效自评复核表',
      grid(`
 | 项目名称 | 自评得分 | 复核得分 | 差异 |
 | 渠道清淤 | 95 | 90 | 2 |
 | 护林巡查 | 96 | 92 | 1 |
 | 水质监测 | 94 | 90 | 3 |`),
    ],
  },
  {
    rule: 'SUM-09',
    reason: 'basic data are no balance',
    form: [
      '部门整体支出绩效评价基础数据表',
      '单位：万元',
      grid(`
 | 项目 | 2031年 |
 | 财政供养人员数（人） | 40 |
 | 收入总额 | 200 |
 | 支出总额 | 180 |`),
    ],
  },
  {
    rule: 'UCQ-01',
    reason: 'nothing to multiply by',
    form: [
      '项目支出绩效目标表（2031年度）',
      targets(`
 | 成本指标 | 经济成本指标 | 巡查补助标准 | =8000 | 元/年 | 50 |`),
    ],
  },
  {
    rule: 'NAR-01',
    reason: 'several lists of that name',
    form: [
      '现下达你县2031年农田水利补助资金120万元。',
      '2031年农田水利补助资金分配表',
      '单位：万元',
      grid(`
 | 地区 | 金额 |
 | 青禾镇 | 60 |
 | 云溪镇 | 50 |
 | 合计 | 110 |`),
      '2031年农田水利补助资金分配表',
      '单位：万元',
      grid(`
 | 地区 | 金额 |
 | 石桥镇 | 60 |
 | 南岭镇 | 55 |
 | 合计 | 115 |`),
    ],
  },
  {
    rule: 'NAR-05',
    reason: 'the project counts no persons',
    form: [...task, PROJECT, project(' | 产出指标 | 数量指标 | 发放次数 | =12 | 次 | 90 |')],
  },
  {
    rule: 'NAR-05',
    reason: 'the project counts several groups',
    form: [
      ...task,
      PROJECT,
      project(`
 | 产出指标 | 数量指标 | 补助人数 | =12 | 人 | 40 |
 | 产出指标 | 数量指标 | 走访人数 | =13 | 人 | 50 |`),
    ],
  },
  {
    rule: 'NAR-05',
    reason: 'several projects of that name',
    form: [
      ...task,
      PROJECT,
      project(' | 产出指标 | 数量指标 | 补助人数 | =12 | 人 | 90 |'),
      PROJECT,
      project(' | 产出指标 | 数量指标 | 补助人数 | =13 | 人 | 90 |'),
    ],
  },
  {
    rule: 'SCR-14',
    reason: 'most scores are no sum of their parts',
    form: [
      '2031年度部门整体绩效自评得分汇总表',
      grid(`
 | 序号 | 单位名称 | 决策（20分） | 过程（30分） | 效果（50分） | 总分 |
 | 1 | 青禾镇 | 18 | 25 | 45 | 91 |
 | 2 | 云溪镇 | 19 | 26 | 44 | 95 |
 | 3 | 石桥镇 | 17 | 24 | 43 | 80 |`),
    ],
  },
  {
    rule: 'PCT-02',
    reason: 'parts are not all of the whole',
    form: [
      '2031年部门支出预算表',
      '单位：万元',
      grid(`
 | 项目 | 金额 | 占比 |
 | 公用经费 | 100 | 100% |
 | 其中：办公费 | 40 | 40% |
 | 水费 | 10 | 10% |`),
    ],
  },
  // 人员经费 and 公用经费 are 基本支出: what the sum is more than they are has no row.
  ...['SUM-01', 'PCT-02'].map((rule) => ({
    rule,
    reason: 'parts are not all of the whole',
    form: [
      '2031年部门支出预算表',
      '单位：万元',
      grid(`
 | 项目 | 金额 | 占比 |
 | 支出合计 | 100 | 100% |
 | 其中：人员经费 | 40 | 40% |
 | 公用经费 | 10 | 10% |`),
    ],
  })),
];

describe('what cannot be told is said so, and nothing is found', () => {
  it.each(open)('$rule: $reason', ({ rule, reason, form }) => {
    const { coverage, findings } = reconcile(read(...form));
    const rows = coverage.filter((row) => row.rule === rule);
    expect(rows.flatMap(({ reasons }) => Object.keys(reasons))).toContain(reason);
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
