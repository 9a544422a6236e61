import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, isSame, sized } from '../set/compare.ts';
import { listsChanges, listsPart } from '../set/names.ts';
import { asIn, cell, report, shown } from '../set/say.ts';
import { formsListed, listedAs, listedProjects, listsWithProjects } from '../set/siblings.ts';
import { fundingOf } from '../set/years.ts';

/** The budget of a project in its own form is that in the list of its department. */
export const XDOC_01: SetRule = {
  id: 'XDOC-01',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '项目预算与部门项目表不一致', en: 'Project budget differs from the department’s list' },
  explanation: {
    zh: '项目绩效目标表的年度资金总额（或项目总额）应等于同一单位同年部门整体表“项目支出情况”或部门预算项目支出表所列的该项目预算；只列一种资金、采购、追加的表多于其预算时才算不一致，调整的表不作判断。',
    en: 'The funding of a project’s target form is the budget that the department’s form or the table of projects of the same unit and year lists for it. A list of one fund, of purchases or of one level’s money contradicts it only where it has more; a list of changes does not.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '项目表 57.06 万元，部门表 75.06 万元',
    en: '57.06 in the project form, 75.06 in the department’s list',
  },
  check: ({ index }) =>
    listsWithProjects(index).flatMap(({ department, projects }) => {
      const listed = listedProjects(department);
      return formsListed(listed, projects).flatMap((project): Outcome[] => {
        const found = listedAs(listed, project.project);
        if (found === null) return [];
        const year = fundingOf(project, 'current', 'annual_budget', 'budget', 'initial_budget');
        const total = fundingOf(project, 'total_budget');
        const first = year ?? total;
        if (first === null) return [notEvaluated(project.filingId, 'the project form has no total')];
        const candidates = [year, total].filter((figure) => figure !== null);
        const budgets = found.budgets.filter(({ unit }) =>
          candidates.some((one) => comparable(one.unit, unit)),
        );
        const [budget] = budgets;
        if (budget === undefined) return [notEvaluated(project.filingId, 'units differ')];
        if (candidates.some((one) => budgets.some((other) => isSame(sized(one), sized(other)))))
          return [passed(project.filingId)];
        // A total over several years is no budget of this one.
        if (year === null)
          return [notEvaluated(project.filingId, 'the project form has no budget of the year')];
        if (!found.surely) return [notEvaluated(project.filingId, 'the names only begin alike')];
        const want = sized(budget);
        if (listsChanges(department) || (listsPart(department) && want.value < sized(year).value))
          return [notEvaluated(project.filingId, 'the list has a part of the budget')];
        return [
          report(project, {
            verdict: 'impossible',
            message: {
              zh: `项目“${project.projectName}”目标表的${year.item}为 ${shown(year)}，“${department.title ?? '部门整体表'}”所列为 ${shown(budget)}`,
              en: `project “${project.projectName}” has ${shown(year)} in its target form and ${shown(budget)} in “${department.title ?? 'the department’s form'}”`,
            },
            evidence: [
              cell(index, project, 'project form', year.item, year),
              cell(index, department, 'department list', budget.item, budget),
            ],
            operands: ['project budget', project.project],
            expected: inUnitOf(want.value, year),
            actual: year.value,
            difference: inUnitOf(sized(year).value - want.value, year),
            tolerance: inUnitOf(sized(year).half + want.half, year),
            hypotheses: asIn(project, year, want.value, { zh: '与所列预算一致', en: 'as the list has it' }),
          }),
        ];
      });
    }),
};
