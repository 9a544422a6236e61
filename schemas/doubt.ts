import { z } from 'zod';
import { Reading, Settlement } from './source-document.ts';

/** A field whose cell was not read for sure. */
export const Doubt = z.object({
  /** What the cell was taken to read, as in the record. */
  text: z.string(),
  /** Why it is doubtful. */
  reason: z.string(),
  /** What else the cell may read; empty where there is no other reading. */
  alternatives: z.array(Reading),
  /** What settled it; absent where it is still open. */
  settled: Settlement.optional(),
});
export type Doubt = z.infer<typeof Doubt>;

/** The doubtful fields of a record, by name. */
export const Doubts = z.record(z.string(), Doubt).optional();
/** How sure the fields of a record are, by name, where they differ. */
export const Confidences = z.record(z.string(), z.number().min(0).max(1)).optional();
