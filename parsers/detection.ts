import type { Format, Issue } from '../schemas/index.ts';

/** What the first bytes (and, for zip packages, the names of the parts) say a file is. */
export interface Detection {
  format: Format;
  /** Set where the content already rules a reading out: empty, encrypted, cut off, a kind that no reader will ever take. */
  error: Issue | null;
}
