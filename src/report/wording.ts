import type { DocumentRecord, FindingKind, FormType, Issue, Message, Severity } from '../../schemas/index.ts';

/** Language of everything written for people. */
export type Language = 'zh' | 'en';

export const formNames: Record<FormType, Message> = {
  department_targets: { zh: '部门整体目标', en: 'dept. targets' },
  project_targets: { zh: '项目目标', en: 'proj. targets' },
  project_self_evaluation: { zh: '项目自评', en: 'proj. eval.' },
  department_self_evaluation: { zh: '部门自评', en: 'dept. eval.' },
  scoring_framework: { zh: '评分表', en: 'scoring' },
  base_data: { zh: '基础数据', en: 'base data' },
  budget_table: { zh: '预决算表', en: 'budget' },
  allocation_table: { zh: '资金分配', en: 'allocation' },
  unknown: { zh: '未识别', en: 'unknown' },
};

export const severityNames: Record<Severity, Message> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export const kindNames: Record<FindingKind, Message> = {
  sum: { zh: '合计', en: 'sum' },
  share: { zh: '占比', en: 'share' },
  share_sum: { zh: '占比合计', en: 'shares of a whole' },
  weight_sum: { zh: '权重合计', en: 'weights' },
  score_sum: { zh: '得分合计', en: 'scores' },
  score_rule: { zh: '得分规则', en: 'score rule' },
  ratio: { zh: '比率', en: 'ratio' },
  unit_cost: { zh: '单价×数量', en: 'unit cost' },
  cross_table: { zh: '表间', en: 'across tables' },
  cross_document: { zh: '文件间', en: 'across documents' },
  prior: { zh: '上年', en: 'prior year' },
  narrative: { zh: '文字与表', en: 'narrative' },
  structure: { zh: '填报', en: 'structure' },
  rule_text: { zh: '评分标准', en: 'rule text' },
  unit: { zh: '单位', en: 'unit' },
  ocr: { zh: '识别', en: 'recognition' },
};

export const statusNames: Record<DocumentRecord['status'], Message> = {
  ok: { zh: '可读', en: 'ok' },
  partial: { zh: '部分可读', en: 'partial' },
  failed: { zh: '读取失败', en: 'failed' },
  unsupported: { zh: '暂不支持', en: 'unsupported' },
};

/** The fixed words of the terminal report. */
export const words = {
  file: { zh: '文件', en: 'file' },
  form: { zh: '表类', en: 'form' },
  organisation: { zh: '单位', en: 'unit' },
  year: { zh: '年度', en: 'year' },
  indicators: { zh: '指标', en: 'indic.' },
  amounts: { zh: '金额', en: 'amounts' },
  findings: { zh: '问题', en: 'findings' },
  noForm: { zh: '无表格，仅文字', en: 'text only' },
  none: { zh: '无', en: 'none' },
  equation: { zh: '算式', en: 'check' },
  places: { zh: '位置', en: 'cells' },
  proposal: { zh: '建议', en: 'fix' },
  guess: { zh: '可能', en: 'maybe' },
  related: { zh: '相关', en: 'also' },
  rule: { zh: '规则', en: 'rule' },
  severity: { zh: '级别', en: 'severity' },
  kind: { zh: '类别', en: 'kind' },
  title: { zh: '名称', en: 'title' },
  example: { zh: '例', en: 'Example' },
  applicable: { zh: '适用', en: 'applies' },
  consistent: { zh: '一致', en: 'agrees' },
  explained: { zh: '可解释', en: 'explained' },
  violated: { zh: '不符', en: 'violated' },
  notEvaluated: { zh: '未核', en: 'not eval.' },
  reasons: { zh: '未核原因', en: 'why not evaluated' },
  coverage: { zh: '核对范围', en: 'coverage' },
} satisfies Record<string, Message>;

/** What is wrong with a document or a part of it: where, what, and its code. */
export function issueText({ code, message, place }: Issue, language: Language): string {
  const where = place ?? '';
  if (language === 'zh') return `${where}${where && '：'}${message.zh}（${code}）`;
  return `${where}${where && ': '}${message.en} (${code})`;
}

const counted = {
  documents: { zh: '个文件', en: ['document', 'documents'] },
  filings: { zh: '张表', en: ['form', 'forms'] },
  indicators: { zh: '项指标', en: ['indicator', 'indicators'] },
  amounts: { zh: '个金额', en: ['amount', 'amounts'] },
  findings: { zh: '处问题', en: ['finding', 'findings'] },
  failures: { zh: '个文件无法读取', en: ['document could not be read', 'documents could not be read'] },
  pages: { zh: '个详情页', en: ['page of a document', 'pages of documents'] },
  moreGuesses: { zh: '种改法未列出，见 --json', en: ['more change: see --json', 'more changes: see --json'] },
  more: { zh: '处未列出，见 --json', en: ['more cell: see --json', 'more cells: see --json'] },
} as const;

/** A number with its noun: 3 个文件, 3 documents. */
export function count(n: number, noun: keyof typeof counted, language: Language): string {
  const { zh, en } = counted[noun];
  return language === 'zh' ? `${n} ${zh}` : `${n} ${n === 1 ? en[0] : en[1]}`;
}
