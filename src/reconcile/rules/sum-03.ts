import type { FilingRule } from '../rule.ts';
import { composedSums } from './sum-composed.ts';

export const SUM_03: FilingRule = {
  id: 'SUM-03',
  scope: 'filing',
  kind: 'sum',
  title: {
    zh: '基本支出不等于人员经费加公用经费',
    en: 'Basic spending differs from staff plus running costs',
  },
  explanation: {
    zh: '基本支出由人员经费和公用经费组成，两者之和应等于基本支出。',
    en: 'Basic spending is made up of staff costs and running costs.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '基本支出 300，人员经费 250 + 公用经费 40 = 290',
    en: 'basic 300 over staff 250 + running 40 = 290',
  },
  check: (context) => composedSums(context, 'SUM-03'),
};
