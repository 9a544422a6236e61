import { entry, keptWith } from '../remembered.ts';
import type { FilingDigest, SetAmount } from './digest.ts';
import { maySameName, projectKey, stumpOf } from './names.ts';
import type { SetIndex } from './set-index.ts';
import { onlyOne, subjectsOf } from './subjects.ts';

/** A form of a whole department or a table of projects, and the projects that it lists with their budgets of the year. */
export interface Listed {
  department: FilingDigest;
  /** By name of the project: its budget at the start of the year, and after adjustments where that stands beside it. */
  projects: ReadonlyMap<string, readonly SetAmount[]>;
}

/** Budgets of a year, the one that a target form asks for first. */
const YEARLY: readonly SetAmount['measure'][] = ['initial_budget', 'current', 'budget', 'annual_budget'];

/** Projects that a department's form lists with their budget of the year; those listed twice are left out. */
export function listedProjects(department: FilingDigest): Listed {
  const found = new Map<string, SetAmount[]>();
  for (const amount of department.amounts) {
    if (!listsProject(amount) || !YEARLY.includes(amount.measure)) continue;
    if (amount.year !== null && amount.year !== department.year) continue;
    const name = projectKey(amount.project ?? amount.item);
    if (name === '' || /^(?:合计|总计|小计)$/.test(name)) continue;
    entry(found, name, (): SetAmount[] => []).push(amount);
  }
  const once = [...found].filter(
    ([, amounts]) => new Set(amounts.map(({ measure }) => measure)).size === amounts.length,
  );
  const inOrder = once.map(([name, amounts]): [string, SetAmount[]] => [
    name,
    amounts.toSorted((a, b) => YEARLY.indexOf(a.measure) - YEARLY.indexOf(b.measure)),
  ]);
  return { department, projects: new Map(inOrder) };
}

/** A line of 项目支出情况, or the total of a project's line in a budget table: 项目支出表. */
function listsProject({ section, project, fund }: SetAmount): boolean {
  return section === 'projects' || (section === 'budget' && project !== null && fund === null);
}

/** Whatever lists projects with their budgets, beside the forms of the projects of its unit and year. */
export function listsWithProjects(
  index: SetIndex,
): { department: FilingDigest; projects: readonly FilingDigest[] }[] {
  const tables = index.filings
    .filter(({ formType, amounts }) => formType === 'budget_table' && amounts.some(listsProject))
    .map((department) => ({ department, projects: projectsOf(index, department) }));
  return [...departmentsWithProjects(index), ...tables];
}

/** Forms of projects, not adjusted, among the forms of a unit and year. */
const projectForms = keptWith((forms: readonly FilingDigest[]) =>
  forms.filter(
    (filing) => filing.formType === 'project_targets' && filing.project !== '' && !filing.isAdjusted,
  ),
);

function projectsOf(index: SetIndex, department: FilingDigest): readonly FilingDigest[] {
  return projectForms(index.ofUnit(department, 'targets'));
}

/** Departments of a unit and year, with the forms of its projects: one array for all departments that have the same. */
export function departmentsWithProjects(
  index: SetIndex,
): { department: FilingDigest; projects: readonly FilingDigest[] }[] {
  return index.filings
    .filter(({ formType }) => formType === 'department_targets')
    .map((department) => ({ department, projects: projectsOf(index, department) }));
}

/** A department alone and with its units, each before and after its budget was adjusted. */
const MOST_DEPARTMENTS = 4;

const departmentForms = keptWith(
  (forms: readonly FilingDigest[]) =>
    forms.filter(({ formType }) => formType === 'department_targets').length,
);

/** Whether a unit has so many forms of the whole department for the year that none of them is known to be meant. */
export function isOneOfMany(index: SetIndex, department: FilingDigest): boolean {
  return departmentForms(index.ofUnit(department, 'targets')) > MOST_DEPARTMENTS;
}

/** Names by what a name that was cut off has of them. */
const byStump = keptWith(({ projects }: Listed) => Map.groupBy(projects.keys(), stumpOf));

/** The listed budgets of a project; `surely` is false where the name may be that of another one, which begins alike. */
export function listedAs(
  listed: Listed,
  project: string,
): { budgets: readonly SetAmount[]; surely: boolean } | null {
  const { projects } = listed;
  const exact = projects.get(project);
  if (exact !== undefined) return { budgets: exact, surely: true };
  const near = byStump(listed).get(stumpOf(project)) ?? [];
  const found = near.filter((name) => maySameName(name, project));
  return found.length === 1 ? { budgets: projects.get(found[0]!)!, surely: false } : null;
}

const formsByStump = keptWith((forms: readonly FilingDigest[]) =>
  Map.groupBy(forms.entries(), ([, { project }]) => stumpOf(project)),
);

/** The forms whose project may be listed, in their order. */
export function formsListed({ projects }: Listed, forms: readonly FilingDigest[]): FilingDigest[] {
  const byName = formsByStump(forms);
  const stumps = new Set(Array.from(projects.keys(), stumpOf));
  const found = [...stumps].flatMap((stump) => byName.get(stump) ?? []);
  return found.sort(([a], [b]) => a - b).map(([, form]) => form);
}

export interface EvaluatedPair {
  planned: FilingDigest;
  /** The self-evaluation, or what was watched during the year. */
  evaluated: FilingDigest;
  /** Forms by which the targets of the planned one were approved anew within the year. */
  adjusted: readonly FilingDigest[];
}

/** The target form and what follows it, of one project or department and year; none where several could be meant, or only an adjusted one is there. */
export const evaluatedPairs = keptWith((index: SetIndex): readonly EvaluatedPair[] =>
  [...index.units].flatMap(([unit, group]) => {
    const subjects = subjectsOf(group, index.bearers(unit));
    return group.flatMap((evaluated): EvaluatedPair[] => {
      const { family, formType, year } = evaluated;
      if (family !== 'evaluation' && family !== 'monitoring') return [];
      const wanted = formType.replace('self_evaluation', 'targets');
      const forms = [...subjects(evaluated, wanted, year)].filter((other) => isSameProject(other, evaluated));
      const adjusted = forms.filter((form) => form.isAdjusted);
      const planned = onlyOne(forms, (form) => !form.isAdjusted);
      return planned === null ? [] : [{ planned, evaluated, adjusted }];
    });
  }),
);

/** Names that only begin alike (堤防加固工程, 堤防加固工程监理) are of two projects more often than one of them was cut off. */
function isSameProject(a: FilingDigest, b: FilingDigest): boolean {
  if (a.projectCode !== null && b.projectCode !== null) return a.projectCode === b.projectCode;
  return a.project === b.project;
}
