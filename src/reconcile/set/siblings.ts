import type { FilingDigest, SetAmount } from './digest.ts';
import type { SetIndex } from './index.ts';
import { isSameName, projectKey } from './names.ts';

/** A form of a whole department or a table of projects, and the projects that it lists with their budgets of the year. */
export interface Listed {
  department: FilingDigest;
  /** By name of the project. */
  projects: ReadonlyMap<string, SetAmount>;
}

const YEARLY: ReadonlySet<SetAmount['measure']> = new Set(['current', 'annual_budget', 'budget']);

/** Projects that a department's form lists with their budget of the year; those listed twice are left out. */
export function listedProjects(department: FilingDigest): Listed {
  const projects = new Map<string, SetAmount>();
  const twice = new Set<string>();
  for (const amount of department.amounts) {
    if (!listsProject(amount) || !YEARLY.has(amount.measure)) continue;
    if (amount.year !== null && amount.year !== department.year) continue;
    const name = projectKey(amount.project ?? amount.item);
    if (name === '' || /^(?:合计|总计|小计)$/.test(name)) continue;
    if (projects.has(name)) twice.add(name);
    projects.set(name, amount);
  }
  for (const name of twice) projects.delete(name);
  return { department, projects };
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

function projectsOf(index: SetIndex, department: FilingDigest): FilingDigest[] {
  return index
    .ofUnit(department)
    .filter((filing) => filing.formType === 'project_targets' && filing.project !== '');
}

/** Departments of a unit and year, with the forms of its projects. */
export function departmentsWithProjects(
  index: SetIndex,
): { department: FilingDigest; projects: readonly FilingDigest[] }[] {
  return index.filings
    .filter(({ formType }) => formType === 'department_targets')
    .map((department) => ({ department, projects: projectsOf(index, department) }));
}

/** The listed budget of a project, by its name or the start of it. */
export function listedAs({ projects }: Listed, project: string): SetAmount | null {
  const exact = projects.get(project);
  if (exact !== undefined) return exact;
  const found = [...projects].filter(([name]) => isSameName(name, project));
  return found.length === 1 ? found[0]![1] : null;
}

/** The target form and the self-evaluation of one project or department and year; none where several could be meant. */
export function evaluatedPairs(index: SetIndex): { planned: FilingDigest; evaluated: FilingDigest }[] {
  return index.filings.flatMap((evaluated) => {
    if (evaluated.family !== 'evaluation' || evaluated.organisation === '') return [];
    const wanted = evaluated.formType.replace('self_evaluation', 'targets');
    const found = index
      .ofUnit(evaluated)
      .filter((other) => other.formType === wanted && isSameProject(other, evaluated));
    return found.length === 1 ? [{ planned: found[0]!, evaluated }] : [];
  });
}

function isSameProject(a: FilingDigest, b: FilingDigest): boolean {
  if (a.projectCode !== null && b.projectCode !== null) return a.projectCode === b.projectCode;
  if (a.project === '' || b.project === '') return a.project === b.project;
  return isSameName(a.project, b.project);
}
