import { z } from 'zod';
import { Message } from './issue.ts';
import { Location } from './location.ts';

export const FindingKind = z.enum([
  'sum',
  'share',
  'share_sum',
  'weight_sum',
  'score_sum',
  'score_rule',
  'ratio',
  'unit_cost',
  'cross_table',
  'cross_document',
  'prior',
  'narrative',
  'structure',
  'rule_text',
  'unit',
  'ocr',
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** `error` cannot be right as printed · `warning` probably wrong, or right only under an unusual reading · `info` worth a look. */
export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** What became of one edit. */
export const Verdict = z.enum(['consistent', 'explained', 'improbable', 'impossible', 'not_evaluated']);
export type Verdict = z.infer<typeof Verdict>;

export const Evidence = z.object({
  /** Its part in the equation: total, part, share, weight, score, target … */
  role: z.string(),
  /** As printed, with its label where it has one. */
  text: z.string(),
  /** The number as printed (99.8, 6857), never a fraction or a base value. */
  value: z.number().nullable(),
  source: Location,
  /** `document_id` where the evidence stands in another document. */
  document_id: z.string().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A single change that would make the finding go away. */
export const Hypothesis = z.object({
  /** Id of the generator: H1 … H19. */
  generator: z.string(),
  change: z.object({ source: Location, from: z.string(), to: z.string() }),
  reason: Message,
  /** What it mends and what it would break, as finding ids or edit names. */
  resolves: z.array(z.string()),
  breaks: z.array(z.string()),
  /** Cost: smaller is better. */
  score: z.number(),
  /** Safe enough to propose outright. */
  suggested: z.boolean(),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

export const Finding = z.object({
  finding_id: z.string(),
  /** Stable id of the catalogue: SUM-01. */
  rule: z.string(),
  kind: FindingKind,
  severity: Severity,
  verdict: Verdict,
  /** Whose slip: the filer's, ours in reading, or not known. */
  origin: z.enum(['filing', 'extraction', 'undetermined']),
  document_id: z.string(),
  filing_id: z.string().nullable(),
  message: Message,
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  difference: z.number().nullable(),
  tolerance: z.number().nullable(),
  /** The equation with its figures, 10 + 20 = 30 ≠ 31; null where there is none. */
  equation: z.string().nullable(),
  evidence: z.array(Evidence),
  hypotheses: z.array(Hypothesis),
  /** Other places that fail for the same cause, as sentences. */
  related: z.array(Message),
});
export type Finding = z.infer<typeof Finding>;
