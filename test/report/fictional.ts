import type {
  Amount,
  DocumentRecord,
  Examination,
  Filing,
  Finding,
  Indicator,
  Location,
} from '../../schemas/index.ts';

/** Invented examinations for tests of what people see. */
export function at(ref: string, sheet = 'Sheet1'): Location {
  return { block: 0, grid: 0, row: 0, column: 0, page: null, box: null, sheet, ref, table: null };
}

export function filing(fields: Partial<Filing> = {}): Filing {
  return {
    filing_id: 'f0',
    document_id: 'd0',
    ordinal: 0,
    form_type: 'department_targets',
    title: '部门整体支出绩效目标申报表',
    organisation: '301-青岚县文化馆',
    organisation_code: '301',
    supervisor: null,
    year: 2024,
    project: null,
    project_code: null,
    filed_on: null,
    money_unit: '万元',
    execution_weight: null,
    execution_score: null,
    execution_rate: null,
    total_weight: null,
    total_score: null,
    contacts: [],
    inferred: [],
    grids: [0],
    has_execution_weight_field: false,
    coverage: 1,
    source: { title: at('A1') },
    confidence: 1,
    ...fields,
  };
}

export function finding(fields: Partial<Finding> = {}): Finding {
  return {
    finding_id: 'x0',
    rule: 'SUM-01',
    kind: 'sum',
    severity: 'error',
    verdict: 'impossible',
    origin: 'filing',
    document_id: 'd0',
    filing_id: 'f0',
    message: {
      zh: '“收入合计”填 6857.00 万元，各项之和为 6587.00 万元，多 270.00 万元。',
      en: '“收入合计” prints 6857.00 万元, its parts add up to 6587.00 万元: 270.00 万元 too much.',
    },
    expected: 6587,
    actual: 6857,
    difference: 270,
    tolerance: 0.005,
    equation: '6000.00 + 500.00 + 87.00 = 6587.00 ≠ 6857.00',
    evidence: [
      { role: 'total', text: '收入合计 6857.00', value: 6857, source: at('C9'), document_id: null },
      { role: 'part', text: '财政拨款收入 6000.00', value: 6000, source: at('C6'), document_id: null },
      { role: 'part', text: '事业收入 500.00', value: 500, source: at('C7'), document_id: null },
      { role: 'part', text: '其他收入 87.00', value: 87, source: at('C8'), document_id: null },
    ],
    hypotheses: [
      {
        generator: 'H1',
        change: { source: at('C9'), from: '6857.00', to: '6587.00' },
        reason: { zh: '相邻两位数字颠倒', en: 'two neighbouring digits swapped' },
        resolves: [],
        breaks: [],
        score: 2,
        suggested: true,
      },
    ],
    related: [],
    ...fields,
  };
}

const document: DocumentRecord = {
  document_id: 'd'.repeat(64),
  path: '归档/部门整体支出绩效目标申报表-青岚县文化馆-2024.xlsx',
  bytes: 12_000,
  format: 'xlsx',
  pages: 1,
  ocr_pages: 0,
  filings: 1,
  warnings: [],
  status: 'ok',
  error: null,
};

export function examination(parts: Partial<Examination> = {}): Examination {
  return {
    document,
    filings: [filing()],
    indicators: [{ filing_id: 'f0' } as Indicator],
    amounts: [{ filing_id: 'f0' } as Amount],
    texts: [],
    findings: [],
    coverage: [],
    grids: [],
    ...parts,
  };
}

/** A set that shows everything the report has: several forms, a failed document, each severity. */
export function everything(): Examination[] {
  const weights = finding({
    finding_id: 'x1',
    rule: 'WGT-01',
    kind: 'weight_sum',
    severity: 'warning',
    message: {
      zh: '各项指标权重之和为 95 分，应为 100 分，少 5 分。',
      en: 'The weights add up to 95 and not to 100: 5 are missing.',
    },
    equation: Array.from({ length: 19 }, () => '5')
      .join(' + ')
      .concat(' = 95 ≠ 100'),
    evidence: Array.from({ length: 19 }, (_, k) => ({
      role: 'weight',
      text: `开展群众文化活动场次第${k + 1}项（含下乡巡演、公益培训与非遗展示） 5`,
      value: 5,
      source: at(`H${k + 12}`),
      document_id: null,
    })),
    hypotheses: [],
    related: [
      { zh: '一级指标“产出指标”印 50 分，其下合计 45 分', en: '“产出指标” prints 50 points over 45' },
    ],
  });
  const blank = finding({
    finding_id: 'x2',
    rule: 'STR-04',
    kind: 'structure',
    severity: 'info',
    filing_id: 'f1',
    message: { zh: '“观众满意度”没有填写指标值。', en: '“观众满意度” has no target.' },
    equation: null,
    evidence: [
      {
        role: 'name',
        text: '观众满意度',
        value: null,
        source: { ...at('x'), sheet: null, ref: null, page: 2, row: 7, column: 3 },
        document_id: null,
      },
    ],
    hypotheses: [],
  });
  return [
    examination({
      filings: [
        filing(),
        filing({
          filing_id: 'f1',
          form_type: 'project_self_evaluation',
          title: '项目支出绩效自评表',
          year: null,
        }),
      ],
      findings: [finding(), weights, blank],
      coverage: [
        {
          filing_id: 'f0',
          rule: 'SUM-01',
          applicable: 4,
          consistent: 3,
          explained: 0,
          violated: 1,
          not_evaluated: 0,
          reasons: {},
        },
        {
          filing_id: 'f1',
          rule: 'SUM-01',
          applicable: 2,
          consistent: 1,
          explained: 0,
          violated: 0,
          not_evaluated: 1,
          reasons: { 'operand missing': 1 },
        },
        {
          filing_id: 'f0',
          rule: 'WGT-01',
          applicable: 1,
          consistent: 0,
          explained: 0,
          violated: 1,
          not_evaluated: 0,
          reasons: {},
        },
      ],
    }),
    examination({ document: { ...document, path: 'clean.docx' } }),
    examination({
      document: {
        ...document,
        path: '归档/旧表.doc',
        format: 'doc',
        filings: 0,
        status: 'unsupported',
        error: {
          code: 'unsupported_format',
          message: {
            zh: '内容是 Word 97-2003 文档（.doc），请另存为 .docx',
            en: 'a Word 97-2003 document (.doc); save it as .docx',
          },
          place: null,
        },
      },
      filings: [],
      indicators: [],
      amounts: [],
    }),
  ];
}
