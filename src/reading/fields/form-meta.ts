import type { Filing, Location, MoneyUnit } from '../../../schemas/index.ts';

/** What a form says of itself, before it is completed from the other forms of its document. */
export interface Meta {
  organisation: string | null;
  organisation_code: string | null;
  supervisor: string | null;
  project: string | null;
  project_code: string | null;
  year: number | null;
  /** Whether the year was worked out and not printed. */
  yearInferred: boolean;
  filed_on: string | null;
  money_unit: MoneyUnit | null;
  execution_weight: number | null;
  execution_score: number | null;
  execution_rate: number | null;
  execution_target?: number;
  total_weight: number | null;
  total_score: number | null;
  other_totals?: NonNullable<Filing['other_totals']>;
  has_execution_weight_field: boolean;
  contacts: Filing['contacts'];
  source: Record<string, Location>;
}
