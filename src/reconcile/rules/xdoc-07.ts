import { type Outcome, passed, type SetRule } from '../rule.ts';
import type { FilingDigest } from '../set/digest.ts';
import { isAbbreviated, isAlike, maySameName } from '../set/names.ts';
import { type RenamedProject, renamedProjects } from '../set/renamed-projects.ts';
import { report } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { namesPlace } from '../set/units.ts';

/** A code stands for one name, and a name of one unit for one code. */
export const XDOC_07: SetRule = {
  id: 'XDOC-07',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '单位或项目的名称与编码不一致', en: 'Name and code of a unit or project disagree' },
  explanation: {
    zh: '同一项目编码的名称应一致，同一单位同名项目的编码应一致，同一单位编码的名称应一致。名称被列宽截断、只差标点的不算；名称毫不相近的编码可能属不同地区，不作判断。没有编码时，目标表没有自评表、自评表没有目标表，而单位、年度、资金相同，指标的目标值也多数相同（其中至少两项是比率以外的数）的，按同一项目改了名称处理。',
    en: 'One project code has one name, one project of a unit one code, one code of a unit one name. Names cut off by a column or different in signs only do not count; a code of two names unlike each other may be of two regions. Without codes, a target form that no evaluation follows and an evaluation without a target form are one project under two names where unit, year, money and most targets are the same, two of them counts.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '编码 5101…27 在目标表为“堤防加固”，自评表为“堤防加固工程二期”',
    en: 'one code, two names of a project',
  },
  check: ({ index }) => [
    ...projectNames(index),
    ...projectCodes(index),
    ...unitCodes(index),
    ...renamedProjects(index).map((found) => renamed(index, found)),
  ],
};

/** What is not compared because its name is another one would pass in silence. */
function renamed(index: SetIndex, { planned, evaluated, shared }: RenamedProject): Outcome {
  const [before, after] = [planned, evaluated].map(({ projectName }) => projectName ?? '');
  return report(evaluated, {
    verdict: 'improbable',
    message: {
      zh: `自评表的项目“${after}”没有同名的目标表，目标表的“${before}”没有自评表，而二者资金相同、${shared} 项指标的目标值相同，应为同一项目`,
      en: `“${after}” is evaluated without a target form and “${before}” has a target form without an evaluation, with one sum of money and ${shared} equal targets: one project under two names`,
    },
    evidence: [evaluated, planned].map((filing) =>
      index.evidence(filing, 'project', filing.projectName ?? '', null, filing.places.project),
    ),
    operands: ['renamed', planned.project, evaluated.project],
  });
}

function projectNames(index: SetIndex): Outcome[] {
  return [...index.codes].flatMap(([code, group]) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    const others = distinct(group, ({ project }) => project).filter(
      (other) => other.project !== '' && first.project !== '' && !maySameName(other.project, first.project),
    );
    if (others.length === 0) return [passed(first.filingId)];
    return others.map((other) => differ(index, 'project', first, other, code));
  });
}

function projectCodes(index: SetIndex): Outcome[] {
  return [...index.projects.values()].flatMap((group) => {
    const coded = group.filter(
      ({ projectCode, organisation }) => projectCode !== null && organisation !== '',
    );
    return [...Map.groupBy(coded, ({ organisation }) => organisation).values()].flatMap((ofUnit) => {
      const [first, ...others] = distinct(ofUnit, ({ projectCode }) => projectCode);
      if (first === undefined) return [];
      return others
        .filter((other) => index.isOneUnit(first, other))
        .map((other) => differ(index, 'project', first, other, null));
    });
  });
}

function unitCodes(index: SetIndex): Outcome[] {
  const coded = index.filings.filter(
    ({ organisationCode, organisation }) => organisationCode !== null && organisation !== '',
  );
  const byCode = Map.groupBy(coded, ({ organisationCode }) => organisationCode!);
  const names = [...byCode].flatMap(([code, group]) => {
    const [first, ...others] = distinct(group, ({ organisation }) => organisation);
    if (first === undefined) return [];
    return others
      .filter(
        ({ organisation: name }) =>
          isAlike(first.organisation, name) && !isAbbreviated(first.organisation, name),
      )
      .map((other) => differ(index, 'organisation', first, other, code));
  });
  const placed = coded.filter(({ organisation }) => namesPlace(organisation));
  const byName = Map.groupBy(placed, ({ organisation, year }) => `${organisation}|${year}`);
  const codes = [...byName.values()].flatMap((group) => {
    const [first, ...others] = distinct(group, ({ organisationCode }) => organisationCode);
    if (first === undefined) return [];
    return others
      .filter((other) => !index.isOneUnit(first, other))
      .map((other) => differ(index, 'organisation', first, other, null));
  });
  return [...names, ...codes];
}

/** The first filing of each value. */
function distinct(
  group: readonly FilingDigest[],
  of: (filing: FilingDigest) => string | null,
): FilingDigest[] {
  const firsts = new Map<string | null, FilingDigest>();
  for (const filing of group) if (!firsts.has(of(filing))) firsts.set(of(filing), filing);
  return [...firsts.values()];
}

function differ(
  index: SetIndex,
  what: 'project' | 'organisation',
  first: FilingDigest,
  other: FilingDigest,
  code: string | null,
): Outcome {
  const nameOf = (filing: FilingDigest): string =>
    (what === 'project' ? filing.projectName : filing.organisationName) ?? '';
  const codeOf = (filing: FilingDigest): string =>
    (what === 'project' ? filing.projectCode : filing.organisationCode) ?? '';
  return report(other, {
    verdict: 'improbable',
    message:
      code === null
        ? {
            zh: `“${nameOf(other)}”有两个编码：${codeOf(first)}、${codeOf(other)}`,
            en: `“${nameOf(other)}” has two codes: ${codeOf(first)}, ${codeOf(other)}`,
          }
        : {
            zh: `编码 ${code} 有两个名称：“${nameOf(first)}”“${nameOf(other)}”`,
            en: `code ${code} has two names: “${nameOf(first)}”, “${nameOf(other)}”`,
          },
    evidence: [first, other].map((filing) =>
      index.evidence(
        filing,
        what,
        [codeOf(filing), nameOf(filing)].join(' ').trim(),
        null,
        filing.places[what],
      ),
    ),
    operands: [what, code ?? '', nameOf(first), nameOf(other), codeOf(first), codeOf(other)].toSorted(),
  });
}
