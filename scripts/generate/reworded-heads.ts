/**
 * Heads and labels as others word them: each place has words of its own for a target or a score, and what a form says must not hang on them.
 * What `from` names stands in the samples.
 */
import type { Grid } from '../../schemas/index.ts';
import type { Retyping } from './retyped-grids.ts';

interface Wording {
  from: readonly string[];
  /** Parted by blanks. */
  to: string;
}

const wordings: Readonly<Record<string, Wording>> = {
  target: {
    from: ['年度指标值', '指标值', '目标值', '年初目标值', '全年目标值'],
    to: '绩效目标 年度绩效目标 年初绩效目标 预期绩效目标 年度预期目标 指标目标 年度目标数 设定目标值 年度绩效目标值 批复目标值 目标设定值 目标量 目标水平',
  },
  actual: {
    from: ['实际完成值', '全年实际完成值', '全年完成值', '实际完成指标值', '完成值', '实际值', '全年实际值'],
    to: '全年完成情况 年度完成情况 本年完成情况 年末完成情况 年终完成情况 年度指标完成情况 年度目标完成情况 绩效目标完成情况 目标完成数 目标达成情况 指标达成情况 达成情况 实际达成情况 自评完成情况 指标实现情况 目标实现情况 年度实际 全年实际 完成水平 实际指标 截至年底完成情况',
  },
  weight: {
    from: ['分值', '权重', '指标分值'],
    to: '权重分 权重值 标准分 指标总分 指标标准分 三级指标分值 三级指标权重 指标分数 规定分值 计划分值 单项分值 各指标分值 指标权重值 最高分 最高分值 分值分配 权重分配 分值（100分） 权重（100%）',
  },
  score: {
    from: ['得分', '自评得分', '自评分'],
    to: '综合得分 单位打分 部门打分 单位评分 绩效自评得分 绩效评价得分 实际分值 实得分数 各指标得分 指标自评得分 分项得分 三级指标得分 评价分数 自评得分情况 专家得分 核查得分 第三方得分 得分（分）',
  },
  reasons: {
    from: ['未完成原因和改进措施', '未完成原因分析'],
    to: '原因说明 情况说明 整改措施 原因分析及整改措施 扣分点 原因及下一步措施',
  },
  names: {
    from: ['三级指标'],
    to: '3级指标 三级指标内容 三级指标及说明 具体绩效指标 绩效指标内容',
  },
  explanation: { from: ['指标解释', '指标说明'], to: '指标解读 解释 指标计算方法 三级指标释义 绩效指标解释' },
  'initial budget': {
    from: ['年初预算数'],
    to: '年初安排预算 年初计划数 初始预算 年初预算金额 年初部门预算数 年初财政拨款预算数 预算数（年初）',
  },
  'annual budget': {
    from: ['全年预算数'],
    to: '全年可用预算 年度安排数 全年预算总额 全年部门预算数 调整后项目预算数 预算数（调整后）',
  },
  rate: { from: ['执行率'], to: '资金使用率 支出进度 执行率=执行数/预算数 ⑤执行率③/② 执行率（B/A）' },
  project: { from: ['项目名称'], to: '绩效项目名称 申报项目名称 自评项目 项目中文名称 项目名称及编号' },
  implementer: { from: ['实施单位', '项目实施单位'], to: '实施主体 项目实施主体 责任单位 项目建设单位' },
  supervisor: { from: ['主管部门'], to: '项目主管单位 资金主管单位 归口管理单位' },
  organisation: { from: ['部门（单位）名称', '预算单位'], to: '单位全称 预算单位全称 编制单位名称 填报机构' },
  total: { from: ['总分'], to: '总分值 绩效自评总分 评价总得分 最终得分' },
};

/** One label in place of the others that say the same, wherever it is all that stands in a cell. */
const reworded =
  (from: readonly string[], to: string): Retyping =>
  (grid: Grid): Grid => ({
    ...grid,
    cells: grid.cells.map((cell) =>
      from.includes(cell.text.replace(/\s+/g, '')) ? { ...cell, text: to } : cell,
    ),
  });

/** All of them, by what they are and how they are worded. */
export const rewordings: readonly { name: string; from: readonly string[]; retyping: Retyping }[] =
  Object.entries(wordings).flatMap(([role, { from, to }]) =>
    to.split(' ').map((word) => ({ name: `${role}: ${word}`, from, retyping: reworded(from, word) })),
  );
