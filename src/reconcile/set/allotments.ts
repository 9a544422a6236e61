import { normalised } from '../keys.ts';
import { entry } from '../remembered.ts';
import { isSame, sized } from './compare.ts';
import type { FilingDigest, SetAmount } from './digest.ts';
import { organisationKey, projectKey } from './names.ts';
import type { SetIndex } from './set-index.ts';

/** What lists of allocation give one unit for one project of a year, and the forms of that project. */
export interface Allotted {
  forms: readonly FilingDigest[];
  shares: readonly { list: FilingDigest; figure: SetAmount }[];
}

/** Allotments by unit and project, where the list names the project and the unit one line. */
export function allottedTo(index: SetIndex): Allotted[] {
  const lists = index.filings.filter(
    ({ formType, year }) => formType === 'allocation_table' && year !== null,
  );
  if (lists.length === 0) return [];
  const ofProjects = index.filings.filter(isOfProject);
  const forms = Map.groupBy(
    ofProjects,
    ({ organisation, project, year }) => `${project}|${year}|${organisation}`,
  );
  const ofPlaces = formsByPlace(ofProjects);
  const known = new Set(ofProjects.map(({ project, year }) => `${project}|${year}`));
  const byProject = Map.groupBy(lists, (list) =>
    namesOf(list)
      .map((name) => `${name}|${list.year}`)
      .find((name) => known.has(name)),
  );
  return [...byProject].flatMap(([project, ofProject]) => {
    if (project === undefined) return [];
    const units = new Map<string, Allotted['shares'][number][]>();
    for (const list of ofProject) {
      for (const figure of sharesIn(list))
        entry(units, organisationKey(figure.item), () => []).push({ list, figure });
    }
    return [...units].flatMap(([unit, shares]): Allotted[] => {
      const own = forms.get(`${project}|${unit}`) ?? ofPlaces.get(`${project}|${unit}`);
      const batches = batchesOf(shares);
      return own === undefined || batches === null ? [] : [{ forms: own, shares: batches }];
    });
  });
}

/** By project and place, 甲水镇 of 青杨县甲水镇人民政府: forms of governments, where a place of that name has one. */
function formsByPlace(forms: readonly FilingDigest[]): Map<string, FilingDigest[]> {
  const governing = forms.filter(({ organisation }) => GOVERNMENT.test(organisation));
  const named = Map.groupBy(
    governing,
    ({ organisation, project, year }) =>
      `${project}|${year}|${organisation.replace(GOVERNMENT, '').replace(ABOVE, '')}`,
  );
  return new Map(
    [...named].filter(([, own]) => own.every(({ organisation }) => organisation === own[0]!.organisation)),
  );
}

const GOVERNMENT = /(?:人民政府|(?<=街道)办事处)$/;
/** The county before a township, and the city before a county. */
const ABOVE = /^.{2,9}[省市州盟县区旗](?=.{2,})/;

/** One of each list: lists of one title are one list, kept twice; null where they differ. */
function batchesOf(shares: Allotted['shares']): Allotted['shares'] | null {
  const batches = [...Map.groupBy(shares, ({ list }) => normalised(list.title)).values()];
  const agree = batches.every(([first, ...others]) =>
    others.every(({ figure }) => isSame(sized(figure), sized(first!.figure))),
  );
  return agree ? batches.map(([first]) => first!) : null;
}

const isOfProject = (filing: FilingDigest): boolean =>
  filing.project !== '' &&
  (filing.formType === 'project_targets' || filing.family === 'evaluation') &&
  !filing.isAdjusted;

/** 关于下达2031年旱厕改造补助资金的通知, 2031年旱厕改造资金分配表: what may be the project, the longest first. */
function namesOf({ projectName, title }: FilingDigest): string[] {
  if (projectName !== null) return [projectKey(projectName)];
  const bare = normalised(title)
    .replace(/（[^（）]*(?:批|号)[^（）]*）/g, '')
    .replace(/^(?:附件?\d*)?(?:关于)?(?:提前)?(?:下达|拨付|安排|分配)?/, '')
    .replace(/(?:预算)?(?:的通知|(?:分配|安排|下达|拨付|明细|情况|汇总)*表)$/, '');
  return [bare, ...[/资金$/, /(?:补助|专项)资金$/].map((tail) => bare.replace(tail, ''))].map(projectKey);
}

/** One line a unit; a unit of two lines, or of columns, has no single share. */
function sharesIn({ amounts }: FilingDigest): SetAmount[] {
  const lines = Map.groupBy(
    amounts.filter(
      ({ section, measure, project }) => section === 'budget' && measure === 'budget' && project === null,
    ),
    ({ item }) => organisationKey(item),
  );
  return [...lines.values()].filter((line) => line.length === 1).map(([only]) => only!);
}
