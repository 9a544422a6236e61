import type { ProfileFile } from '../../../schemas/config.ts';

/** Sichuan: self-evaluation form 510000_0013zp, 预算执行情况 10 and 绩效指标 90; rates against the adjusted budget. */
export const SICHUAN: ProfileFile = {
  id: 'sichuan',
  extends: 'national',
  weightBase: {
    withExecution: [100],
    withoutExecution: [90, 100],
    execution: 10,
    source: {
      document: '四川省项目支出绩效自评表 510000_0013zp（二手来源，待核）',
      clause: '分值合计',
      year: 2022,
      verified: false,
    },
  },
  weightSplits: [
    {
      points: { 产出: 60, 效益: 30 },
      source: {
        document: '四川省项目支出绩效自评表 510000_0013zp（二手来源，待核）',
        clause: '绩效指标 90 分',
        year: 2022,
        verified: false,
      },
    },
    {
      points: { 产出: 22.5, 成本: 22.5, 效益: 22.5, 满意度: 22.5 },
      source: {
        document: '四川省项目支出绩效自评表 510000_0013zp（二手来源，待核）',
        clause: '绩效指标 90 分',
        year: 2022,
        verified: false,
      },
    },
  ],
  executionDenominators: ['annual_budget', 'initial_budget'],
};
