import { z } from 'zod';
import { Message } from './issue.ts';
import { Location } from './location.ts';

/** What sort of contradiction: of sums, shares, weights, scores, ratios, places of one document, documents, prose, structure, units or recognition. */
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

/** A cell or a sentence that takes part in a finding. */
export const Evidence = z.object({
  /** Its part in the equation: total, part, share, weight, score, target … */
  role: z.string(),
  /** As printed, with its label where it has one. */
  text: z.string(),
  /** The number as printed (99.8, 6857), never a fraction or a base value. */
  value: z.number().nullable(),
  /** Where it stands. */
  source: Location,
  /** `document_id` where the evidence stands in another document. */
  document_id: z.string().nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A single change that would make the finding go away. */
export const Hypothesis = z.object({
  /** Id of the generator: H1 … H19. */
  generator: z.string(),
  /** The cell, what is printed there and what would be right. */
  change: z.object({
    /** The cell to change. */
    source: Location,
    /** As printed. */
    from: z.string(),
    /** As it would be right. */
    to: z.string(),
  }),
  /** Why this may be what happened. */
  reason: Message,
  /** What it mends and what it would break, as finding ids or edit names. */
  resolves: z.array(z.string()),
  /** What the change would break, as finding ids or edit names. */
  breaks: z.array(z.string()),
  /** Cost: smaller is better. */
  score: z.number(),
  /** Safe enough to propose outright. */
  suggested: z.boolean(),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

/** A place where a filing contradicts itself or the norms, with everything needed to check it by eye. */
export const Finding = z.object({
  /** Stable: the same contradiction has the same id on every run. */
  finding_id: z.string(),
  /** Stable id of the catalogue: SUM-01. */
  rule: z.string(),
  /** What sort of contradiction. */
  kind: FindingKind,
  /** How sure it is that something is wrong. */
  severity: Severity,
  /** What became of the edit. */
  verdict: Verdict,
  /** Whose slip: the filer's, ours in reading, or not known. */
  origin: z.enum(['filing', 'extraction', 'undetermined']),
  /** The document that it is reported at. */
  document_id: z.string(),
  /** The filing that it is reported at; null for the whole document. */
  filing_id: z.string().nullable(),
  /** One sentence with the figures in it. */
  message: Message,
  /** What the other cells demand, as printed; null where there is no figure. */
  expected: z.number().nullable(),
  /** What is printed. */
  actual: z.number().nullable(),
  /** `actual` less `expected`. */
  difference: z.number().nullable(),
  /** How far apart the two may be at the precision printed. */
  tolerance: z.number().nullable(),
  /** The equation with its figures, 10 + 20 = 30 ≠ 31; null where there is none. */
  equation: z.string().nullable(),
  /** Every cell that takes part. */
  evidence: z.array(Evidence),
  /** Single changes that would make it right, best first. */
  hypotheses: z.array(Hypothesis),
  /** Other places that fail for the same cause, as sentences. */
  related: z.array(Message),
});
export type Finding = z.infer<typeof Finding>;
