import type { LinearEdit } from '../edits/edit.ts';
import type { Judgement } from '../edits/judge.ts';
import { formulaNote } from '../figures/formula-note.ts';
import type { Said } from '../run.ts';
import type { Candidate } from './candidate.ts';
import type { Cause } from './solve.ts';

/** Sums that may be told under a code that says what went wrong. */
const SUMS_OF_PARTS = new Set(['SUM-01', 'SUM-02', 'SUM-03', 'SUM-10']);
/** Equations of money that a slip of unit may be told by. */
const OF_MONEY = /^(?:SUM|XTB)-/;
const OTHER_UNIT = new Set(['H5', 'H6']);

/** The code that a cause is told under: what went wrong, where a rule of its own says so, else the rule of the equation. */
export function toldAs({ edit }: Judgement, { candidates }: Cause, clear: boolean, said: Said): string {
  const codes = edit.type === 'linear' ? codesOf(edit, candidates[0], clear) : [];
  return codes.find((code) => said.knows(code)) ?? edit.rule;
}

function codesOf(edit: LinearEdit, best: Candidate | undefined, clear: boolean): string[] {
  const total = edit.terms[0]?.fact;
  const codes: string[] = best?.generator === 'H12' ? ['EXT-02'] : [];
  if (SUMS_OF_PARTS.has(edit.rule)) {
    if (total?.value === 0n) codes.push('SUM-11');
    if (edit.relation === '=' && formulaNote(edit) !== null) codes.push('SUM-12');
    if (best?.generator === 'H11' && best.changes[0]?.fact === total) codes.push('SUM-07');
  }
  const isMoney = OF_MONEY.test(edit.rule) && best?.changes[0]?.fact.field === 'value';
  if (clear && isMoney && OTHER_UNIT.has(best?.generator ?? '')) codes.push('UNI-02');
  return codes;
}
