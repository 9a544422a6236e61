import type { Measure } from '../../../schemas/index.ts';
import type { RateFormula } from './profile.ts';

const SPENT: readonly Measure[] = ['final', 'executed'];
const PLANNED: readonly Measure[] = ['annual_budget', 'budget', 'current', 'initial_budget'];
const OF_53 = '财预〔2013〕53号 部门整体支出绩效评价共性指标体系框架';
const OF_10 = '财预〔2020〕10号 项目支出绩效评价指标体系框架';

const PUBLIC_FUNDS = ['“三公”经费', '三公经费', '“三公经费”', '三公', '“三公”经费合计', '“三公”经费总额'];
const RUNNING = ['公用经费', '日常公用经费', '公用支出', '公用经费总额'];
const CARRIED = ['结转结余', '结转结余资金', '年末结转和结余', '结转结余总额', '年末结转结余'];
const SPENDING = [
  '支出合计',
  '支出总计',
  '总支出',
  '预算支出总额',
  '部门支出总额',
  '支出总额',
  '本年支出合计',
];

/** Common indicators and their formulas. Denominators differ by document: a province has rows of its own in its profile. */
export const COMMON_RATES: readonly RateFormula[] = [
  {
    rule: 'RAT-01',
    names: ['控制率', '在职人员控制率', '人员控制率', '财政供养人员控制率'],
    numerator: { items: ['实际在职人数', '在职人数', '在职人员数', '实有人数', '年末实有人数', '在职人员'] },
    denominator: { items: ['编制数', '编制人数', '核定编制数', '核定编制', '编制'] },
    form: 'ratio',
    source: `${OF_53}：在职人员控制率`,
    verified: true,
  },
  {
    rule: 'RAT-02',
    names: ['预算完成率', '预算执行完成率', '支出预算完成率'],
    numerator: { items: SPENDING, measures: SPENT },
    denominator: { items: SPENDING, measures: PLANNED },
    form: 'ratio',
    source: `${OF_53}：预算完成率`,
    verified: false,
  },
  {
    rule: 'RAT-03',
    names: ['预算调整率', '支出预算调整率'],
    numerator: { items: [...SPENDING, '预算调整数', '调整数'], measures: ['adjustment'] },
    denominator: { items: SPENDING, measures: ['initial_budget', 'budget'] },
    form: 'ratio',
    source: `${OF_53}：预算调整率`,
    verified: false,
  },
  {
    rule: 'RAT-04',
    names: ['结转结余率', '结余结转率'],
    numerator: { items: CARRIED },
    denominator: { items: SPENDING, measures: PLANNED },
    form: 'ratio',
    source: `${OF_53}：结转结余率`,
    verified: false,
  },
  {
    rule: 'RAT-05',
    names: ['结转结余变动率', '结余结转变动率'],
    numerator: { items: CARRIED },
    denominator: { items: CARRIED, yearBefore: true },
    form: 'change',
    source: `${OF_53}：结转结余变动率`,
    verified: false,
  },
  {
    rule: 'RAT-06',
    names: ['公用经费控制率', '日常公用经费控制率'],
    numerator: { items: RUNNING, measures: SPENT },
    denominator: { items: RUNNING, measures: PLANNED },
    form: 'ratio',
    source: `${OF_53}：公用经费控制率`,
    verified: false,
  },
  {
    rule: 'RAT-07',
    names: ['“三公”经费控制率', '三公经费控制率', '“三公经费”控制率', '三公控制率'],
    numerator: { items: PUBLIC_FUNDS, measures: SPENT },
    denominator: { items: PUBLIC_FUNDS, measures: PLANNED },
    form: 'ratio',
    source: `${OF_53}：“三公”经费控制率`,
    verified: false,
  },
  {
    rule: 'RAT-07',
    names: ['“三公”经费变动率', '三公经费变动率', '“三公经费”变动率', '三公变动率'],
    numerator: { items: PUBLIC_FUNDS, measures: ['budget', 'current', 'annual_budget', 'initial_budget'] },
    denominator: {
      items: PUBLIC_FUNDS,
      measures: ['budget', 'current', 'annual_budget', 'initial_budget', 'prior'],
      yearBefore: true,
    },
    form: 'change',
    source: `${OF_53}：“三公”经费变动率（预算比预算）`,
    verified: false,
  },
  {
    rule: 'RAT-08',
    names: ['重点支出安排率', '重点项目支出安排率'],
    numerator: { items: ['重点项目支出', '重点支出', '重点预算支出'] },
    denominator: { items: ['项目总支出', '项目支出', '项目支出合计'] },
    form: 'ratio',
    source: `${OF_53}：重点支出安排率`,
    verified: false,
  },
  {
    rule: 'RAT-09',
    names: ['政府采购执行率', '政府采购预算执行率'],
    numerator: { items: ['政府采购', '政府采购金额', '实际政府采购金额', '政府采购支出'], measures: SPENT },
    denominator: { items: ['政府采购', '政府采购金额', '政府采购预算数', '政府采购预算'], measures: PLANNED },
    form: 'ratio',
    source: `${OF_53}：政府采购执行率`,
    verified: false,
  },
  {
    rule: 'RAT-09',
    names: ['固定资产利用率'],
    numerator: { items: ['实际在用固定资产总额', '在用固定资产', '在用固定资产总额'] },
    denominator: { items: ['所有固定资产总额', '固定资产总额', '固定资产', '全部固定资产'] },
    form: 'ratio',
    source: `${OF_53}：固定资产利用率`,
    verified: false,
  },
  {
    rule: 'RAT-15',
    names: ['规模控制率', '建设规模控制率', '面积控制率'],
    numerator: { items: ['实际规模', '实际建设规模', '实际面积', '实际建筑面积', '完成规模'] },
    denominator: { items: ['批复规模', '批复建设规模', '批复面积', '批准规模', '计划规模'] },
    form: 'ratio',
    source: '基础数据表 楼堂馆所控制情况：规模控制率',
    verified: false,
  },
  {
    rule: 'RAT-15',
    names: ['投资概算控制率', '投资控制率', '概算控制率', '投资预算控制率'],
    numerator: { items: ['实际投资', '实际投资额', '实际完成投资', '决算投资'] },
    denominator: { items: ['预算投资', '批复投资', '概算投资', '投资概算', '批复概算', '预算投资额'] },
    form: 'ratio',
    source: '基础数据表 楼堂馆所控制情况：投资概算控制率',
    verified: false,
  },
  {
    rule: 'RAT-10',
    names: ['资金到位率', '到位率'],
    numerator: {
      items: ['年度资金总额', '资金总额', '项目资金', '预算数', '到位数', '合计'],
      measures: ['arrived'],
    },
    denominator: {
      items: ['年度资金总额', '资金总额', '项目资金', '预算数', '合计'],
      measures: ['annual_budget', 'budget', 'current', 'initial_budget'],
    },
    form: 'ratio',
    source: `${OF_10}：资金到位率`,
    verified: false,
  },
];
