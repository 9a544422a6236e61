import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { inUnitOf, isSame, sized, sum } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';
import { isOneOfMany } from '../set/siblings.ts';
import { departmentTotal } from '../set/totals.ts';

/** The budgets of the units below a department make up that of the department. */
export const XDOC_06: SetRule = {
  id: 'XDOC-06',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '下属单位之和与部门汇总不符', en: 'Units do not add up to their department' },
  explanation: {
    zh: '以同一部门为主管部门的各单位，同年整体表的支出总额之和不得大于该部门的支出总额；部门本级也在其中时应当相等，单位不齐的不作判断。',
    en: 'The totals of the units under one supervisor stay within the total of that department, and make it up where its own 本级 is among them; nothing is said where units are missing.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {
    least: { value: 2, unit: 'units', reason: 'one unit below a department is no list' },
  },
  example: { zh: '三个单位合计 520，部门汇总 480', en: 'three units of 520 under a department of 480' },
  check: ({ index }) =>
    index.filings.flatMap((department): Outcome[] => {
      if (department.formType !== 'department_targets' || department.organisation === '') return [];
      const units = (
        index.supervised.get(`${department.organisation}|${department.year ?? ''}`) ?? []
      ).filter((unit) => unit.formType === 'department_targets' && unit !== department);
      if (units.length < XDOC_06.parameters.least!.value) return [];
      if (isOneOfMany(index, department))
        return [notEvaluated(department.filingId, 'several forms of the department may be meant')];
      const whole = departmentTotal(department);
      const parts = units.map((unit) => ({ unit, figure: departmentTotal(unit) }));
      const known = parts.filter(
        (part): part is { unit: FilingDigest; figure: SetAmount } => part.figure !== null,
      );
      if (whole === null || known.length < parts.length) {
        return [notEvaluated(department.filingId, 'a total is missing')];
      }
      const together = sum(known.map(({ figure }) => figure));
      const wanted = sized(whole);
      if (isSame(together, wanted)) return [passed(department.filingId)];
      const hasOwn = known.some(({ unit }) => /本级|本部|机关/.test(unit.organisationName ?? ''));
      if (together.value < wanted.value && !hasOwn) {
        return [notEvaluated(department.filingId, 'units may be missing')];
      }
      const below = together.value < wanted.value;
      return [
        report(department, {
          verdict: below ? 'improbable' : 'impossible',
          message: {
            zh: `${known.length} 个单位合计 ${inUnitOf(together.value, whole)}${whole.unit ?? ''}，部门${whole.item} ${shown(whole)}`,
            en: `${known.length} units add up to ${inUnitOf(together.value, whole)}${whole.unit ?? ''}, the department has ${shown(whole)}`,
          },
          evidence: [
            cell(index, department, 'department', whole.item, whole),
            ...known.map(({ unit, figure }) =>
              cell(index, unit, 'unit', `${unit.organisationName ?? ''} ${figure.item}`, figure),
            ),
          ],
          operands: ['roll-up', ...known.map(({ unit }) => unit.organisation)],
          expected: inUnitOf(together.value, whole),
          actual: whole.value,
          difference: inUnitOf(wanted.value - together.value, whole),
          tolerance: inUnitOf(together.half + wanted.half, whole),
        }),
      ];
    }),
};
