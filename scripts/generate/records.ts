import { createHash } from 'node:crypto';
import type { Evidence, Examination, Finding, Indicator, Location, Quantity } from '../../schemas/index.ts';

/** Indicators and findings of an invented document. */
export const indicatorsEach = 50;
export const findingsEach = 5;

/** An invented document as ingest keeps it, for measuring what is done with many: the same number gives the same one. */
export function inventedExamination(number: number): Examination {
  const document_id = createHash('sha256').update(`invented ${number}`).digest('hex');
  const filing_id = `${document_id.slice(0, 16)}:f0`;
  const year = 2018 + (number % 8);
  return {
    document: {
      document_id,
      path: `archive/${number % 97}/${number}.xlsx`,
      bytes: 20_000 + number,
      format: 'xlsx',
      pages: 1,
      ocr_pages: 0,
      filings: 1,
      warnings: [],
      status: 'ok',
      error: null,
    },
    filings: [
      {
        filing_id,
        document_id,
        ordinal: 0,
        form_type: 'project_self_evaluation',
        title: `项目支出绩效自评表（${year}年度）`,
        organisation: `${300 + (number % 600)}-虚构县第${number % 600}中学`,
        organisation_code: String(300 + (number % 600)),
        supervisor: '虚构县教育局',
        year,
        project: `校舍修缮第${number}期`,
        project_code: null,
        filed_on: `${year + 1}-02-${String(1 + (number % 28)).padStart(2, '0')}`,
        money_unit: '万元',
        execution_weight: 10,
        execution_score: 9.5,
        execution_rate: 95.12,
        total_weight: 100,
        total_score: 97.5,
        contacts: [],
        inferred: [],
        grids: [0],
        has_execution_weight_field: true,
        coverage: 0.98,
        source: { title: place('A1', 0), organisation: place('B3', 2) },
        confidence: 1,
      },
    ],
    indicators: Array.from({ length: indicatorsEach }, (_, ordinal) =>
      indicator(document_id, filing_id, number, ordinal),
    ),
    amounts: [],
    texts: [],
    findings: Array.from({ length: findingsEach }, (_, ordinal) =>
      finding(document_id, filing_id, number, ordinal),
    ),
    coverage: [],
    grids: [],
  };
}

function place(ref: string, row: number): Location {
  return { block: 1, grid: 0, row, column: 2, page: null, box: null, sheet: '自评表', ref, table: null };
}

function quantity(value: number, unit: string): Quantity {
  return {
    raw: `≥${value}${unit}`,
    kind: 'number',
    op: '>=',
    value,
    upper: null,
    unit,
    base_value: value,
    base_unit: unit,
  };
}

function indicator(document_id: string, filing_id: string, number: number, ordinal: number): Indicator {
  const row = 8 + ordinal;
  return {
    indicator_id: `${filing_id}:i${ordinal}`,
    filing_id,
    document_id,
    ordinal,
    section: 'evaluation',
    goal: null,
    level1: '产出指标',
    level2: '数量指标',
    level3: `第${ordinal + 1}项：修缮教室与实验室的间数（含附属用房）`,
    level1_weight: 50,
    level2_weight: null,
    target: quantity((number * 37 + ordinal) % 9973, '间'),
    actual: quantity(((number * 41 + ordinal) % 99_730) / 10, '间'),
    prior: [],
    weight: 2,
    score: 1.95,
    converted_score: null,
    description: null,
    basis: null,
    category: null,
    scoring_rule: '每少一间扣0.1分，扣完为止',
    evidence: null,
    deviation: null,
    remark: null,
    source: {
      level1: place('A8', row),
      level3: place(`C${row}`, row),
      target: place(`D${row}`, row),
      actual: place(`E${row}`, row),
      weight: place(`F${row}`, row),
      score: place(`G${row}`, row),
    },
    confidence: 1,
  };
}

function finding(document_id: string, filing_id: string, number: number, ordinal: number): Finding {
  const actual = ((number * 7 + ordinal) % 5000) / 100;
  const at = (role: string, value: number, row: number): Evidence => ({
    role,
    text: `${role} ${value}`,
    value,
    source: place(`G${row}`, row),
    document_id: null,
  });
  return {
    finding_id: createHash('sha256').update(`${filing_id} ${ordinal}`).digest('hex').slice(0, 24),
    rule: 'SCR-02',
    kind: 'score_sum',
    severity: ordinal === 0 ? 'error' : 'warning',
    verdict: 'impossible',
    origin: 'filing',
    document_id,
    filing_id,
    message: {
      zh: `总分应为 97.5 分，填 ${actual} 分。`,
      en: `The total should be 97.5 and prints ${actual}.`,
    },
    expected: 97.5,
    actual,
    difference: Number((actual - 97.5).toFixed(2)),
    tolerance: 0.05,
    equation: `48 + 30 + 10 + 9.5 = 97.5 ≠ ${actual}`,
    evidence: [at('total', actual, 60), at('part', 48, 20), at('part', 30, 40)],
    hypotheses: [
      {
        generator: 'H1',
        change: { source: place('G60', 60), from: String(actual), to: '97.5' },
        reason: { zh: '相邻两位数字颠倒', en: 'two neighbouring digits swapped' },
        resolves: [],
        breaks: [],
        score: 2,
        suggested: true,
      },
    ],
    related: [],
  };
}
