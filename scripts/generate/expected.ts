import type { FindingKind, FormType, Measure, Operator, Severity } from '../../schemas/index.ts';

/** What a right reading of a filing holds, computed from the content that was printed and never by the code under test. */
export interface ExpectedQuantity {
  raw: string;
  kind: 'number' | 'range' | 'text' | 'blank';
  op: Operator | null;
  value: number | null;
  upper: number | null;
  unit: string | null;
}

export type IndicatorSection = 'long_term' | 'annual' | 'evaluation';
export type AmountSection =
  | 'income'
  | 'expenditure'
  | 'projects'
  | 'funding'
  | 'base_data'
  | 'staff'
  | 'budget';

/** A field that the layout does not print is left out; `weight` and `score` are null where the row prints none. */
export interface ExpectedIndicator {
  section: IndicatorSection;
  goal?: string;
  level1: string | null;
  level2: string | null;
  level3: string;
  level1_weight?: number;
  level2_weight?: number;
  target?: ExpectedQuantity;
  actual?: ExpectedQuantity;
  prior?: (ExpectedQuantity & { year: number })[];
  weight: number | null;
  score: number | null;
  description?: string;
  basis?: string;
  category?: string;
  scoring_rule?: string;
  evidence?: string;
  deviation?: string;
}

export interface ExpectedAmount {
  section: AmountSection;
  item: string;
  measure: Measure;
  value: number;
  unit: string | null;
  year: number | null;
  share: number | null;
  project: string | null;
  fund?: string | null;
  code?: string | null;
  parent?: string | null;
}

export interface ExpectedForm {
  form_type: FormType;
  title: string;
  organisation: string | null;
  year: number | null;
  project: string | null;
  project_code?: string;
  filed_on?: string;
  money_unit: string | null;
  execution_weight?: number | null;
  total_score?: number;
  indicators: ExpectedIndicator[];
  amounts: ExpectedAmount[];
  /** Where no source says how such a table is told apart into items, only the figures are compared. */
  amounts_by_value_only?: boolean;
}

export interface ExpectedFinding {
  kind: FindingKind;
  /** Rule of the catalogue that should speak. */
  rule: string;
  what: string;
  /** Figures that its evidence shows, as printed. */
  numbers: number[];
  form: number | null;
  level: Severity;
}

export interface ExpectedTable {
  cells: { r: number; c: number; rs: number; cs: number; t: string }[];
}

/** The shape that the acceptance scorer reads. */
export interface Truth {
  id: string;
  title: string;
  merge: false;
  tables: ExpectedTable[];
  forms: ExpectedForm[];
  findings: ExpectedFinding[];
}
