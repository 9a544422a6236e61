import { z } from 'zod';
import { Amount } from './amount.ts';
import { DocumentRecord } from './document.ts';
import { Filing } from './filing.ts';
import { Finding } from './finding.ts';
import { Indicator } from './indicator.ts';
import { KeptGrid } from './kept-grid.ts';
import { TextRecord } from './text.ts';

/** Which edits of a filing were applicable, and what became of them. */
export const CoverageRow = z.object({
  /** The filing; null for rules over a whole document. */
  filing_id: z.string().nullable(),
  /** Id of the rule. */
  rule: z.string(),
  /** Edits that the rule has in this filing. */
  applicable: z.int(),
  /** Of them, those that hold. */
  consistent: z.int(),
  /** Those that hold under a named way of rounding or deriving. */
  explained: z.int(),
  /** Those that do not hold. */
  violated: z.int(),
  /** Those that could not be judged. */
  not_evaluated: z.int(),
  /** Why edits were not evaluated, with counts: `operand missing` → 3. */
  reasons: z.record(z.string(), z.int()),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** Everything that came of one document. */
export const Examination = z.object({
  /** The file as it arrived. */
  document: DocumentRecord,
  /** Its forms, in reading order. */
  filings: z.array(Filing),
  /** The indicators of all its forms. */
  indicators: z.array(Indicator),
  /** The money and head-count figures of all its forms. */
  amounts: z.array(Amount),
  /** Goals, tasks, notes and prose. */
  texts: z.array(TextRecord),
  /** Where it contradicts itself. */
  findings: z.array(Finding),
  /** What was checked, and what was not and why. */
  coverage: z.array(CoverageRow),
  /** Its tables as they were seen. */
  grids: z.array(KeptGrid),
});
export type Examination = z.infer<typeof Examination>;
