import type { Amount, Filing, Indicator, TextRecord } from '../../schemas/index.ts';
import type { Profile } from './profiles/profile.ts';
import type { Rule } from './rule.ts';

/** Records of one document, or of a set of them. */
export interface Records {
  filings: Filing[];
  indicators: Indicator[];
  amounts: Amount[];
  texts: TextRecord[];
  /** The file of one document: its name may say that it was revised. */
  document?: { path: string };
}

export interface ReconcileSettings {
  /** Norms to judge by; the national framework where none is given. */
  profile?: Profile;
  /** Rules to run; the whole catalogue where none is given. */
  rules?: readonly Rule[];
}
