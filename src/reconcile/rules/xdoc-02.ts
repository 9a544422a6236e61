import { moneySize } from '../facts/units.ts';
import { keptWith } from '../remembered.ts';
import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { inUnitOf, isSame, sized, sum } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';
import { departmentsWithProjects, isOneOfMany, listedProjects } from '../set/siblings.ts';
import { amountOf, fundingOf } from '../set/years.ts';

/** The project forms of a unit add up to the project spending of its department form. */
export const XDOC_02: SetRule = {
  id: 'XDOC-02',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '各项目预算之和与部门项目支出不符', en: 'Project forms do not add up to project spending' },
  explanation: {
    zh: '同一单位同年各项目绩效目标表的年度资金之和不得大于部门整体表的项目支出；部门表所列项目都有项目表时应相等，缺项目表时不作判断。',
    en: 'The funding of all project forms of a unit and year stays within the project spending of its department form, and equals it where every listed project has its form.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {
    least: { value: 2, unit: 'forms', reason: 'one project form is checked by XDOC-01' },
  },
  example: {
    zh: '部门项目支出 120，三张项目表合计 150',
    en: 'project spending 120, three project forms of 150',
  },
  check: ({ index }) =>
    departmentsWithProjects(index).flatMap(({ department, projects }): Outcome[] => {
      if (projects.length < XDOC_02.parameters.least!.value) return [];
      const spending = projectSpending(department);
      if (spending === null) return [notEvaluated(department.filingId, 'no project spending')];
      if (isOneOfMany(index, department))
        return [notEvaluated(department.filingId, 'several forms of the department may be meant')];
      const { known, total } = fundedIn(projects);
      if (known.length < projects.length || moneySize(spending.unit) === null) {
        return [notEvaluated(department.filingId, 'a project form has no budget of the year')];
      }
      const whole = sized(spending);
      if (isSame(total, whole)) return [passed(department.filingId)];
      const missing = missingForms(department, projects);
      if (total.value < whole.value && missing !== 0) {
        return [notEvaluated(department.filingId, 'projects without a form')];
      }
      return [
        report(department, {
          verdict: 'impossible',
          message: {
            zh: `${known.length} 张项目表合计 ${inUnitOf(total.value, spending)}${spending.unit ?? ''}，部门项目支出为 ${shown(spending)}`,
            en: `${known.length} project forms add up to ${inUnitOf(total.value, spending)}${spending.unit ?? ''}, project spending is ${shown(spending)}`,
          },
          evidence: [
            cell(index, department, 'project spending', spending.item, spending),
            ...known.map(({ project, figure }) =>
              cell(index, project, 'project', project.projectName ?? figure.item, figure),
            ),
          ],
          operands: ['project spending', ...known.map(({ project }) => project.project)],
          expected: inUnitOf(total.value, spending),
          actual: spending.value,
          difference: inUnitOf(whole.value - total.value, spending),
          tolerance: inUnitOf(total.half + whole.half, spending),
        }),
      ];
    }),
};

/** What the forms of projects are funded with, those without a budget in money left out. */
const fundedIn = keptWith((projects: readonly FilingDigest[]) => {
  const known = projects.flatMap((project) => {
    const figure = fundingOf(project, 'current', 'annual_budget', 'budget');
    return figure === null || moneySize(figure.unit) === null ? [] : [{ project, figure }];
  });
  return { known, total: sum(known.map(({ figure }) => figure)) };
});

function projectSpending(department: FilingDigest): SetAmount | null {
  return amountOf(
    department,
    ({ section, item, measure, year }) =>
      section === 'expenditure' &&
      /^(?:\d[、.]\s*)?项目支出(?:合计)?$/.test(item) &&
      (measure === 'current' || measure === 'budget') &&
      (year === null || year === department.year),
  );
}

/** Listed projects without a form of their own; null where the department lists none. */
function missingForms(department: FilingDigest, projects: readonly FilingDigest[]): number | null {
  const { projects: listed } = listedProjects(department);
  if (listed.size === 0) return null;
  const names = new Set(projects.map(({ project }) => project));
  return [...listed.keys()].filter((name) => !names.has(name)).length;
}
