import { z } from 'zod';

/** What a reviewer decided of a finding. */
export const Decision = z.strictObject({
  /** The finding that it speaks of. */
  finding_id: z.string().min(1),
  /** `confirm` the filing is wrong · `dismiss` it is not, or does not matter. */
  decision: z.enum(['confirm', 'dismiss']),
  /** Why; a dismissal needs one. */
  reason: z.string().optional(),
  /** Who decided. */
  by: z.string().optional(),
  /** When, as an ISO date or time. */
  at: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;
