import type { FilingRule } from '../rule.ts';
import { composedSums } from './sum-composed.ts';

export const SUM_02: FilingRule = {
  id: 'SUM-02',
  scope: 'filing',
  kind: 'sum',
  title: {
    zh: '支出总额不等于基本支出加项目支出',
    en: 'Total spending differs from basic plus project spending',
  },
  explanation: {
    zh: '支出总额由基本支出和项目支出组成，两者之和应等于总额。',
    en: 'Total spending is made up of basic and project spending.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '支出总额 500，基本支出 300 + 项目支出 180 = 480',
    en: 'total 500 over basic 300 + projects 180 = 480',
  },
  check: (context) => composedSums(context, 'SUM-02'),
};
