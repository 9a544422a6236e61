import { moneySize } from '../facts/units.ts';
import type { FilingDigest, SetAmount } from './digest.ts';
import { amountOf, fundingOf } from './years.ts';

const TOTAL = /^(?:预算)?(?:部门)?(?:总支出|支出(?:总额|合计|总计)|支出预算(?:总额|合计)|资金总额)$/;

/** All that a department plans to spend in the year. */
export function departmentTotal(filing: FilingDigest): SetAmount | null {
  const total = amountOf(
    filing,
    ({ section, item, measure, year, fund }) =>
      (section === 'expenditure' || section === 'income') &&
      (measure === 'current' || measure === 'budget') &&
      fund === null &&
      (year === null || year === filing.year) &&
      (TOTAL.test(item) || (section === 'expenditure' && item === '合计')),
  );
  return total !== null && moneySize(total.unit) !== null ? total : null;
}

/** The budget of the year that a target form asks for: of its project, or of the whole department. */
export function plannedTotal(planned: FilingDigest): SetAmount | null {
  return (
    fundingOf(planned, 'current', 'annual_budget', 'budget', 'initial_budget') ??
    (planned.formType === 'department_targets' ? departmentTotal(planned) : null)
  );
}
