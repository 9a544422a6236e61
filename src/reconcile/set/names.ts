import type { Filing } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { likeness } from '../narrative/concept.ts';

const CODE_BEFORE = /^[（[【]?[0-9a-z]{3,}[）\]】]?[-—_]?/;

/** Name of a unit without the code in front and the words that say at which level it is filed. */
export function organisationKey(name: string | null): string {
  const text = normalised(name);
  return text.replace(CODE_BEFORE, '').replace(/（(?:本级|机关|部门)）$|(?:本级|本部)$/, '') || text;
}

/** Name of a project without what forms add to it. */
export function projectKey(name: string | null): string {
  return normalised(name)
    .replace(/(?:项目|专项)$/, '')
    .replace(/^(?:19|20)\d{2}年度?/, '');
}

/** Fewest characters of a name that a longer one may start with: a column cut it off. */
const SHORTEST_STUMP = 8;

/** Whether two names are one, as far as print tells: equal, or one cut off. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_STUMP && long.startsWith(short);
}

/** Above this share of neighbouring characters two names are of one unit, told or read a little differently. */
const ALIKE = 0.6;

export function isAlike(a: string, b: string): boolean {
  return a !== '' && b !== '' && likeness(a, b) >= ALIKE;
}

/** Kinds of forms that follow one another in the life of one budget. */
export type Family = 'targets' | 'evaluation' | 'money' | 'other';

export function familyOfForm(type: Filing['form_type']): Family {
  if (type === 'department_targets' || type === 'project_targets') return 'targets';
  if (type === 'department_self_evaluation' || type === 'project_self_evaluation') return 'evaluation';
  return type === 'budget_table' || type === 'base_data' ? 'money' : 'other';
}
