import type { Message } from '../../../schemas/index.ts';
import type { Language } from '../wording.ts';

/** What a cell is in the equation of a finding, by the role that its evidence carries. */
const roles: Readonly<Record<string, Message>> = {
  total: { zh: '合计', en: 'total' },
  part: { zh: '分项', en: 'part' },
  whole: { zh: '总数', en: 'whole' },
  share: { zh: '占比', en: 'share' },
  rate: { zh: '比率', en: 'rate' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  weight: { zh: '权重', en: 'weight' },
  score: { zh: '得分', en: 'score' },
  level: { zh: '指标层级', en: 'level' },
  name: { zh: '名称', en: 'name' },
  target: { zh: '指标值', en: 'target' },
  actual: { zh: '完成值', en: 'actual' },
  count: { zh: '数量', en: 'count' },
  budget: { zh: '预算', en: 'budget' },
  'total budget': { zh: '项目总额', en: 'total budget' },
  amount: { zh: '金额', en: 'amount' },
  factor: { zh: '因数', en: 'factor' },
  current: { zh: '本年', en: 'current year' },
  prior: { zh: '上年', en: 'prior year' },
  change: { zh: '增减', en: 'change' },
  base: { zh: '基数', en: 'base' },
  grade: { zh: '等次', en: 'grade' },
  block: { zh: '指标组', en: 'group' },
  text: { zh: '文字', en: 'text' },
  report: { zh: '报告', en: 'report' },
  difference: { zh: '差异', en: 'difference' },
  rule: { zh: '评分标准', en: 'scoring rule' },
  unit: { zh: '单位', en: 'unit' },
  figure: { zh: '数字', en: 'figure' },
  mean: { zh: '平均数', en: 'mean' },
  given: { zh: '各项评分', en: 'given score' },
  standard: { zh: '评分标准', en: 'standard' },
  executed: { zh: '执行数', en: 'executed' },
  stated: { zh: '文字数', en: 'stated' },
  'stated otherwise': { zh: '另说', en: 'stated otherwise' },
  result: { zh: '结果', en: 'result' },
  operand: { zh: '算项', en: 'operand' },
  'stated before': { zh: '前文数', en: 'stated before' },
  table: { zh: '表内数', en: 'in the table' },
  code: { zh: '编码', en: 'code' },
  sibling: { zh: '同类行', en: 'line like it' },
  indicator: { zh: '指标', en: 'indicator' },
  project: { zh: '项目', en: 'project' },
  'unit cost': { zh: '单价', en: 'unit cost' },
  'converted score': { zh: '折算得分', en: 'converted score' },
  title: { zh: '表名', en: 'title' },
  'other part': { zh: '其余分项', en: 'other part' },
  growth: { zh: '增幅', en: 'growth' },
  spending: { zh: '支出', en: 'spending' },
  'trusted reading': { zh: '可信读数', en: 'trusted reading' },
  'read here': { zh: '本表读数', en: 'read here' },
  cost: { zh: '成本', en: 'cost' },
  evaluated: { zh: '自评时', en: 'when evaluated' },
  'target form': { zh: '目标表', en: 'target form' },
  'stated again': { zh: '后文数', en: 'stated again' },
  posts: { zh: '编制数', en: 'posts' },
  'in post': { zh: '在职人数', en: 'in post' },
  'denominator used': { zh: '所用分母', en: 'denominator used' },
  deducted: { zh: '扣分', en: 'deducted' },
  organisation: { zh: '填报单位', en: 'organisation' },
  price: { zh: '单价', en: 'price' },
  year: { zh: '年度', en: 'year' },
  'project form': { zh: '项目目标表', en: 'project form' },
  'department list': { zh: '所列预算', en: 'in the list' },
  'project spending': { zh: '项目支出', en: 'project spending' },
  'final accounts': { zh: '决算数', en: 'final accounts' },
  department: { zh: '部门汇总', en: 'department' },
  opening: { zh: '年初数', en: 'opening' },
  closing: { zh: '年末数', en: 'closing' },
  'last year': { zh: '上年所报', en: 'as filed last year' },
  'last actual': { zh: '上年完成', en: 'reached last year' },
  initial: { zh: '年初预算', en: 'initial budget' },
  allotted: { zh: '下达数', en: 'allotted' },
  approved: { zh: '批复时', en: 'as approved' },
};

/** The role in the reader's language; one that has no name yet stands as it is. */
export function roleName(role: string, language: Language): string {
  return Object.hasOwn(roles, role) ? roles[role]![language] : role;
}

/** Fields of records that are no role of a finding, in Chinese; their names are English. */
const fields: Readonly<Record<string, string>> = {
  value: '数值',
  item: '名称',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  prior: '上年值',
  converted_score: '折算得分',
  unit: '计量单位',
};

/** A field of a record in the reader's language. */
export function fieldName(field: string, language: Language): string {
  return language === 'en' ? field : (fields[field] ?? roleName(field, language));
}
