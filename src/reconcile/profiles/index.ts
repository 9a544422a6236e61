import type { Config, ProfileFile } from '../../../schemas/config.ts';
import { RULES } from '../registry.ts';
import type { Rule } from '../rule.ts';
import { type Tuning, tunedRules, unknownParameters } from '../tuning.ts';
import { HUBEI } from './hubei.ts';
import { merged } from './merged.ts';
import { NATIONAL } from './national.ts';
import type { Profile } from './profile.ts';
import { SICHUAN } from './sichuan.ts';

/** Profiles that hedui brings: the national framework and what provinces change in it. */
export const PROFILES: ReadonlyMap<string, ProfileFile> = new Map(
  [{ id: NATIONAL.id }, SICHUAN, HUBEI].map((profile) => [profile.id, profile]),
);

/** Norms to judge by, and the rules with their thresholds. */
export interface Judging {
  profile: Profile;
  rules: readonly Rule[];
}

/** The national framework with one profile or several over it, the last one strongest. Null and why, where a name is unknown. */
export function judging(layers: readonly (ProfileFile | Config)[]): Judging | { unknown: string[] } {
  let profile = NATIONAL;
  const tuning: Record<string, Record<string, number>> = {};
  for (const layer of layers) {
    const id = 'id' in layer ? layer.id : `${profile.id}+config`;
    profile = merged(profile, id, layer);
    for (const [rule, values] of Object.entries(layer.parameters ?? {})) {
      tuning[rule] = { ...tuning[rule], ...values };
    }
  }
  const known = new Set(RULES.map(({ id }) => id));
  const unknown = [
    ...unknownParameters(RULES, tuning),
    ...Object.keys(profile.severities).filter((id) => !known.has(id)),
  ];
  return unknown.length > 0 ? { unknown } : { profile, rules: tunedRules(RULES, tuning as Tuning) };
}

/** What is judged by, in a form to print: the profile, and of every rule its severity and thresholds. */
export function effective({ profile, rules }: Judging): object {
  return {
    profile,
    rules: rules.map(({ id, severity, tolerance, parameters }) => ({
      id,
      severity: profile.severities[id] ?? severity,
      tolerance,
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
    })),
  };
}
