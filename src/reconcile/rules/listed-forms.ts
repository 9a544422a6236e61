import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { edited, type FilingContext, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';

const TOTAL = /^(?:合计|总计)$/;

const SAYS = {
  zh: '清单合计应等于所列各项目之和',
  en: 'the total of the list should be the sum of its projects',
};

/**
 * 项目名称 | 预算金额 | 三级指标 lists projects with their indicators, a form each: its last row, 合计 | 1640, adds up the money of all of
 * them, column by column.
 */
export function sumsOfListedForms(context: FilingContext): Outcome[] {
  const { amounts, document, filing, indicators } = context;
  if (indicators.length > 0 || filing.project !== null || amounts.length === 0) return [];
  const totals = amounts.filter(({ parent_id }) => parent_id === null);
  if (!totals.every(({ item }) => TOTAL.test(normalised(item)))) return [];
  const listed = document.filings.filter(
    (other) => other.filing !== filing && other.filing.title === filing.title,
  );
  // Units with a sum each below their projects: which of them a sum is of, nothing says.
  if (listed.some((other) => other.filing.project === null)) return [];
  return totals.flatMap((total) => {
    const parts = listed.flatMap((other) => other.amounts.filter((amount) => standsAbove(amount, total)));
    if (listed.length === 0 || parts.length < listed.length || total.value === null) return [];
    const edit = sumEdit(context, total, parts, {
      rule: 'SUM-04',
      relation: '=',
      says: SAYS,
      severity: 'error',
    });
    return edit === null ? [] : [edited(edit)];
  });
}

/** Whether a figure of a project stands in the column of the total, in the same table. */
function standsAbove({ parent_id, source }: Amount, total: Amount): boolean {
  const [own, below] = [source.value, total.source.value];
  if (own == null || below == null || parent_id !== null) return false;
  return own.grid === below.grid && own.column === below.column && (own.row ?? 0) < (below.row ?? 0);
}
