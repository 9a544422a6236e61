import type { Amount, CoverageRow, Filing, Finding, Indicator, TextRecord } from '../../schemas/index.ts';

/** Records of one document, or of a set of them. */
export interface Records {
  filings: Filing[];
  indicators: Indicator[];
  amounts: Amount[];
  texts: TextRecord[];
}

export interface Reconciliation {
  findings: Finding[];
  coverage: CoverageRow[];
}

/** Checks the records of one document against one another. Pure and deterministic. */
export function reconcile(records: Records): Reconciliation {
  void records;
  return { findings: [], coverage: [] };
}
