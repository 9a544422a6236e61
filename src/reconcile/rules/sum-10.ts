import type { FilingRule } from '../rule.ts';
import { composedSums } from './sum-composed.ts';

export const SUM_10: FilingRule = {
  id: 'SUM-10',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '“三公”经费与其组成不符', en: 'Three-public spending differs from its parts' },
  explanation: {
    zh: '“三公”经费 = 因公出国（境）+ 公务用车 + 公务接待；公务用车 = 购置 + 运行维护。“其中”只印出部分的，不得大于总数；其余各项留空的，应等于总数，不足的作警告。',
    en: 'Three-public spending = travel abroad + vehicles + receptions; vehicles = purchase + running. Where 其中 prints only some of them, they are no more than the whole; where the others are left blank, they make it up, and what falls short is a warning.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '公务用车费 0，其中运行维护费 12.4 + 购置 0 = 12.4',
    en: 'vehicles 0 over running 12.4 + purchase 0 = 12.4',
  },
  check: (context) => composedSums(context, 'SUM-10'),
};
