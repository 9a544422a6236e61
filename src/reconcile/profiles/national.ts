import type { Profile } from './profile.ts';
import { COMMON_RATES } from './rates.ts';

/** The national framework: 财预〔2020〕10号 (self-evaluation), 财预〔2013〕53号 (common indicators), both recommendations. */
export const NATIONAL: Profile = {
  id: 'national',
  weightBase: {
    withExecution: [100],
    withoutExecution: [100, 90],
    execution: 10,
    source: { document: '财预〔2020〕10号', clause: '附件 项目支出绩效自评表', year: 2020, verified: true },
  },
  weightSplits: [
    {
      points: { 产出: 50, 效益: 30, 满意度: 10 },
      source: { document: '财预〔2020〕10号', clause: '附件 项目支出绩效自评表', year: 2020, verified: true },
    },
    {
      points: { 成本: 20, 产出: 40, 效益: 20, 满意度: 10 },
      source: { document: '财预〔2021〕101号', clause: '附件', year: 2021, verified: false },
    },
    {
      points: { 产出: 50, 效益: 40 },
      source: { document: '财预〔2021〕101号', clause: '不设满意度指标的', year: 2021, verified: false },
    },
  ],
  compositions: [
    {
      rule: 'SUM-10',
      whole: ['“三公”经费', '三公经费', '“三公”经费合计', '三公'],
      parts: [
        ['因公出国（境）费', '因公出国（境）费用', '因公出国（境）', '出国经费', '出国费', '因公出国费'],
        ['公务接待费', '公务接待', '公务接待费用', '接待费'],
        [
          '公务用车费',
          '公务用车购置及运行费',
          '公务用车购置及运行维护费',
          '公务用车购置和维护经费',
          '公务用车购置和运行费',
          '公务用车购置和运行维护费',
          '公务用车购置与运行维护费',
          '公务用车费用',
        ],
      ],
      source: '财政部 部门预算公开 “三公”经费口径',
    },
    {
      rule: 'SUM-10',
      whole: [
        '公务用车费',
        '公务用车购置及运行费',
        '公务用车购置及运行维护费',
        '公务用车购置和维护经费',
        '公务用车购置和运行费',
        '公务用车购置和运行维护费',
        '公务用车购置与运行维护费',
        '公务用车费用',
      ],
      parts: [
        ['公务用车购置', '公务用车购置费', '公务车购置费', '公车购置', '购置费', '公车购置费'],
        [
          '公务用车运行维护费',
          '公务用车运行费',
          '公务车运行维护费',
          '公务车运行费',
          '公车运行维护',
          '公车运行维护费',
          '公务用车运行维护',
          '运行费',
          '运行维护费',
        ],
      ],
      source: '财政部 部门预算公开 “三公”经费口径',
    },
    {
      rule: 'SUM-03',
      whole: ['基本支出', '基本支出合计'],
      parts: [
        ['人员经费', '人员支出', '人员经费支出'],
        ['公用经费', '公用支出', '日常公用经费', '公用经费支出'],
      ],
      source: '部门预算支出分类',
    },
    {
      rule: 'SUM-02',
      whole: [
        '预算支出总额',
        '支出总额',
        '部门支出总额',
        '支出合计',
        '资金总额',
        '年度资金总额',
        '支出总计',
        '总支出',
      ],
      parts: [
        ['基本支出', '基本支出合计'],
        ['项目支出', '项目支出合计'],
      ],
      source: '部门预算支出分类',
    },
  ],
  rates: COMMON_RATES,
  executionDenominators: ['annual_budget', 'budget', 'initial_budget', 'current', 'arrived'],
  severities: {},
};
