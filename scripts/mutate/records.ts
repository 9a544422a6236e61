import type { Amount, Filing, Indicator, Location } from '../../schemas/index.ts';
import type { Records } from '../../src/reconcile/records.ts';

/** Records of an invented filing, built cell by cell; every figure has a place of its own. */
export interface Draft {
  records: Records;
  filing: Filing;
}

const DOCUMENT = 'c'.repeat(64);

export function place(row: number, column: number, grid = 0): Location {
  return { block: grid, grid, row, column, page: null, box: null, sheet: '表', ref: null, table: null };
}

export function draft(fields: Partial<Filing>): Draft {
  const filing: Filing = {
    filing_id: 'f0',
    document_id: DOCUMENT,
    ordinal: 0,
    form_type: 'department_targets',
    title: '绩效表',
    organisation: '青禾县示例单位',
    organisation_code: null,
    supervisor: null,
    year: 2031,
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
    source: {
      title: place(0, 0),
      execution_weight: place(1, 90),
      execution_score: place(1, 91),
      total_weight: place(2, 90),
      total_score: place(2, 91),
    },
    confidence: 1,
    ...fields,
  };
  return { filing, records: { filings: [filing], indicators: [], amounts: [], texts: [] } };
}

/** `cents` counts hundredths; printed with two decimals, trailing zeros cut as Excel's General format does. */
export function money(
  { records }: Draft,
  cents: number | null,
  row: number,
  column: number,
  fields: Partial<Amount> & { item: string },
): Amount {
  const value = cents === null ? null : cents / 100;
  const share = fields.share ?? null;
  const amount: Amount = {
    amount_id: `a${records.amounts.length}`,
    filing_id: 'f0',
    document_id: DOCUMENT,
    ordinal: records.amounts.length,
    section: 'budget',
    parent: null,
    parent_id: null,
    role: 'item',
    depth: 0,
    label: fields.item,
    measure: 'budget',
    column_label: null,
    fund: null,
    code: null,
    year: 2031,
    value,
    raw: value === null ? '' : String(value),
    unit: '万元',
    base_value: null,
    share,
    share_raw: share === null ? null : String(share),
    project: null,
    source: { value: place(row, column), share: place(row, column + 40) },
    confidence: 1,
    ...fields,
  };
  records.amounts.push(amount);
  return amount;
}

export function under(whole: Amount, parts: readonly Amount[]): void {
  for (const part of parts) {
    part.parent = whole.item;
    part.parent_id = whole.amount_id;
    part.role = 'part';
  }
}

export function indicator({ records }: Draft, row: number, fields: Partial<Indicator>): Indicator {
  const made: Indicator = {
    indicator_id: `i${records.indicators.length}`,
    filing_id: 'f0',
    document_id: DOCUMENT,
    ordinal: records.indicators.length,
    section: 'evaluation',
    goal: null,
    level1: '产出指标',
    level2: '数量指标',
    level3: `指标${row}`,
    level1_weight: null,
    level2_weight: null,
    target: null,
    actual: null,
    prior: [],
    weight: null,
    score: null,
    converted_score: null,
    description: null,
    basis: null,
    category: null,
    scoring_rule: null,
    evidence: null,
    deviation: null,
    remark: null,
    source: {
      level1: place(row, 50, 1),
      level2: place(row, 51, 1),
      level3: place(row, 52, 1),
      target: place(row, 53, 1),
      actual: place(row, 54, 1),
      weight: place(row, 55, 1),
      score: place(row, 56, 1),
    },
    confidence: 1,
    ...fields,
  };
  records.indicators.push(made);
  return made;
}
