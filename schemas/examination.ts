import { z } from 'zod';
import { Finding } from './finding.ts';
import { Amount, DocumentRecord, Filing, Indicator, TextRecord } from './records.ts';

/** Which edits of a filing were applicable, and what became of them. */
export const CoverageRow = z.object({
  filing_id: z.string().nullable(),
  rule: z.string(),
  applicable: z.int(),
  consistent: z.int(),
  explained: z.int(),
  violated: z.int(),
  not_evaluated: z.int(),
  /** Why edits were not evaluated, with counts: `operand missing` → 3. */
  reasons: z.record(z.string(), z.int()),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** Everything that came of one document. */
export const Examination = z.object({
  document: DocumentRecord,
  filings: z.array(Filing),
  indicators: z.array(Indicator),
  amounts: z.array(Amount),
  texts: z.array(TextRecord),
  findings: z.array(Finding),
  coverage: z.array(CoverageRow),
});
export type Examination = z.infer<typeof Examination>;
