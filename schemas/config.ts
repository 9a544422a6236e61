import { z } from 'zod';
import { Measure } from './amount.ts';
import { Severity } from './finding.ts';

const RuleCode = z.string().regex(/^[A-Z]{3,4}-\d{2}$/, 'expected the code of a rule, SUM-01');
const Points = z.number().min(0);

const Clause = z.strictObject({
  /** Number of the document: 财预〔2020〕10号. */
  document: z.string(),
  /** Clause or annex in it. */
  clause: z.string(),
  /** Year of the document. */
  year: z.int(),
  /** Read in the document itself, rather than in a secondary source. */
  verified: z.boolean(),
});
const Operand = z.strictObject({
  /** Names of the items that the operand may be. */
  items: z.array(z.string()).min(1),
  /** Measures in the order preferred. */
  measures: z.array(Measure).optional(),
  /** Of the year before that of the rate. */
  yearBefore: z.literal(true).optional(),
});

const norms = {
  /** Sums that the weights of a form may have, with a field for the weight of 预算执行率 and without. */
  weightBase: z
    .strictObject({
      withExecution: z.array(Points).min(1),
      withoutExecution: z.array(Points).min(1),
      execution: Points,
      source: Clause,
    })
    .optional(),
  /** Points by 一级指标; instead of those of the base. */
  weightSplits: z.array(z.strictObject({ points: z.record(z.string(), Points), source: Clause })).optional(),
  /** Wholes with all their parts, by name; before those of the base. */
  compositions: z
    .array(
      z.strictObject({
        rule: RuleCode,
        whole: z.array(z.string()).min(1),
        parts: z.array(z.array(z.string()).min(1)).min(1),
        source: z.string(),
      }),
    )
    .optional(),
  /** Rates with their formulas; instead of those of the base of the same rule and name. */
  rates: z
    .array(
      z.strictObject({
        rule: RuleCode,
        names: z.array(z.string()).min(1),
        numerator: Operand,
        denominator: Operand,
        form: z.enum(['ratio', 'change']),
        source: z.string(),
        verified: z.boolean(),
      }),
    )
    .optional(),
  /** What the execution rate is measured against, the norm first. */
  executionDenominators: z.array(Measure).min(1).optional(),
  /** Severity of a breach by rule; `off` takes a rule out. */
  severities: z.record(RuleCode, z.enum([...Severity.options, 'off'])).optional(),
  /** Thresholds by rule and name, as `hedui rules explain` lists them. */
  parameters: z.record(RuleCode, z.record(z.string(), z.number())).optional(),
};

/** A profile: norms of a province, of a template or of a user's own, over those of another profile. */
export const ProfileFile = z.strictObject({
  /** Its name in reports. */
  id: z.string().min(1),
  /** The profile that it changes; the national framework where none is given. */
  extends: z.string().optional(),
  ...norms,
});
export type ProfileFile = z.infer<typeof ProfileFile>;

/** `hedui.config.json`: which profile to judge by, and what to change in it. */
export const Config = z.strictObject({
  /** For editors; not read. */
  $schema: z.string().optional(),
  /** Name of a profile, or path of a profile file, from the folder of this one. */
  profile: z.string().optional(),
  ...norms,
});
export type Config = z.infer<typeof Config>;
