import type { ProfileFile } from '../../../schemas/config.ts';
import { normalised } from '../keys.ts';
import type { Profile, RateFormula } from './profile.ts';

/** What a profile changes of another one. */
export type Norms = Omit<ProfileFile, 'id' | 'extends' | 'parameters'>;

/** A profile over its base: lists of sums stand before those of the base, rates replace those of the same rule and name. */
export function merged(base: Profile, id: string, norms: Norms): Profile {
  const rates: readonly RateFormula[] = (norms.rates ?? []) as RateFormula[];
  return {
    ...base,
    id,
    weightBase: norms.weightBase ?? base.weightBase,
    weightSplits: norms.weightSplits ?? base.weightSplits,
    compositions: [...(norms.compositions ?? []), ...base.compositions],
    rates: [...rates, ...base.rates.filter((rate) => !rates.some((own) => replaces(own, rate)))],
    executionDenominators: norms.executionDenominators ?? base.executionDenominators,
    severities: { ...base.severities, ...norms.severities },
  };
}

function replaces(own: RateFormula, rate: RateFormula): boolean {
  const names = new Set(own.names.map(normalised));
  return own.rule === rate.rule && rate.names.some((name) => names.has(normalised(name)));
}
