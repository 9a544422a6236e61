import type { ProfileFile } from '../../../schemas/config.ts';

/** Hubei: target tables add up to 80 points, the execution rate of the self-evaluation to 20. */
export const HUBEI: ProfileFile = {
  id: 'hubei',
  extends: 'national',
  weightBase: {
    withExecution: [100],
    withoutExecution: [80, 90, 100],
    execution: 20,
    source: {
      document: '湖北省绩效目标表（二手来源，待核）',
      clause: '分值合计',
      year: 2021,
      verified: false,
    },
  },
};
