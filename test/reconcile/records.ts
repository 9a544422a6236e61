import type {
  Amount,
  Filing,
  Finding,
  Indicator,
  Location,
  Quantity,
  TextRecord,
} from '../../schemas/index.ts';
import { type Reconciliation, reconcile } from '../../src/reconcile/index.ts';
import type { Rule } from '../../src/reconcile/rule.ts';

export const DOCUMENT = '0'.repeat(64);

/** A cell of the first grid of an invented sheet. */
export function at(row: number, column = 0, grid = 0): Location {
  const place = { block: grid, grid, row, column, page: null, box: null };
  return { ...place, sheet: '表1', ref: `${String.fromCharCode(65 + column)}${row + 1}`, table: null };
}

export function filing(fields: Partial<Filing> = {}): Filing {
  return {
    filing_id: 'f0',
    document_id: DOCUMENT,
    ordinal: 0,
    form_type: 'department_targets',
    title: '部门整体绩效目标申报表',
    organisation: '青禾镇农技站',
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
    source: { title: at(0) },
    confidence: 1,
    ...fields,
  };
}

let row = 0;

/** An amount in a row of its own; `raw` follows the value unless given. */
export function amount(fields: Partial<Amount> & { item: string; value: number | null }): Amount {
  row += 1;
  const filingId = fields.filing_id ?? 'f0';
  const share = fields.share ?? null;
  return {
    amount_id: `a${row}`,
    filing_id: filingId,
    document_id: DOCUMENT,
    ordinal: row,
    section: 'income',
    parent: null,
    parent_id: null,
    role: /合计|总计|小计/.test(fields.item) ? 'total' : 'item',
    depth: 0,
    label: fields.item,
    measure: 'current',
    column_label: null,
    fund: null,
    code: null,
    year: 2031,
    raw: fields.value === null ? '' : String(fields.value),
    unit: '万元',
    base_value: null,
    share,
    share_raw: share === null ? null : `${share}%`,
    project: null,
    source: { value: at(row, 3), share: at(row, 4) },
    confidence: 1,
    ...fields,
  };
}

/** Links parts to their whole, as reading does. */
export function under(whole: Amount, parts: Amount[]): Amount[] {
  for (const part of parts) {
    part.parent = whole.item;
    part.parent_id = whole.amount_id;
    part.role = 'part';
  }
  return [whole, ...parts];
}

export function quantity(value: number, unit: string | null = null, op: Quantity['op'] = '='): Quantity {
  const sign = op === '>=' ? '≥' : op === '<=' ? '≤' : '';
  const raw = `${sign}${value}${unit ?? ''}`;
  return { raw, kind: 'number', op, value, upper: null, unit, base_value: null, base_unit: null };
}

export function words(raw: string): Quantity {
  const none = { op: null, value: null, upper: null, unit: null, base_value: null, base_unit: null };
  return { raw, kind: raw === '' ? 'blank' : 'text', ...none };
}

export function indicator(fields: Partial<Indicator> = {}): Indicator {
  row += 1;
  return {
    indicator_id: `i${row}`,
    filing_id: 'f0',
    document_id: DOCUMENT,
    ordinal: row,
    section: 'annual',
    goal: null,
    level1: '产出指标',
    level2: '数量指标',
    level3: `指标${row}`,
    level1_weight: null,
    level2_weight: null,
    target: quantity(100, '%'),
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
      level1: at(row, 0),
      level2: at(row, 1),
      level3: at(row, 2),
      target: at(row, 3),
      actual: at(row, 4),
      weight: at(row, 5),
      score: at(row, 6),
    },
    confidence: 1,
    ...fields,
  };
}

export interface Given {
  filings?: Filing[];
  amounts?: Amount[];
  indicators?: Indicator[];
  texts?: TextRecord[];
}

/** Reconciles invented records with one rule, or with all of them. */
export function check(given: Given, ...rules: Rule[]): Reconciliation {
  const { filings = [filing()], amounts = [], indicators = [], texts = [] } = given;
  const records = { filings, amounts, indicators, texts };
  return rules.length === 0 ? reconcile(records) : reconcile(records, { rules });
}

export function figuresOf(finding: Finding | undefined): (number | null)[] {
  return finding?.evidence.map((evidence) => evidence.value) ?? [];
}
