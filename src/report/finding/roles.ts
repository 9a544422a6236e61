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
  rule: { zh: '评分标准', en: 'scoring rule' },
  unit: { zh: '单位', en: 'unit' },
  figure: { zh: '数字', en: 'figure' },
};

/** The role in the reader's language; one that has no name yet stands as it is. */
export function roleName(role: string, language: Language): string {
  return Object.hasOwn(roles, role) ? roles[role]![language] : role;
}
