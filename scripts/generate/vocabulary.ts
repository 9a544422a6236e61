import type { Generation } from './content.ts';
import type { LevelNames } from './indicator-table.ts';
import type { Random } from './random.ts';

const outcome = {
  economic: '经济效益',
  social: '社会效益',
  ecological: '生态效益',
  sustained: '可持续影响',
} as const;

/** Names of the levels as the national templates print them, and how provinces vary them. */
export function levelNames(
  generation: Generation,
  ending = '指标',
  satisfaction = '服务对象满意度指标',
): LevelNames {
  const output = `产出${ending}`;
  const effect = `效益${ending}`;
  const quantity: [string, string] = [output, `数量${ending}`];
  const quality: [string, string] = [output, `质量${ending}`];
  const timeliness: [string, string] = [output, `时效${ending}`];
  const cost: [string, string] =
    generation === 'since-2021' ? [`成本${ending}`, `经济成本${ending}`] : [output, `成本${ending}`];
  return {
    quantity,
    quality,
    timeliness,
    cost,
    economic: [effect, outcome.economic + ending],
    social: [effect, outcome.social + ending],
    ecological: [effect, outcome.ecological + ending],
    sustained: [effect, outcome.sustained + ending],
    satisfaction: [`满意度${ending}`, satisfaction],
  };
}

/** Levels of the whole-department forms of Hubei's kind. */
export const departmentLevels: LevelNames = {
  cost: ['运行成本', '项目支出成本控制'],
  quality: ['管理效率', '绩效管理'],
  quantity: ['履职效能', '核心业务产出'],
  timeliness: ['履职效能', '核心业务时效'],
  economic: ['社会效应', '经济效益'],
  social: ['社会效应', '社会效益'],
  ecological: ['社会效应', '生态效益'],
  sustained: ['可持续发展能力', '体制机制改革'],
  satisfaction: ['满意度', '服务对象满意度'],
};

/** Synonyms of column labels. */
export const labels = {
  level3: ['三级指标', '指标名称', '指标内容', '绩效指标'],
  target: ['指标值', '年度指标值', '目标值', '预期指标值'],
  operator: ['指标性质', '绩效指标性质', '符号'],
  unit: ['度量单位', '计量单位', '绩效度量单位'],
  actual: ['实际完成值', '全年实际值', '全年完成值', '完成值', '实际完成值(B)'],
  weight: ['分值', '权重', '指标分值', '指标权重（分）'],
  score: ['得分', '自评得分', '自评分'],
  deviation: ['偏差原因分析及改进措施', '未完成原因分析', '未完成原因和改进措施'],
  basis: ['指标值确定依据', '指标值设置依据', '绩效标准'],
} as const satisfies Record<string, readonly string[]>;

export const pickLabel = (random: Random, role: keyof typeof labels): string =>
  random.pick<string>(labels[role]);
