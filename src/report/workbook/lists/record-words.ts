import type { Amount, Indicator, Message } from '../../../../schemas/index.ts';

export const indicatorSections: Record<Indicator['section'], Message> = {
  long_term: { zh: '长期目标', en: 'long term' },
  annual: { zh: '年度目标', en: 'annual' },
  evaluation: { zh: '评价', en: 'evaluation' },
};

export const amountSections: Record<Amount['section'], Message> = {
  income: { zh: '收入构成', en: 'income' },
  expenditure: { zh: '支出构成', en: 'expenditure' },
  projects: { zh: '项目支出', en: 'projects' },
  funding: { zh: '项目资金', en: 'funding' },
  base_data: { zh: '经费控制', en: 'base data' },
  staff: { zh: '人员', en: 'staff' },
  budget: { zh: '预决算', en: 'budget' },
};

export const measures: Record<Amount['measure'], Message> = {
  current: { zh: '当年', en: 'current' },
  prior: { zh: '往年', en: 'prior' },
  total_budget: { zh: '总预算', en: 'total budget' },
  initial_budget: { zh: '年初预算数', en: 'initial budget' },
  annual_budget: { zh: '全年预算数', en: 'annual budget' },
  executed: { zh: '执行数', en: 'executed' },
  budget: { zh: '预算数', en: 'budget' },
  final: { zh: '决算数', en: 'final' },
  count: { zh: '人数', en: 'head count' },
  arrived: { zh: '到位数', en: 'arrived' },
  adjustment: { zh: '预算调整数', en: 'adjustment' },
  balance: { zh: '结余', en: 'balance' },
  rate: { zh: '比率', en: 'rate' },
};
