import type { NotEvaluatedReason } from '../not-evaluated.ts';
import { edited, notEvaluated, type Outcome, passed } from '../rule.ts';
import type { Edit } from './edit.ts';
import { evaluate } from './evaluate.ts';

/** A row of a column, and what it should say. */
export interface Row {
  edit: Edit;
  /** Right in a way that no equation tells: 100% for what went beyond its target. */
  isRight?: boolean;
}

/** Two in three: what so many rows bear out, the others get wrong. */
export const isMost = (fitting: number, of: number): boolean => fitting * 3 >= of * 2;

/**
 * The rows of a column whose meaning only they themselves tell. One that differs is wrong where most of them fit, and may be where half of
 * them do, which is a warning; where fewer fit, the column means something else, and `reason` is why none is judged.
 */
export function judgedByMost(id: string, rows: readonly Row[], reason: NotEvaluatedReason): Outcome[] {
  const fitting = rows.filter(
    ({ edit, isRight }) => isRight === true || evaluate(edit)?.within === true,
  ).length;
  if (fitting * 2 < rows.length) return rows.map(() => notEvaluated(id, reason));
  const severity = isMost(fitting, rows.length) ? {} : ({ severity: 'warning' } as const);
  return rows.map(({ edit, isRight }) => (isRight ? passed(id) : edited({ ...edit, ...severity })));
}
