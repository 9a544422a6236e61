import type { Fact } from '../facts/fact.ts';
import type { RatioEdit } from './edit.ts';

export interface RatioSettings
  extends Pick<RatioEdit, 'rule' | 'says' | 'severity' | 'soft' | 'group' | 'growth' | 'exact'> {
  rate: Fact;
  numerator: Fact;
  denominator: Fact;
  /** What the three are for the reader, where they are no more than rate, numerator and denominator. */
  roles?: readonly [rate: string, numerator: string, denominator: string];
}

/** rate = numerator ÷ denominator, each in its own unit; the rate in per cent. */
export function ratioEdit(
  of: { filing_id: string | null; document_id: string },
  { rate, numerator, denominator, roles = ['rate', 'numerator', 'denominator'], ...settings }: RatioSettings,
): RatioEdit {
  return {
    type: 'ratio',
    filingId: of.filing_id,
    documentId: of.document_id,
    method: 'T1',
    ...settings,
    rate: { fact: rate, coefficient: 1n, role: roles[0] },
    numerator: { fact: numerator, coefficient: numerator.factor, role: roles[1] },
    denominator: { fact: denominator, coefficient: denominator.factor, role: roles[2] },
  };
}
