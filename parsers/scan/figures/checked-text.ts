import type { Reading } from '../../../schemas/index.ts';

/** A line whose figures were looked at a second time. */
export interface CheckedText {
  text: string;
  confidence: number;
  doubt: string | null;
  alternatives: Reading[];
}
