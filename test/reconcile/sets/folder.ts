import { counties } from '../../../scripts/generate/names.ts';
import type { Section } from '../../../scripts/generate/page.ts';
import { type Random, seededRandom } from '../../../scripts/generate/random.ts';
import { renderDocx } from '../../../scripts/generate/render/docx.ts';
import { renderHtml } from '../../../scripts/generate/render/html.ts';
import { renderXlsx } from '../../../scripts/generate/render/xlsx.ts';
import {
  departmentSelfEvaluation,
  departmentTargets,
  finalAccounts,
  projectList,
} from './department-forms.ts';
import { allocation, baseData, projectReport, scoreSheet } from './other-forms.ts';
import { monitoring, projectTargets, selfEvaluation, type Told } from './project-forms.ts';
import { type View, viewOf } from './view.ts';
import { inventUnit, type Unit, type UnitYear } from './world.ts';

export type Kind =
  | 'project targets'
  | 'department targets'
  | 'project list'
  | 'monitoring'
  | 'self-evaluation'
  | 'department self-evaluation'
  | 'accounts'
  | 'base data'
  | 'score sheet'
  | 'allocation'
  | 'report';

/** One document of a set before it is written to a file. */
export interface Paper {
  kind: Kind;
  unit: Unit;
  /** Of the first unit of the set. */
  isFirst: boolean;
  year: number;
  /** Number of the project, null of the whole unit. */
  project: number | null;
  make: (view: View, told: UnitYear) => Section[];
}

export interface File {
  path: string;
  bytes: Uint8Array;
}

/** Changes what one paper tells; the others tell the truth. */
export interface Slip {
  at: (paper: Paper) => boolean;
  change: (told: UnitYear, paper: Paper) => void;
}

export interface FolderOptions {
  slip?: Slip;
  /** No short names, every kind of paper, none of them twice: where a slip can be seen. */
  plain?: boolean;
}

/** All papers of a unit, perhaps of a second one with projects of the same names, over two or three years, as files. */
export function folderOf(seed: number, { slip, plain = false }: FolderOptions = {}): File[] {
  const random = seededRandom(seed);
  const years = random.int(1, 3);
  const first = random.int(2029, 2033);
  const units = [inventUnit(random, first, years)];
  if (random.chance(0.5)) units.push(neighbourOf(random, units[0]!));
  if (!plain && random.chance(0.3)) units.push(namesakeOf(random, units[0]!));
  const papers = units.flatMap((unit) => papersOf(random, unit, units, plain));
  const withWhole = !plain && random.chance(0.3);
  if (withWhole) papers.push(...wholePapers(units[0]!, units[1] ?? units[0]!));
  const written = papers.map((paper, i) => {
    const told = structuredClone(paper.unit.years.find(({ year }) => year === paper.year)!);
    if (slip?.at(paper) === true) slip.change(told, paper);
    const own = plain ? 'never' : withWhole && paper.unit === units[0] ? 'always' : 'some';
    const view = viewOf(seededRandom(seed * 1009 + i), paper.unit, { short: own === 'some', own });
    return { paper, sections: paper.make(view, told) };
  });
  return filesOf(random, written);
}

/** Another unit of the county, of a near name, with projects of the same names and figures of its own. */
function neighbourOf(random: Random, unit: Unit): Unit {
  const other = inventUnit(random, unit.years[0]!.year, unit.years.length);
  const agency = random.pick([
    `${unit.agency}服务站`,
    `第二${unit.agency}`,
    unit.agency.replace(/.$/, '办公室'),
  ]);
  const names = unit.years[0]!.projects.map(({ name }) => name);
  for (const { projects } of other.years)
    for (const [i, project] of projects.entries()) if (names[i] !== undefined) project.name = names[i];
  for (const { projects } of other.years) {
    const seen = new Set<string>();
    for (const project of projects) {
      while (seen.has(project.name)) project.name += '补充';
      seen.add(project.name);
    }
  }
  return { ...other, county: unit.county, agency, code: `${Number(unit.code) + 1}` };
}

/** A unit of the same name in another county, under a code of its own. */
function namesakeOf(random: Random, unit: Unit): Unit {
  const other = neighbourOf(random, unit);
  const county = counties.find((name) => name !== unit.county && name.slice(-1) === unit.county.slice(-1));
  return {
    ...other,
    agency: unit.agency,
    county: county ?? '远山县',
    code: String(Number(unit.code) + 500_000),
  };
}

/** A department with the units below it, under the name of its own 本级, and with more money. */
function wholePapers(unit: Unit, below: Unit): Paper[] {
  return unit.years.flatMap((own): Paper[] => {
    const more = below.years.find(({ year }) => year === own.year)!;
    const whole: UnitYear = {
      ...own,
      staff: own.staff + more.staff,
      office: own.office + more.office,
      annualBasic: own.annualBasic + more.annualBasic,
      spentBasic: own.spentBasic + more.spentBasic,
      goals: own.goals.map((goal) => ({ ...goal, target: goal.target === null ? null : goal.target - 1 })),
    };
    const make = (kind: Kind, sections: (view: View) => Section[]): Paper => ({
      kind,
      unit,
      isFirst: true,
      year: own.year,
      project: null,
      make: (view) => sections({ ...view, unit: `${unit.county}${unit.agency}` }),
    });
    return [
      make('accounts', (view) => finalAccounts(view, whole, false)),
      make('department targets', (view) => [
        departmentTargets(view, whole, [undefined, undefined], 'planned'),
      ]),
    ];
  });
}

function papersOf(random: Random, unit: Unit, units: readonly Unit[], all: boolean): Paper[] {
  const prior = random.pick(['planned', 'spent'] as const);
  return unit.years.flatMap((of): Paper[] => {
    const { year } = of;
    const wanted = (share: number) => all || random.chance(share);
    const yearBefore = (n: number) => unit.years.find((other) => other.year === year - n);
    const whole = (kind: Kind, make: Paper['make']): Paper => ({
      kind,
      unit,
      isFirst: unit === units[0],
      year,
      project: null,
      make,
    });
    const withProjects = random.chance(0.6);
    const papers: Paper[] = [];
    if (wanted(0.7))
      papers.push(
        whole('department targets', (view, told) => [
          departmentTargets(view, told, [yearBefore(2), yearBefore(1)], prior),
        ]),
      );
    if (wanted(0.5)) papers.push(whole('project list', (view, told) => [projectList(view, told)]));
    if (wanted(0.6))
      papers.push(
        whole('department self-evaluation', (view, told) => [departmentSelfEvaluation(view, told)]),
      );
    if (wanted(0.6))
      papers.push(whole('accounts', (view, told) => finalAccounts(view, told, withProjects || all)));
    if (wanted(0.4)) papers.push(whole('base data', (view, told) => [baseData(view, told, yearBefore(1))]));
    if (wanted(0.4)) papers.push(whole('score sheet', (view, told) => [scoreSheet(view, told)]));
    of.projects.forEach((_, project) => {
      const one = (kind: Kind, make: (view: View, told: Told) => Section[]): Paper => ({
        kind,
        unit,
        isFirst: unit === units[0],
        year,
        project,
        make: (view, told) => make(view, { ...told.projects[project]!, year }),
      });
      if (wanted(0.8)) papers.push(one('project targets', (view, told) => [projectTargets(view, told)]));
      if (wanted(0.5)) papers.push(one('monitoring', (view, told) => [monitoring(view, told)]));
      if (!all && random.chance(0.1))
        papers.push(one('monitoring', (view, told) => [monitoring(view, later(told))]));
      if (!all && random.chance(0.1))
        papers.push(one('project targets', (view, told) => [adjusted(view, told)]));
      if (wanted(0.8)) papers.push(one('self-evaluation', (view, told) => [selfEvaluation(view, told)]));
      if (wanted(0.2))
        papers.push(
          one('report', (view, told) => [
            projectReport(view, told, !all && view.random.chance(0.5) ? selfEvaluation(view, told) : null),
          ]),
        );
      if (all ? unit === units[0] : random.chance(0.2))
        papers.push(one('allocation', (view, told) => [allocation(view, told, sharesOf(units, unit, told))]));
    });
    return papers;
  });
}

/** The same project watched again in autumn. */
const later = (told: Told): Told => ({
  ...told,
  midSpent: Math.floor(told.spent * 0.8),
  goals: told.goals.map((goal) => ({ ...goal, midway: goal.actual })),
});

/** The target form after its budget and a target were adjusted within the year. */
function adjusted(view: View, told: Told): Section {
  const goals = told.goals.map((goal, i) =>
    i > 0 || goal.target === null || goal.unit === '%' ? goal : { ...goal, target: goal.target + 3 },
  );
  const section = projectTargets(view, { ...told, initial: told.annual, carried: 0, goals });
  const blocks = section.blocks.map((block) =>
    block.kind === 'paragraph' && block.role === 'title'
      ? { ...block, text: '项目支出绩效目标调整表' }
      : block,
  );
  return { ...section, blocks };
}

/** What each unit gets of a project: its own budget without what was carried over, and others their part. */
function sharesOf(units: readonly Unit[], unit: Unit, told: Told): { unit: string; sum: number }[] {
  return units.flatMap((other) => {
    const name = `${other.county}${other.agency}`;
    if (other === unit) return [{ unit: name, sum: told.initial - told.carried }];
    const same = other.years
      .find(({ year }) => year === told.year)
      ?.projects.find((project) => project.name === told.name);
    return same === undefined ? [] : [{ unit: name, sum: same.initial - same.carried }];
  });
}

interface Written {
  paper: Paper;
  sections: Section[];
}

/** Every paper a file, those of a year in one workbook or document, or those of a kind together. */
function filesOf(random: Random, written: readonly Written[]): File[] {
  const way = random.pick(['each', 'each', 'year', 'kind', 'some'] as const);
  const groups = Map.groupBy(written, ({ paper: { unit, year, kind } }, i) => {
    if (way === 'each' || kind === 'allocation') return `${i}`;
    if (way === 'year') return `${unit.code}-${year}-${kind === 'report' ? i : ''}`;
    if (way === 'kind') return `${unit.code}-${kind}-${year}`;
    return random.chance(0.4) && kind !== 'report' ? `${unit.code}-${year}` : `${i}`;
  });
  return [...groups.values()].map((group, i) => {
    const sections = group.flatMap((one) => one.sections);
    const prose = group.some(({ paper: { kind } }) => kind === 'report' || kind === 'allocation');
    const format = random.pick(prose ? (['docx', 'html'] as const) : (['xlsx', 'docx', 'html'] as const));
    const kinds = [...new Set(group.map(({ paper: { kind } }) => kind.replaceAll(' ', '-')))]
      .slice(0, 2)
      .join('+');
    const { year, project } = group[0]!.paper;
    return { path: `${i}-${kinds}-${year}-${project ?? ''}.${format}`, bytes: rendered(format, sections) };
  });
}

function rendered(format: 'xlsx' | 'docx' | 'html', sections: Section[]): Uint8Array {
  if (format === 'xlsx') return renderXlsx(sections);
  return format === 'docx' ? renderDocx(sections) : new TextEncoder().encode(renderHtml(sections));
}
